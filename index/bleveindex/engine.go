package bleveindex

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"

	"github.com/styrdok/styrdok/index"
)

// format counts the changes of what is written; a new number makes indexes be rebuilt from their documents.
const format = "bleve/1"

// Engine is bleve as an engine of index. The zero value works.
type Engine struct{}

// Name implements [index.Engine].
func (Engine) Name() string { return format }

// batchPassages is how many passages are handed to bleve at once: large enough for segments that need little merging,
// small enough for some tens of megabytes.
const batchPassages = 2000

// Begin implements [index.Engine]. A generation that starts from another shares its immutable files by hard links.
func (Engine) Begin(dir, from string) (index.Batch, error) {
	var b bleve.Index
	var err error
	if from == "" {
		b, err = bleve.NewUsing(dir, bleve.NewIndexMapping(), bleve.Config.DefaultIndexType, bleve.Config.DefaultKVStore, nil)
	} else {
		if err = link(from, dir); err != nil {
			return nil, err
		}
		b, err = bleve.OpenUsing(dir, map[string]any{"bolt_timeout": lockTimeout})
	}
	if err != nil {
		return nil, err
	}
	return &batch{index: b, pending: b.NewBatch()}, nil
}

// lockTimeout bounds the wait for the lock of a file that nobody else should have open.
const lockTimeout = "5s"

// Open implements [index.Engine].
func (Engine) Open(dir string) (index.Reader, error) {
	b, err := bleve.OpenUsing(dir, map[string]any{"read_only": true, "bolt_timeout": lockTimeout})
	if err != nil {
		return nil, err
	}
	return &reader{index: b}, nil
}

// link makes dir hold what from holds: segments, which never change, as hard links, the rest as copies.
func link(from, dir string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, rel)
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		if filepath.Ext(path) == ".zap" && os.Link(path, to) == nil {
			return nil
		}
		return copyFile(path, to)
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// A batch is a generation being written.
type batch struct {
	index   bleve.Index
	pending *bleve.Batch
}

// Add implements [index.Batch].
func (b *batch) Add(entries []index.Entry) error {
	for _, e := range entries {
		if err := b.pending.IndexAdvanced(newDocument(e)); err != nil {
			return fmt.Errorf("passage %s: %w", e.ID, err)
		}
		if err := b.flush(batchPassages); err != nil {
			return err
		}
	}
	return nil
}

// Remove implements [index.Batch].
func (b *batch) Remove(ids []string) error {
	for _, id := range ids {
		b.pending.Delete(id)
	}
	return b.flush(batchPassages)
}

// flush writes what is pending if it is at least n passages.
func (b *batch) flush(n int) error {
	if b.pending.Size() < n || b.pending.Size() == 0 {
		return nil
	}
	if err := b.index.Batch(b.pending); err != nil {
		return err
	}
	b.pending = b.index.NewBatch() // not Reset: scorch may still look at the old one when it holds nothing but removals
	return nil
}

// Close implements [index.Batch].
func (b *batch) Close() error { return errors.Join(b.flush(1), b.index.Close()) }
