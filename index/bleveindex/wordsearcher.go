package bleveindex

import (
	"bytes"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// A postings is the passages that have one term.
type postings struct {
	reader api.TermFieldReader
	weight float64
	doc    *api.TermFieldDoc // where it stands; nil at the end
	spare  api.TermFieldDoc
	// lengths are those of the passages for an exact word, whose postings do not tell; nil for others.
	lengths *lengths
	places  []uint32
}

// A wordSearcher merges the postings of a word's terms.
type wordSearcher struct {
	lists   []*postings
	lengths *lengths // nil if there is no exact word
	idf     float64
	total   int // passages of the index
	count   uint64
	ready   bool
}

func newWordSearcher(ctx context.Context, r api.IndexReader, terms []index.WeightedTerm, table *lengthTable) (*wordSearcher, error) {
	total, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	s := &wordSearcher{total: int(total)}
	var most uint64
	for _, t := range terms {
		exact, counted := t.Field == index.FieldExact, slices.Contains(textFields, t.Field)
		reader, err := r.TermFieldReader(ctx, []byte(t.Text), string(t.Field), counted, counted, exact) // values are there or not
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		n := reader.Count()
		if n == 0 {
			if err := reader.Close(); err != nil {
				return nil, err
			}
			continue
		}
		p := &postings{reader: reader, weight: t.Weight}
		s.lists = append(s.lists, p)
		if exact {
			if s.lengths == nil { // all exact words go through the passages together
				if s.lengths, err = table.of(ctx, r); err != nil {
					_ = s.Close()
					return nil, err
				}
			}
			p.lengths = s.lengths
		}
		s.count += n
		if bm25f.Counts(t) {
			most = max(most, n)
		}
	}
	s.idf = bm25f.IDF(s.total, int(most))
	return s, nil
}

// Next implements bleve's search.Searcher.
func (s *wordSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	if !s.ready {
		s.ready = true
		for _, p := range s.lists {
			if err := p.next(); err != nil {
				return nil, err
			}
		}
	}
	return s.match(ctx)
}

// Advance implements bleve's search.Searcher.
func (s *wordSearcher) Advance(ctx *search.SearchContext, id api.IndexInternalID) (*search.DocumentMatch, error) {
	for _, p := range s.lists {
		if s.ready && (p.doc == nil || bytes.Compare(p.doc.ID, id) >= 0) {
			continue
		}
		if err := p.advance(id); err != nil {
			return nil, err
		}
	}
	s.ready = true
	return s.match(ctx)
}

// match returns the first passage at which a list stands and moves those that stand there.
func (s *wordSearcher) match(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	var first api.IndexInternalID
	for _, p := range s.lists {
		if p.doc != nil && (first == nil || bytes.Compare(p.doc.ID, first) < 0) {
			first = p.doc.ID
		}
	}
	if first == nil {
		return nil, nil
	}
	m := ctx.DocumentMatchPool.Get()
	m.IndexInternalID = append(m.IndexInternalID[:0], first...)
	weighted := 0.0
	for _, p := range s.lists {
		if p.doc == nil || !bytes.Equal(p.doc.ID, m.IndexInternalID) {
			continue
		}
		f, err := p.frequency()
		if err != nil {
			return nil, err
		}
		weighted += p.weight * f
		if err := p.next(); err != nil {
			return nil, err
		}
	}
	m.Score = bm25f.Score(s.idf, weighted)
	return m, nil
}

// frequency is how often the term is in the passage, divided by the length of the field.
func (p *postings) frequency() (float64, error) {
	if p.lengths == nil {
		return float64(p.doc.Freq) / lengthOf(p.doc), nil
	}
	length, err := p.lengths.of(p.doc.ID)
	p.places = placesOf(p.places[:0], p.doc)
	return float64(len(p.places)) / length, err
}

func (p *postings) next() (err error) {
	p.doc, err = p.reader.Next(p.spare.Reset())
	return err
}

func (p *postings) advance(id api.IndexInternalID) (err error) {
	p.doc, err = p.reader.Advance(id, p.spare.Reset())
	return err
}

// Close implements bleve's search.Searcher.
func (s *wordSearcher) Close() error {
	var err error
	if s.lengths != nil {
		err = s.lengths.close()
	}
	for _, p := range s.lists {
		if e := p.reader.Close(); e != nil {
			err = e
		}
	}
	return err
}

// Weight, SetQueryNorm and the rest implement bleve's search.Searcher; scores here need no norm.
func (s *wordSearcher) Weight() float64            { return 1 }
func (s *wordSearcher) SetQueryNorm(float64)       {}
func (s *wordSearcher) Count() uint64              { return s.count }
func (s *wordSearcher) Min() int                   { return 0 }
func (s *wordSearcher) Size() int                  { return 0 }
func (s *wordSearcher) DocumentMatchPoolSize() int { return 1 }
