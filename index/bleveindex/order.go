package bleveindex

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	api "github.com/blevesearch/bleve_index_api"
)

// An order is how the passages of a generation stand, which settles what is first of matches that are equal. It is made when that was asked in
// several searches: one alone is faster without. The zero value has none yet.
type order struct {
	mu    sync.Mutex
	asked int
	ranks []uint32
}

// of returns, by the number of each passage of view, at which place it stands among all; nil if that is not worth it yet.
func (o *order) of(view api.IndexReader) ([]uint32, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.asked++; o.ranks == nil && o.asked >= worthTable {
		names, err := newColumns(view)
		if err != nil {
			return nil, err
		}
		all := make([]match, numbers(view))
		stand := make([]uint32, len(all))
		var id api.IndexInternalID
		for n := range all {
			id = api.NewIndexInternalID(id, uint64(n))
			all[n].id, stand[n] = id, uint32(n)
			names.name(&all[n])
		}
		if names.err != nil {
			return nil, names.err
		}
		slices.SortFunc(stand, func(a, b uint32) int { return asTheyStand(&all[a], &all[b]) })
		o.ranks = make([]uint32, len(all))
		for rank, n := range stand {
			o.ranks[n] = uint32(rank)
		}
	}
	return o.ranks, nil
}

// asTheyStand compares two matches by their documents and where they stand in these.
func asTheyStand(a, b *match) int {
	return cmp.Or(strings.Compare(a.document, b.document), cmp.Compare(a.number, b.number), strings.Compare(a.full, b.full))
}
