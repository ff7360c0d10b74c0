package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/plain"
	"github.com/styrdok/styrdok/extract/page"
)

// Why a file could not be read. Errors of this package wrap one of these; test with errors.Is.
var (
	ErrEncrypted   = errors.New("needs a password")
	ErrEmpty       = errors.New("is empty")
	ErrNoText      = errors.New("has no text")
	ErrTooLarge    = errors.New("is too large")
	ErrUnsupported = errors.New("is of a format that is not supported")
	ErrCorrupt     = errors.New("is damaged")
)

const (
	// maxFile is how large a file may be: the largest municipal documents (budgets with pictures) are near 100 MB, and
	// what is larger is no governing document.
	maxFile = 512 << 20
	// maxText is how large a text may be: all of Swedish law in force is smaller than this.
	maxText = 32 << 20
)

// Options steers reading. The zero value works.
//
// Files are read in the caller's process, within limits of size that are constants of this package and those below it, and
// until the context ends where a parser looks at it. Not bounded is what Go cannot bound: a file that makes a parser
// overflow the stack or take all memory ends the process, and one on which it never ends keeps its goroutine. Who reads
// strangers' files in a service reads them as the command does: in a process that may die.
type Options struct {
	// Password opens an encrypted PDF; "" tries the empty user password, which most protected files have.
	Password string
	// OCR reads the pages that are pictures without text; nil leaves them unread.
	OCR *OCR
	// Fallback is asked for the text of PDFs that could not be read, or not well; nil leaves it at that.
	Fallback *Fallback
}

// File reads the file at path. The format is judged by content, not by name. The error wraps one of this package's, or
// what the file system said. A document that was read in part comes back with its issues and no error.
func File(ctx context.Context, path string, opts Options) (*page.Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrUnsupported}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := read(ctx, filepath.Base(path), f, info.Size(), opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return doc, nil
}

// Bytes reads a file that lies in memory. The name is only used to tell Markdown from plain text where the content does
// not, and in errors.
func Bytes(ctx context.Context, name string, data []byte, opts Options) (*page.Document, error) {
	doc, err := read(ctx, name, bytes.NewReader(data), int64(len(data)), opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}

func read(ctx context.Context, name string, r io.ReaderAt, size int64, opts Options) (*page.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if size == 0 {
		return nil, ErrEmpty
	}
	if size > maxFile {
		return nil, ErrTooLarge
	}
	head := make([]byte, min(size, headSize))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, err
	}
	if isZip(head) { // first, since one may begin with a PDF that it holds
		return readOffice(ctx, r, size)
	}
	if isPDF(head) {
		return readPDF(ctx, r, size, opts)
	}
	if isCompound(head) {
		return nil, notOffice(r, size)
	}
	if size > maxText {
		return nil, notText(head)
	}
	data := make([]byte, size)
	if n, err := r.ReadAt(data, 0); err != nil && err != io.EOF {
		return nil, err
	} else {
		data = data[:n] // the file may have shrunk since its size was asked for
	}
	if hasObjects(name, data) {
		return readPDF(ctx, r, size, opts)
	}
	if isHTML(name, head) {
		return readHTML(ctx, data)
	}
	text, ok := decode(data)
	if claimsOther(name) { // plain text has no mark of its own: it is believed where the name does not claim otherwise
		return nil, ErrCorrupt
	}
	if !ok {
		return nil, ErrUnsupported
	}
	return plain.Read(text, isMarkdown(name, text))
}

// claimsOther reports whether name is that of a format which begins with a mark of its own.
func claimsOther(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf", ".docx", ".odt":
		return true
	}
	return false
}

// notText returns the error for a file that is too large to be read as text.
func notText(head []byte) error {
	if _, ok := decode(head); ok {
		return ErrTooLarge
	}
	return ErrUnsupported
}
