package evaluation

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/policy"
)

func TestShares(t *testing.T) {
	text := "Vi vill växa. Nämnden ansvarar för parken. Rapport lämnas i maj."
	d := &policy.Document{ID: "x", Text: text, Sections: []policy.Section{{Parent: -1}}}
	for _, s := range [][2]int{{0, 13}, {14, 43}, {44, len(text)}} {
		d.Sentences = append(d.Sentences, policy.Sentence{Span: policy.Span{Start: s[0], End: s[1]}, Opener: -1, Zone: policy.ZoneBody})
	}
	got, unknown := Shares([]*policy.Document{d}, []Label{
		{Document: "x", Tag: "goals", Level: Required, Quote: "Vi vill växa."},
		{Document: "x", Tag: "goals", Level: Acceptable, Quote: "Vi vill växa."},
		{Document: "x", Tag: "responsibility", Level: Acceptable, Quote: "Nämnden ansvarar"},
		{Document: "y", Tag: "goals", Level: Required, Quote: "Vi vill växa."},
	}, []string{"goals", "responsibility"})
	want := [][][]Share{{
		{{Words: 3, Required: 3}, {Words: 3}},
		{{Words: 4}, {Words: 4, Acceptable: 2}},
		{{Words: 4}, {Words: 4}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Shares (-want +got):\n%s", diff)
	}
	if len(unknown) != 1 || unknown[0].Document != "y" {
		t.Errorf("labels of no document: %+v", unknown)
	}
}
