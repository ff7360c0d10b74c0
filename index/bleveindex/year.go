package bleveindex

import (
	"context"
	"strconv"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// years is how many years a range may name.
const years = 10_000

// A yearQuery matches the passages of the years from min to max. They are few, so that each is sought by itself.
type yearQuery struct{ min, max int }

// Searcher implements bleve's query.Query.
func (q yearQuery) Searcher(ctx context.Context, r api.IndexReader, _ mapping.IndexMapping, _ search.SearcherOptions) (search.Searcher, error) {
	terms, err := yearsIn(r, q.min, q.max)
	if err != nil {
		return nil, err
	}
	return newWordSearcher(ctx, r, terms, nil)
}

// yearsIn returns the years from first to last that passages have.
func yearsIn(r api.IndexReader, first, last int) ([]index.WeightedTerm, error) {
	d, err := r.FieldDict(string(index.FieldYear))
	if err != nil {
		return nil, err
	}
	var terms []index.WeightedTerm
	for range years {
		e, err := d.Next()
		if err != nil {
			_ = d.Close()
			return nil, err
		}
		if e == nil {
			break
		}
		if y, err := strconv.Atoi(e.Term); err == nil && first <= y && y <= last {
			terms = append(terms, index.WeightedTerm{Field: index.FieldYear, Text: e.Term})
		}
	}
	return terms, d.Close()
}
