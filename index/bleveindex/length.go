package bleveindex

import (
	"bytes"
	"context"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// lengthField has one term, which every passage has once for each of its exact words: the postings of these have places where
// others have the length of the field.
const (
	lengthField = "length"
	lengthTerm  = "exact"
)

// A lengths tells how many exact words passages have.
type lengths struct {
	reader api.TermFieldReader
	doc    *api.TermFieldDoc
	spare  api.TermFieldDoc
}

func newLengths(ctx context.Context, r api.IndexReader) (*lengths, error) {
	reader, err := r.TermFieldReader(ctx, []byte(lengthTerm), lengthField, true, true, false)
	return &lengths{reader: reader}, err
}

// of returns what a passage's frequencies are divided by. Each call is for a passage after that of the call before, or the same.
func (l *lengths) of(id api.IndexInternalID) (_ float64, err error) {
	if l.doc == nil || bytes.Compare(l.doc.ID, id) < 0 {
		if l.doc, err = l.reader.Advance(id, l.spare.Reset()); err != nil {
			return 0, err
		}
	}
	if l.doc == nil || !bytes.Equal(l.doc.ID, id) {
		return 1, nil
	}
	return lengthOf(l.doc), nil
}

// lengthOf is what the frequency of the term at d is divided by, as the posting tells it.
func lengthOf(d *api.TermFieldDoc) float64 {
	if d.Norm <= 0 {
		return 1
	}
	return bm25f.Length(1 / (d.Norm * d.Norm))
}
