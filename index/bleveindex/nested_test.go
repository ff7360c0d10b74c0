package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// beside returns a query of the form in which synonyms are sought: words, or words where a phrase stands, but not where others do.
func (d drawer) beside() index.Node {
	n := d.query()
	if d.IntN(3) > 0 {
		phrase := index.Node{Op: index.OpPhrase}
		for range 2 {
			phrase.Terms = append(phrase.Terms, index.WeightedTerm{Field: index.FieldExact, Text: d.word(), Weight: 1})
		}
		n = index.Node{Op: index.OpBool, Should: []index.Node{n}, Filter: []index.Node{{Op: index.OpAny, Should: []index.Node{phrase, d.query()}}}}
	}
	return index.Node{Op: index.OpBool, Should: []index.Node{n}, Not: []index.Node{d.query()}}
}

// Queries within queries find the same, and score the same, as reading all passages.
func TestNestedAgainstNaive(t *testing.T) {
	t.Parallel()
	d := drawer{rand.New(rand.NewPCG(7, 77))}
	var entries []index.Entry
	for i := range 10 {
		for j := range d.IntN(2 * together) {
			entries = append(entries, d.entry(fmt.Sprintf("d%d", i), j))
		}
	}
	all, r := newNaive(entries), open(t, write(t, "", entries))
	for range 100 {
		q := d.request()
		for range 1 + d.IntN(2) {
			q.Query.Should = append(q.Query.Should, d.beside())
		}
		all.compareWith(t, r, q)
	}
}
