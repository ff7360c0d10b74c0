package batch

import (
	"context"
	"time"

	"github.com/styrdok/styrdok/index"
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
	// passed are the files that are passed over now, by asideKey, and texts the documents that say something, by FileState.Text.
	passed map[string]index.Aside
	texts  map[string][]*claim
}

func (k *work) do(ctx context.Context) error {
	k.begin()
	k.beginPassed()
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
