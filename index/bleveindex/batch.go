package bleveindex

import (
	"errors"

	"github.com/blevesearch/bleve/v2"
	api "github.com/blevesearch/bleve_index_api"
	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/queue"
)

// batchPassages is how many passages make a segment, or maxPostings words and values of passages: so many that segments need little merging and
// a dictionary of their own is worth it, few enough for some sixty megabytes.
const (
	batchPassages = 20_000
	maxPostings   = 3 << 20
)

// A batch is a generation being written: while the caller makes the next passages, those that it gave are gathered, and of those
// that were gathered before a segment is made.
type batch struct {
	index bleve.Index
	tasks *queue.Queue[task]
}

// A task is passages to be added or to be removed.
type task struct {
	add    []index.Entry
	remove []string
}

// maxTasks is how many tasks may wait: each is the passages of a document.
const maxTasks = 2

func newBatch(x bleve.Index) *batch {
	w := &batchWriter{index: x}
	return &batch{x, queue.Start(maxTasks, w.work)}
}

// Add implements [index.Batch].
func (b *batch) Add(entries []index.Entry) error { return b.tasks.Do(task{add: entries}) }

// Remove implements [index.Batch].
func (b *batch) Remove(ids []string) error { return b.tasks.Do(task{remove: ids}) }

// Close implements [index.Batch].
func (b *batch) Close() error {
	if err := b.tasks.Close(); err != nil {
		return errors.Join(err, b.index.Close())
	}
	return finish(b.index)
}

// A batchWriter does the tasks of a batch, in one goroutine.
type batchWriter struct {
	index bleve.Index
	// gathered is what the next segment is made of, nil if there is nothing yet.
	gathered *gathering
	remove   []string
	// writing is what a segment is being made of, nil if none is; written gets how that ended. Then spare is the memory that was used for it.
	writing, spare *gathering
	written        chan error
	// merging is what goes on beside, from the first full segment on.
	merging errgroup.Group
	began   bool
}

// work does tasks until there are no more or one fails, and waits until all is written.
func (w *batchWriter) work(tasks <-chan task) error {
	defer func() {
		if w.spare != nil {
			gatherings.Put(w.spare)
		}
	}()
	for t := range tasks {
		if err := w.do(t); err != nil {
			return errors.Join(err, w.wait(), w.merging.Wait())
		}
	}
	return errors.Join(w.flush(), w.wait(), w.merging.Wait())
}

func (w *batchWriter) do(t task) error {
	for _, id := range t.remove {
		short := shortID(id)
		if w.gathered != nil && w.gathered.has(short) { // it is on its way, and cannot be taken out of a segment that is not there
			if err := w.flush(); err != nil {
				return err
			}
		}
		w.remove = append(w.remove, short)
	}
	if len(t.add) == 0 {
		return nil
	}
	if err := w.gather(t.add); err != nil || !w.gathered.enough() {
		return err
	}
	if !w.began {
		w.began = true
		w.merging.Go(func() error { return mergeSmall(w.index) })
	}
	return w.flush()
}

// gather adds entries to what the next segment is made of.
func (w *batchWriter) gather(entries []index.Entry) error {
	if w.gathered == nil && w.spare != nil {
		w.gathered, w.spare = w.spare, nil
	}
	if w.gathered == nil {
		var err error
		if w.gathered, err = takeGathering(); err != nil {
			return err
		}
	}
	w.gathered.add(entries)
	return nil
}

// flush begins to write what was gathered: first what is to be removed is, then the rest is added.
func (w *batchWriter) flush() error {
	if err := w.wait(); err != nil || w.gathered == nil && len(w.remove) == 0 {
		return err
	}
	ops, g := api.NewBatch(), w.gathered
	for _, id := range w.remove {
		ops.Delete(id)
	}
	if g != nil {
		for _, id := range g.ids {
			ops.Update(&passage{g, id})
		}
		if len(ops.IndexOps) < len(g.ids) {
			return errors.New("bleveindex: a passage was added twice")
		}
	}
	done := make(chan error, 1)
	w.writing, w.gathered, w.remove, w.written = g, nil, nil, done
	go func() {
		x, err := w.index.Advanced()
		if err == nil {
			err = x.Batch(ops)
		}
		done <- err
	}()
	return nil
}

// wait waits until all that was begun is written.
func (w *batchWriter) wait() error {
	if w.written == nil {
		return nil
	}
	err := <-w.written
	if g := w.writing; g != nil {
		g.reset()
		w.spare = g
	}
	w.written, w.writing = nil, nil
	return err
}
