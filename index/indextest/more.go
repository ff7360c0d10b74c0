package indextest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// valued returns a passage with values.
func valued(id, text, document, municipality, year string) index.Entry {
	e := entry(id, text)
	for f, v := range map[index.Field]string{index.FieldDocument: document, index.FieldMunicipality: municipality, index.FieldYear: year} {
		if v != "" {
			e.Values[f] = []string{v}
			e.Values[index.FilterField(f)] = []string{strings.ToLower(v)}
		}
	}
	return e
}

func ids(hits []index.RawHit) string {
	var out []string
	for _, h := range hits {
		out = append(out, h.ID)
	}
	return strings.Join(out, " ")
}

func (s Suite) sorts(t *testing.T) {
	r := s.open(t, s.write(t, "", []index.Entry{valued("b#2", "x", "b", "Sjövik", "2014"), valued("b#10", "x x", "b", "Sjövik", "2014"), valued("b#11", "x", "b", "Sjövik", "2014"),
		valued("a#1", "x", "a", "Ekeby", "2020"), valued("c#1", "x", "c", "", "")}))
	for _, tt := range []struct {
		sort index.Sort
		want string
	}{
		{index.SortScore, "b#10 a#1 b#2 b#11 c#1"},
		{index.SortYear, "a#1 b#10 b#2 b#11 c#1"}, // of one year by score, without one last
		{index.SortDocument, "a#1 b#2 b#10 b#11 c#1"},
	} {
		q := index.Request{Query: word("x"), Sort: tt.sort, Size: 10}
		if got := ids(search(t, r, q).Hits); got != tt.want {
			t.Errorf("sort %q: %s, want %s", tt.sort, got, tt.want)
		}
		paged := ""
		for from := range 6 {
			q.From, q.Size = from, 1
			found := search(t, r, q)
			if found.Total != 5 {
				t.Errorf("page %d: %d in all", from, found.Total)
			}
			paged += ids(found.Hits) + " "
		}
		if strings.TrimSpace(paged) != tt.want {
			t.Errorf("sort %q by pages: %s, want %s", tt.sort, paged, tt.want)
		}
	}
	years := index.Node{Op: index.OpBool, Filter: []index.Node{{Op: index.OpRange, Field: index.FieldYear, Min: 2010, Max: 2019}}}
	if got := ids(search(t, r, index.Request{Query: years}).Hits); got != "b#2 b#10 b#11" {
		t.Errorf("years: %s", got)
	}
	filter := index.Node{Op: index.OpPrefix, Terms: []index.WeightedTerm{{Field: index.FilterField(index.FieldMunicipality), Text: "sjö", Weight: 1}}}
	if got := ids(search(t, r, index.Request{Query: index.Node{Op: index.OpBool, Filter: []index.Node{filter}}}).Hits); got != "b#2 b#10 b#11" {
		t.Errorf("a filter by the beginning of a value: %s", got)
	}
}

