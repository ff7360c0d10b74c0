package worker

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/policy"
)

// talk serves what send writes, until it returns and its writer is closed; it returns the answers.
func talk(t *testing.T, ctx context.Context, h Handler, send func(w io.Writer)) ([]Answer, error) {
	t.Helper()
	in, w := io.Pipe()
	go func() {
		defer w.Close()
		send(w)
	}()
	var out bytes.Buffer
	err := serve(ctx, in, &out, func(Setup) (Handler, error) { return h, nil })
	var answers []Answer
	for {
		data, err := readFrame(&out)
		if err != nil {
			break
		}
		var a Answer
		if err := json.Unmarshal(data, &a); err != nil {
			t.Fatal(err)
		}
		answers = append(answers, a)
	}
	return answers, err
}

// frames returns a sender of all of all; it waits for the answers in between, as a pool does, by the unbuffered pipe.
func frames(t *testing.T, all ...any) func(io.Writer) {
	return func(w io.Writer) {
		for _, v := range all {
			if err := writeFrame(w, v); err != nil {
				t.Error(err)
			}
			time.Sleep(50 * time.Millisecond) // in which the answer is written: the end of stdin comes after it
		}
	}
}

// bounds are those of the test binary itself: serving in it must not bound it.
var bounds = Setup{Limits: Limits{Time: time.Second, Memory: 1 << 40}}

func TestServe(t *testing.T) {
	h := func(_ context.Context, r Request) (*Answer, error) {
		if r.ID == "b" {
			return nil, extract.ErrCorrupt
		}
		return &Answer{Document: &policy.Document{ID: r.ID}}, nil
	}
	answers, err := talk(t, t.Context(), h, frames(t, bounds, Request{ID: "a"}, Request{ID: "b"}, Request{ID: "c"}))
	if err != nil || len(answers) != 4 {
		t.Fatalf("error %v, answers %+v", err, answers)
	}
	if answers[0] != (Answer{}) || answers[1].Document.ID != "a" || answers[2].Failure.Kind != "corrupt" || answers[3].Document.ID != "c" {
		t.Errorf("answers %+v", answers)
	}
}

// The end of stdin ends a worker, whatever it does at the time.
func TestServeEndsWithStdin(t *testing.T) {
	stuck := make(chan struct{})
	defer close(stuck)
	h := func(context.Context, Request) (*Answer, error) { <-stuck; return &Answer{}, nil }
	if _, err := talk(t, t.Context(), h, frames(t, bounds, Request{})); err != nil {
		t.Errorf("error %v", err)
	}
}

func TestServeEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	h := func(context.Context, Request) (*Answer, error) { cancel(); select {} }
	_, err := talk(t, ctx, h, func(w io.Writer) {
		frames(t, bounds, Request{})(w)
		<-ctx.Done()
		time.Sleep(100 * time.Millisecond)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// Somebody who starts a worker by hand is told that it does not understand.
func TestServeNoFrames(t *testing.T) {
	for _, in := range []string{"hello, worker\n", "sty\x01\x00\x00\x00\x01{"} {
		_, err := talk(t, t.Context(), nil, func(w io.Writer) {
			_, _ = io.WriteString(w, in) // an error says that serving has ended, as it should
			time.Sleep(100 * time.Millisecond)
		})
		if err == nil {
			t.Errorf("%q: no error", in)
		}
	}
}

func TestLimits(t *testing.T) {
	if l := (Setup{}).limits(); l.Time != DefaultTime || l.Memory != DefaultMemory {
		t.Errorf("limits %+v", l)
	}
	if l := (Setup{Limits: testLimits()}).limits(); l != testLimits() {
		t.Errorf("limits %+v", l)
	}
}
