package bleveindex

import (
	"cmp"
	"container/heap"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// A collector keeps the best matches of a query and counts the values of its facets. bleve's own reads the ID of every match, to settle
// which of equals is first; this one looks only where two are equal.
type collector struct {
	sort   index.Sort
	keep   int // how many matches
	values *columns
	// ranks returns how all passages stand, nil if that is to be read of each; it is asked only where two are equal.
	ranks  func() ([]uint32, error)
	total  int
	best   []*match // a heap, the worst first
	facets []facet
}

// A match is a passage that matches, with what it is sorted by as far as that was asked for.
type match struct {
	id    api.IndexInternalID
	score float64
	year  string // of index.SortYear
	// document, number, which passage of it this is, and full, the passage's ID, are known if known is true.
	document, full string
	number         uint64
	known          bool
}

// collect goes through what s finds and counts facets.
func collect(ctx context.Context, s search.Searcher, view api.IndexReader, q index.Request, order *order, facets []facet) (*collector, error) {
	c := &collector{sort: q.Sort, keep: q.From + q.Size, facets: facets}
	c.ranks = sync.OnceValues(func() ([]uint32, error) { return order.of(view) })
	var err error
	if c.values, err = newColumns(view); err != nil {
		return nil, err
	}
	sc := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0), IndexReader: view}
	const some = 1024
	for {
		m, err := s.Next(sc)
		if err == nil && c.total%some == 0 {
			err = ctx.Err()
		}
		if m == nil || err != nil {
			return c, err
		}
		c.total++
		for _, f := range c.facets {
			if err := f.add(m.IndexInternalID); err != nil {
				return nil, err
			}
		}
		if err := c.add(m); err != nil {
			return nil, err
		}
		sc.DocumentMatchPool.Put(m)
	}
}

// add keeps m if it is one of the best.
func (c *collector) add(m *search.DocumentMatch) error {
	if c.keep <= 0 {
		return nil
	}
	full := len(c.best) == c.keep
	if full && c.sort == index.SortScore && m.Score < c.best[0].score {
		return nil
	}
	one := &match{id: slices.Clone(m.IndexInternalID), score: m.Score}
	if c.sort == index.SortYear {
		one.year = c.values.year(one.id)
	}
	switch {
	case !full:
		heap.Push((*worstFirst)(c), one)
	case c.compare(one, c.best[0]) < 0:
		c.best[0] = one
		heap.Fix((*worstFirst)(c), 0)
	}
	return c.values.err
}

// compare tells which of two matches is first; of equals, by how they stand in their documents.
func (c *collector) compare(a, b *match) int {
	switch c.sort {
	case index.SortYear:
		if n := cmp.Or(strings.Compare(b.year, a.year), cmp.Compare(b.score, a.score)); n != 0 {
			return n
		}
	case index.SortDocument: // as they stand
	default:
		if n := cmp.Compare(b.score, a.score); n != 0 {
			return n
		}
	}
	ranks, err := c.ranks()
	if err != nil {
		c.values.err = err
		return 0
	}
	if ranks != nil {
		return cmp.Compare(ranks[a.id.Value()], ranks[b.id.Value()])
	}
	c.values.name(a)
	c.values.name(b)
	return asTheyStand(a, b)
}

// sorted returns the matches from the one called from on, the best first.
func (c *collector) sorted(from int) ([]*match, error) {
	slices.SortFunc(c.best, c.compare)
	return c.best[min(from, len(c.best)):], c.values.err
}

// most returns the size most frequent values that f counted.
func most(f facet, size int) []index.FacetValue {
	out := []index.FacetValue{}
	for value, n := range f.counts() {
		out = append(out, index.FacetValue{Value: value, Count: n})
	}
	slices.SortFunc(out, func(a, b index.FacetValue) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	return out[:min(size, len(out))]
}

// worstFirst is the order of a collector's heap.
type worstFirst collector

func (h *worstFirst) Len() int           { return len(h.best) }
func (h *worstFirst) Less(i, j int) bool { return (*collector)(h).compare(h.best[i], h.best[j]) > 0 }
func (h *worstFirst) Swap(i, j int)      { h.best[i], h.best[j] = h.best[j], h.best[i] }
func (h *worstFirst) Push(x any)         { h.best = append(h.best, x.(*match)) }
func (h *worstFirst) Pop() any           { panic("bleveindex: nothing is taken out") }

// A columns reads what matches are sorted by.
type columns struct {
	years, names api.DocValueReader
	err          error // the first that there was
}

func newColumns(view api.IndexReader) (*columns, error) {
	years, err := view.DocValueReader([]string{string(index.FieldYear)})
	if err != nil {
		return nil, err
	}
	names, err := view.DocValueReader([]string{string(index.FieldDocument)})
	return &columns{years: years, names: names}, err
}

// visit calls do with the values of a passage.
func (c *columns) visit(r api.DocValueReader, id api.IndexInternalID, do func(value []byte)) {
	if err := r.VisitDocValues(id, func(_ string, value []byte) { do(value) }); c.err == nil {
		c.err = err
	}
}

func (c *columns) year(id api.IndexInternalID) (year string) {
	c.visit(c.years, id, func(v []byte) { year = string(v) })
	return year
}

// name fills in the document of m, and its ID.
func (c *columns) name(m *match) {
	if m.known {
		return
	}
	m.known = true
	c.visit(c.names, m.id, func(v []byte) {
		if isID(v) {
			m.full = string(v[1:])
			_, m.number = splitID(m.full)
		} else {
			m.document = string(v)
		}
	})
}

// idMark begins, among the values by passage of the field document, the ID of the passage. It is no letter of a name.
const idMark = '\x00'

func isID(value []byte) bool { return len(value) > 0 && value[0] == idMark }
