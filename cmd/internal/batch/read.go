package batch

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// A result is what came of reading a job's file.
type result struct {
	job *job
	doc *policy.Document
	err error
}

// read reads jobs and puts what comes of it into the index. Its error is ctx's, the Reader's that reading cannot go on, or the
// writer's.
func (k *work) read(ctx context.Context, jobs []*job) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := make(chan result)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(k.opts.Workers, 1))
	done := make(chan error, 1)
	go func() {
		for _, j := range jobs {
			g.Go(func() error { return k.readOne(ctx, j, results) })
		}
		done <- g.Wait()
		close(results)
	}()
	var failed error
	if len(jobs) > 0 {
		if failed = k.writer.Prepare(); failed != nil { // while the first are read
			cancel()
		}
	}
	for r := range results {
		if failed != nil {
			continue
		}
		if failed = k.take(r); failed == nil {
			failed = k.commitIfDue(ctx)
		}
		if failed != nil {
			cancel()
		}
	}
	if err := <-done; failed == nil {
		return err
	}
	return failed
}

func (k *work) readOne(ctx context.Context, j *job, results chan<- result) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	doc, err := k.opts.Reader.Read(ctx, j.source)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, ErrStop) {
		return err
	}
	results <- result{j, doc, err}
	return nil
}

// take takes the result of one file.
func (k *work) take(r result) error {
	j := r.job
	if after := stateOf(j.source.Path); !sameTimes(after, j.state) {
		j.state.Checked = 0 // it was written to meanwhile: its times say nothing of what was read
	}
	if r.err != nil {
		return k.fail(j, k.opts.Reader.SetAside(j.source, r.err))
	}
	delete(k.asides, j.state.Path)
	j.from = nil
	r.doc.Path = pathOf(j.source.Path) // an index may be read from another folder
	stays, err := k.put(j, r.doc)
	if err != nil {
		return err
	}
	k.count(j, r.doc, stays)
	if k.opts.Events.Read != nil {
		k.opts.Events.Read(r.doc, nil)
	}
	return nil
}

// unavailable are the codes of files whose content is not known: the document that it was stays, until it is.
var unavailable = map[string]bool{"unreadable": true, "vanished": true}

// fail sets aside j's file.
func (k *work) fail(j *job, s policy.SetAside) error {
	if !unavailable[s.Code] {
		if err := k.writer.Remove(j.source.ID); err != nil {
			return err
		}
	} else if j.was != nil { // it stays, and others may say the same
		if _, err := k.admit(j); err != nil {
			return err
		}
	}
	delete(k.passed, j.state.Path)
	a := index.Aside{SetAside: s, File: j.state}
	a.File.Basis = asideBasis(k.opts)
	k.setAside(a)
	k.pending++
	if k.opts.Events.Read != nil {
		k.opts.Events.Read(nil, &s)
	}
	return nil
}

// setAside adds a, and remembers it as found in this run if it is another than before.
func (k *work) setAside(a index.Aside) {
	key := asideKey(a)
	before, ok := k.plan.asides[key]
	if !ok {
		before, ok = k.plan.asideOf(a.File.SHA256)
	}
	if !ok || before.Code != a.Code || before.File.SHA256 != a.File.SHA256 {
		k.found[key] = true
	}
	k.asides[key] = a
}
