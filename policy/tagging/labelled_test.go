package tagging

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/evaluation"
)

// labelledDir holds documents in our own words, in twenty-odd genres, and what each of their sentences is to be tagged as.
const labelledDir = "../../testdata/labelled"

// floor is what F1 on the labelled documents must not fall below, for all tags together and for each.
const (
	floor    = 0.95
	tagFloor = 0.93
)

// A labelledDocument is one of them, read by the simple reader of these tests: what is held here is the tagger alone. The
// whole chain is held in the root package.
type labelledDocument struct{ doc *policy.Document }

func labelled(t testing.TB) []labelledDocument { return labelledIn(t, labelledDir, 20) }

// labelledIn reads the documents of a folder, which are to be as many as least.
func labelledIn(t testing.TB, dir string, least int) []labelledDocument {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) < least {
		t.Fatalf("%d labelled documents, %v", len(files), err)
	}
	var out []labelledDocument
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, labelledDocument{read(strings.TrimSuffix(filepath.Base(f), ".txt"), string(text))})
	}
	return out
}

func TestLabelledDocuments(t *testing.T) {
	name := filepath.Join(labelledDir, "passages.tsv")
	rows, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	labels, err := evaluation.ParseLabels(name, rows)
	if err != nil {
		t.Fatal(err)
	}
	g := New(Default())
	var docs []*policy.Document
	sentences := 0
	for _, l := range labelled(t) {
		l.doc.Tags = g.Tag(l.doc)
		docs = append(docs, l.doc)
		sentences += len(l.doc.Sentences)
	}
	r := evaluation.Measure(docs, labels, evaluation.Options{Unlabelled: true, Draws: -1,
		Tags: slices.Collect(maps.Keys(fourTags))})
	if sentences < 700 || len(r.NoDocument) > 0 || len(r.NotLocated) > 0 {
		t.Errorf("%d labelled sentences; labels of no document: %v, of no place: %v", sentences, r.NoDocument, r.NotLocated)
	}
	for _, m := range r.Mistakes {
		t.Logf("%s: %s %s: %s %q", m.Kind, m.Document, m.Tag, m.Quote, m.Evidence)
	}
	if r.All.F1 < floor || r.LowestTag < tagFloor {
		t.Errorf("F1 %.3f, floor %.2f; lowest tag %.3f, floor %.2f", r.All.F1, floor, r.LowestTag, tagFloor)
	}
	t.Logf("%d sentences: F1 %.3f, lowest tag %.3f", sentences, r.All.F1, r.LowestTag)
}

// themesDir holds documents that are labelled by what their goals are about, and by purpose, funding and cooperation.
const themesDir = "../../testdata/themes"

// onlyFour returns the tags that are of the four.
func onlyFour(tags []policy.Tag) []policy.Tag {
	return slices.DeleteFunc(tags, func(t policy.Tag) bool { return !fourTags[t.Name] })
}

var fourTags = map[string]bool{"goals": true, "responsibility": true, "follow-up": true, "partner-towns": true}
