package bleveindex

import (
	"bytes"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// A phraseQuery matches passages with exact words side by side; see [index.OpPhrase].
type phraseQuery struct {
	terms   []index.WeightedTerm
	lengths *lengthTable
}

// Searcher implements bleve's query.Query.
func (q phraseQuery) Searcher(ctx context.Context, r api.IndexReader, _ mapping.IndexMapping, _ search.SearcherOptions) (search.Searcher, error) {
	if len(q.terms) == 0 {
		return searcher.NewMatchNoneSearcher(r)
	}
	s := &phraseSearcher{}
	total, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	if s.lengths, err = q.lengths.of(ctx, r); err != nil {
		return nil, err
	}
	for i, t := range q.terms {
		reader, err := r.TermFieldReader(ctx, []byte(t.Text), string(t.Field), true, true, true)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		n := reader.Count()
		s.words = append(s.words, &phraseWord{reader: reader, offset: uint32(i), count: n})
		s.idf += bm25f.IDF(int(total), int(n))
	}
	// the rarest leads
	slices.SortStableFunc(s.words, func(a, b *phraseWord) int { return int(min(a.count, 1<<31)) - int(min(b.count, 1<<31)) })
	return s, nil
}

// A phraseWord is the postings of one word of a phrase.
type phraseWord struct {
	reader api.TermFieldReader
	offset uint32 // how far after the phrase's first word it stands
	count  uint64
	doc    *api.TermFieldDoc
	spare  api.TermFieldDoc
	places []uint32
}

// A phraseSearcher goes through the passages that have all words, and lets those pass in which they are side by side.
type phraseSearcher struct {
	words   []*phraseWord
	lengths *lengths
	idf     float64
}

// Next implements bleve's search.Searcher.
func (s *phraseSearcher) Next(ctx *search.SearchContext) (_ *search.DocumentMatch, err error) {
	lead := s.words[0]
	if lead.doc, err = lead.reader.Next(lead.spare.Reset()); err != nil {
		return nil, err
	}
	return s.match(ctx)
}

// Advance implements bleve's search.Searcher.
func (s *phraseSearcher) Advance(ctx *search.SearchContext, id api.IndexInternalID) (_ *search.DocumentMatch, err error) {
	lead := s.words[0]
	if lead.doc, err = lead.reader.Advance(id, lead.spare.Reset()); err != nil {
		return nil, err
	}
	return s.match(ctx)
}

// match returns the first passage with the phrase from where the leading word stands.
func (s *phraseSearcher) match(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	lead := s.words[0]
	for lead.doc != nil {
		next, err := s.follow(lead.doc.ID)
		if err != nil || next == nil {
			return nil, err
		}
		if !bytes.Equal(next, lead.doc.ID) {
			if lead.doc, err = lead.reader.Advance(next, lead.spare.Reset()); err != nil {
				return nil, err
			}
			continue
		}
		if s.sideBySide() {
			length, err := s.lengths.of(lead.doc.ID)
			if err != nil {
				return nil, err
			}
			m := ctx.DocumentMatchPool.Get()
			m.IndexInternalID = append(m.IndexInternalID[:0], lead.doc.ID...)
			m.Score = bm25f.Score(s.idf, 1/length)
			return m, nil
		}
		if lead.doc, err = lead.reader.Next(lead.spare.Reset()); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// follow moves the other words to the passage id, and returns the first after it at which one of them stands if it is not there, nil if
// there is none.
func (s *phraseSearcher) follow(id api.IndexInternalID) (api.IndexInternalID, error) {
	for _, w := range s.words[1:] {
		if w.doc == nil || bytes.Compare(w.doc.ID, id) < 0 {
			var err error
			if w.doc, err = w.reader.Advance(id, w.spare.Reset()); err != nil || w.doc == nil {
				return nil, err
			}
		}
		if !bytes.Equal(w.doc.ID, id) {
			return w.doc.ID, nil
		}
	}
	return id, nil
}

// sideBySide reports whether the words stand side by side in the passage at which they all stand.
func (s *phraseSearcher) sideBySide() bool {
	for _, w := range s.words {
		w.places = placesOf(w.places[:0], w.doc)
	}
	for _, p := range s.words[0].places {
		begin := p - s.words[0].offset // one before the text's first word wraps round, and is found nowhere
		found := true
		for _, w := range s.words[1:] {
			if _, found = slices.BinarySearch(w.places, begin+w.offset); !found {
				break
			}
		}
		if found {
			return true
		}
	}
	return false
}

// Close implements bleve's search.Searcher.
func (s *phraseSearcher) Close() error {
	err := s.lengths.close()
	for _, w := range s.words {
		if e := w.reader.Close(); e != nil {
			err = e
		}
	}
	return err
}

// Count implements bleve's search.Searcher: it is the most that there can be.
func (s *phraseSearcher) Count() uint64 { return s.words[0].count }

// Weight and the rest implement bleve's search.Searcher.
func (s *phraseSearcher) Weight() float64            { return 1 }
func (s *phraseSearcher) SetQueryNorm(float64)       {}
func (s *phraseSearcher) Min() int                   { return 0 }
func (s *phraseSearcher) Size() int                  { return 0 }
func (s *phraseSearcher) DocumentMatchPoolSize() int { return 1 }
