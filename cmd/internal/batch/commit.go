package batch

import (
	"context"
	"time"
)

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
	k.settlePassed()
	k.writer.SetAside(sortedAsides(k.asides))
	k.writer.SetPassedOver(sortedAsides(k.passed))
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
