package indextest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// document returns a document of one section whose passages are texts; a text may begin with "#tag ".
func document(id, municipality, kind, date string, texts ...string) *policy.Document {
	d := &policy.Document{ID: id, Source: municipality + "/" + id + ".pdf", Format: "pdf", SHA256: strings.Repeat(id[:1], 64), Text: "Ansvar\n"}
	d.Sections = []policy.Section{{Heading: "Policy för " + municipality, Parent: -1}, {Heading: "Ansvar", Level: 1}}
	d.Municipality.Municipality = policy.Municipality{Name: municipality, LongName: municipality + "s kommun"}
	d.Facts.Kind.Value, d.Facts.Date.Value = kind, date
	d.Pages = []policy.Page{{Number: 1, Label: "i"}}
	for i, text := range texts {
		if rest, ok := strings.CutPrefix(text, "#"); ok {
			tag, plain, _ := strings.Cut(rest, " ")
			text = plain
			d.Tags = append(d.Tags, policy.Tag{Name: tag, Sentence: i})
		}
		span := policy.Span{Start: len(d.Text), End: len(d.Text) + len(text)}
		d.Text += text + "\n"
		d.Passages = append(d.Passages, policy.Passage{Span: span, Section: 1, Zone: policy.ZoneBody, First: i, Last: i + 1})
		d.Sentences = append(d.Sentences, policy.Sentence{Span: span, Passage: i, Section: 1, Zone: policy.ZoneBody})
		d.Anchors = append(d.Anchors, policy.Anchor{Span: span, Page: 1})
	}
	return d
}

func documents() []*policy.Document {
	return []*policy.Document{
		document("ek-policy", "Ekeby", "policy", "2014-02-13",
			"#partner-towns Kommunen har ett gällande avtal med två vänorter i Finland.",
			"#responsibility Kommunstyrelsen ansvarar för det internationella arbetet.",
			"#follow-up Policyn följs upp varje mandatperiod."),
		document("sj-plan", "Sjövik", "plan", "2021",
			"#partner-towns Vänortsavtalet med staden sades upp för tio år sedan.",
			"#responsibility Nämnderna ansvarar för sina projekt och åtgärder i skolan.",
			"Målen handlar om skola & miljö i hela kommunen."),
	}
}

// put makes a generation of docs at place.
func (s Suite) put(t testing.TB, place string, opts index.WriterOptions, docs ...*policy.Document) {
	t.Helper()
	w, err := index.NewWriter(place, s.Engine, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, d := range docs {
		if err := w.Put(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
}

func (s Suite) index(t testing.TB, place string) *index.Index {
	t.Helper()
	x, err := index.Open(place, s.Engine)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// hits returns the passages that a query finds, the best first.
func hits(t testing.TB, x *index.Index, query string) string {
	t.Helper()
	r, err := x.Search(context.Background(), query, index.SearchOptions{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, h := range r.Hits {
		out = append(out, h.ID)
	}
	return strings.Join(out, " ")
}

// Everything that the query language can say.
func (s Suite) queries(t *testing.T) {
	place := s.Place(t)
	s.put(t, place, index.WriterOptions{}, documents()...)
	x := s.index(t, place)
	for _, tt := range []struct{ query, want string }{
		{"vänort avtal", "ek-policy#0 sj-plan#0"},
		{"vanort", "ek-policy#0 sj-plan#0"},
		{"+vänort -vänortsavtal", "ek-policy#0"},
		{"ansvara -nämnd", "ek-policy#1"},
		{`"gällande avtal"`, "ek-policy#0"},
		{`"avtal gällande"`, ""},
		{"internat*", "ek-policy#1"},
		{"ansvarar municipality:sjövik", "sj-plan#1"},
		{"ansvarar kommun:\"Sjöviks kommun\"", "sj-plan#1"},
		{"tag:responsibility", "ek-policy#1 sj-plan#1"},
		{"tag:responsibility -kommun:Ekeby", "sj-plan#1"},
		{"kind:policy year:2010..2015", "ek-policy#0 ek-policy#1 ek-policy#2"},
		{"år:>=2020", "sj-plan#0 sj-plan#1 sj-plan#2"},
		{"section:ansvar tag:follow-up", "ek-policy#2"},
		{"document:sj* skola", "sj-plan#1 sj-plan#2"},
		{"ordsomaldrigfinns", ""},
	} {
		got := hits(t, x, tt.query)
		if tt.query == "document:sj* skola" || tt.query == "vanort" { // their order is the ranking's business
			got, tt.want = sortedWords(got), sortedWords(tt.want)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.query, got, tt.want)
		}
	}
	s.answers(t, x)
}

// answers looks at what a result holds beside its hits.
func (s Suite) answers(t *testing.T, x *index.Index) {
	r, err := x.Search(context.Background(), "vänotrer", index.SearchOptions{})
	if err != nil || r.Suggestion != "vänorter" {
		t.Errorf("did you mean %q, %v", r.Suggestion, err)
	}
	if r, err = x.Search(context.Background(), "skola", index.SearchOptions{Facets: []index.Field{index.FieldMunicipality}}); err != nil ||
		fmt.Sprint(r.Facets[index.FieldMunicipality]) != "[{Sjövik 2}]" || !strings.Contains(r.Hits[0].Snippet, "<mark>skola") {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err = x.Search(context.Background(), "vänortsprojekt", index.SearchOptions{}); err != nil || !r.Relaxed || r.Total == 0 {
		t.Errorf("the parts of a compound find %+v, %v", r, err)
	}
	if r, err = x.Like(context.Background(), "ek-policy#0", "", index.SearchOptions{}); err != nil || len(r.Hits) == 0 || r.Hits[0].ID != "sj-plan#0" {
		t.Errorf("like ek-policy#0: %+v, %v", r, err)
	}
	if _, err := x.Search(context.Background(), "year:nix", index.SearchOptions{}); !errors.Is(err, index.ErrQuery) {
		t.Errorf("a year that is none: %v", err)
	}
}

func sortedWords(s string) string {
	words := strings.Fields(s)
	slices.Sort(words)
	return strings.Join(words, " ")
}
