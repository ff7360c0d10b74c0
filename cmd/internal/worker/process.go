package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/styrdok/styrdok/extract"
)

const (
	// maxTrace is how much is kept of what a worker prints to stderr, from the beginning: a crash says first what it is.
	maxTrace = 64 << 10
	// drain is how long stderr is waited for after a worker's end, in case that something it started holds it open.
	drain = time.Second
	// maxSigns is how many signs of life there may be before an answer: a document of thousands of scanned pages is no
	// governing document.
	maxSigns = 3000
	// leave is how long an idle worker may take to end when its stdin does.
	leave = 2 * time.Second
)

// errNotSent says that the process was gone before it got the request.
var errNotSent = errors.New("the worker was gone")

// A process is a worker that was started. One call at a time.
type process struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *os.File
	said head
	done chan struct{} // closed when it has ended
}

// start starts cmd as a worker.
func start(cmd *exec.Cmd) (*process, error) {
	p := &process{cmd: cmd, done: make(chan struct{})}
	keep(cmd)
	cmd.Stderr, cmd.WaitDelay = &p.said, drain
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, theirs, err := os.Pipe() // not a StdoutPipe, which Wait closes, be it read or not
	if err != nil {
		return nil, err
	}
	cmd.Stdout, p.in, p.out = theirs, in, out
	err = cmd.Start()
	theirs.Close()
	if err != nil {
		out.Close()
		return nil, err
	}
	go func() {
		_ = cmd.Wait() // cmd.ProcessState says it
		close(p.done)
	}()
	return p, nil
}

// alive reports whether p has not ended, as far as is known.
func (p *process) alive() bool {
	if p == nil {
		return false
	}
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// call sends request and waits for the answer, no longer than limit from one sign of life to the next. After an error p has ended; the error is ctx's, wraps
// errNotSent, or wraps extract's ErrTimeout, ErrMemory or ErrCrashed.
func (p *process) call(ctx context.Context, limit time.Duration, request any) (*Answer, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(limit, func() { cancel(extract.ErrTimeout) })
	defer timer.Stop()
	stop := context.AfterFunc(ctx, func() { kill(p.cmd) })
	a, err := p.exchange(request, func() { timer.Reset(limit) })
	if !stop() || err != nil {
		p.end(0)
	}
	if err == nil {
		return a, nil
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if errors.Is(err, errNotSent) || errors.Is(err, extract.ErrTimeout) {
		return nil, err
	}
	return nil, p.cause()
}

// exchange sends request and reads the answer; alive is called for each sign of life.
func (p *process) exchange(request any, alive func()) (*Answer, error) {
	if err := writeFrame(p.in, request); err != nil {
		return nil, fmt.Errorf("%w: %w", errNotSent, err)
	}
	for range maxSigns {
		frame, err := readFrame(p.out)
		if err != nil {
			return nil, err
		}
		var a Answer
		if err := json.Unmarshal(frame, &a); err != nil {
			return nil, err
		}
		if !a.Alive {
			return &a, nil
		}
		alive()
	}
	return nil, extract.ErrTimeout
}

// cause says of an ended worker why it ended, from how it did and what it said.
func (p *process) cause() *Error {
	kind := extract.ErrCrashed
	if p.cmd.ProcessState.ExitCode() == exitMemory || lacksMemory(p.said.text()) {
		kind = extract.ErrMemory
	}
	detail := detailOf(p.said.text())
	if detail == "" {
		detail = p.cmd.ProcessState.String()
	}
	return &Error{message: kind.Error(), kind: kind, detail: detail}
}

// end closes p's stdin, gives it some time to leave, and ends it. Then nothing is left of it.
func (p *process) end(patience time.Duration) {
	p.in.Close()
	if patience > 0 {
		select {
		case <-p.done:
		case <-time.After(patience):
		}
	}
	if p.alive() {
		kill(p.cmd)
	}
	<-p.done
	p.out.Close()
}

// A head keeps the beginning of what is written to it. It is safe for concurrent use.
type head struct {
	mu   sync.Mutex
	data []byte
}

// Write takes all of data and keeps what there is room for.
func (h *head) Write(data []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.data = append(h.data, data[:min(len(data), maxTrace-len(h.data))]...)
	return len(data), nil
}

func (h *head) text() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return string(h.data)
}
