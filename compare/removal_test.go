package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// Whichever document is taken away, the answers of all other municipalities stay what they were, word for word; and each cell has
// one of the four states, with quotes in just those that say something.
func TestOneDocumentMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var docs []*policy.Document
		for i := range rapid.IntRange(1, 6).Draw(t, "documents") {
			docs = append(docs, drawDocument(t, i))
		}
		all := compare.Documents(docs, sampleOptions())
		gone := rapid.IntRange(0, len(docs)-1).Draw(t, "gone")
		opts := sampleOptions()
		opts.Tags = definitions(all.Tags)
		r := compare.Documents(slices.Delete(slices.Clone(docs), gone, gone+1), opts)
		for _, m := range r.Municipalities {
			for _, c := range m.Cells {
				says := c.State == compare.Says || c.State == compare.SaysNot
				if !says && c.State != compare.NotSaid && c.State != compare.Unread || !says && c.Count > 0 {
					t.Errorf("%s, %s: %s with %d quotes", m.Name, c.Tag, c.State, c.Count)
				}
			}
			if m.Name == docs[gone].Municipality.Municipality.Name {
				continue
			}
			i := slices.IndexFunc(all.Municipalities, func(x compare.Municipality) bool { return x.Name == m.Name })
			if diff := cmp.Diff(unshared(all.Municipalities[i].Cells), unshared(m.Cells)); diff != "" {
				t.Errorf("without %s, %q says other things: %s", docs[gone].ID, m.Name, diff)
			}
		}
	})
}

// unshared returns cells without which goals others have too: that is what a comparison adds.
func unshared(cells []compare.Cell) []compare.Cell {
	out := make([]compare.Cell, len(cells))
	for i, c := range cells {
		c.Quotes = append([]compare.Quote{}, c.Quotes...)
		for j := range c.Quotes {
			c.Quotes[j].Goal = ""
		}
		out[i] = c
	}
	return out
}

// definitions returns the tags of a report as a caller gives them.
func definitions(tags []compare.Tag) []policy.TagDefinition {
	out := make([]policy.TagDefinition, len(tags))
	for i, t := range tags {
		out[i] = policy.TagDefinition{Name: t.Name, Parent: t.Parent, Label: t.Label}
	}
	return out
}
