package bleveindex

import (
	"math"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// A facet counts the values of a field over the passages found.
type facet interface {
	add(id api.IndexInternalID) error
	// counts returns the values that were found.
	counts() map[string]int
}

// A visitedFacet reads each passage's values from the segments, which unpack those of a thousand passages for one.
type visitedFacet struct {
	reader api.DocValueReader
	found  map[string]*int
}

func newVisitedFacet(view api.IndexReader, field string) (*visitedFacet, error) {
	r, err := view.DocValueReader([]string{field})
	return &visitedFacet{r, map[string]*int{}}, err
}

func (f *visitedFacet) add(id api.IndexInternalID) error { return f.reader.VisitDocValues(id, f.count) }

func (f *visitedFacet) count(_ string, value []byte) {
	if n := f.found[string(value)]; n != nil {
		*n++
	} else if !isID(value) {
		one := 1
		f.found[string(value)] = &one
	}
}

func (f *visitedFacet) counts() map[string]int {
	out := make(map[string]int, len(f.found))
	for v, n := range f.found {
		out[v] = *n
	}
	return out
}

// A table is the values of a field by passage, unpacked: passage n has the values places[starts[n]:starts[n+1]].
type table struct {
	starts []uint32
	places []uint16
	values []string
}

// maxValues is how many different values a table can have: all municipalities, years and kinds, but not all documents of a large index.
const maxValues = math.MaxUint16

// newTable unpacks all values of a field; it returns nil if they are too many.
func newTable(view api.IndexReader, field string, passages uint64) (*table, error) {
	r, err := view.DocValueReader([]string{field})
	if err != nil {
		return nil, err
	}
	t := &table{starts: make([]uint32, 1, passages+1)}
	numbers := map[string]uint16{}
	add := func(_ string, value []byte) {
		n, ok := numbers[string(value)]
		if !ok && len(t.values) < maxValues && !isID(value) {
			n, ok = uint16(len(t.values)), true
			t.values = append(t.values, string(value))
			numbers[t.values[n]] = n
		}
		if ok {
			t.places = append(t.places, n)
		}
	}
	for n := range passages {
		if err := r.VisitDocValues(api.NewIndexInternalID(nil, n), add); err != nil {
			return nil, err
		}
		t.starts = append(t.starts, uint32(len(t.places)))
	}
	if len(t.values) == maxValues {
		return nil, nil
	}
	return t, nil
}

// A tableFacet counts by a table.
type tableFacet struct {
	table *table
	found []int
}

func (f *tableFacet) add(id api.IndexInternalID) error {
	n := id.Value()
	for _, v := range f.table.places[f.table.starts[n]:f.table.starts[n+1]] {
		f.found[v]++
	}
	return nil
}

func (f *tableFacet) counts() map[string]int {
	out := map[string]int{}
	for v, n := range f.found {
		if n > 0 {
			out[f.table.values[v]] = n
		}
	}
	return out
}

// tables are those of a reader, made for fields that are counted again and again: one search alone is faster without.
type tables struct {
	mu    sync.Mutex
	asked map[string]int
	made  map[string]*table
}

// worthTable is how often a field is counted until its table is made.
const worthTable = 3

// facet returns what counts a field in view.
func (t *tables) facet(view api.IndexReader, field string) (facet, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.made == nil {
		t.asked, t.made = map[string]int{}, map[string]*table{}
	}
	made, ok := t.made[field]
	if t.asked[field]++; !ok && t.asked[field] >= worthTable {
		var err error
		if made, err = newTable(view, field, numbers(view)); err != nil {
			return nil, err
		}
		t.made[field] = made
	}
	if made == nil {
		return newVisitedFacet(view, field)
	}
	return &tableFacet{made, make([]int, len(made.values))}, nil
}

// numbers returns how many numbers passages have in view, those that were removed counted in.
func numbers(view api.IndexReader) (n uint64) {
	if s, ok := view.(*scorch.IndexSnapshot); ok {
		for _, segment := range s.Segments() {
			n += uint64(segment.FullSize())
		}
	}
	return n
}
