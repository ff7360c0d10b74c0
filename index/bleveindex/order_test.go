package bleveindex

import (
	"fmt"
	"slices"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// Passages that are equal stand as in their documents, from the first search on and when that is looked up; what was removed is not in the way.
func TestEqualsStandAsInTheirDocuments(t *testing.T) {
	t.Parallel()
	m := &model{t: t, passages: map[string]index.Entry{}}
	for _, id := range []string{"c", "a", "d", "b"} {
		m.commit(func(b index.Batch) error { return m.put(b, id, slices.Repeat([]string{"a1 b2"}, 12)) })
	}
	m.commit(func(b index.Batch) error {
		if err := m.remove(b, "d"); err != nil {
			return err
		}
		return m.put(b, "c", []string{"a1 b2", "a1 b2"})
	})
	var want []string
	for _, d := range []struct {
		id string
		n  int
	}{{"a", 12}, {"b", 12}, {"c", 2}} {
		for i := range d.n {
			want = append(want, fmt.Sprintf("%s#%d", d.id, 2*i))
		}
	}
	r, err := Engine{}.Open(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for round := range worthTable + 2 {
		if made := r.(*reader).kept.order.ranks != nil; made != (round >= worthTable) {
			t.Errorf("round %d: made %v", round, made)
		}
		for from := range 3 {
			got, err := r.Search(t.Context(), index.Request{Query: index.Node{Op: index.OpWord, Terms: []index.WeightedTerm{{Field: index.FieldExact, Text: "b2", Weight: 1}}},
				From: from * round, Size: 20})
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, h := range got.Hits {
				ids = append(ids, h.ID)
			}
			if page := want[from*round : min(from*round+20, len(want))]; !slices.Equal(ids, page) {
				t.Fatalf("round %d: %q, want %q", round, ids, page)
			}
			if round < worthTable {
				break
			}
		}
	}
}
