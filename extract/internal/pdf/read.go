package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/repair"
	"github.com/styrdok/styrdok/extract/page"
)

// Why a file could not be read. Errors of [Read] wrap one of these, or are the context's.
var (
	// ErrPassword: the file is encrypted and the password does not open it.
	ErrPassword = errors.New("needs a password")
	// ErrTooLarge: the file is larger than can be read.
	ErrTooLarge = errors.New("is too large")
	// ErrDamaged: no pages could be found in the file.
	ErrDamaged = errors.New("is damaged")
)

// Options steers reading. The zero value works.
type Options struct {
	// Password opens an encrypted file, as its user or its owner; the empty password is always tried first.
	Password string
	// Recognize reads the pictures of pages that have no text; nil leaves such pages unread. Its errors stand, as they are,
	// in the issue of a page that could not be read.
	Recognize Recognizer
}

// Read reads the PDF file of the given size in r. Trouble with single pages is in the document's issues and in the pages' records.
// Files that do not open as they are, or in which objects cannot be read, are repaired in memory.
func Read(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*page.Document, error) {
	if size <= 0 {
		return nil, fmt.Errorf("%w: the file is empty", ErrDamaged)
	}
	if doc, err := object.Open(r, size); err == nil {
		read, err := readDocument(ctx, doc, opts)
		if err == nil && doc.Faults() == 0 {
			return read, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if repaired, err := readRebuilt(ctx, r, size, opts, true); err == nil && words(repaired) >= words(read) {
			return repaired, nil
		}
		if err == nil {
			return read, nil
		}
	}
	return readRebuilt(ctx, r, size, opts, false)
}

// readRebuilt reads a file by way of its image.
func readRebuilt(ctx context.Context, r io.ReaderAt, size int64, opts Options, damaged bool) (*page.Document, error) {
	doc, err := object.OpenRebuilt(r, size, opts.Password)
	switch {
	case errors.Is(err, repair.ErrPassword):
		return nil, ErrPassword
	case errors.Is(err, repair.ErrTooLarge):
		return nil, fmt.Errorf("%w: %w", ErrTooLarge, err)
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	read, err := readDocument(ctx, doc, opts)
	if err == nil && (damaged || doc.Damaged()) {
		markRepaired(read)
	}
	return read, err
}

// words counts the words of a document, 0 for none.
func words(d *page.Document) int {
	n := 0
	if d != nil {
		for i := range d.Pages {
			n += d.Pages[i].Record.Words
		}
	}
	return n
}
