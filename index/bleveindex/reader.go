package bleveindex

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"

	"github.com/styrdok/styrdok/index"
)

// A reader searches a generation.
type reader struct{ index bleve.Index }

// Count implements [index.Reader].
func (r *reader) Count() (int, error) {
	n, err := r.index.DocCount()
	return int(n), err
}

// Close implements [index.Reader].
func (r *reader) Close() error { return r.index.Close() }

// Search implements [index.Reader].
func (r *reader) Search(ctx context.Context, q index.Request) (*index.Response, error) {
	tree, err := build(q.Query)
	if err != nil {
		return nil, err
	}
	req := bleve.NewSearchRequestOptions(tree, q.Size, q.From, false)
	req.Fields = []string{storedField}
	req.SortBy(order(q.Sort))
	for _, f := range q.Facets {
		req.AddFacet(string(f), bleve.NewFacetRequest(string(f), q.FacetSize))
	}
	found, err := r.index.SearchInContext(ctx, req)
	if err != nil {
		return nil, err
	}
	out := &index.Response{Total: int(found.Total)}
	for _, h := range found.Hits {
		stored, ok := h.Fields[storedField].(string)
		if !ok {
			return nil, fmt.Errorf("passage %s has no stored field", h.ID)
		}
		data, err := unpack([]byte(stored))
		if err != nil {
			return nil, fmt.Errorf("passage %s: what is stored: %w", h.ID, err)
		}
		out.Hits = append(out.Hits, index.RawHit{ID: h.ID, Score: h.Score, Stored: data})
	}
	for name, f := range found.Facets {
		if out.Facets == nil {
			out.Facets = map[index.Field][]index.FacetValue{}
		}
		values := []index.FacetValue{}
		if f.Terms != nil {
			for _, t := range f.Terms.Terms() {
				values = append(values, index.FacetValue{Value: t.Term, Count: t.Count})
			}
		}
		out.Facets[index.Field(name)] = values
	}
	return out, nil
}

// order returns bleve's names of a sort; the ID settles what is equal, so that pages do not overlap.
func order(s index.Sort) []string {
	switch s {
	case index.SortYear:
		return []string{"-" + string(index.FieldYear), "-_score", "_id"}
	case index.SortDocument:
		return []string{string(index.FieldDocument), "_id"}
	}
	return []string{"-_score", "_id"}
}
