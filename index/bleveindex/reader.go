package bleveindex

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// A reader searches a generation.
type reader struct {
	index bleve.Index
	kept  kept
}

// A kept is what a reader keeps from search to search: its generation never changes.
type kept struct {
	tables  tables
	sets    sets
	lengths lengthTable
	order   order
}

// Count implements [index.Reader].
func (r *reader) Count() (int, error) {
	n, err := r.index.DocCount()
	return int(n), err
}

// Close implements [index.Reader].
func (r *reader) Close() error { return r.index.Close() }

// Search implements [index.Reader].
func (r *reader) Search(ctx context.Context, q index.Request) (out *index.Response, err error) {
	tree, err := builder{&r.kept}.build(q.Query)
	if err != nil {
		return nil, err
	}
	err = r.with(func(view api.IndexReader) error {
		s, err := tree.Searcher(ctx, view, r.index.Mapping(), search.SearcherOptions{})
		if err != nil {
			return err
		}
		c, err := r.collect(ctx, s, view, q)
		if err = errors.Join(err, s.Close()); err != nil {
			return err
		}
		out, err = respond(c, view, q)
		return err
	})
	return out, err
}

// collect collects what s finds, with the facets that q asks for.
func (r *reader) collect(ctx context.Context, s search.Searcher, view api.IndexReader, q index.Request) (*collector, error) {
	facets := make([]facet, len(q.Facets))
	for i, f := range q.Facets {
		var err error
		if facets[i], err = r.kept.tables.facet(view, string(f)); err != nil {
			return nil, err
		}
	}
	return collect(ctx, s, view, q, &r.kept.order, facets)
}

// respond returns what c collected, with what was stored.
func respond(c *collector, view api.IndexReader, q index.Request) (*index.Response, error) {
	out := &index.Response{Total: c.total}
	best, err := c.sorted(q.From)
	if err != nil {
		return nil, err
	}
	u := unpacker{view, map[string][]index.RawHit{}}
	for _, m := range best {
		id, err := view.ExternalID(m.id)
		if err != nil {
			return nil, err
		}
		hit, err := u.hit(id)
		if err != nil {
			return nil, fmt.Errorf("passage %x: %w", id, err)
		}
		hit.Score = m.score
		out.Hits = append(out.Hits, hit)
	}
	for i, f := range q.Facets {
		if out.Facets == nil {
			out.Facets = map[index.Field][]index.FacetValue{}
		}
		out.Facets[f] = most(c.facets[i], q.FacetSize)
	}
	return out, nil
}
