package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

func newIndexCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "index PATH…",
		Short: "Read documents into the index",
		Long: `index reads the documents at PATH… (files, folders or globs) and makes an index of them in --index, for search,
compare and export. The index holds these documents and no others afterwards; until all is done, the earlier one
stays in use.

` + exitCodesHelp,
		Example: `  styrdok index kommuner
  styrdok index kommuner/Ale kommuner/Hylte --index /var/lib/styrdok`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.action(func(ctx context.Context, args []string) error { return a.index(ctx, args) }),
	}
	addIndexFlag(cmd.Flags())
	addReadFlags(cmd.Flags())
	return cmd
}

func (a *app) index(ctx context.Context, paths []string) error {
	sources, passed, err := find(paths)
	if err != nil {
		return err
	}
	c, err := a.readAndIndex(ctx, sources, passed)
	if err != nil {
		return err
	}
	a.tellIndex(c)
	return partly(c)
}

// readAndIndex reads the sources and makes them the content of the index. The index is locked before the long work
// begins, and stays as it was if anything goes wrong.
func (a *app) readAndIndex(ctx context.Context, sources []styrdok.Source, passed []policy.SetAside) (*styrdok.Collection, error) {
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	var corrections []review.Correction
	w, err := a.newWriter(func(d *policy.Document) *policy.Document { return amended(d, corrections) })
	if err != nil {
		return nil, err
	}
	defer w.Close()
	if corrections, err = a.corrections(); err != nil { // under the lock: nobody adds to them until the index is made
		return nil, err
	}
	a.log.Info("reading", "files", len(sources))
	c, err := a.read(ctx, r, sources, passed)
	if err != nil {
		return nil, err
	}
	if err := a.fill(ctx, w, c); err != nil {
		return nil, err
	}
	if n := a.amend(c, corrections); n > 0 {
		a.log.Info("the program now says what people corrected; \"review export\" shows where", "corrections", n)
	}
	return c, nil
}

// newWriter locks the index for a generation that starts empty; amend says how documents are to be found.
func (a *app) newWriter(amend func(*policy.Document) *policy.Document) (*index.Writer, error) {
	w, err := index.NewWriter(a.config.Index, bleveindex.Engine{}, index.WriterOptions{Fresh: true, Amend: amend})
	if err != nil {
		return nil, fmt.Errorf("cannot write --index: %w", err)
	}
	return w, nil
}

// fill puts the documents of c into the index and makes them current.
func (a *app) fill(ctx context.Context, w *index.Writer, c *styrdok.Collection) error {
	step, end := a.progress("Indexing", len(c.Documents))
	defer end()
	return styrdok.Fill(ctx, w, c, step)
}

func (a *app) tellIndex(c *styrdok.Collection) {
	a.log.Info("index", "folder", a.config.Index, "documents", len(c.Documents))
}

// openIndex opens the index for reading.
func (a *app) openIndex() (*index.Index, error) {
	ix, err := index.Open(a.config.Index, bleveindex.Engine{})
	switch {
	case errors.Is(err, index.ErrNotFound):
		return nil, fmt.Errorf("%w; make one with \"styrdok index PATH\", or name it with --index", err)
	case errors.Is(err, index.ErrFormat), errors.Is(err, index.ErrDamaged):
		return nil, fmt.Errorf("%w; make it anew with \"styrdok index PATH\"", err)
	}
	return ix, err
}

// fromIndex returns the documents of the index as people corrected them, with the names that the taxonomy in force has for
// their tags.
func (a *app) fromIndex(ctx context.Context) (*styrdok.Collection, error) {
	c, err := a.asRead(ctx)
	if err != nil {
		return nil, err
	}
	corrections, err := a.corrections()
	if err != nil {
		return nil, err
	}
	a.amend(c, corrections)
	return c, nil
}

// asRead returns the documents of the index as the program read them.
func (a *app) asRead(ctx context.Context) (*styrdok.Collection, error) {
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	ix, err := a.openIndex()
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	c := &styrdok.Collection{Tags: r.Tags()}
	if c.SetAside, err = ix.SetAside(); err != nil {
		return nil, err
	}
	for d, err := range ix.Documents() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		c.Documents = append(c.Documents, d)
	}
	return c, nil
}
