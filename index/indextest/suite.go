package indextest

import (
	"context"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A Suite is an engine to be tested.
type Suite struct {
	Engine index.Engine
	// Place returns the name of a place that has no index yet, Dir one where a new generation can be begun.
	Place, Dir func(t testing.TB) string
}

// Test runs the suite.
func (s Suite) Test(t *testing.T) {
	for _, test := range []struct {
		name string
		run  func(Suite, *testing.T)
	}{
		{"operations", Suite.operations}, {"ranking", Suite.ranking}, {"every passage", Suite.everyPassage}, {"sorts and pages", Suite.sorts},
		{"facets", Suite.facets}, {"from another", Suite.fromAnother}, {"put again", Suite.putAgain}, {"many", Suite.many},
		{"odd tokens", Suite.oddTokens}, {"near", Suite.near},
		{"queries", Suite.queries}, {"writing", Suite.writing}, {"going back", Suite.goingBack}, {"locked", Suite.locked},
		{"not there", Suite.notThere}, {"verify", Suite.verify},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(s, t) })
	}
}

// entry returns a passage whose words are exact terms and lemmas at once.
func entry(id, text string) index.Entry {
	e := index.Entry{ID: id, Stored: []byte(`"` + id + `"`), Values: map[index.Field][]string{}}
	for _, w := range strings.Fields(text) {
		e.Words = append(e.Words, &swedish.Word{Surface: w, Lemmas: []string{w}})
	}
	return e
}

// write makes a generation, starting from another if from is not "", and returns where it is.
func (s Suite) write(t testing.TB, from string, entries []index.Entry, remove ...string) string {
	t.Helper()
	dir := s.Dir(t)
	b, err := s.Engine.Begin(dir, from)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Remove(remove); err != nil {
		t.Fatal(err)
	}
	if err := b.Add(entries); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (s Suite) open(t testing.TB, dir string) index.Reader {
	t.Helper()
	r, err := s.Engine.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// search returns what r finds.
func search(t testing.TB, r index.Reader, q index.Request) *index.Response {
	t.Helper()
	if q.Size == 0 {
		q.Size = 100
	}
	found, err := r.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// run returns the hits' IDs, the best first.
func run(t testing.TB, r index.Reader, n index.Node) []string {
	t.Helper()
	var ids []string
	for _, h := range search(t, r, index.Request{Query: n}).Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

func word(texts ...string) index.Node {
	n := index.Node{Op: index.OpWord}
	for _, text := range texts {
		n.Terms = append(n.Terms, index.WeightedTerm{Field: index.FieldLemma, Text: text, Weight: 1})
	}
	return n
}

// exact returns a node of words as they stand.
func exact(op index.Op, texts ...string) index.Node {
	n := index.Node{Op: op}
	for _, text := range texts {
		n.Terms = append(n.Terms, index.WeightedTerm{Field: index.FieldExact, Text: text, Weight: 1})
	}
	return n
}
