package bleveindex

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// filterTerms returns the terms of values of which a passage must have one to pass n, a filter; ok is false for a filter of another kind.
func filterTerms(r api.IndexReader, n index.Node) (terms []index.WeightedTerm, ok bool, err error) {
	switch n.Op {
	case index.OpAny:
		for _, child := range n.Should {
			some, ok, err := filterTerms(r, child)
			if err != nil || !ok {
				return nil, false, err
			}
			terms = append(terms, some...)
		}
		return terms, true, nil
	case index.OpRange:
		terms, err := yearsIn(r, n.Min, n.Max)
		return terms, err == nil, err
	case index.OpWord:
		for _, t := range n.Terms {
			if _, ok := filters[t.Field]; !ok {
				return nil, false, nil
			}
		}
		return fieldTerms(n.Terms), true, nil
	}
	return nil, false, nil
}

// A filteredQuery is another query for the passages only that pass filters.
type filteredQuery struct {
	query.Query
	filters []index.Node
	kept    *kept
}

// Searcher implements bleve's query.Query.
func (q filteredQuery) Searcher(ctx context.Context, r api.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	var pass *roaring.Bitmap
	for _, f := range q.filters {
		terms, ok, err := filterTerms(r, f)
		if err != nil {
			return nil, err
		}
		var set *roaring.Bitmap
		if ok {
			set, err = q.kept.sets.any(ctx, r, terms)
		} else {
			set, err = matches(ctx, r, m, f, q.kept)
		}
		if err != nil {
			return nil, err
		}
		if pass == nil {
			pass = set
		} else {
			pass = roaring.And(pass, set)
		}
	}
	s, err := q.Query.Searcher(ctx, r, m, o)
	if err != nil {
		return nil, err
	}
	return &filteredSearcher{s, pass.Iterator(), nil}, nil
}

// matches returns the passages that match n.
func matches(ctx context.Context, r api.IndexReader, m mapping.IndexMapping, n index.Node, kept *kept) (*roaring.Bitmap, error) {
	q, err := builder{kept}.build(n)
	if err != nil {
		return nil, err
	}
	s, err := q.Searcher(ctx, r, m, search.SearcherOptions{})
	if err != nil {
		return nil, err
	}
	out := roaring.New()
	sc := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0), IndexReader: r}
	for {
		d, err := s.Next(sc)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		if d == nil {
			return out, s.Close()
		}
		out.Add(uint32(d.IndexInternalID.Value()))
		sc.DocumentMatchPool.Put(d)
	}
}

// A filteredSearcher goes from passage to passage that passes, and sees whether the other searcher finds it.
type filteredSearcher struct {
	search.Searcher
	pass roaring.IntPeekable
	at   api.IndexInternalID
}

// Next implements bleve's search.Searcher.
func (s *filteredSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	for s.pass.HasNext() {
		n := uint64(s.pass.PeekNext())
		s.at = api.NewIndexInternalID(s.at, n)
		m, err := s.Searcher.Advance(ctx, s.at)
		if m == nil || err != nil {
			return nil, err
		}
		found := m.IndexInternalID.Value()
		s.pass.AdvanceIfNeeded(uint32(found))
		if s.pass.HasNext() && uint64(s.pass.PeekNext()) == found {
			s.pass.Next()
			return m, nil
		}
		ctx.DocumentMatchPool.Put(m)
	}
	return nil, nil
}

// Advance implements bleve's search.Searcher.
func (s *filteredSearcher) Advance(ctx *search.SearchContext, id api.IndexInternalID) (*search.DocumentMatch, error) {
	s.pass.AdvanceIfNeeded(uint32(id.Value()))
	return s.Next(ctx)
}
