package index_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
)

// What means the same is found after what was typed, told and marked; what is required, left out or quoted means itself.
func TestSynonyms(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, newDocument("a", "Ekeby", "plan", "2020",
		"Kommunen har fyra förskolor och ett daghem i egen regi.",
		"Platsen på dagis sägs upp två månader i förväg av familjen.",
		"Äldre som bor på särskilda boenden får hjälp hela dygnet.",
		"Behovet av boende är särskilt stort för unga i staden.",
		"Undervisningen i svenska för invandrare sker på kvällen.",
		"Den som läser sfi får en plan av skolan på första dagen.",
		"Invandrare från Norden behöver kunna läsa svenska i skolan."))
	x := open(t, dir)
	for _, tt := range []struct{ query, found, also string }{
		{"dagis", "a#1 a#0", "dagis: förskola, daghem"},
		{"+dagis", "a#1", ""},
		{`"dagis"`, "a#1", ""},
		{"dagi*", "a#1", ""},
		{"platsen -dagis", "", ""},
		{"dagisavgift", "a#1 a#0", "dagis: förskola, daghem; avgift: taxa"}, // by its parts
		{"äldreboenden", "a#2", "äldreboenden: särskilt boende, ålderdomshem, vårdboende, omsorgsboende, säbo"},
		{"SFI", "a#5 a#4", "SFI: svenska för invandrare"},
		{"+kommun svenska för invandrare", "a#0", "svenska för invandrare: SFI"},
		{`+svenska +"för invandrare"`, "a#4", ""},
	} {
		r := search(t, x, tt.query, index.SearchOptions{})
		var found, also []string
		for _, h := range r.Hits {
			found = append(found, h.ID)
		}
		for _, s := range r.Synonyms {
			also = append(also, s.Words+": "+strings.Join(s.Also, ", "))
		}
		if got := strings.Join(found, " "); got != tt.found || strings.Join(also, "; ") != tt.also {
			t.Errorf("%s finds %s, and looks for %q, want %s and %q", tt.query, got, also, tt.found, tt.also)
		}
		if len(tt.also) > 0 && !strings.HasPrefix(tt.query, "+") {
			alone := search(t, x, tt.query, index.SearchOptions{NoSynonyms: true})
			if len(alone.Synonyms) > 0 || alone.Total >= r.Total && r.Total > 1 {
				t.Errorf("%s alone: %d of %d, and looks for %v", tt.query, alone.Total, r.Total, alone.Synonyms)
			}
		}
	}
	marked := search(t, x, "äldreboende", index.SearchOptions{}).Hits[0].Snippet
	if want := "Äldre som bor på <mark>särskilda</mark> <mark>boenden</mark> får hjälp hela dygnet."; marked != want {
		t.Errorf("marked is %q", marked)
	}
	if r := search(t, x, "daggis", index.SearchOptions{}); r.Suggestion != "dagis" {
		t.Errorf("did you mean %q", r.Suggestion)
	}
	if r := search(t, x, "ålderdomshem", index.SearchOptions{}); r.Suggestion != "" || r.Relaxed || r.Total != 1 {
		t.Errorf("a word of the thesaurus that no passage has: %+v", r)
	}
}

// A pasted page is no more work than a long query.
func TestSynonymsAreBounded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	words := strings.Repeat("äldreboende funktionshinder vänort ", 5)
	n := 0
	for _, s := range search(t, open(t, dir), words, index.SearchOptions{}).Synonyms {
		n += len(s.Also)
	}
	if n != 24 {
		t.Errorf("%d are looked for", n)
	}
}

// Queries in words that the documents hardly have. On the first file the weight of synonyms was tuned and words were added to the thesaurus; the
// second was scored once when that was done. (docs/quality.md)
func TestQueriesInOtherWords(t *testing.T) {
	var folders []string
	for _, f := range []string{"genres", "practice", "labelled"} {
		folders = append(folders, filepath.Join("..", "testdata", f))
	}
	x := indextest.Fill(t, t.TempDir(), bleveindex.Engine{}, indextest.Documents(t, folders...))
	for _, set := range []struct {
		file  string
		least float64
	}{{"queries-synonyms-tuned.tsv", 0.57}, {"queries-synonyms.tsv", 0.4}} {
		queries := indextest.Queries(t, filepath.Join("indextest", "testdata", set.file))
		score := func(opts index.SearchOptions) (float64, []string) {
			return indextest.Judged(queries, func(query string) (found []indextest.Found) {
				for _, h := range search(t, x, query, opts).Hits {
					found = append(found, indextest.Found{Document: h.Document, Text: h.Text})
				}
				return found
			})
		}
		alone, _ := score(index.SearchOptions{NoSynonyms: true})
		with, lines := score(index.SearchOptions{})
		t.Logf("nDCG@10 of %d queries in %s: %.3f, without synonyms %.3f", len(queries), set.file, with, alone)
		for _, line := range lines {
			t.Log(line)
		}
		const bar = 0.1
		if with < set.least || with-alone < bar {
			t.Errorf("%s: nDCG@10 %.3f is below %.2f, or the difference to %.3f without synonyms below %.2f", set.file, with, set.least, alone, bar)
		}
	}
}
