package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

const (
	// Name is the hidden command that makes the program a worker.
	Name = "worker"
	// marker is the environment variable that is set in a worker: it starts no workers of its own.
	marker = "STYRDOK_WORKER"
	// startTime is how long a worker may take to begin: it takes 20 ms on an idle machine.
	startTime = 30 * time.Second
	// grace is what a worker gets beyond a document's time, to say itself that time is up.
	grace = time.Second
	// maxWorkers keeps the memory that all may take together within reason.
	maxWorkers = 8
)

// ErrStart says that there can be no worker: it is no document's fault.
var ErrStart = errors.New("cannot start a process to read in")

// A Pool reads documents in workers, which it starts when they are needed, keeps, and replaces when they die. It is safe for
// concurrent use.
type Pool struct {
	setup   Setup
	command func() (*exec.Cmd, error)
	slots   chan *process // nil where none was started

	closed sync.Once

	mu    sync.Mutex
	spent Spent
}

// Workers returns how many workers there should be for n documents: one a core.
func Workers(n int) int { return max(1, min(n, runtime.GOMAXPROCS(0), maxWorkers)) }

// NewPool returns a pool of n workers that are set up by s. It starts none yet.
func NewPool(n int, s Setup) *Pool {
	p := &Pool{setup: s, command: self, slots: make(chan *process, n)}
	for range n {
		p.slots <- nil
	}
	return p
}

// self returns the command that runs this program as a worker.
func self() (*exec.Cmd, error) {
	if os.Getenv(marker) != "" {
		return nil, errors.New("this is a worker itself")
	}
	path, err := executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, Name)
	cmd.Args[0] = os.Args[0]
	// The password goes over stdin; one trace a crash is what trace.go reads.
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "STYRDOK_PDF_PASSWORD=") || strings.HasPrefix(v, "GOTRACEBACK=")
	})
	cmd.Env = append(cmd.Env, marker+"=1", "GOTRACEBACK=single")
	if os.Getenv("GOGC") == "" {
		cmd.Env = append(cmd.Env, fmt.Sprintf("GOGC=%d", firstCollection)) // from the first byte on
	}
	return cmd, nil
}

// Read reads a source as styrdok.Reader.Read does; municipality is whose document a mapping says that it is, or "". The
// error is ctx's, wraps ErrStart, or is an *[Error]: it wraps extract.ErrTimeout, ErrMemory or ErrCrashed where reading went out of bounds.
func (p *Pool) Read(ctx context.Context, s styrdok.Source, municipality string) (*policy.Document, error) {
	a, err := p.ask(ctx, newRequest(s, municipality))
	if err != nil {
		return nil, err
	}
	if a.Document == nil {
		return nil, &Error{message: s.Path + ": the answer has no document"}
	}
	a.Document.Source, a.Document.Path = s.Name, s.Path // which need not be UTF-8
	p.mu.Lock()
	defer p.mu.Unlock()
	p.spent.Read += a.Spent.Read
	p.spent.Tag += a.Spent.Tag
	return a.Document, nil
}

// Spent returns the time that the documents took that were read so far, all workers together.
func (p *Pool) Spent() Spent {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.spent
}

// Pages reads the pages of the file at path: what is printed of them. The error is as that of Read.
func (p *Pool) Pages(ctx context.Context, path string) (*page.Document, error) {
	a, err := p.ask(ctx, Request{Path: []byte(path), Pages: true})
	if err != nil {
		return nil, err
	}
	if a.Pages == nil {
		return nil, &Error{message: path + ": the answer has no pages"}
	}
	return a.Pages, nil
}

// ask sends r to a free worker, once there is one.
func (p *Pool) ask(ctx context.Context, r Request) (*Answer, error) {
	var w *process
	select {
	case w = <-p.slots:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { p.slots <- w }()
	for again := true; ; again = false {
		var err error
		if !w.alive() {
			w.discard()
			if w, err = p.start(ctx); err != nil {
				return nil, err
			}
		}
		a, err := w.call(ctx, p.setup.limits().Time+grace, r)
		switch {
		case err == nil && a.Failure != nil:
			return nil, a.Failure.Err()
		case err == nil:
			return a, nil
		case errors.Is(err, errNotSent) && again: // it died between two documents, and this one is not to blame
			continue
		case ctx.Err() != nil:
			return nil, ctx.Err()
		}
		return nil, blame(string(r.Path), err)
	}
}

// blame returns err with the path of the file that it is about.
func blame(path string, err error) error {
	e := &Error{message: path + ": " + err.Error(), kind: err}
	var known *Error
	if errors.As(err, &known) {
		e.kind, e.detail = known.kind, known.detail
	}
	return e
}

// start starts a worker and sets it up.
func (p *Pool) start(ctx context.Context) (*process, error) {
	cmd, err := p.command()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStart, err)
	}
	w, err := start(cmd)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStart, err)
	}
	a, err := w.call(ctx, startTime, p.setup)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrStart, err)
	case a.Failure != nil:
		w.end(0)
		return nil, fmt.Errorf("%w: %w", ErrStart, a.Failure.Err())
	}
	return w, nil
}

// Close ends all workers. Nothing may be read at the time or afterwards.
func (p *Pool) Close() { p.closed.Do(p.close) }

func (p *Pool) close() {
	for range cap(p.slots) {
		if w := <-p.slots; w.alive() {
			w.end(leave)
		} else {
			w.discard()
		}
	}
}

// discard frees what is left of a worker that ended; nil is none.
func (p *process) discard() {
	if p != nil {
		p.end(0)
	}
}
