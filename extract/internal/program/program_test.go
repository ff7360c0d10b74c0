package program_test

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/extract/internal/program"
)

// shell runs a script.
func shell(script string) program.Command {
	return program.Command{Name: "sh", Args: []string{"-c", script}, Timeout: 20 * time.Second, MaxOutput: 100}
}

func TestRun(t *testing.T) {
	c := shell(`cat; echo "$WORD"; echo trouble >&2`)
	c.Stdin, c.Env = strings.NewReader("in "), []string{"WORD=out"}
	out, trouble, err := c.Run(t.Context())
	if err != nil || string(out) != "in out\n" || string(trouble) != "trouble\n" {
		t.Errorf("%q, %q, %v", out, trouble, err)
	}
}

// What a program printed before it gave up is kept, and so is the exit code.
func TestRunThatFails(t *testing.T) {
	out, _, err := shell("printf half; exit 3").Run(t.Context())
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 || string(out) != "half" {
		t.Errorf("%q, %v", out, err)
	}
}

// A program may print without end, on both ways.
func TestRunIsBounded(t *testing.T) {
	out, trouble, err := shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2").Run(t.Context())
	if err != nil || len(out) != 100 || len(trouble) != 1<<12 {
		t.Errorf("%d and %d bytes, %v", len(out), len(trouble), err)
	}
}

func TestRunThatNeverEnds(t *testing.T) {
	began := time.Now()
	c := shell("printf half; exec sleep 60")
	c.Timeout = 300 * time.Millisecond
	if out, _, err := c.Run(t.Context()); !errors.Is(err, program.ErrTimeout) || string(out) != "half" {
		t.Errorf("%q, %v", out, err)
	}
	// Nor does one that leaves a child behind that holds on to its output.
	c = shell("sleep 60 & wait")
	c.Timeout = 300 * time.Millisecond
	if _, _, err := c.Run(t.Context()); !errors.Is(err, program.ErrTimeout) {
		t.Error(err)
	}
	if time.Since(began) > 20*time.Second {
		t.Errorf("took %s", time.Since(began))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, _, err := shell("exec sleep 60").Run(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestRunOfNothing(t *testing.T) {
	for _, name := range []string{"finns-inte", "/finns/inte"} {
		if _, _, err := (program.Command{Name: name, Timeout: time.Second}).Run(t.Context()); !errors.Is(err, program.ErrNotInstalled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
