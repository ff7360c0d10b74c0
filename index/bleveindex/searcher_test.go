package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/search"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// A place is where a searcher stands: which passage, and what it scores.
type place struct {
	number uint64
	score  float64
}

// searcherOf returns a new searcher of n, and what it draws its matches from.
func searcherOf(t *testing.T, r *reader, view api.IndexReader, n index.Node) (search.Searcher, *search.SearchContext) {
	t.Helper()
	q, err := builder{&r.kept}.build(n)
	if err != nil {
		t.Fatal(err)
	}
	s, err := q.Searcher(t.Context(), view, r.index.Mapping(), search.SearcherOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return s, &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0), IndexReader: view}
}

// Whoever leaps from passage to passage meets those that one meets who goes to each, with the same scores: bleve's searchers and ours leap when
// they are combined.
func TestLeapingMeetsTheSame(t *testing.T) {
	t.Parallel()
	d := drawer{rand.New(rand.NewPCG(3, 9))}
	var entries []index.Entry
	for i := range 300 {
		entries = append(entries, d.entry(fmt.Sprintf("d%03d", i/20), i%20))
	}
	first := write(t, "", entries[:200])
	r := open(t, write(t, first, entries[200:], entries[7].ID, entries[150].ID)).(*reader)
	err := r.with(func(view api.IndexReader) error {
		for range 150 {
			n := index.Node{Op: index.OpBool, Should: []index.Node{d.query(), d.query()}, Filter: []index.Node{d.filter()}}
			switch d.IntN(4) {
			case 0:
				n = d.query()
			case 1:
				n = index.Node{Op: index.OpAny, Should: []index.Node{d.query(), d.query(), d.filter()}}
			case 2:
				n = index.Node{Op: index.OpBool, Must: []index.Node{d.query(), d.query()}, Should: []index.Node{d.query()}, Not: []index.Node{d.query()}}
			}
			compareLeaps(t, d, r, view, n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func compareLeaps(t *testing.T, d drawer, r *reader, view api.IndexReader, n index.Node) {
	t.Helper()
	var all []place
	s, sc := searcherOf(t, r, view, n)
	for {
		m, err := s.Next(sc)
		if err != nil {
			t.Fatal(err)
		}
		if m == nil {
			break
		}
		all = append(all, place{m.IndexInternalID.Value(), m.Score})
		sc.DocumentMatchPool.Put(m)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(all, func(a, b place) int { return int(a.number) - int(b.number) }) {
		t.Fatalf("%+v: out of order: %v", n, all)
	}
	s, sc = searcherOf(t, r, view, n)
	defer s.Close()
	for at := uint64(0); ; {
		var m *search.DocumentMatch
		var err error
		if d.IntN(3) == 0 && at > 0 {
			m, err = s.Next(sc)
		} else {
			at += uint64(d.IntN(9))
			m, err = s.Advance(sc, api.NewIndexInternalID(nil, at))
		}
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(all, func(p place) bool { return p.number >= at })
		if i < 0 || m == nil {
			if i >= 0 || m != nil {
				t.Fatalf("%+v: from %d on %v, want from %d of %v", n, at, m, i, all)
			}
			return
		}
		if got := (place{m.IndexInternalID.Value(), m.Score}); got.number != all[i].number || !alike(got.score, all[i].score) {
			t.Fatalf("%+v: from %d on %v, want %v", n, at, got, all[i])
		}
		at = m.IndexInternalID.Value() + 1
		sc.DocumentMatchPool.Put(m)
	}
}

// What is remembered of filters is bounded, and does not change what they pass.
func TestManyFilters(t *testing.T) {
	t.Parallel()
	var entries []index.Entry
	for i := range maxSets + 50 {
		e := entry(fmt.Sprintf("d#%d", i), "plan")
		e.Values[index.FilterField(index.FieldMunicipality)] = []string{fmt.Sprint("m", i%(maxSets+20))}
		entries = append(entries, e)
	}
	r := open(t, write(t, "", entries)).(*reader)
	for round := range 2 {
		for i := range maxSets + 20 {
			node := index.Node{Op: index.OpBool, Should: []index.Node{word("plan")}, Filter: []index.Node{{Op: index.OpWord,
				Terms: []index.WeightedTerm{{Field: index.FilterField(index.FieldMunicipality), Text: fmt.Sprint("m", i)}}}}}
			want := 1
			if i < 30 {
				want = 2
			}
			if got := run(t, r, node); len(got) != want || len(r.kept.sets.made) > maxSets {
				t.Fatalf("round %d, m%d: %q, want %d; %d sets", round, i, got, want, len(r.kept.sets.made))
			}
		}
	}
}

// Segments of one passage, passages without a word or a value, words of sixty thousand bytes, and words in a thousand passages and more, of
// which zap keeps the postings in pieces, are all found.
func TestOddSegments(t *testing.T) {
	t.Parallel()
	huge := strings.Repeat("å", 30_000)
	dir := ""
	for i, e := range []index.Entry{entry("one#0", "ensam"), entry("none#0", ""), entry("huge#0", huge+" ord"), {ID: "bare#0", Stored: []byte("bare#0")}} {
		dir = write(t, dir, []index.Entry{e})
		if n, err := open(t, dir).Count(); n != i+1 || err != nil {
			t.Fatalf("after %s %d passages, %v", e.ID, n, err)
		}
	}
	var many []index.Entry
	for i := range 3*columnChunk + 1 {
		text := "alla"
		if i%columnChunk == 0 {
			text += " " + strings.Repeat("alla ", 200) + "gräns"
		}
		if i == 2*columnChunk+5 {
			text += " sällan"
		}
		e := entry(fmt.Sprintf("many#%d", i), text)
		if i%columnChunk == columnChunk-1 {
			e.Values[index.FieldYear] = []string{"2020"}
		}
		many = append(many, e)
	}
	r := open(t, write(t, dir, many))
	for text, want := range map[string]int{"alla": len(many), "gräns": 4, "sällan": 1, "ensam": 1, huge: 1, "finns-ej": 0} {
		got, err := r.Search(t.Context(), index.Request{Query: word(text), Size: 5, Facets: []index.Field{index.FieldYear}, FacetSize: 9})
		if err != nil || got.Total != want {
			t.Errorf("%.10s: %d passages, want %d (%v)", text, got.Total, want, err)
		}
		if text == "alla" && fmt.Sprint(got.Facets[index.FieldYear]) != "[{2020 3}]" {
			t.Errorf("years: %v", got.Facets)
		}
	}
	phrase := index.Node{Op: index.OpPhrase, Terms: []index.WeightedTerm{{Field: index.FieldExact, Text: "alla"}, {Field: index.FieldExact, Text: "gräns"}}}
	if got := run(t, r, phrase); len(got) != 4 {
		t.Errorf("the phrase after 200 words is in %q", got)
	}
	if got := run(t, r, index.Node{Op: index.OpID, IDs: []string{"bare#0", "none#0", "finns#0"}}); len(got) != 2 {
		t.Errorf("by ID: %q", got)
	}
}
