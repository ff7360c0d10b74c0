package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/cmd/internal/batch"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

func newVerifyCommand(a *app) *cobra.Command {
	repair := false
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Read the whole index and compare it with its hashes",
		Long: `verify reads all that the index keeps, compares it with the hashes of what was written, and counts. It disturbs nobody. The
exit code is 0 if all is well and 1 if something is damaged, which is named.

With --repair, a sound generation is made from what is left: the search engine's files from the stored documents, and stored
documents that are damaged from their files, where these still lie where they did.`,
		Example: `  styrdok verify
  styrdok verify --repair --index /var/lib/styrdok`,
		Args: cobra.NoArgs,
		RunE: a.action(func(ctx context.Context, _ []string) error { return a.verify(ctx, repair) }),
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "mend what is damaged")
	addIndexFlag(cmd.Flags())
	addReadFlags(cmd.Flags())
	return cmd
}

// damaged is how many places are damaged.
type damaged int

func (n damaged) Error() string {
	return fmt.Sprintf("the index is damaged at %d places; mend it with \"styrdok verify --repair\"", int(n))
}

func (a *app) verify(ctx context.Context, repair bool) error {
	found, err := a.damages(ctx)
	if err != nil {
		return err
	}
	for _, d := range found {
		a.log.Warn("damaged", "generation", d.Generation, "document", d.Document, "problem", d.Problem)
	}
	switch {
	case len(found) == 0:
		s, err := index.StatusOf(a.config.Index, a.engine())
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "sound: generation %d, %d documents, %d passages\n", s.Generation, s.Documents, s.Passages)
		return err
	case !repair:
		return damaged(len(found))
	}
	return a.repair(ctx)
}

// damages returns what is damaged. An index that is missing but for its documents is damaged, too.
func (a *app) damages(ctx context.Context) ([]index.Damage, error) {
	var step, end func()
	found, err := index.Verify(ctx, a.config.Index, a.engine(), func(done, total int) {
		if step == nil {
			step, end = a.progress("Verifying", total)
		}
		step()
	})
	if end != nil {
		end()
	}
	if errors.Is(err, index.ErrNotFound) {
		return nil, noIndex(err)
	}
	return found, advise(err)
}

// repair makes a sound generation, and reads the files of the documents that were lost.
func (a *app) repair(ctx context.Context) error {
	var r *index.Repaired
	err, _ := soon(ctx, func() (err error) {
		r, err = a.mend(ctx)
		return err
	})
	if err != nil || len(r.Lost) == 0 {
		return err
	}
	return a.readAgain(ctx, r.Lost)
}

// mend makes a sound generation of what is left.
func (a *app) mend(ctx context.Context) (*index.Repaired, error) {
	corrections, err := a.corrections()
	if err != nil {
		return nil, err
	}
	amend := func(d *policy.Document) *policy.Document { return amended(d, corrections) }
	r, err := index.Repair(ctx, a.config.Index, a.engine(), index.WriterOptions{Keep: a.config.Keep, Amend: amend, Progress: a.rebuilding()})
	if err != nil {
		return nil, err
	}
	a.log.Info("repaired", "documents", r.Documents, "generation", r.Generation, "lost", len(r.Lost))
	return r, nil
}

// readAgain brings the index up to date with the folders that it was made from, so that lost documents are read from their files.
func (a *app) readAgain(ctx context.Context, lost []index.DocumentRecord) error {
	var roots []string
	for root := range a.knownRoots() {
		roots = append(roots, root)
	}
	left := map[string]string{}
	for _, l := range lost {
		left[l.File.Path] = l.ID
	}
	if reader, err := a.newReader(); err == nil && len(roots) > 0 {
		if in, err := a.sources(reader, roots, false); err == nil {
			u := update{input: *in, reader: reader, tell: true, done: func(w *index.Writer, _ []review.Correction) error {
				for _, d := range w.Documents() {
					delete(left, d.File.Path)
				}
				return nil
			}}
			if err := a.update(ctx, u, new(batch.Report)); err != nil {
				return err
			}
		}
	}
	for path, id := range left {
		a.log.Error("lost; read it again with \"styrdok index\"", "document", id, "file", path)
	}
	if len(left) > 0 {
		return fmt.Errorf("%d documents are lost: their stored form is damaged, and their files could not be read", len(left))
	}
	a.log.Info("the lost documents were read again", "documents", len(lost))
	return nil
}
