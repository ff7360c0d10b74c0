package bleveindex

import (
	"bytes"
	"context"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"
)

// A sumQuery matches what one of its queries does and scores as the sum of those that do; bleve's own disjunction
// multiplies that by their share.
type sumQuery []query.Query

// Searcher implements bleve's query.Query.
func (q sumQuery) Searcher(ctx context.Context, r api.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	s := &sumSearcher{}
	for _, child := range q {
		c, err := child.Searcher(ctx, r, m, o)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		s.children = append(s.children, c)
	}
	s.at = make([]*search.DocumentMatch, len(s.children))
	return s, nil
}

// A sumSearcher merges the matches of its children.
type sumSearcher struct {
	children []search.Searcher
	at       []*search.DocumentMatch // where each stands; nil at the end
	ready    bool
	// lastID and lastScore are those of the match that was given last. bleve's boolean searcher throws that away and asks for it again when
	// what must match lies before it.
	lastID    api.IndexInternalID
	lastScore float64
}

// Next implements bleve's search.Searcher.
func (s *sumSearcher) Next(ctx *search.SearchContext) (_ *search.DocumentMatch, err error) {
	if !s.ready {
		s.ready = true
		for i, c := range s.children {
			if s.at[i], err = c.Next(ctx); err != nil {
				return nil, err
			}
		}
	}
	return s.match(ctx)
}

// Advance implements bleve's search.Searcher. It gives the last match once more if that is not before id.
func (s *sumSearcher) Advance(ctx *search.SearchContext, id api.IndexInternalID) (_ *search.DocumentMatch, err error) {
	if len(s.lastID) > 0 && bytes.Compare(s.lastID, id) >= 0 {
		m := ctx.DocumentMatchPool.Get()
		m.IndexInternalID, m.Score = append(m.IndexInternalID[:0], s.lastID...), s.lastScore
		return m, nil
	}
	for i, c := range s.children {
		if s.ready && (s.at[i] == nil || bytes.Compare(s.at[i].IndexInternalID, id) >= 0) {
			continue
		}
		if s.at[i] != nil {
			ctx.DocumentMatchPool.Put(s.at[i])
		}
		if s.at[i], err = c.Advance(ctx, id); err != nil {
			return nil, err
		}
	}
	s.ready = true
	return s.match(ctx)
}

// match returns the first passage at which a child stands and moves those that stand there.
func (s *sumSearcher) match(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	var first *search.DocumentMatch
	for _, m := range s.at {
		if m != nil && (first == nil || bytes.Compare(m.IndexInternalID, first.IndexInternalID) < 0) {
			first = m
		}
	}
	if first == nil {
		return nil, nil
	}
	sum := 0.0
	for i, m := range s.at {
		if m == nil || !bytes.Equal(m.IndexInternalID, first.IndexInternalID) {
			continue
		}
		sum += m.Score
		next, err := s.children[i].Next(ctx)
		if err != nil {
			return nil, err
		}
		s.at[i] = next
		if m != first {
			ctx.DocumentMatchPool.Put(m)
		}
	}
	first.Score = sum
	s.lastID, s.lastScore = append(s.lastID[:0], first.IndexInternalID...), sum
	return first, nil
}

// Close implements bleve's search.Searcher.
func (s *sumSearcher) Close() error {
	var err error
	for _, c := range s.children {
		if e := c.Close(); e != nil {
			err = e
		}
	}
	return err
}

// Weight and the rest implement bleve's search.Searcher.
func (s *sumSearcher) Weight() float64      { return 1 }
func (s *sumSearcher) SetQueryNorm(float64) {}
func (s *sumSearcher) Min() int             { return 0 }
func (s *sumSearcher) Size() int            { return 0 }
func (s *sumSearcher) Count() uint64 {
	var n uint64
	for _, c := range s.children {
		n += c.Count()
	}
	return n
}

func (s *sumSearcher) DocumentMatchPoolSize() int {
	n := len(s.children) + 2 // one given, and one given again
	for _, c := range s.children {
		n += c.DocumentMatchPoolSize()
	}
	return n
}
