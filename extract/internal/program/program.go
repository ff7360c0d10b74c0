package program

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// Why a program did not end by itself.
var (
	// ErrNotInstalled says that there is no such program.
	ErrNotInstalled = errors.New("is not installed")
	// ErrTimeout says that it was ended, since it took too long.
	ErrTimeout = errors.New("no result")
)

// maxTrouble is how much is kept of what a program complains: its first lines tell.
const maxTrouble = 1 << 12

// afterKill is how long a program that was ended may hold on to its output, through children of its own.
const afterKill = time.Second

// A Command is a program to be run once.
type Command struct {
	// Name is what it is found by, or its path.
	Name string
	Args []string
	// Env is added to the environment.
	Env   []string
	Stdin io.Reader
	// Timeout is for the whole run; MaxOutput is how many bytes of what it prints are kept, the rest is let go.
	Timeout   time.Duration
	MaxOutput int
}

// Run runs c and returns what it printed, and the beginning of what it complained. The error wraps [ErrNotInstalled], [ErrTimeout], or is
// ctx's; with any other (as for an exit code that is not 0) what was printed may be of use all the same.
func (c Command) Run(ctx context.Context) (out, trouble []byte, err error) {
	bounded, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	cmd := exec.CommandContext(bounded, c.Name, c.Args...)
	cmd.Env = append(os.Environ(), c.Env...)
	cmd.WaitDelay = afterKill
	cmd.Stdin = c.Stdin
	printed, complained := limited{left: c.MaxOutput}, limited{left: maxTrouble}
	cmd.Stdout, cmd.Stderr = &printed, &complained
	err = cmd.Run()
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, os.ErrNotExist):
		return nil, nil, ErrNotInstalled
	case bounded.Err() != nil:
		err = fmt.Errorf("%w after %s", ErrTimeout, c.Timeout)
	}
	return printed.kept.Bytes(), complained.kept.Bytes(), err
}

// limited keeps what is written to it up to a size and lets the rest go. It has no ReadFrom, by which a copy would pass Write by.
type limited struct {
	kept bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	l.kept.Write(p[:n])
	return len(p), nil
}
