package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/styrdok/styrdok/extract/internal/program"
)

// Why a program gave no text.
var (
	// ErrNotInstalled says that there is no such program.
	ErrNotInstalled = program.ErrNotInstalled
	// ErrFailed says that the program gave up on the file, took too long or found no text.
	ErrFailed = errors.New("could not read the file")
)

const (
	// DefaultTimeout is for one file: both programs read a thousand pages in less.
	DefaultTimeout = 20 * time.Second
	// maxOutput is how much text is taken: all of Swedish law in force is smaller than this.
	maxOutput = 32 << 20
)

// A Reader runs one program.
type Reader struct {
	// Program is "pdftotext" or "mutool".
	Program string
	// Command is the program's file, the name that Program is found by if empty.
	Command string
	// Timeout is for one file; [DefaultTimeout] if zero.
	Timeout time.Duration
}

// Pages returns the text of each page of the PDF file of the given size in r. The error wraps [ErrNotInstalled] or [ErrFailed], or is ctx's.
func (e *Reader) Pages(ctx context.Context, r io.ReaderAt, size int64) ([]string, error) {
	name, err := store(r, size)
	if err != nil {
		return nil, err
	}
	defer os.Remove(name)
	timeout := e.Timeout
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	out, _, err := program.Command{Name: e.command(), Args: e.args(name), Timeout: timeout, MaxOutput: maxOutput}.Run(ctx)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, ErrNotInstalled):
		return nil, fmt.Errorf("%s %w", e.Program, err)
	case errors.Is(err, program.ErrTimeout):
		return nil, fmt.Errorf("%s %w: %w", e.Program, ErrFailed, err)
	}
	// A program that complains may have got most of the text all the same.
	pages := strings.Split(strings.ToValidUTF8(string(out), ""), "\f")
	if n := len(pages); strings.TrimSpace(pages[n-1]) == "" {
		pages = pages[:n-1]
	}
	if strings.TrimSpace(strings.Join(pages, "")) == "" {
		return nil, fmt.Errorf("%s %w", e.Program, ErrFailed)
	}
	return pages, nil
}

func (e *Reader) command() string {
	if e.Command != "" {
		return e.Command
	}
	return e.Program
}

// args makes the program print a file's text, a form feed after each page.
func (e *Reader) args(file string) []string {
	if e.Program == "mutool" {
		return []string{"draw", "-q", "-F", "txt", "-o", "-", file}
	}
	return []string{"-q", "-enc", "UTF-8", file, "-"}
}

// store writes the file where the program can read it, and returns its name.
func store(r io.ReaderAt, size int64) (string, error) {
	f, err := os.CreateTemp("", "styrdok-*.pdf")
	if err != nil {
		return "", err
	}
	_, err = io.Copy(f, io.NewSectionReader(r, 0, size))
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}
