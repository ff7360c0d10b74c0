package queue_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/styrdok/styrdok/index/internal/queue"
)

func Example() {
	sum := 0
	q := queue.Start(2, func(tasks <-chan int) error {
		for n := range tasks {
			sum += n
		}
		return nil
	})
	for n := range 5 {
		if err := q.Do(n); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(q.Close(), sum)
	// Output: <nil> 10
}

// All tasks are done, in their order, before Close returns.
func TestOrder(t *testing.T) {
	var done []int
	q := queue.Start(1, func(tasks <-chan int) error {
		for n := range tasks {
			done = append(done, n)
		}
		return nil
	})
	var want []int
	for n := range 100 {
		want = append(want, n)
		if err := q.Do(n); err != nil {
			t.Fatal(err)
		}
	}
	if err := q.Close(); err != nil || !slices.Equal(done, want) {
		t.Errorf("%v, %v", done, err)
	}
}

// A task that fails ends the work: nobody waits for room that there will never be, and each call after it says why.
func TestFailure(t *testing.T) {
	failure := errors.New("no room")
	q := queue.Start(0, func(tasks <-chan int) error {
		for n := range tasks {
			if n == 3 {
				return failure
			}
		}
		return nil
	})
	var err error
	for n := range 1000 {
		if err = q.Do(n); err != nil {
			if n <= 3 {
				t.Errorf("task %d fails", n)
			}
			break
		}
	}
	if !errors.Is(err, failure) {
		t.Errorf("Do says %v", err)
	}
	if again := q.Do(5); !errors.Is(again, failure) {
		t.Errorf("and then %v", again)
	}
	if err := q.Close(); !errors.Is(err, failure) {
		t.Errorf("Close says %v", err)
	}
}
