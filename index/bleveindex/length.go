package bleveindex

import (
	"bytes"
	"context"
	"errors"
	"sync"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// lengthField has one term, which every passage has once for each of its exact words: the postings of these have places where
// others have the length of the field.
const (
	lengthField = "length"
	lengthTerm  = "exact"
)

// A lengths tells how many exact words passages have: by a table, or by the postings.
type lengths struct {
	table  []float64
	reader api.TermFieldReader
	doc    *api.TermFieldDoc
	spare  api.TermFieldDoc
}

// of returns what a passage's frequencies are divided by. Each call is for a passage after that of the call before, or the same.
func (l *lengths) of(id api.IndexInternalID) (_ float64, err error) {
	if l.table != nil {
		return l.table[id.Value()], nil
	}
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

func (l *lengths) close() error {
	if l.reader == nil {
		return nil
	}
	return l.reader.Close()
}

// A lengthTable is the lengths of all passages by their numbers, made when they are asked for again and again: one search alone is faster
// without. The zero value has none yet; nil never makes one.
type lengthTable struct {
	mu    sync.Mutex
	asked int
	made  []float64
}

// of returns what tells the lengths of the passages of view, which is always the same.
func (t *lengthTable) of(ctx context.Context, view api.IndexReader) (*lengths, error) {
	postings := func() (*lengths, error) {
		r, err := view.TermFieldReader(ctx, []byte(lengthTerm), lengthField, true, true, false)
		return &lengths{reader: r}, err
	}
	if t == nil {
		return postings()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.asked++; t.made == nil && t.asked >= worthTable {
		l, err := postings()
		if err == nil {
			t.made, err = l.all(numbers(view))
		}
		if err != nil {
			return nil, err
		}
	}
	if t.made != nil {
		return &lengths{table: t.made}, nil
	}
	return postings()
}

// all returns the lengths of all of n passages.
func (l *lengths) all(n uint64) ([]float64, error) {
	all := make([]float64, n)
	for i := range all {
		all[i] = 1
	}
	for {
		d, err := l.reader.Next(l.spare.Reset())
		if err != nil || d == nil {
			return all, errors.Join(err, l.close())
		}
		all[d.ID.Value()] = lengthOf(d)
	}
}

// lengthOf is what the frequency of the term at d is divided by, as the posting tells it.
func lengthOf(d *api.TermFieldDoc) float64 {
	if d.Norm <= 0 {
		return 1
	}
	return bm25f.Length(1 / (d.Norm * d.Norm))
}
