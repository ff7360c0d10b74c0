package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/opensearch"
)

// The exit codes. Scripts rely on them: they change only with a reason.
const (
	exitDone        = 0
	exitFailed      = 1
	exitPartly      = 3
	exitNoIndex     = 10
	exitLocked      = 11
	exitUsage       = 64
	exitInterrupted = 130
)

const exitCodesHelp = `Exit codes:
  0    all done (also a search without hits)
  1    failed: nothing could be read, an empty folder, no place to write, damage, too much gone at once
  3    done, but some input could not be read; the messages and the report name it
  10   there is no such index
  11   the index is locked by another writer
  64   wrong usage, a bad setting, a path that does not exist
  130  interrupted`

// exitCode returns the exit code for err; keep exitCodesHelp in step.
func exitCode(err error) int {
	var usage *usageError
	var setting *config.Error
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errPartly):
		return exitPartly
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, index.ErrNotFound):
		return exitNoIndex
	case errors.Is(err, index.ErrLocked):
		return exitLocked
	case errors.As(err, &usage), errors.As(err, &setting), errors.Is(err, opensearch.ErrPlace):
		return exitUsage
	}
	return exitFailed
}

// A usageError is a command line that cannot be meant, a path that does not exist among it.
type usageError struct{ problem string }

func (e *usageError) Error() string { return e.problem }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// An interrupted error is ctx's, with what became of the work.
type interrupted struct {
	error
	left string
}

// Unwrap returns ctx's error.
func (e interrupted) Unwrap() error { return e.error }

// report tells of err, on one line, and returns its exit code.
func (a *app) report(err error) int {
	code := exitCode(err)
	switch code {
	case exitDone:
	case exitPartly:
		a.log.Warn(err.Error())
	case exitInterrupted:
		var i interrupted
		if errors.As(err, &i) {
			a.log.Error("interrupted; " + i.left)
		} else {
			a.log.Error("interrupted")
		}
	default:
		a.log.Error(oneLine(adviseCluster(err).Error()))
	}
	return code
}
