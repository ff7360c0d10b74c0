package tagging

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
)

// taxonomyOf makes a taxonomy of one tag with one rule on top of the built-in language.
func taxonomyOf(t *testing.T, rule string) *Taxonomy {
	t.Helper()
	x, err := Load("t.yaml", []byte("schema: 1\nextends: default\ntags:\n  - name: x\n    label: {sv: X}\n    headings: [provrubrik]\n    bias: -1\n    rules:\n"+
		"      - {if: [\"heading:x\"], weight: 0}\n      - "+rule+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Each kind of condition holds where it should and not elsewhere.
func TestConditions(t *testing.T) {
	tests := []struct{ condition, yes, no string }{
		{"subject:body", "Nämnden leder arbetet.", "Arbetet leds väl."},
		{"subject:we", "Vi vill lära.", "De vill lära."},
		{"actor", "Frågan ställs till nämnden.", "Frågan ställs till en granne."},
		{"actor:outside", "Vi frågar länsstyrelsen.", "Vi frågar nämnden."},
		{"modal:must|modal:should", "Planen bör ändras.", "Planen kan ändras."},
		{"tense:past", "Planen ändrades 2014.", "Planen ändras 2014."},
		{"verb", "Planen gäller.", "En ny plan"},
		{"form:question", "Gäller planen?", "Planen gäller."},
		{"form:item", "- en rad", "En rad."},
		{"form:label", "Ansvarig: rektor", "Rektor är ansvarig."},
		{"time", "Det görs varje år.", "Det görs."},
		{"year", "Det görs 2030.", "Det görs 30 gånger."},
		{"number", "Det finns 30 platser.", "Det finns platser."},
		{"word:goal-verb", "Arbetet ska främja hälsa.", "Arbetet ska göras."},
		{"heading:x", "## Provrubrik\nMeningen.", "## Annan rubrik\nMeningen."},
		{"heading:goals", "## Våra mål\nMeningen.", "## Provrubrik\nMeningen."},
		{"heading:actor", "## Rektor\nMeningen.", "## Skola\nMeningen."},
		{"section:background", "## Bakgrund\nMeningen.", "## Mål\nMeningen."},
		{"genre:policy", "# Kostpolicy\nMeningen.", "# Kostrutin\nMeningen."},
		{"title:partner-towns", "# Våra vänorter\nMeningen.", "# Våra grannar\nMeningen."},
		{"opener", "Detta gäller:\n- mat", "Detta gäller.\n- mat"},
		{"opener:actor", "Rektor:\n- ordnar", "Skola:\n- ordnar"},
		{"opener:goals", "Målen är att:\n- fler läser", "Reglerna är att:\n- fler läser"},
		{"previous:goals", "Arbetet syftar till fred.\nDet är bra.", "Arbetet pågår.\nDet är bra."},
		{"starts:pronoun", "De läser mer.", "Barnen läser mer."},
		{"tag:goals", "Arbetet syftar till fred.", "Arbetet pågår."},
	}
	for _, tt := range tests {
		t.Run(tt.condition, func(t *testing.T) {
			g := New(taxonomyOf(t, fmt.Sprintf("{if: [%q], weight: 2}", tt.condition)))
			for text, want := range map[string]bool{tt.yes: true, tt.no: false} {
				d := read("x", text)
				got := false
				for _, tag := range g.Tag(d) {
					got = got || tag.Name == "x" && tag.Sentence == len(d.Sentences)-1
				}
				if got != want {
					t.Errorf("%q: %v", text, got)
				}
			}
		})
	}
}

// Unless keeps a rule from counting, and weights add up to the score.
func TestScore(t *testing.T) {
	d := read("x", "Nämnden ska öva.\nNämnden övar.\n")
	g := New(taxonomyOf(t, `{cue: nämnden, if: ["subject:body"], unless: ["modal:must"], weight: 2}`))
	var got []policy.Tag
	for _, tag := range g.Tag(d) {
		if tag.Name == "x" {
			got = append(got, tag)
		}
	}
	if len(got) != 1 || got[0].Sentence != 1 || got[0].Score != 0.73 { // -1 + 2, so 1/(1+e^-1)
		t.Fatalf("tags %+v", got)
	}
	if e := strings.Join(got[0].Evidence, " "); e != "cue:Nämnden body:nämnden" {
		t.Errorf("evidence %q", e)
	}
}

// A heading higher up is a parent, whatever lies between; a section without a heading of its own has none.
func TestParentHeading(t *testing.T) {
	d := read("x", "## Mål\n## Skola\nMeningen står här.\n")
	d.Sections[2].Parent = 1
	g := New(taxonomyOf(t, `{if: ["parent:goals"], weight: 2}`))
	found := false
	for _, tag := range g.Tag(d) {
		found = found || tag.Name == "x"
	}
	if !found {
		t.Error("the heading above is not seen")
	}
	d.Sections[2].Parent = 0
	for _, tag := range g.Tag(d) {
		if tag.Name == "x" {
			t.Error("a heading beside is seen as one above")
		}
	}
}

// The document's kind is read from its title, and from its ID where it has no title.
func TestGenreFromID(t *testing.T) {
	g := New(taxonomyOf(t, `{if: ["genre:policy"], weight: 2}`))
	for id, want := range map[string]int{"ekeby-kostpolicy_2020": 1, "ekeby-kostrutin": 0} {
		if got := len(g.Tag(read(id, "En mening"))); got != want {
			t.Errorf("%s: %d tags, want %d", id, got, want)
		}
	}
}

// Every rule of the built-in taxonomy speaks somewhere in the labelled documents: a rule that never does is either wrong or
// untested. The rest are for what the labelled documents lack: headings under headings, tables, titles; other tests hold them.
func TestRulesAreUsed(t *testing.T) {
	const unused = 16
	g := New(Default())
	used := make([]bool, g.rules)
	for _, l := range slices.Concat(labelled(t), labelledIn(t, themesDir, 10), labelledIn(t, "../../testdata/otherwords", 7)) {
		r := newReading(g, l.doc)
		for i := range l.doc.Sentences {
			r.sentence(i)
			first := 0
			for n := range g.taxonomy.tags {
				tag := &g.taxonomy.tags[n]
				for j := range tag.rules {
					used[first+j] = used[first+j] || tag.rules[j].holds(r.features[i]) && (len(tag.rules[j].cues) == 0 || r.matched[first+j].end > 0)
				}
				first += len(tag.rules)
			}
		}
	}
	first, missing := 0, 0
	for _, tag := range g.taxonomy.tags {
		for j, rule := range tag.rules {
			if !used[first+j] && (fourTags[tag.name] || len(rule.cues) > 0) { // a simple tag's own rules are held by TestAddedTag
				missing++
				cue := ""
				if len(rule.cues) > 0 {
					cue = rule.cues[0].text
				}
				t.Logf("%s: rule %d (%s, weight %v) is never used", tag.name, j+1, cue, rule.weight)
			}
		}
		first += len(tag.rules)
	}
	if missing > unused {
		t.Errorf("%d rules are never used", missing)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load("default.yaml", defaultYAML); err != nil {
			b.Fatal(err)
		}
	}
}
