package bleveindex

import (
	"errors"
	"slices"

	"github.com/blevesearch/bleve/v2/document"

	"github.com/styrdok/styrdok/index"
)

// batchPassages is how many passages are handed to bleve at once: large enough for segments that need little merging,
// small enough for some tens of megabytes.
const batchPassages = 3000

// A batch is a generation being written. While bleve writes some passages, the caller makes the next.
type batch struct {
	dir string
	// create makes a generation that begins with nothing, update changes one; one of them is nil, both until the first flush.
	create  *creation
	update  *update
	pending operations
	packer  packer
	written chan error // of what is being written, nil if nothing is
}

// An operations is what is to be done next: first to remove, then to add.
type operations struct {
	remove []string
	add    []*document.Document
}

// Add implements [index.Batch].
func (b *batch) Add(entries []index.Entry) error {
	for _, e := range entries {
		doc, err := newDocument(e, &b.packer)
		if err != nil {
			return err
		}
		b.pending.add = append(b.pending.add, doc)
	}
	return b.flush(batchPassages)
}

// Remove implements [index.Batch].
func (b *batch) Remove(ids []string) error {
	if b.update == nil && len(ids) > 0 {
		if err := b.revise(); err != nil {
			return err
		}
	}
	b.pending.add = slices.DeleteFunc(b.pending.add, func(d *document.Document) bool { return slices.Contains(ids, d.ID()) })
	b.pending.remove = append(b.pending.remove, ids...)
	return b.flush(batchPassages)
}

// revise ends a creation, as what is in it is to be changed.
func (b *batch) revise() error {
	if err := b.flush(1); err != nil {
		return err
	}
	if err := b.wait(); err != nil {
		return err
	}
	err := b.create.close(b.dir)
	b.create = nil
	if err == nil {
		b.update, err = newUpdate(b.dir)
	}
	return err
}

// flush begins to write what is pending if it is at least n operations.
func (b *batch) flush(n int) error {
	if got := len(b.pending.add) + len(b.pending.remove); got < n || got == 0 {
		return nil
	}
	if err := b.wait(); err != nil {
		return err
	}
	if b.update == nil && b.create == nil {
		var err error
		if b.create, err = newCreation(b.dir); err != nil {
			return err
		}
	}
	ops, done := b.pending, make(chan error, 1)
	b.pending, b.written = operations{}, done
	go func() {
		if b.update != nil {
			done <- b.update.write(ops)
			return
		}
		done <- b.create.write(ops.add)
	}()
	return nil
}

// wait waits until all that was begun is written.
func (b *batch) wait() error {
	if b.written == nil {
		return nil
	}
	err := <-b.written
	b.written = nil
	return err
}

// Close implements [index.Batch].
func (b *batch) Close() error {
	err := errors.Join(b.flush(1), b.wait())
	if b.update != nil {
		return errors.Join(err, b.update.close())
	}
	return errors.Join(err, b.create.close(b.dir))
}
