package opensearch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

// idleWait is how long a worker waits that found nothing to do.
const idleWait = 300 * time.Millisecond

// A worker is a process that serves a queue, as others see it.
type worker struct {
	leased
	Since  int64 `json:"since"`
	Done   int   `json:"done"`
	Leases int   `json:"leases"`
	Leads  bool  `json:"leads"`
}

// Serve does tasks of the run that is open, n at a time, until it ends, and returns how many it did. do gets a task's payload; an error of
// it ends Serve, and the task goes back. The error wraps ErrNoRun if no run is open, ErrLeft if its writer has ended without ending it, or
// is ctx's.
func (q *Queue) Serve(ctx context.Context, n int, do func(ctx context.Context, payload []byte) ([]byte, error)) (int, error) {
	r, err := q.current(ctx)
	if err != nil {
		return 0, err
	}
	g, slots := errgroup.WithContext(ctx)
	beat, stop := context.WithCancel(ctx)
	renewed := make(chan struct{})
	go func() {
		defer close(renewed)
		for q.renew(beat); sleep(beat, renew) == nil; {
			q.renew(beat)
		}
	}()
	for range n {
		g.Go(func() error { return q.slot(slots, r.Run, do) })
	}
	err = g.Wait()
	stop()
	<-renewed
	_ = q.client.write(context.WithoutCancel(ctx), q.place.work(), []action{{id: q.workerID()}})
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.count, err
}

func (q *Queue) workerID() string { return "worker-" + q.me }

// slot does one task after another.
func (q *Queue) slot(ctx context.Context, run string, do func(context.Context, []byte) ([]byte, error)) error {
	for {
		h, err := q.take(ctx, run)
		if err != nil {
			return err
		}
		if h == nil {
			over, err := q.over(ctx, run)
			if over || err != nil {
				return err
			}
			if err := sleep(ctx, idleWait); err != nil {
				return err
			}
			continue
		}
		result, err := do(ctx, h.task.Payload)
		if err := q.giveBack(ctx, h, result, err); err != nil {
			return err
		}
	}
}

// take takes a task by lease; nil if there is none.
func (q *Queue) take(ctx context.Context, run string) (*held, error) {
	for {
		q.mu.Lock()
		if len(q.found) == 0 {
			q.mu.Unlock()
			found, err := q.find(ctx, run)
			if err != nil || len(found) == 0 {
				return nil, err
			}
			q.mu.Lock()
			q.found = append(q.found, found...)
		}
		h := q.found[0]
		q.found = q.found[1:]
		q.mu.Unlock()
		h.mu.Lock()
		h.task.Token, h.task.State, h.task.Expires, h.task.Owner = q.me, taken, time.Now().Add(lease).UnixMilli(), &q.owner
		h.task.Attempts++
		err := h.put(ctx, q.client, q.place)
		h.mu.Unlock()
		switch {
		case errors.Is(err, errConflict):
			continue // another was faster
		case err != nil:
			return nil, err
		}
		q.mu.Lock()
		q.mine[h] = true
		q.mu.Unlock()
		return h, nil
	}
}

// giveBack ends h: with its result, or as one that waits again if failed says why it was not done.
func (q *Queue) giveBack(ctx context.Context, h *held, result []byte, failed error) error {
	q.mu.Lock()
	delete(q.mine, h)
	q.mu.Unlock()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.task.State, h.task.Result = done, result
	if failed != nil {
		h.task.State, h.task.Token = waiting, ""
		h.task.Attempts--
		ctx = context.WithoutCancel(ctx)
	}
	err := h.put(ctx, q.client, q.place)
	switch {
	case failed != nil:
		return failed
	case errors.Is(err, errConflict): // the lease was lost; another does it, or has
		return nil
	case err == nil:
		q.mu.Lock()
		q.count++
		q.mu.Unlock()
	}
	return err
}

// over reports whether the run has ended. The error wraps ErrLeft if nobody leads it any more.
func (q *Queue) over(ctx context.Context, run string) (bool, error) {
	now, err := q.current(ctx)
	if errors.Is(err, ErrNoRun) || err == nil && now.Run != run {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	var l leased
	_, err = q.client.getWork(ctx, q.place, lockID, &l)
	if missing(err) || err == nil && l.free(time.Now()) {
		if now, err := q.current(ctx); errors.Is(err, ErrNoRun) || err == nil && now.Run != run {
			return true, nil
		}
		return false, fmt.Errorf("%s: %w", q.place.name, ErrLeft)
	}
	return false, err
}

// renew renews the leases of this worker's tasks, and tells others that it is alive. What cannot be renewed is lost.
func (q *Queue) renew(ctx context.Context) {
	if q.frozen {
		return
	}
	q.mu.Lock()
	var mine []*held
	for h := range q.mine {
		mine = append(mine, h)
	}
	w := worker{Done: q.count, Leases: len(mine), Leads: q.run != ""}
	q.mu.Unlock()
	until := time.Now().Add(lease).UnixMilli()
	for _, h := range mine {
		h.mu.Lock()
		if h.task.State == taken {
			h.task.Expires = until
			_ = h.put(ctx, q.client, q.place)
		}
		h.mu.Unlock()
	}
	w.leased = leased{Kind: "worker", Token: q.me, Expires: until, Owner: &q.owner}
	w.Since = q.owner.Since.UnixMilli()
	_ = q.client.send(ctx, "PUT", "/"+q.place.work()+"/_doc/"+q.workerID()+"?require_alias=true", w, nil)
}
