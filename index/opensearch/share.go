package opensearch

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/styrdok/styrdok/index"
)

// Queue returns the queue of the index at name, as o sees it.
func (e *Engine) Queue(name string, o index.Owner) (*Queue, error) {
	p, c, err := e.reach(name)
	if err != nil {
		return nil, err
	}
	return &Queue{client: c, place: p, me: rand.Text(), owner: o, asked: map[string]chan answer{}, mine: map[*held]bool{}}, nil
}

// Share begins a run, of which terms say what it is. The caller holds the index's lock until [Queue.End].
func (q *Queue) Share(ctx context.Context, terms string) error {
	id := rand.Text()
	if err := q.clear(ctx); err != nil {
		return err
	}
	if err := q.setRun(ctx, run{Kind: "run", Run: id, Terms: terms}); err != nil {
		return err
	}
	poll, stop := context.WithCancel(ctx)
	q.mu.Lock()
	q.run, q.stop, q.stopped = id, stop, make(chan struct{})
	q.mu.Unlock()
	go q.collect(poll)
	return nil
}

// setRun writes what is shared, whatever was before.
func (q *Queue) setRun(ctx context.Context, r run) error {
	return q.client.send(ctx, "PUT", "/"+q.place.work()+"/_doc/"+runID+"?require_alias=true&refresh=true", r, nil)
}

// gone is how long a worker that died is told of: long enough for a person who looks because a night is slow.
const gone = 10 * time.Minute

// clear removes the tasks of runs before, and workers that are long gone.
func (q *Queue) clear(ctx context.Context) error {
	old := object{"range": object{"expires": object{"lt": time.Now().Add(-gone).UnixMilli()}}}
	body := object{"size": maxResults, "_source": false, "query": object{"bool": object{"should": []object{{"term": object{"kind": "task"}},
		{"bool": object{"filter": []object{{"term": object{"kind": "worker"}}, old}}}}}}}
	if err := q.client.do(ctx, "POST", "/"+q.place.work()+"/_refresh", nil, nil); err != nil {
		return err
	}
	for {
		var f found
		if err := q.client.send(ctx, "POST", "/"+q.place.work()+"/_search", body, &f); err != nil || len(f.Hits.Hits) == 0 {
			return err
		}
		var actions []action
		for _, h := range f.Hits.Hits {
			actions = append(actions, action{id: h.ID})
		}
		if err := q.client.write(ctx, q.place.work(), actions); err != nil {
			return err
		}
		if err := q.client.do(ctx, "POST", "/"+q.place.work()+"/_refresh", nil, nil); err != nil {
			return err
		}
	}
}

// Do posts payload, which is JSON, as a task and returns what the worker that does it returns for it.
func (q *Queue) Do(ctx context.Context, payload []byte) ([]byte, error) {
	q.mu.Lock()
	if q.failed != nil {
		defer q.mu.Unlock()
		return nil, q.failed
	}
	q.next++
	id, done := fmt.Sprintf("task-%s-%d", q.run, q.next), make(chan answer, 1)
	t := task{leased: leased{Kind: "task"}, Run: q.run, State: waiting, Since: time.Now().UnixMilli(), Payload: payload}
	q.mu.Unlock()
	_, err := q.client.putWork(ctx, q.place, id, version{}, t)
	if err != nil && !errors.Is(err, errConflict) { // a first try, whose answer was lost, posted it
		return nil, err
	}
	q.mu.Lock()
	q.asked[id] = done
	q.mu.Unlock()
	select {
	case a := <-done:
		return a.result, a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Fail ends all that wait in Do, and who will, with err.
func (q *Queue) Fail(err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.failed != nil || err == nil {
		return
	}
	q.failed = err
	for id, done := range q.asked {
		done <- answer{err: err}
		delete(q.asked, id)
	}
}

// pollEvery is how often it is looked for results.
const pollEvery = 150 * time.Millisecond

// collect hands results to those who wait for them, until ctx ends.
func (q *Queue) collect(ctx context.Context) {
	defer close(q.stopped)
	for sleep(ctx, pollEvery) == nil {
		if err := q.collectOnce(ctx); err != nil && ctx.Err() == nil {
			q.Fail(err)
		}
	}
}

// A seen task is one that was looked at by its ID.
type seen struct {
	ID     string `json:"_id"`
	Found  bool   `json:"found"`
	Source task   `json:"_source"`
}

func (q *Queue) collectOnce(ctx context.Context) error {
	q.mu.Lock()
	var ids []string
	for id := range q.asked {
		ids = append(ids, id)
	}
	q.mu.Unlock()
	all, err := q.look(ctx, ids, "state,attempts,expires")
	if err != nil {
		return err
	}
	var ready []string
	var actions []action
	for _, s := range all {
		limit := time.Now().Add(-MaxSkew).UnixMilli()
		switch {
		case s.Source.State == done:
			ready = append(ready, s.ID)
		case s.Source.State == taken && s.Source.Attempts >= maxAttempts && s.Source.Expires < limit:
			q.deliver(s.ID, answer{err: ErrGivenUp})
			actions = append(actions, action{id: s.ID})
		}
	}
	if all, err = q.look(ctx, ready, "result"); err != nil {
		return err
	}
	for _, s := range all {
		q.deliver(s.ID, answer{result: s.Source.Result})
		actions = append(actions, action{id: s.ID})
	}
	if len(actions) == 0 {
		return nil
	}
	return q.client.write(ctx, q.place.work(), actions)
}

// look reads fields of the tasks with these IDs.
func (q *Queue) look(ctx context.Context, ids []string, fields string) ([]seen, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var out struct{ Docs []seen }
	err := q.client.send(ctx, "POST", "/"+q.place.work()+"/_mget?_source_includes="+fields, object{"ids": ids}, &out)
	return out.Docs, err
}

func (q *Queue) deliver(id string, a answer) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if done, ok := q.asked[id]; ok {
		done <- a
		delete(q.asked, id)
	}
}

// End ends the run: workers that serve the queue end, and what is left of it is removed.
func (q *Queue) End(ctx context.Context) error {
	q.mu.Lock()
	stop := q.stop
	q.stop = nil
	q.mu.Unlock()
	if stop == nil {
		return nil
	}
	stop()
	<-q.stopped
	return errors.Join(q.client.write(ctx, q.place.work(), []action{{id: runID}}), q.clear(ctx))
}

// Shared returns the terms of the run that is open; the error wraps ErrNoRun if none is.
func (q *Queue) Shared(ctx context.Context) (terms string, err error) {
	r, err := q.current(ctx)
	return r.Terms, err
}

// current returns the run that is open.
func (q *Queue) current(ctx context.Context) (run, error) {
	var r run
	_, err := q.client.getWork(ctx, q.place, runID, &r)
	if missing(err) {
		return r, fmt.Errorf("%s: %w", q.place.name, ErrNoRun)
	}
	return r, err
}
