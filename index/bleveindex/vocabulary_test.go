package bleveindex

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A vocabulary says of any texts, in any order and again after it forgot them, what a map says.
func TestVocabulary(t *testing.T) {
	v := newVocabulary()
	rapid.Check(t, func(t *rapid.T) {
		v.reset()
		want := map[string]uint32{}
		for _, text := range rapid.SliceOfN(rapid.OneOf(rapid.StringN(0, 3, -1), rapid.String()), 0, 4*firstSlots).Draw(t, "texts") {
			n, ok := want[text]
			if _, _, found := v.find(text); found != ok {
				t.Fatalf("%q is found: %v", text, found)
			}
			if !ok {
				n = uint32(len(want))
				want[text] = n
			}
			if got := v.number(text); got != n {
				t.Fatalf("%q has the number %d, not %d", text, got, n)
			}
		}
		if v.len() != len(want) {
			t.Fatalf("%d texts, not %d", v.len(), len(want))
		}
		var order []string
		for _, n := range v.sorted() {
			order = append(order, string(v.text(n)))
		}
		if !slices.Equal(order, slices.Sorted(maps.Keys(want))) {
			t.Fatalf("in order %q", order)
		}
	})
}
