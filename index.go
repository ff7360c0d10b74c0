package styrdok

import (
	"context"
	"path/filepath"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

// Index makes the documents of c the content of the search index in the folder dir, which is made if it does not exist.
// Readers of an earlier content never see half of the new one. The error wraps index.ErrLocked if another writer is at work,
// index.ErrNotOurs if dir holds something else.
func Index(ctx context.Context, dir string, c *Collection) error {
	w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{Fresh: true})
	if err != nil {
		return err
	}
	defer w.Close()
	return Fill(ctx, w, c, func() {})
}

// Fill puts the documents of c and what was set aside into w and commits; after each document it calls step. Paths are
// made absolute: an index may be read from another folder.
func Fill(ctx context.Context, w *index.Writer, c *Collection, step func()) error {
	for _, d := range c.Documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		stored := *d
		if abs, err := filepath.Abs(d.Path); d.Path != "" && err == nil {
			stored.Path = abs
		}
		if err := w.Put(&stored); err != nil {
			return err
		}
		step()
	}
	aside := make([]index.Aside, len(c.SetAside))
	for i, a := range c.SetAside {
		aside[i].SetAside = a
	}
	w.SetAside(aside)
	return w.Commit(ctx)
}

// Search returns the passages of the index in dir that query asks for, best first; see package index for the query language.
// The error wraps index.ErrNotFound if there is no index, index.ErrQuery if the query cannot be understood.
func Search(ctx context.Context, dir, query string, opts index.SearchOptions) (*index.Results, error) {
	x, err := index.Open(dir, bleveindex.Engine{})
	if err != nil {
		return nil, err
	}
	defer x.Close()
	return x.Search(ctx, query, opts)
}
