package opensearch_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/opensearch"
)

// A led is a run and its writer's lock.
type led struct {
	engine *opensearch.Engine
	place  string
	queue  *opensearch.Queue
	unlock func() error
}

func lead(t *testing.T) *led {
	t.Helper()
	l := &led{place: newPlace(t), engine: newEngine(t, opensearch.Options{})}
	s, err := l.engine.Storage(l.place)
	if err != nil {
		t.Fatal(err)
	}
	if l.unlock, err = s.Lock(index.Owner{Host: "writer", PID: 1}); err != nil {
		t.Fatal(err)
	}
	l.queue = l.worker(t, "writer")
	if err := l.queue.Share(context.Background(), "these"); err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *led) worker(t *testing.T, host string) *opensearch.Queue {
	q, err := l.engine.Queue(l.place, index.Owner{Host: host, Since: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// ask has n tasks done and returns the answers.
func (l *led) ask(t *testing.T, n int) []string {
	out := make([]string, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			data, err := l.queue.Do(context.Background(), fmt.Appendf(nil, `{"n":%d}`, i))
			if err != nil {
				t.Errorf("task %d: %v", i, err)
			}
			out[i] = string(data)
		})
	}
	all.Wait()
	return out
}

func upper(_ context.Context, payload []byte) ([]byte, error) {
	return []byte(strings.ToUpper(string(payload))), nil
}

// Several workers do each task once, and end with the run.
func TestQueue(t *testing.T) {
	l := lead(t)
	var times [60]atomic.Int32
	var workers sync.WaitGroup
	for i := range 3 {
		q := l.worker(t, fmt.Sprint("w", i))
		workers.Go(func() {
			_, err := q.Serve(context.Background(), 2, func(ctx context.Context, payload []byte) ([]byte, error) {
				var n int
				fmt.Sscanf(string(payload), `{"n":%d}`, &n)
				times[n].Add(1)
				return upper(ctx, payload)
			})
			if err != nil {
				t.Errorf("worker: %v", err)
			}
		})
	}
	for i, a := range l.ask(t, len(times)) {
		if want := fmt.Sprintf(`{"N":%d}`, i); a != want || times[i].Load() != 1 {
			t.Errorf("task %d: %q, done %d times", i, a, times[i].Load())
		}
	}
	if w, err := l.engine.Work(l.place); err != nil || len(w.Workers) != 3 || w.Waiting != 0 {
		t.Errorf("%+v, %v", w, err)
	}
	if terms, err := l.worker(t, "x").Shared(context.Background()); terms != "these" || err != nil {
		t.Errorf("shared %q, %v", terms, err)
	}
	if err := errors.Join(l.queue.End(context.Background()), l.unlock()); err != nil {
		t.Fatal(err)
	}
	workers.Wait()
	if _, err := l.worker(t, "x").Shared(context.Background()); !errors.Is(err, opensearch.ErrNoRun) {
		t.Errorf("after the end: %v", err)
	}
}

// A worker that fails gives its task back; the tasks of one that hangs without a sign of life are given to another, and what it comes up
// with at last is not wanted.
func TestQueueOfTheDead(t *testing.T) {
	l := lead(t)
	ctx, stop := context.WithCancel(context.Background())
	began := make(chan struct{})
	dead := l.worker(t, "dead")
	hung := make(chan error, 1)
	go func() {
		opensearch.Freeze(dead) // it does not renew its leases any more
		_, err := dead.Serve(ctx, 1, func(context.Context, []byte) ([]byte, error) {
			close(began)
			<-ctx.Done()
			return []byte("late"), nil
		})
		hung <- err
	}()
	answers := make(chan []string, 1)
	go func() { answers <- l.ask(t, 1) }()
	<-began
	failing := l.worker(t, "failing")
	broken := errors.New("broken")
	alive := l.worker(t, "alive")
	go func() {
		_, _ = failing.Serve(context.Background(), 1, func(context.Context, []byte) ([]byte, error) { return nil, broken })
		_, _ = alive.Serve(context.Background(), 1, upper)
	}()
	select {
	case a := <-answers:
		if a[0] != `{"N":0}` {
			t.Errorf("answer %q", a)
		}
	case <-time.After(time.Minute):
		t.Error("nobody took over")
	}
	stop()
	<-hung
	if err := errors.Join(l.queue.End(context.Background()), l.unlock()); err != nil {
		t.Fatal(err)
	}
}

// Workers of a writer that has ended without ending its run are told.
func TestQueueWithoutWriter(t *testing.T) {
	l := lead(t)
	done := make(chan error, 1)
	go func() {
		_, err := l.worker(t, "left").Serve(context.Background(), 1, upper)
		done <- err
	}()
	l.ask(t, 1)
	if err := l.unlock(); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-done:
		if !errors.Is(err, opensearch.ErrLeft) {
			t.Errorf("%v", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("the worker waits for ever")
	}
}
