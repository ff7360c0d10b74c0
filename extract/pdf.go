package extract

import (
	"context"
	"io"

	"github.com/styrdok/styrdok/extract/page"
)

func readPDF(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*page.Document, error) {
	return nil, ErrUnsupported
}
