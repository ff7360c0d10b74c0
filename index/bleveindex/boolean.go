package bleveindex

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	api "github.com/blevesearch/bleve_index_api"
)

// A booleanQuery matches what all of must do and none of not; what one of should does scores more. bleve's own query puts a disjunction around
// should, which loses matches when it is told to go to a place before the one at which it stands, as a filter tells it: passages then
// came without a part of their score. See [sumSearcher].
type booleanQuery struct{ must, should, not []query.Query }

// Searcher implements bleve's query.Query.
func (q booleanQuery) Searcher(ctx context.Context, r api.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	must, err := q.required(ctx, r, m, o)
	if err != nil || len(q.should)+len(q.not) == 0 {
		return must, err
	}
	var should, not search.Searcher
	if len(q.should) > 0 {
		should, err = sumQuery(q.should).Searcher(ctx, r, m, o)
	}
	if err == nil && len(q.not) > 0 {
		not, err = sumQuery(q.not).Searcher(ctx, r, m, o)
	}
	if err != nil {
		return nil, errors.Join(err, closeAll(must, should))
	}
	return searcher.NewBooleanSearcher(ctx, r, must, should, not, o)
}

// required returns what goes through the passages that all of must match.
func (q booleanQuery) required(ctx context.Context, r api.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	var all []search.Searcher
	for _, one := range q.must {
		s, err := one.Searcher(ctx, r, m, o)
		if err != nil {
			return nil, errors.Join(err, closeAll(all...))
		}
		all = append(all, s)
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return searcher.NewConjunctionSearcher(ctx, r, all, o)
}

// closeAll closes searchers; nil is none.
func closeAll(searchers ...search.Searcher) error {
	var err error
	for _, s := range searchers {
		if s != nil {
			err = errors.Join(err, s.Close())
		}
	}
	return err
}
