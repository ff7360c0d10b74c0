package bleveindex

import (
	"context"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// A phraseQuery is words side by side. bleve finds it; it is scored here: see [index.OpPhrase].
type phraseQuery struct{ terms []index.WeightedTerm }

// Searcher implements bleve's query.Query.
func (q phraseQuery) Searcher(ctx context.Context, r api.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	total, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	field, texts, weight := string(q.terms[0].Field), make([]string, len(q.terms)), 0.0
	for i, t := range q.terms {
		texts[i] = t.Text
		n, err := frequency(ctx, r, t.Field, t.Text)
		if err != nil {
			return nil, err
		}
		weight += bm25f.IDF(int(total), n)
	}
	inner, err := query.NewPhraseQuery(texts, field).Searcher(ctx, r, m, o)
	if err != nil {
		return nil, err
	}
	first, err := r.TermFieldReader(ctx, []byte(texts[0]), field, true, true, false)
	if err != nil {
		_ = inner.Close()
		return nil, err
	}
	return &phraseSearcher{inner, &postings{reader: first, weight: 1}, weight}, nil
}

// A phraseSearcher scores what another searcher finds; the postings of the first word tell how long the passages are.
type phraseSearcher struct {
	search.Searcher
	first *postings
	idf   float64
}

// Next implements bleve's search.Searcher.
func (s *phraseSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	m, err := s.Searcher.Next(ctx)
	return s.score(m, err)
}

// Advance implements bleve's search.Searcher.
func (s *phraseSearcher) Advance(ctx *search.SearchContext, id api.IndexInternalID) (*search.DocumentMatch, error) {
	m, err := s.Searcher.Advance(ctx, id)
	return s.score(m, err)
}

func (s *phraseSearcher) score(m *search.DocumentMatch, err error) (*search.DocumentMatch, error) {
	if m == nil || err != nil {
		return m, err
	}
	if err := s.first.advance(m.IndexInternalID); err != nil {
		return nil, err
	}
	if s.first.doc != nil {
		m.Score = bm25f.Score(s.idf, 1/s.first.length())
	}
	return m, nil
}

// Close implements bleve's search.Searcher.
func (s *phraseSearcher) Close() error {
	err := s.first.reader.Close()
	if e := s.Searcher.Close(); e != nil {
		err = e
	}
	return err
}
