package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// with calls do with a view of the index.
func (r *reader) with(do func(api.IndexReader) error) error {
	x, err := r.index.Advanced()
	if err != nil {
		return err
	}
	view, err := x.Reader()
	if err != nil {
		return err
	}
	return errors.Join(do(view), view.Close())
}

// Frequency implements [index.Reader].
func (r *reader) Frequency(ctx context.Context, f index.Field, text string) (int, error) {
	n := 0
	err := r.with(func(view api.IndexReader) (err error) {
		n, err = frequency(ctx, view, f, text)
		return err
	})
	return n, err
}

func frequency(ctx context.Context, view api.IndexReader, f index.Field, text string) (int, error) {
	t := fieldTerms([]index.WeightedTerm{{Field: f, Text: text}})[0]
	p, err := view.TermFieldReader(ctx, []byte(t.Text), string(t.Field), false, false, false)
	if err != nil {
		return 0, err
	}
	return int(p.Count()), p.Close()
}

// maxNear bounds how many words are returned.
const maxNear = 1000

// Near implements [index.Reader].
func (r *reader) Near(ctx context.Context, f index.Field, text string, edits int) ([]index.FacetValue, error) {
	_, size := utf8.DecodeRuneInString(text)
	var out []index.FacetValue
	err := r.with(func(view api.IndexReader) error {
		fuzzy, ok := view.(api.IndexReaderFuzzy)
		if !ok {
			return fmt.Errorf("bleveindex: %T seeks no like words", view)
		}
		d, err := fuzzy.FieldDictFuzzy(string(f), text, edits, text[:size])
		if err != nil {
			return err
		}
		for len(out) < maxNear {
			e, err := d.Next()
			if err != nil {
				return errors.Join(err, d.Close())
			}
			if e == nil {
				break
			}
			out = append(out, index.FacetValue{Value: e.Term})
		}
		if err := d.Close(); err != nil {
			return err
		}
		for i := range out {
			if out[i].Count, err = frequency(ctx, view, f, out[i].Value); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}
