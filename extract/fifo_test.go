//go:build unix

package extract_test

import (
	"context"
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/styrdok/styrdok/extract"
)

// A pipe would keep the program waiting for ever.
func TestPipeIsNotRead(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "plan.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	if _, err := extract.File(context.Background(), pipe, extract.Options{}); !errors.Is(err, extract.ErrUnsupported) {
		t.Errorf("error %v", err)
	}
	got, aside, err := extract.Find([]string{dir})
	if err != nil || len(got) != 0 || len(aside) != 1 || aside[0].Code != "unsupported" {
		t.Errorf("%v, %v, %v", got, aside, err)
	}
}
