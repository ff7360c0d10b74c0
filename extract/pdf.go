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
	for _, p := range doc.Pages {
		if len(p.Blocks) > 0 {
			return doc, nil
		}
	}
	for _, i := range doc.Issues {
		if i.Code == "page-cut" {
			return nil, ErrTooLarge
		}
	}
	return opts.Fallback.missing(ctx, r, size, ErrNoText)
}