func (s Suite) facets(t *testing.T) {
	var entries []index.Entry
	for i, m := range strings.Fields("Sjövik Ekeby Sjövik Åmsele Ekeby Sjövik") {
		entries = append(entries, valued(fmt.Sprint("d#", i), "x", "d", m, fmt.Sprint(2010+i%2)))
	}
	entries = append(entries, valued("e#0", "y", "e", "Norby", ""), valued("e#1", "x", "e", "", ""))
	r := s.open(t, s.write(t, "", entries))
	found := search(t, r, index.Request{Query: word("x"), Size: 1, Facets: []index.Field{index.FieldMunicipality, index.FieldYear, index.FieldTag}, FacetSize: 300})
	if got, want := fmt.Sprint(found.Facets[index.FieldMunicipality]), "[{Sjövik 3} {Ekeby 2} {Åmsele 1}]"; got != want {
		t.Errorf("municipalities %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(found.Facets[index.FieldYear]), "[{2010 3} {2011 3}]"; got != want {
		t.Errorf("years %s, want %s", got, want)
	}
	if v, ok := found.Facets[index.FieldTag]; !ok || len(v) > 0 {
		t.Errorf("a facet without values is %v", v)
	}
	found = search(t, r, index.Request{Query: word("x"), Facets: []index.Field{index.FieldMunicipality}, FacetSize: 2})
	if got, want := fmt.Sprint(found.Facets[index.FieldMunicipality]), "[{Sjövik 3} {Ekeby 2}]"; got != want {
		t.Errorf("two municipalities: %s, want %s", got, want)
	}
}

// A generation that starts from another leaves it as it was.
func (s Suite) fromAnother(t *testing.T) {
	first := s.write(t, "", []index.Entry{entry("a", "x"), entry("b", "x y")})
	second := s.write(t, first, []index.Entry{entry("c", "x z")}, "a")
	if got := run(t, s.open(t, second), word("x")); len(got) != 2 || slices.Contains(got, "a") {
		t.Errorf("the new generation holds %v, want b and c", got)
	}
	r := s.open(t, first)
	if n, err := r.Count(); n != 2 || err != nil {
		t.Errorf("the old generation counts %d, %v", n, err)
	}
	if got := run(t, r, word("x")); len(got) != 2 || !slices.Contains(got, "a") {
		t.Errorf("the old generation holds %v, want a and b", got)
	}
}

// What is taken out and put in again is there once, as it was put last.
func (s Suite) putAgain(t *testing.T) {
	dir := s.Dir(t)
	b, err := s.Engine.Begin(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"x", "y", "z"} {
		if err := b.Remove([]string{"a", "never"}); err != nil {
			t.Fatal(err)
		}
		if err := b.Add([]index.Entry{entry("a", text)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	r := s.open(t, dir)
	if n, err := r.Count(); n != 1 || err != nil {
		t.Errorf("%d passages, %v", n, err)
	}
	if got := run(t, r, word("x", "y")); len(got) > 0 {
		t.Errorf("an earlier one is found: %v", got)
	}
	if h := search(t, r, index.Request{Query: word("z")}).Hits; len(h) != 1 || string(h[0].Stored) != `"a"` {
		t.Errorf("found %v", h)
	}
}

// More passages than are written at once, and a prefix of more words than it may stand for.
func (s Suite) many(t *testing.T) {
	const passages = 7001
	var entries []index.Entry
	for i := range passages {
		entries = append(entries, entry(fmt.Sprintf("p%d", i), fmt.Sprintf("x x%05d", i)))
	}
	r := s.open(t, s.write(t, "", entries))
	if n, err := r.Count(); n != passages || err != nil {
		t.Errorf("%d passages, want %d (%v)", n, passages, err)
	}
	if found := search(t, r, index.Request{Query: word("x"), From: passages - 1, Size: 10}); found.Total != passages || len(found.Hits) != 1 {
		t.Errorf("the last page has %d hits of %d", len(found.Hits), found.Total)
	}
	if found := search(t, r, index.Request{Query: exact(index.OpPrefix, "x0"), Size: 1}); found.Total < bm25f.MaxExpansion || found.Total == passages {
		t.Errorf("a prefix of %d words finds %d passages, want those of the first %d (in each shard)", passages, found.Total, bm25f.MaxExpansion)
	}
}

// Tokens may hold what separates words elsewhere, and be long.
func (s Suite) oddTokens(t *testing.T) {
	long := strings.Repeat("å", 400)
	for _, text := range []string{"1 000", "a\u00a0b", "§", `"`, long, strings.Repeat("ö", 40_000)} {
		e := entry("odd", "x")
		e.Words[0].Lemmas = []string{text, "x"}
		r := s.open(t, s.write(t, "", []index.Entry{e, entry("plain", "x 1 000 a b")}))
		if got := run(t, r, word(text)); len(got) != 1 || got[0] != "odd" {
			t.Errorf("%.20q finds %v", text, got)
		}
	}
}

func (s Suite) near(t *testing.T) {
	valued := entry("a", "vänort vänort avtal")
	valued.Values = map[index.Field][]string{index.FieldMunicipality: {"Upplands Väsby"}, index.FilterField(index.FieldMunicipality): {"upplands väsby"}}
	r := s.open(t, s.write(t, "", []index.Entry{valued, entry("b", "vänort"), entry("c", "vänorter hänort")}))
	for text, want := range map[string]int{"upplands väsby": 1, "upplands": 0} {
		if n, err := r.Frequency(context.Background(), index.FilterField(index.FieldMunicipality), text); n != want || err != nil {
			t.Errorf("%d passages are %q's, want %d (%v)", n, text, want, err)
		}
	}
	values := func(text string, edits int) string {
		v, err := r.Near(context.Background(), index.FieldExact, text, edits)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(v, func(a, b index.FacetValue) int { return strings.Compare(a.Value, b.Value) })
		return fmt.Sprint(v)
	}
	for _, tt := range []struct {
		text  string
		edits int
		want  string
	}{
		{"vänor", 1, "[{vänort 2}]"},
		{"vänrot", 1, "[{vänort 2}]"}, // two letters swapped
		{"vänortr", 2, "[{vänort 2} {vänorter 1}]"},
		{"vonart", 1, "[]"},
		{"xvänort", 2, "[]"}, // another first letter
	} {
		if got := values(tt.text, tt.edits); got != tt.want {
			t.Errorf("near %s: %s, want %s", tt.text, got, tt.want)
		}
	}
	for text, want := range map[string]int{"vänort": 2, "avtal": 1, "okänd": 0} {
		if n, err := r.Frequency(context.Background(), index.FieldLemma, text); n != want || err != nil {
			t.Errorf("%s is in %d passages, want %d (%v)", text, n, want, err)
		}
	}
}
