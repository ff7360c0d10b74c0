package extract

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/styrdok/styrdok/extract/internal/ocr"
	"github.com/styrdok/styrdok/extract/internal/pdf"
)

// OCR steers how pages that are pictures without text are read: by the program tesseract, if it is installed. The zero value
// works and reads Swedish.
type OCR struct {
	// Languages are tesseract's names of the languages, joined by "+"; "" is "swe".
	Languages string
	// Timeout is for one picture; 0 is two minutes.
	Timeout time.Duration
	// Cache is the folder where results are kept by the picture's hash; "" keeps none.
	Cache string
	// Done is called after each picture, for a caller who bounds the time between two signs of life; nil is fine.
	Done func()
}

// recognizer returns what reads a page's picture, nil if o is.
func (o *OCR) recognizer() pdf.Recognizer {
	if o == nil {
		return nil
	}
	engine := &ocr.Engine{Languages: o.Languages, Timeout: o.Timeout, Cache: o.Cache}
	return func(ctx context.Context, picture []byte, dpi int) ([]pdf.Word, error) {
		p, err := engine.Recognize(ctx, picture, dpi)
		if o.Done != nil {
			o.Done()
		}
		if err != nil {
			return nil, tell(err)
		}
		words := make([]pdf.Word, len(p.Words))
		for i, w := range p.Words {
			words[i] = pdf.Word{Text: w.Text, Left: w.Left, Top: w.Top, Right: w.Right, Bottom: w.Bottom, Line: w.Line}
		}
		return words, nil
	}
}

// tell says to a person what kept a picture from being read.
func tell(err error) error {
	switch {
	case errors.Is(err, ocr.ErrNotInstalled):
		return errors.New("textigenkänning saknas (installera med: apt-get install tesseract-ocr-swe)")
	case errors.Is(err, ocr.ErrFailed):
		return fmt.Errorf("textigenkänningen misslyckades (%w)", err)
	}
	return err
}
