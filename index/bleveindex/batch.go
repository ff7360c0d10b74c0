package bleveindex

import (
	"errors"

	"github.com/blevesearch/bleve/v2"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// batchPassages is how many passages make a segment: so many that segments need little merging and a dictionary of their own is
// worth it, few enough for some thirty megabytes.
const batchPassages = 10_000

// A batch is a generation being written. While a segment is made of some passages, the caller makes the next ones.
type batch struct {
	index    bleve.Index
	gathered *gathering
	remove   []string
	packer   *packer
	written  chan error // of what is being written, nil if nothing is
}

func newBatch(x bleve.Index) (*batch, error) {
	p, err := newPacker()
	if err != nil {
		return nil, err
	}
	return &batch{index: x, packer: p, gathered: newGathering(p)}, nil
}

// Add implements [index.Batch].
func (b *batch) Add(entries []index.Entry) error {
	b.gathered.add(entries)
	if len(b.gathered.ids) < batchPassages {
		return nil
	}
	return b.flush()
}

// Remove implements [index.Batch].
func (b *batch) Remove(ids []string) error {
	for _, id := range ids {
		short := shortID(id)
		if b.gathered.has(short) { // it is on its way, and cannot be taken out of a segment that is not there
			if err := b.flush(); err != nil {
				return err
			}
		}
		b.remove = append(b.remove, short)
	}
	return nil
}

// flush begins to write what was gathered: first what is to be removed is, then the rest is added.
func (b *batch) flush() error {
	if err := b.wait(); err != nil || len(b.gathered.ids)+len(b.remove) == 0 {
		return err
	}
	ops := api.NewBatch()
	for _, id := range b.remove {
		ops.Delete(id)
	}
	for _, id := range b.gathered.ids {
		ops.Update(&passage{b.gathered, id})
	}
	if len(ops.IndexOps) < len(b.gathered.ids) {
		return errors.New("bleveindex: a passage was added twice")
	}
	done := make(chan error, 1)
	b.gathered, b.remove, b.written = newGathering(b.packer), nil, done
	go func() {
		x, err := b.index.Advanced()
		if err == nil {
			err = x.Batch(ops)
		}
		done <- err
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
	if err := errors.Join(b.flush(), b.wait()); err != nil {
		return errors.Join(err, b.index.Close())
	}
	return finish(b.index)
}
