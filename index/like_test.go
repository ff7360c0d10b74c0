package index_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// likeDocuments returns passages of which some are about the same, in other words.
func likeIndex(t *testing.T) *index.Index {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{},
		newDocument("a", "Ale", "policy", "2014", "Nämnden ansvarar för skolskjutsen till gymnasieskolan.", "Avfallet hämtas varje vecka.",
			"Kommunen har en plan för trafiken."),
		newDocument("b", "Åmål", "plan", "2015", "Skolskjutsar ordnas av nämnden.", "Matavfall sorteras i gröna påsar.", "Planen gäller alla nämnder."),
		newDocument("c", "Hylte", "policy", "2016", "Elever vid gymnasieskolor har rätt till skolskjuts.", "Vid bad och strand finns livbojar."))
	return open(t, dir)
}

func TestLike(t *testing.T) {
	x := likeIndex(t)
	for _, tt := range []struct {
		id, filters string
		want        []string
	}{
		{"a#0", "", []string{"b#0", "c#0", "b#2"}},
		{"a#0", "kommun:Åmål", []string{"b#0", "b#2"}},
		{"a#0", "-kommun:Hylte orden räknas inte", []string{"b#0", "b#2"}},
		{"c#1", "", nil},
	} {
		r, err := x.Like(context.Background(), tt.id, tt.filters, index.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := ids(r); !slices.Equal(got, tt.want) || r.Like != tt.id {
			t.Errorf("like %s %s: %q, want %q", tt.id, tt.filters, got, tt.want)
		}
		if len(r.Hits) > 0 && r.Hits[0].Snippet == r.Hits[0].Text {
			t.Errorf("nothing is marked in %q", r.Hits[0].Snippet)
		}
	}
	for _, id := range []string{"", "a", "a#", "a#9", "a#-1", "x#0", "#"} {
		if _, err := x.Like(context.Background(), id, "", index.SearchOptions{}); !errors.Is(err, index.ErrNoPassage) {
			t.Errorf("like %q: %v", id, err)
		}
	}
	if _, err := x.Like(context.Background(), "a#0", "år:snart", index.SearchOptions{}); !errors.Is(err, index.ErrQuery) {
		t.Errorf("a filter that cannot be understood: %v", err)
	}
}

func ids(r *index.Results) []string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, h.ID)
	}
	return out
}

func TestSuggestion(t *testing.T) {
	x := likeIndex(t)
	for query, want := range map[string]string{
		"skolskjus":                "skolskjuts",
		"nämdnen gymnasieskolna":   "nämnden gymnasieskolan",
		"afvall påsar kommun:Ale":  "avfall påsar kommun:Ale", // only a part of a word there
		"-nämdnen \"nämdnen är\"":  "",
		"nämd*":                    "",
		"nämnden":                  "",
		"skolskjutsen":             "",
		"gymnasieskolorna elevens": "", // other forms
		"skolskjutsnämnd":          "", // is relaxed
		"xyzxyzxyz":                "",
		"bda":                      "",
		"atgard":                   "",
	} {
		r, err := x.Search(context.Background(), query, index.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Suggestion != want {
			t.Errorf("%s: did you mean %q, want %q", query, r.Suggestion, want)
		}
	}
}

// A word typed for want of a keyboard without å, ä, ö finds those that it may stand for, in any form and in compounds.
func TestWordsWithoutMarks(t *testing.T) {
	x := likeIndex(t)
	for query, want := range map[string]int{"namnd": 3, "namnderna": 3, "grona": 1, "pasar": 1, "gröna": 1, "strånd": 0} {
		r, err := x.Search(context.Background(), query, index.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Total != want {
			t.Errorf("%s: %d passages, want %d: %q", query, r.Total, want, ids(r))
		}
	}
}

// A value that no passage has is told, with what was meant or what there is; words and values are mended in one suggestion.
func TestUnknownValues(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{},
		newDocument("a", "Upplands Väsby", "policy", "2020", "Nämnden ansvarar."), newDocument("b", "Ale", "plan", "2021", "Nämnden beslutar."))
	x := open(t, dir)
	for query, want := range map[string]string{
		"municipality:Ale nämnden":           "[] ",
		"municipality:ale":                   "[] ",
		"municipality:al*":                   "[] ",
		"år:1901":                            "[] ",
		"kommun:Upplands nämnden":            `[municipality:Upplands=Upplands Väsby] kommun:"Upplands Väsby" nämnden`,
		`kommun:"uplands väsby"`:             `[municipality:uplands väsby=Upplands Väsby] kommun:"Upplands Väsby"`,
		"kind:polisy -kind:plann nämdnen":    "[kind:polisy=policy kind:plann=plan] kind:policy -kind:plan nämnden",
		"municipality:Ale municipality:Kiru": "[municipality:Kiru=] ",
		"tag:x":                              "[tag:x=] ",
	} {
		r, err := x.Search(t.Context(), query, index.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var unknown []string
		for _, u := range r.Unknown {
			unknown = append(unknown, string(u.Field)+":"+u.Value+"="+u.Nearest)
			if u.Field == index.FieldMunicipality && !slices.Equal(u.Known, []string{"Ale", "Upplands Väsby"}) {
				t.Errorf("%s: there are %q", query, u.Known)
			}
		}
		if got := fmt.Sprintf("%v %s", unknown, r.Suggestion); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	if _, err := x.Search(t.Context(), "year:2020..2018", index.SearchOptions{}); !errors.Is(err, index.ErrQuery) {
		t.Errorf("years that go backwards: %v", err)
	}
}
