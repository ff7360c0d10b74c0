package outside_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/extract/internal/outside"
)

// program makes a program out of a shell script; "$@" are the arguments that it is run with.
func program(t *testing.T, script string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func pages(t *testing.T, e outside.Reader, data string) ([]string, error) {
	t.Helper()
	return e.Pages(t.Context(), strings.NewReader(data), int64(len(data)))
}

func TestPages(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	// The file is the last argument but one of pdftotext, the last of mutool.
	for name, script := range map[string]string{"pdftotext": `shift 3; cat "$1"; printf '\fSida 2\f'; exit 1`, "mutool": `shift 6; cat "$1"; printf '\fSida 2\f'`} {
		got, err := pages(t, outside.Reader{Program: name, Command: program(t, script)}, "Åtgärder")
		if err != nil || fmt.Sprint(got) != "[Åtgärder Sida 2]" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "styrdok-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBounds(t *testing.T) {
	tests := []struct {
		name, script string
		want         error
	}{
		{"no text", "printf '\\f \\f'", outside.ErrFailed},
		{"never ends", "exec sleep 60", outside.ErrFailed},
		{"nothing at all", "exit 3", outside.ErrFailed},
	}
	for _, tt := range tests {
		begun := time.Now()
		_, err := pages(t, outside.Reader{Program: "pdftotext", Command: program(t, tt.script), Timeout: 300 * time.Millisecond}, "x")
		if !errors.Is(err, tt.want) || time.Since(begun) > 20*time.Second {
			t.Errorf("%s: %v after %s", tt.name, err, time.Since(begun))
		}
	}
	got, err := pages(t, outside.Reader{Program: "pdftotext", Command: program(t, "exec head -c 40000000 /dev/zero | tr '\\0' a")}, "x")
	if err != nil || len(got) != 1 || len(got[0]) != 32<<20 {
		t.Errorf("too much text: %d pages, %v", len(got), err)
	}
	if _, err := pages(t, outside.Reader{Program: "pdftotext", Command: "/finns/inte"}, "x"); !errors.Is(err, outside.ErrNotInstalled) {
		t.Errorf("not installed: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	e := outside.Reader{Program: "pdftotext", Command: program(t, "echo x")}
	if _, err := e.Pages(ctx, bytes.NewReader([]byte("x")), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func ExampleReader() {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		fmt.Println("pdftotext could not read the file")
		return
	}
	e := outside.Reader{Program: "pdftotext"}
	_, err := e.Pages(context.Background(), strings.NewReader("skräp"), 6)
	fmt.Println(err)
	// Output: pdftotext could not read the file
}
