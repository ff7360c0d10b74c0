package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

func newRebuildCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rebuild",
		Short: "Make the search engine's files anew from the stored documents",
		Long: `rebuild makes the search engine's files anew from the documents that the index keeps; no document is read. The commands that
write the index do so by themselves when the program's format has changed. Until it is done, the earlier generation is in use.`,
		Example: "  styrdok rebuild --index /var/lib/styrdok",
		Args:    cobra.NoArgs,
		RunE:    a.action(func(ctx context.Context, _ []string) error { return a.rebuild(ctx) }),
	}
	addIndexFlag(cmd.Flags())
	return cmd
}

func (a *app) rebuild(ctx context.Context) error {
	if _, err := index.StatusOf(a.config.Index, a.engine()); errors.Is(err, index.ErrNotFound) {
		return noIndex(err)
	}
	corrections, err := a.corrections()
	if err != nil {
		return err
	}
	amend := func(d *policy.Document) *policy.Document { return amended(d, corrections) }
	w, err := a.newWriter(index.WriterOptions{Rebuild: true, Amend: amend})
	if err != nil {
		return err
	}
	if err, ended := soon(ctx, func() error { return w.Commit(ctx) }); err != nil {
		if !ended {
			return err // and w with it
		}
		return errors.Join(advise(err), w.Close())
	}
	a.log.Info("index", "folder", a.config.Index, "documents", len(w.Documents()), "generation", w.Generation())
	return w.Close()
}

func newRollbackCommand(a *app) *cobra.Command {
	to := 0
	cmd := &cobra.Command{
		Use:   "rollback",
		Short: "Go back to the index as it was before the last run",
		Long: `rollback makes the last generation of the run before the current one again, in one step; "styrdok status" lists what there
is, and --to takes any of it. What is gone back from stays until the next run commits ("rollback --to" goes forth again, too).

The files are as they are: the next "styrdok index" takes in again what they hold then. So mend them first, or stop the nightly job.
What was read in the run that is gone back from is known and not read again, as long as files and program are the same.`,
		Example: `  styrdok rollback
  styrdok rollback --to 17`,
		Args: cobra.NoArgs,
		RunE: a.action(func(context.Context, []string) error { return a.rollback(to) }),
	}
	cmd.Flags().IntVar(&to, "to", 0, "`number` of the generation (default: the last one of the run before)")
	addIndexFlag(cmd.Flags())
	return cmd
}

func (a *app) rollback(to int) error {
	before, _ := index.StatusOf(a.config.Index, a.engine()) // nil if what is there cannot be read: one goes back from that, too
	_, err := index.Rollback(a.config.Index, a.engine(), to)
	if errors.Is(err, index.ErrNotFound) {
		return noIndex(err)
	}
	if err != nil {
		return fmt.Errorf("cannot go back: %w", err)
	}
	now, err := index.StatusOf(a.config.Index, a.engine())
	if err != nil {
		return err
	}
	what := []any{"index", a.config.Index, "generation", now.Generation, "of", local(now.Updated), "documents", now.Documents}
	if before != nil {
		what = append(what, "from_generation", before.Generation, "documents_there", before.Documents)
	}
	a.log.Info("gone back", what...)
	a.log.Info("the next \"styrdok index\" brings the index up to date with the files again; until these are mended, stop the nightly job")
	return nil
}

func newPruneCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "prune",
		Short: "Remove what the index does not need",
		Long: `prune removes generations beyond the last runs that --keep names, documents that none of those holds, and what interrupted
runs left. What is in use stays. index does the same whenever it commits.`,
		Example: `  styrdok prune
  styrdok prune --keep 1`,
		Args: cobra.NoArgs,
		RunE: a.action(func(context.Context, []string) error { return a.prune() }),
	}
	cmd.Flags().String("keep", "2", "`number` of runs that can be gone back to, the last one counted in")
	addIndexFlag(cmd.Flags())
	return cmd
}

func (a *app) prune() error {
	before := a.indexSize()
	err := index.Prune(a.config.Index, a.engine(), a.config.Keep)
	if errors.Is(err, index.ErrNotFound) {
		return noIndex(err)
	}
	if err != nil {
		return advise(err)
	}
	a.log.Info("pruned", "index", a.config.Index, "bytes_before", before, "bytes_after", a.indexSize())
	return nil
}

// indexSize returns how many bytes the index takes: all of a folder, or the passages of a cluster's current generation.
func (a *app) indexSize() int64 {
	if dir := a.indexFolder(); dir != "" {
		_, used, _ := space(dir)
		return used
	}
	s, err := index.StatusOf(a.config.Index, a.engine())
	if err != nil {
		return 0
	}
	return s.EngineBytes
}
