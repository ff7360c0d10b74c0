package compare_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// drawDocument makes a document of anybody, with anything in it.
func drawDocument(t *rapid.T, i int) *policy.Document {
	text := rapid.SampledFrom([]string{"Kommunen ska bli öppnare.", "Det finns inga vänorter.", "Målet är klart.", "Nämnden får resa.",
		"Uppföljning saknas.", "  ", "…", "Vi ska:", "a\tb\tc", "Utbytet med vänorten är vilande."})
	tags := rapid.SampledFrom([]string{"", "goals", "goals partner-towns", "follow-up", "responsibility", "own"})
	id := fmt.Sprintf("dok-%d", i)
	b := sample.New(id, id+".pdf", rapid.SampledFrom([]string{"", "Ale", "Åmål", "Älmhult"}).Draw(t, "municipality"), "Titel")
	for range rapid.IntRange(0, 4).Draw(t, "paragraphs") {
		var all []sample.Sentence
		for range rapid.IntRange(1, 4).Draw(t, "sentences") {
			all = append(all, sample.S(text.Draw(t, "text"), tags.Draw(t, "tags"), rapid.Float64Range(0, 1).Draw(t, "score")))
		}
		if rapid.Bool().Draw(t, "list") {
			b.List(all[0], all[1:]...)
		} else {
			b.Para(all...)
		}
		b.Page(rapid.SampledFrom([]policy.Method{policy.MethodText, policy.MethodUnread, policy.MethodOCR}).Draw(t, "method"))
	}
	d := b.Done()
	d.Facts.Kind.Value = rapid.SampledFrom([]string{"", "policy", "webbsida", "tjänsteutlåtande"}).Draw(t, "kind")
	d.Facts.Status.Value = rapid.SampledFrom([]string{"", "in-force", "proposal", "replaced", "unknown"}).Draw(t, "status")
	d.Facts.Date.Value = rapid.SampledFrom([]string{"", "2003", "2014-02", "2014-02-13", "2030-01-01", "x"}).Draw(t, "date")
	d.Facts.PartnerTownsStatus.Value = rapid.SampledFrom([]string{"", "active", "dormant", "none", "mentioned-unnamed", "not-found"}).Draw(t, "towns")
	return d
}

func TestPropertiesOfReports(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var docs []*policy.Document
		for i := range rapid.IntRange(0, 6).Draw(t, "documents") {
			docs = append(docs, drawDocument(t, i))
		}
		opts := sampleOptions()
		r := compare.Documents(docs, opts)
		if len(r.Documents) != len(docs) {
			t.Fatalf("%d documents of %d", len(r.Documents), len(docs))
		}
		quotes := 0
		for _, m := range r.Municipalities {
			if len(m.Cells) != len(r.Tags) {
				t.Fatalf("%d cells for %d tags", len(m.Cells), len(r.Tags))
			}
			for _, c := range m.Cells {
				quotes += c.Count
				checkCell(t, &m, &c)
			}
		}
		if tags := countTags(docs); quotes > tags+len(docs) {
			t.Fatalf("%d quotes from %d tags", quotes, tags)
		}
		want, _ := json.Marshal(r)
		slices.Reverse(docs)
		opts.Workers = 8
		got, _ := json.Marshal(compare.Documents(docs, opts))
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Fatalf("another order, another report: %s", diff)
		}
	})
}

// checkCell holds what is true of every cell.
func checkCell(t *rapid.T, m *compare.Municipality, c *compare.Cell) {
	silent := c.State == compare.NotSaid || c.State == compare.Unread
	if silent && c.Count > 0 {
		t.Fatalf("%s %s: %s with %d quotes", m.Name, c.Tag, c.State, c.Count)
	}
	if c.State == compare.NotSaid && c.Incomplete {
		t.Fatalf("%s %s: not said, although not all was read", m.Name, c.Tag)
	}
	if c.State == compare.Unread && !c.Incomplete {
		t.Fatalf("%s %s: unread, although all was read", m.Name, c.Tag)
	}
	b := c.Binding
	if n := b.Must + b.Should + b.May + b.States; n != c.Count || len(c.Quotes) != c.Count {
		t.Fatalf("%s %s: %d quotes, %d counted, %d by binding", m.Name, c.Tag, len(c.Quotes), c.Count, n)
	}
	for _, q := range c.Quotes {
		if !slices.Contains(m.Documents, q.Document) {
			t.Fatalf("%s %s: a quote of %s", m.Name, c.Tag, q.Document)
		}
		if !slices.ContainsFunc(c.Places, func(p compare.Place) bool { return p.Document == q.Document && slices.Contains(p.Pages, q.Page) }) {
			t.Fatalf("%s %s: %s page %d is no place", m.Name, c.Tag, q.Document, q.Page)
		}
	}
}

func countTags(docs []*policy.Document) int {
	n := 0
	for _, d := range docs {
		n += len(d.Tags)
	}
	return n
}
