package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
)

// tagged is a document of two pages with one tagged sentence that runs over both.
func tagged() *policy.Document {
	const text = "Ansvar\nNämnden \"A\" ansvarar,\nmed <råd>, för planen."
	start := strings.Index(text, "Nämnden")
	middle := strings.Index(text, "med")
	return &policy.Document{
		ID: "plan", Source: "Ale/plan.pdf", Text: text,
		Pages:   []policy.Page{{Number: 1, Label: "i"}, {Number: 2, Label: "ii"}},
		Anchors: []policy.Anchor{{Span: policy.Span{Start: 0, End: middle}, Page: 1}, {Span: policy.Span{Start: middle, End: len(text)}, Page: 2}},
		Sections: []policy.Section{
			{Parent: -1}, {Heading: "Ansvar", Number: "3", Level: 1},
		},
		Sentences:    []policy.Sentence{{Span: policy.Span{Start: start, End: len(text)}, Section: 1, Opener: -1}},
		Tags:         []policy.Tag{{Name: "responsibility", Score: 0.75, Evidence: []string{"cue:ansvarar", "heading:Ansvar"}, By: policy.ByProgram}},
		Municipality: policy.Assignment{Municipality: policy.Municipality{Name: "Ale", Code: "1440"}},
	}
}

func TestWriteTagsCSV(t *testing.T) {
	var b bytes.Buffer
	if err := writeTagsCSV(&b, []*policy.Document{tagged()}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	got := map[string]string{}
	for i, name := range rows[0] {
		got[name] = rows[1][i]
	}
	for name, want := range map[string]string{
		"document": "plan", "source": "Ale/plan.pdf", "municipality": "Ale", "scb_code": "1440", "tag": "responsibility",
		"text": "Nämnden \"A\" ansvarar,\nmed <råd>, för planen.", "score": "0.75", "evidence": "cue:ansvarar | heading:Ansvar",
		"section": "3 Ansvar", "page": "1", "pages": "1 | 2", "page_label": "i", "span_start": "7", "prefix": "Ansvar\n",
		"by": "program",
	} {
		if got[name] != want {
			t.Errorf("%s = %q, want %q", name, got[name], want)
		}
	}
}

// Letters and signs are printed as they are: \u003c is hard to read, and to grep for.
func TestWriteTags(t *testing.T) {
	var b bytes.Buffer
	if err := writeTags(&b, []*policy.Document{tagged(), tagged()}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "<råd>") {
		t.Fatalf("printed %q", b.String())
	}
	var r policy.TagRecord
	if err := json.Unmarshal([]byte(lines[0]), &r); err != nil {
		t.Fatal(err)
	}
	if r.Schema != policy.Schema || r.Page != 1 || len(r.Pages) != 2 || r.Text != tagged().SentenceText(0) {
		t.Errorf("record %+v", r)
	}
}
