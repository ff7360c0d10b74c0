// Package queue hands tasks to one goroutine that does them while others are made. Start with [Start].
package queue

// A Queue is tasks for one goroutine. Use it from one other, and Close it.
type Queue[T any] struct {
	tasks chan T
	// failed is closed when the work has failed, done when there will be no more; then err is why.
	failed, done chan struct{}
	err          error
}

// Start lets work do tasks, of which so many may wait, until there are no more. When work returns an error, nothing more is taken.
func Start[T any](waiting int, work func(tasks <-chan T) error) *Queue[T] {
	q := &Queue[T]{tasks: make(chan T, waiting), failed: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(q.done)
		if q.err = work(q.tasks); q.err != nil {
			close(q.failed)
		}
	}()
	return q
}

// Do hands over a task, and waits while too many do. It returns the error of an earlier task, if one has failed; that t succeeds, only
// Close tells.
func (q *Queue[T]) Do(t T) error {
	select {
	case <-q.failed:
		return q.err
	default:
	}
	select {
	case q.tasks <- t:
		return nil
	case <-q.failed:
		return q.err
	}
}

// Close waits until all tasks are done or one has failed, and returns its error. It must be called once, and no Do after it.
func (q *Queue[T]) Close() error {
	close(q.tasks)
	<-q.done
	return q.err
}
