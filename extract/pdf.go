package extract

import (
	"context"
	"errors"
	"io"

	"github.com/styrdok/styrdok/extract/internal/pdf"
	"github.com/styrdok/styrdok/extract/page"
)

// readPDF reads a PDF file. One without a word on any page has no text, whatever else it has, or more than can be read to find it.
func readPDF(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*page.Document, error) {
	doc, err := pdf.Read(ctx, r, size, pdf.Options{Password: opts.Password, Recognize: opts.OCR.recognizer()})
	switch {
	case errors.Is(err, pdf.ErrPassword):
		return nil, ErrEncrypted
	case errors.Is(err, pdf.ErrTooLarge):
		return nil, ErrTooLarge
	case errors.Is(err, pdf.ErrDamaged):
		return opts.Fallback.missing(ctx, r, size, ErrCorrupt)
	case err != nil:
		return nil, err
	}
	if err := opts.Fallback.mend(ctx, r, size, doc); err != nil {
		return nil, err
	}
	if err := wordless(doc); errors.Is(err, ErrTooLarge) {
		return nil, err
	} else if err != nil {
		return opts.Fallback.missing(ctx, r, size, err)
	}
	return doc, nil
}

// damage are the issues of a file that lost something.
var damage = map[string]bool{"repaired": true, "page-damaged": true, "file-cut": true}

// wordless returns why doc has not a word, nil if it has one. One that lost something, and has no picture that could be of text, is
// damaged: to say of it that it may be a scan would send people the wrong way.
func wordless(doc *page.Document) error {
	pictures := 0
	for _, p := range doc.Pages {
		if len(p.Blocks) > 0 {
			return nil
		}
		pictures += p.Record.Images
	}
	why := ErrNoText
	for _, i := range doc.Issues {
		if i.Code == "page-cut" {
			return ErrTooLarge
		}
		if pictures == 0 && damage[i.Code] {
			why = ErrCorrupt
		}
	}
	return why
}
