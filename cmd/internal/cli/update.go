package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/batch"
	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/opensearch"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

// An update brings the index up to date.
type update struct {
	input
	reader               *reader
	allowRemovals, retry bool
	// batch is how many documents are read from commit to commit; 0 is the default.
	batch int
	// tell says that what could not be read, and corrections that do not fit, are told of the documents that were read; the
	// caller tells it otherwise.
	tell bool
	// share lets other processes read for this one, or this one for another that is at it already, where the index allows it.
	share bool
	// done is called at the end, while the index is still locked, with the corrections that hold.
	done func(w *index.Writer, corrections []review.Correction) error
}

// update carries u out and fills in report. An interrupted one ends soon.
func (a *app) update(ctx context.Context, u update, report *batch.Report) error {
	made := new(batch.Report)
	err, ended := soon(ctx, func() error { return a.updateNow(ctx, u, made) })
	if ended {
		*report = *made
	}
	return err
}

// patience is how long an interrupted writer may take to commit what was done. It is then left behind: whatever moment a writer ends
// at, the last commit stays.
const patience = 1500 * time.Millisecond

// soon returns what do does, or ctx's error if ctx has ended for some time and do has not.
func soon(ctx context.Context, do func() error) (err error, ended bool) {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err, true
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err, true
	case <-time.After(patience):
		return ctx.Err(), false
	}
}

// updateNow is updateOnce, but that an index that is found to be damaged is mended, and then updated: what is lost of it is read from
// its file.
func (a *app) updateNow(ctx context.Context, u update, report *batch.Report) error {
	err := a.updateOnce(ctx, u, report)
	if !errors.Is(err, index.ErrDamaged) || ctx.Err() != nil {
		return err
	}
	a.log.Warn("the index is damaged and is mended", "problem", err.Error())
	if _, err := a.mend(ctx); err != nil {
		return err
	}
	return a.updateOnce(ctx, u, report)
}

func (a *app) updateOnce(ctx context.Context, u update, report *batch.Report) error {
	q, err := a.queue()
	if err != nil {
		return err
	}
	for {
		err := a.updateAlone(ctx, u, q, report)
		if q == nil || !u.share || !errors.Is(err, index.ErrLocked) {
			return err
		}
		n, err := a.help(ctx, q, u, err)
		report.Helped += n
		if !errors.Is(err, opensearch.ErrLeft) {
			return err
		}
		a.log.Warn("the process that wrote the index has ended; taking over", "index", a.config.Index)
		if err := waitForLock(ctx); err != nil {
			return err
		}
	}
}

// updateAlone is updateOnce for the one process that writes; it shares its work by q, unless that is nil.
func (a *app) updateAlone(ctx context.Context, u update, q *opensearch.Queue, report *batch.Report) error {
	var corrections []review.Correction
	w, err := a.newWriter(index.WriterOptions{Amend: func(d *policy.Document) *policy.Document { return amended(d, corrections) }})
	if err != nil {
		return err
	}
	defer w.Close()
	if corrections, err = a.corrections(); err != nil { // under the lock: nobody adds to them until the index is made
		return err
	}
	workers := worker.Workers(len(u.sources))
	pool := worker.NewPool(workers, u.reader.setup)
	defer pool.Close()
	o := a.batchOptions(u, pool, workers)
	end := func() error { return nil }
	if q != nil {
		if end, err = a.share(ctx, q, u, pool, workers); err != nil {
			return err
		}
		o.Reader, o.Workers = sharedReader{poolReader{u.reader, pool, a.config.Municipality}, q}, sharedAtOnce
	}
	watch := a.watch(u, corrections)
	o.Events = batch.Events{Compared: watch.compared, Planned: watch.planned, Read: watch.read, PassedOver: a.tellPassedOver, Committed: watch.committed}
	unlimited := limitHeap()
	made, err := batch.Run(ctx, w, o)
	err = errors.Join(err, end())
	unlimited()
	watch.end()
	made.Helped = report.Helped
	*report = *made
	spent := pool.Spent()
	report.Seconds.Read, report.Seconds.Tag = spent.Read.Seconds(), spent.Tag.Seconds()
	pool.Close()
	report.PeakMemory = peakMemory(workers)
	report.Generation = w.Generation()
	if err == nil && u.done != nil {
		err = u.done(w, corrections)
	}
	return errors.Join(advise(err), w.Close())
}

// gcPercent lets the collector work half as often as it does by itself, as long as the heap is far from heapLimit.
const gcPercent = 200

// heapLimit is what the collector keeps the program to while it indexes, in bytes, where that is enough: with the workers and the
// segments that are mapped into memory, it stays below 600 MB.
const heapLimit = 192 << 20

// limitHeap sets heapLimit, unless GOMEMLIMIT is set, and returns what takes it back.
func limitHeap() (unlimited func()) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before, percent := debug.SetMemoryLimit(heapLimit), debug.SetGCPercent(gcPercent)
	return func() {
		debug.SetMemoryLimit(before)
		debug.SetGCPercent(percent)
	}
}

// newWriter locks the index for an update. What is wrong with it is told with what to do.
func (a *app) newWriter(o index.WriterOptions) (*index.Writer, error) {
	o.Keep = a.config.Keep
	o.Progress = a.rebuilding()
	w, err := index.NewWriter(a.config.Index, a.engine(), o)
	if err != nil {
		return nil, fmt.Errorf("cannot write --index: %w", advise(err))
	}
	return w, nil
}

// rebuilding returns what is called while the engine's files are made anew: it says so, once, and draws a bar.
func (a *app) rebuilding() func(done, total int) {
	var step, end func()
	return func(done, total int) {
		if step == nil {
			a.log.Info("making the index anew from its documents", "documents", total)
			step, end = a.progress("Indexing", total)
		}
		if step(); done == total {
			end()
		}
	}
}

// batchOptions returns how u is done.
func (a *app) batchOptions(u update, pool *worker.Pool, workers int) batch.Options {
	o := batch.Options{
		Sources: u.sources, Passed: u.passed, PassedOver: u.over, Roots: u.roots, Kept: u.kept,
		Reader: poolReader{u.reader, pool, a.config.Municipality}, Workers: workers,
		Basis: a.basis(u.reader), AsideBasis: fmt.Sprint(a.limits()),
		Retry:          func(code string) bool { return u.retry || code == "encrypted" && a.config.Password != "" },
		BatchDocuments: u.batch, AllowRemovals: u.allowRemovals,
	}
	if dir := a.indexFolder(); dir != "" {
		o.Free = func() (int64, int64, error) { return space(dir) }
	}
	return o
}

// A poolReader reads for a batch, in workers.
type poolReader struct {
	*reader
	pool         *worker.Pool
	municipality string
}

// Read implements batch.Reader.
func (r poolReader) Read(ctx context.Context, s styrdok.Source) (*policy.Document, error) {
	doc, err := r.pool.Read(ctx, s, r.mapped(s))
	if errors.Is(err, worker.ErrStart) {
		err = noWorkers{err}
	}
	return doc, err
}

// noWorkers says that there can be no worker, whatever the document.
type noWorkers struct{ error }

// Is makes it an error that ends the batch.
func (noWorkers) Is(target error) bool { return target == batch.ErrStop }

// Unwrap returns why there is none.
func (e noWorkers) Unwrap() error { return e.error }

// Given implements batch.Reader.
func (r poolReader) Given(s styrdok.Source) string {
	return given(r.municipality, r.mapped(s), s.Folders)
}
