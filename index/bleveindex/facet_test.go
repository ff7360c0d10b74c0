package bleveindex

import (
	"fmt"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// A field that is counted again and again is counted by a table; what is counted stays the same, and so does what a filter passes that
// is remembered.
func TestCountedAgain(t *testing.T) {
	t.Parallel()
	m := &model{t: t, passages: map[string]index.Entry{}}
	for i := range 3 {
		m.commit(func(b index.Batch) error {
			return m.put(b, fmt.Sprintf("d%d", i), []string{"a1 b2", "b1 c2", "a3", "c1"})
		})
	}
	m.commit(func(b index.Batch) error { return m.remove(b, "d1") })
	r, err := Engine{}.Open(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	kind := func(letter string) index.Node {
		return index.Node{Op: index.OpWord, Terms: []index.WeightedTerm{{Field: index.FilterField(index.FieldKind), Text: "kind" + letter}}}
	}
	for range worthTable + 2 {
		m.check(r, "all", index.Node{Op: index.OpAll}, func(string) bool { return true })
		either := index.Node{Op: index.OpBool, Filter: []index.Node{{Op: index.OpAny, Should: []index.Node{kind("a"), kind("c")}}}}
		m.check(r, "a or c", either, func(text string) bool { return text[0] != 'b' })
		none := index.Node{Op: index.OpBool, Filter: []index.Node{kind("a"), kind("b")}}
		m.check(r, "a and b", none, func(string) bool { return false })
	}
	table := r.(*reader).kept.tables.made[string(index.FieldKind)]
	if table == nil || len(table.values) != 3 {
		t.Errorf("table %+v", table)
	}
}
