package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/styrdok/styrdok/extract/internal/program"
)

// Why a picture was not read.
var (
	// ErrNotInstalled says that there is no tesseract, or that it lacks a language.
	ErrNotInstalled = errors.New("tesseract is not installed")
	// ErrFailed says that tesseract gave up on the picture or took too long.
	ErrFailed = errors.New("text recognition failed")
)

const (
	// DefaultLanguages is what municipal documents are written in.
	DefaultLanguages = "swe"
	// DefaultTimeout is for one page: an A4 page at 300 dpi takes 2 to 10 s on one core.
	DefaultTimeout = 2 * time.Minute
	// maxPicture is how large a picture may be: A4 at 600 dpi in colour is 100 MB unpacked, and nobody scans finer.
	maxPicture = 128 << 20
	// maxOutput is how much tesseract may print: a page of 3,000 words is 200 kB.
	maxOutput = 16 << 20
)

// An Engine runs tesseract. The zero value works where tesseract and its Swedish data are installed. It is safe for
// concurrent use.
type Engine struct {
	// Command is the program, "tesseract" if empty.
	Command string
	// Languages are tesseract's names of the languages, joined by "+"; [DefaultLanguages] if empty.
	Languages string
	// Timeout is for one picture; [DefaultTimeout] if zero.
	Timeout time.Duration
	// Cache is the folder where results are kept by the picture's hash; "" keeps none.
	Cache string
}

// A Page is what stands on a picture. Its words are in reading order.
type Page struct {
	Words []Word
}

// A Word is a word on a picture.
type Word struct {
	Text string
	// Left, Top, Right and Bottom are pixels from the picture's top left corner.
	Left, Top, Right, Bottom int
	// Line counts the lines of the page from 0: words of one line have the same number.
	Line int
	// Confidence is 0 to 1.
	Confidence float64
}

// Recognize returns what stands on picture (PNG, JPEG, TIFF, JPEG 2000 or PNM). resolution is in dots an inch, 0 if unknown. The
// error wraps [ErrNotInstalled] or [ErrFailed], or is ctx's.
func (e *Engine) Recognize(ctx context.Context, picture []byte, resolution int) (*Page, error) {
	if len(picture) > maxPicture {
		return nil, fmt.Errorf("%w: the picture has %d bytes, more than %d", ErrFailed, len(picture), maxPicture)
	}
	key := e.key(picture, resolution)
	if p, ok := e.load(key); ok {
		return p, nil
	}
	out, err := e.run(ctx, picture, resolution)
	if err != nil {
		return nil, err
	}
	p := parse(out)
	e.store(key, p)
	return p, nil
}

func (e *Engine) command() string {
	if e.Command != "" {
		return e.Command
	}
	return "tesseract"
}

func (e *Engine) languages() string {
	if e.Languages != "" {
		return e.Languages
	}
	return DefaultLanguages
}

// run hands picture to tesseract and returns its table of words.
func (e *Engine) run(ctx context.Context, picture []byte, resolution int) ([]byte, error) {
	timeout := e.Timeout
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	args := []string{"stdin", "stdout", "-l", e.languages()}
	if resolution > 0 {
		args = append(args, "--dpi", fmt.Sprint(resolution))
	}
	out, trouble, err := program.Command{Name: e.command(), Args: append(args, "tsv"), Stdin: bytes.NewReader(picture),
		// One thread: pages are read side by side, and tesseract's own threads mostly wait for one another.
		Env: []string{"OMP_THREAD_LIMIT=1"}, Timeout: timeout, MaxOutput: maxOutput}.Run(ctx)
	switch {
	case err == nil:
		return out, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, program.ErrNotInstalled):
		return nil, ErrNotInstalled
	case errors.Is(err, program.ErrTimeout):
		return nil, fmt.Errorf("%w: %w", ErrFailed, err)
	case bytes.Contains(trouble, []byte("Error opening data file")):
		return nil, fmt.Errorf("%w for the language %s", ErrNotInstalled, e.languages())
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(trouble)), "\n")
	return nil, fmt.Errorf("%w: %v %s", ErrFailed, err, line)
}
