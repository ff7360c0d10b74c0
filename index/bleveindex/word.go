package bleveindex

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// A wordQuery is one word of a query, which a passage can have in several fields and forms.
type wordQuery struct {
	terms []index.WeightedTerm
	// prefix takes the terms as beginnings.
	prefix  bool
	lengths *lengthTable
}

// Searcher implements bleve's query.Query.
func (q wordQuery) Searcher(ctx context.Context, r api.IndexReader, _ mapping.IndexMapping, _ search.SearcherOptions) (search.Searcher, error) {
	if !q.prefix {
		return newWordSearcher(ctx, r, q.terms, q.lengths)
	}
	terms, err := expand(r, q.terms)
	if err != nil {
		return nil, err
	}
	n, err := countAny(ctx, r, terms)
	if err != nil {
		return nil, err
	}
	s, err := newWordSearcher(ctx, r, terms, q.lengths)
	if err != nil {
		return nil, err
	}
	s.idf = bm25f.IDF(s.total, n)
	return s, nil
}

// countAny returns how many passages have one of terms.
func countAny(ctx context.Context, r api.IndexReader, terms []index.WeightedTerm) (int, error) {
	s, err := newWordSearcher(ctx, r, terms, nil) // what a passage scores is not asked
	if err != nil {
		return 0, err
	}
	sc := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize(), 0)}
	for n := 0; ; n++ {
		m, err := s.Next(sc)
		if err != nil || m == nil {
			return n, errors.Join(err, s.Close())
		}
		sc.DocumentMatchPool.Put(m)
	}
}

// expand returns the terms of the index that begin with one of prefixes.
func expand(r api.IndexReader, prefixes []index.WeightedTerm) ([]index.WeightedTerm, error) {
	var out []index.WeightedTerm
	for _, p := range prefixes {
		d, err := r.FieldDictPrefix(string(p.Field), []byte(p.Text))
		if err != nil {
			return nil, err
		}
		for len(out) < bm25f.MaxExpansion {
			e, err := d.Next()
			if err != nil {
				_ = d.Close()
				return nil, err
			}
			if e == nil {
				break
			}
			out = append(out, index.WeightedTerm{Field: p.Field, Text: e.Term, Weight: p.Weight})
		}
		if err := d.Close(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
