package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

type copyOptions struct {
	from, to string
	replace  bool
}

func newCopyCommand(a *app) *cobra.Command {
	var o copyOptions
	cmd := &cobra.Command{
		Use:   "copy --from PLACE --to PLACE",
		Short: "Copy an index, also between a folder and a cluster",
		Long: `copy makes what the index at --from holds the content of the one at --to: documents, what was set aside, corrections. A PLACE is a folder or
opensearch://HOST:PORT/PREFIX. Afterwards the two are compared: the same documents by their hashes, as many passages, and everything that
was written is read again. No document is read from its file.

An index that is there already is left alone, unless --replace is given; what it held can then be gone back to ("styrdok rollback").
The exit code is 10 if there is nothing to copy.`,
		Example: `  styrdok copy --from .styrdok --to opensearch://search1:9200,search2:9200/kommuner
  styrdok copy --from opensearchs://search1:9200/kommuner --to /srv/kopia`,
		Args: cobra.NoArgs,
		RunE: a.action(func(ctx context.Context, _ []string) error { return a.copy(ctx, o) }),
	}
	f := cmd.Flags()
	f.StringVar(&o.from, "from", "", "`place` of the index that is copied (required)")
	f.StringVar(&o.to, "to", "", "`place` of the copy (required)")
	f.BoolVar(&o.replace, "replace", false, "let the copy take the place of an index that is there")
	_ = cmd.MarkFlagRequired("from")
	_ = cmd.MarkFlagRequired("to")
	return cmd
}

func (a *app) copy(ctx context.Context, o copyOptions) error {
	if o.from == o.to {
		return usagef("--from and --to are the same")
	}
	from, err := a.engineOf(o.from)
	if err != nil {
		return err
	}
	to, err := a.engineOf(o.to)
	if err != nil {
		return err
	}
	data, err := index.Corrections(o.from, from)
	if err != nil && !isNotFolder(err) {
		return err
	}
	corrections, err := review.Decode(data)
	if err != nil {
		return fmt.Errorf("%s: %w", o.from, err)
	}
	var step, end func()
	c, err := index.Copy(ctx, o.from, from, o.to, to, index.CopyOptions{
		Replace: o.replace,
		Amend:   func(d *policy.Document) *policy.Document { return amended(d, corrections) },
		Step: func(_, total int) {
			if step == nil {
				step, end = a.progress("Copying", total)
			}
			step()
		},
	})
	if end != nil {
		end()
	}
	switch {
	case errors.Is(err, index.ErrNotFound):
		return noIndex(err)
	case errors.Is(err, index.ErrOccupied):
		return fmt.Errorf("%w; --replace lets the copy take its place", err)
	case err != nil:
		return advise(err)
	}
	a.log.Info("copied and compared", "from", o.from, "to", o.to, "documents", c.Documents, "passages", c.Passages, "set_aside", c.SetAside,
		"generation", c.To)
	return nil
}
