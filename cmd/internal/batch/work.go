package batch

import (
	"context"
	"errors"
	"reflect"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// A work carries out a plan.
type work struct {
	opts   Options
	plan   *plan
	writer *index.Writer
	report *Report
	// pending is how many documents were put since the last commit, committed when that was.
	pending   int
	committed time.Time
	cost      time.Duration // of the last commit
	// asides are the files that are set aside now, by asideKey; found those of this run.
	asides map[string]index.Aside
	found  map[string]bool
}

func (k *work) do(ctx context.Context) error {
	k.begin()
	if err := k.refile(ctx); err != nil { // whole or not at all: it takes out what it puts in again
		return err
	}
	var reads []*job
	for _, j := range k.plan.jobs {
		if j.todo == toRead {
			reads = append(reads, j)
		}
	}
	if k.opts.Events.Planned != nil {
		k.opts.Events.Planned(len(reads))
	}
	stopped := k.read(ctx, reads)
	if stopped != nil && ctx.Err() == nil {
		return stopped
	}
	if err := k.commit(ctx); err != nil {
		return err
	}
	return ctx.Err()
}

// begin settles what is set aside as far as it is known already.
func (k *work) begin() {
	k.asides, k.found = map[string]index.Aside{}, map[string]bool{}
	for _, j := range k.plan.jobs {
		if j.aside == nil || j.todo != toLeave && j.todo != toRead {
			continue
		}
		a := *j.aside
		a.Source = j.source.Name
		if j.todo == toLeave { // else it is tried again, and set aside until that is done
			basis := a.File.Basis
			a.File = j.state
			a.File.Basis = basis
		}
		k.asides[asideKey(a)] = a
	}
	for _, s := range k.opts.Passed {
		k.setAside(index.Aside{SetAside: s})
	}
}

// refile takes out what is gone, and gives documents whose content is known their new names.
func (k *work) refile(ctx context.Context) error {
	for _, r := range k.plan.gone {
		if err := k.writer.Remove(r.ID); err != nil {
			return err
		}
	}
	k.report.Removed = len(k.plan.gone)
	var again []*job
	for _, j := range k.plan.jobs {
		switch j.todo {
		case toKeep:
			k.writer.Note(j.source.ID, j.state)
			k.report.Unchanged++
		case toRefile:
			again = append(again, j)
			if j.moved {
				if err := k.writer.Remove(j.from.ID); err != nil {
					return err
				}
			}
		}
		if j.was != nil && j.was.ID != j.source.ID {
			if err := k.writer.Remove(j.was.ID); err != nil {
				return err
			}
		}
	}
	for _, j := range again {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := k.rename(j); err != nil {
			return err
		}
	}
	return nil
}

// rename puts the document of j.from under j's name. If it is another municipality's there, or is damaged, it is read.
func (k *work) rename(j *job) error {
	old, err := k.writer.Document(*j.from)
	if errors.Is(err, index.ErrDamaged) {
		j.todo = toRead
		return nil
	}
	if err != nil {
		return err
	}
	doc := *old
	doc.ID, doc.Source, doc.Path = j.source.ID, j.source.Name, pathOf(j.source.Path)
	if !reflect.DeepEqual(k.opts.Reader.Assign(&doc, j.source), doc.Municipality) {
		j.todo = toRead // until it is, it is found as it was
	}
	if err := k.put(j, &doc); err != nil || j.todo == toRead {
		return err
	}
	switch {
	case j.from == j.was || j.moved:
		k.report.Unchanged++
		if j.moved {
			k.report.Moved++
		}
	case j.was != nil:
		k.report.Changed++
	default:
		k.report.New++
	}
	return nil
}

// put puts doc into the index as what j's file is.
func (k *work) put(j *job, doc *policy.Document) error {
	defer k.spend(time.Now())
	if err := k.writer.Put(doc); err != nil {
		return err
	}
	j.state.SHA256 = doc.SHA256
	state := j.state
	if j.todo == toRead && j.from != nil && doc.SHA256 == j.from.SHA256 {
		state.Basis = "" // still to be read
	}
	k.writer.Note(doc.ID, state)
	k.pending++
	return nil
}

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
	if err := k.put(j, r.doc); err != nil {
		return err
	}
	k.count(j, r.doc)
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
	}
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

// spend counts the time since began as spent on the index.
func (k *work) spend(began time.Time) { k.report.Seconds.Index += time.Since(began).Seconds() }

// commitIfDue commits if there is enough to.
func (k *work) commitIfDue(ctx context.Context) error {
	if k.pending < k.opts.BatchDocuments && time.Since(k.committed) < max(k.opts.BatchTime, commitShare*k.cost) {
		return nil
	}
	began := time.Now()
	if err := k.commit(ctx); err != nil {
		return err
	}
	k.cost = time.Since(began)
	if k.opts.Events.Committed != nil {
		k.opts.Events.Committed(k.report.read, k.writer.Generation())
	}
	return nil
}

// commit makes what was done until now safe, also if ctx has ended.
func (k *work) commit(ctx context.Context) error {
	defer k.spend(time.Now())
	k.writer.SetAside(k.list())
	k.writer.SetRoots(k.roots())
	if err := k.writer.Commit(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	k.pending, k.committed = 0, time.Now()
	return nil
}

func (k *work) roots() []string {
	roots := make([]string, len(k.opts.Roots))
	for i, r := range k.opts.Roots {
		roots[i] = pathOf(r)
	}
	return roots
}
