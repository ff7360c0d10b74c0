package render

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// How much of long lists a page shows; the rest stands in report.json.
const (
	shownGoals       = 40
	shownPairs       = 40
	shownPassages    = 30
	shownBoilerplate = 20
	shownWords       = 12
)

// heatLevels is the number of shades of a heat map above none.
const heatLevels = 5

// Heat returns the shade of n where most is the highest number: 0 for none, else 1 to heatLevels.
func (v *view) Heat(n int, counts []int) int {
	most := 0
	for _, c := range counts {
		most = max(most, c)
	}
	if n <= 0 || most == 0 {
		return 0
	}
	return (n*heatLevels + most - 1) / most
}

// ThemeLabel returns what a theme, or any other tag, is called.
func (v *view) ThemeLabel(name string) string {
	for _, t := range v.Report.Tags {
		if t.Name == name {
			return v.Label(t.Label, t.Name)
		}
	}
	return oneLine(name)
}

// ThemeLabels returns what tags are called, as a phrase.
func (v *view) ThemeLabels(names []string) string {
	labels := make([]string, len(names))
	for i, n := range names {
		labels[i] = v.ThemeLabel(n)
	}
	return strings.Join(labels, ", ")
}

// Names returns municipalities' names as a phrase.
func (v *view) Names(municipalities []string) string {
	names := make([]string, len(municipalities))
	for i, n := range municipalities {
		names[i] = v.Municipality(n)
	}
	return strings.Join(names, ", ")
}

// PeersOf returns the names of the groups that a municipality is in, each between bars, for the page's filter.
func (v *view) PeersOf(municipality string) string {
	var groups []string
	for _, g := range v.Report.Peers {
		for _, m := range g.Municipalities {
			if m == municipality {
				groups = append(groups, oneLine(g.Name))
			}
		}
	}
	if len(groups) == 0 {
		return ""
	}
	return "|" + strings.Join(groups, "|") + "|"
}

// Percent returns a share from 0 to 1 in hundredths.
func (v *view) Percent(share float64) string {
	s := strconv.Itoa(int(share*100 + 0.5))
	if v.Lang == "en" {
		return s + "%"
	}
	return s + "\u00a0%"
}

// Decimal returns x with one decimal, as the language writes it.
func (v *view) Decimal(x float64) string {
	s := strconv.FormatFloat(x, 'f', 1, 64)
	if v.Lang == "sv" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// DocumentName names a document among those of all municipalities.
func (v *view) DocumentName(id string) string {
	return v.Municipality(v.Doc(id).Municipality) + ": " + v.ShortName(id)
}

// SectionPath returns headings as a phrase.
func (v *view) SectionPath(path []string) string {
	if len(path) == 0 {
		return v.T("before-heading")
	}
	return oneLine(strings.Join(path, " › "))
}

// ScopeNote says what the report is restricted to; "" if it is not.
func (v *view) ScopeNote() string {
	s := v.Report.Scope
	var parts []string
	if len(s.Tags) > 0 {
		parts = append(parts, v.T("scope-tags", v.ThemeLabels(s.Tags)))
	}
	if len(s.Kinds) > 0 {
		kinds := make([]string, len(s.Kinds))
		for i, k := range s.Kinds {
			kinds[i] = v.Kind(k)
		}
		parts = append(parts, v.T("scope-kinds", strings.Join(kinds, ", ")))
	}
	if s.FromYear > 0 {
		parts = append(parts, v.T("scope-from", s.FromYear))
	}
	if s.ToYear > 0 {
		parts = append(parts, v.T("scope-to", s.ToYear))
	}
	if s.Peers != "" {
		parts = append(parts, v.T("scope-peers", oneLine(s.Peers)))
	}
	if len(parts) == 0 {
		return ""
	}
	note := v.T("scope", strings.Join(parts, "; "))
	if s.LeftOut > 0 {
		note += " " + v.T("scope-left-out", s.LeftOut)
	}
	if s.Undated > 0 {
		note += " " + v.T("scope-undated", s.Undated)
	}
	return note
}

// fewestForGaps is how many municipalities a report needs to have gaps: what two others have is what most have.
const fewestForGaps = 3

// NoGaps says why a municipality has no gaps: there are none, or nothing of it was read.
func (v *view) NoGaps(m compare.Municipality) string {
	if len(m.Documents) == 0 {
		return v.T("nothing-read") + " " + v.unreadOf(&m) + "."
	}
	if v.municipalities < fewestForGaps {
		return v.T("too-few-gaps")
	}
	return v.T("no-gaps")
}

// Goals, Pairs, Boilerplate and Words return the beginnings of lists that may be long.

// Goals returns the shared goals that a page shows.
func (v *view) Goals() []compare.SharedGoal { return first(v.Report.SharedGoals, shownGoals) }

// GoalsLeftOut returns how many shared goals it does not show.
func (v *view) GoalsLeftOut() int { return len(v.Report.SharedGoals) - len(v.Goals()) }

// Pairs returns the pairs of documents with text in common that a page shows.
func (v *view) Pairs() []compare.ReusePair { return first(v.Report.Reuse.Pairs, shownPairs) }

// PairsLeftOut returns how many pairs it does not show.
func (v *view) PairsLeftOut() int {
	return v.Report.Reuse.LeftOut + len(v.Report.Reuse.Pairs) - len(v.Pairs())
}

// Passages returns the shared passages of a pair that a page shows.
func (v *view) Passages(p compare.ReusePair) []compare.SharedPassage {
	return first(p.Passages, shownPassages)
}

// Boilerplate returns the widespread text that a page shows.
func (v *view) Boilerplate() []compare.Boilerplate {
	return first(v.Report.Reuse.Boilerplate, shownBoilerplate)
}

// Distinctive returns the words of a municipality that a page shows.
func (v *view) Distinctive(m compare.Municipality) []compare.KeyWord {
	return first(m.Distinctive, shownWords)
}

func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }

// AboutReport returns by what, of which day and from what the report was made: what it is called, and what it is.
func (v *view) AboutReport() [][2]string {
	var list [][2]string
	add := func(key, text string) {
		if text != "" {
			list = append(list, [2]string{v.T(key), oneLine(text)})
		}
	}
	taxonomy := v.Report.Taxonomy
	if version, ok := strings.CutPrefix(taxonomy, "default "); ok {
		taxonomy = v.T("about-own-tags", version)
	}
	add("about-program", v.Report.Generator)
	add("about-taxonomy", taxonomy)
	add("about-day", v.Report.AsOf)
	add("about-read", v.totals())
	return list
}

// totals returns the sizes of what was read.
func (v *view) totals() string {
	pages, unread, words := 0, 0, 0
	for i := range v.Report.Documents {
		d := &v.Report.Documents[i]
		pages, unread, words = pages+len(d.Pages), unread+len(d.UnreadPages), words+d.Words
	}
	if unread+len(v.Report.SetAside) == 0 {
		return v.T("about-read-all", len(v.Report.Documents), v.Number(pages), v.Number(words))
	}
	return v.T("about-read-n", len(v.Report.Documents), v.Number(pages), v.Number(words), unread, len(v.Report.SetAside))
}

// DocumentNotes returns what is to be said of a document's facts, a line each: that it is replaced, or no longer valid, and
// what it does not tell of itself.
func (v *view) DocumentNotes(d *compare.Document) []string {
	var notes []string
	if d.ReplacedBy != "" {
		notes = append(notes, v.T("replaced-by", v.ShortName(d.ReplacedBy)))
	}
	if d.Validity != nil {
		notes = append(notes, v.Label(d.Validity.Text, ""))
	}
	if len(d.Missing) > 0 {
		fields := make([]string, len(d.Missing))
		for i, f := range d.Missing {
			fields[i] = v.Lower(missingKeys[f])
		}
		notes = append(notes, v.T("missing")+": "+strings.Join(fields, ", "))
	}
	return notes
}

// missingKeys are the messages that name the fields of compare.Document.Missing.
var missingKeys = map[string]string{"title": "doc-title", "kind": "kind", "status": "status", "date": "date",
	"diarienummer": "diarienummer", "adopted_by": "adopted-by"}

// Lower returns a message in lower case, for the middle of a phrase.
func (v *view) Lower(key string) string { return strings.ToLower(v.T(key)) }

// Minus returns a less b, for the places of a picture.
func (v *view) Minus(a, b int) int { return a - b }

// SectionID returns the anchor of a tag's section.
func (v *view) SectionID(tag int) string { return "tag-" + strconv.Itoa(tag+1) }

// DocumentCount returns how many documents a municipality has, in words.
func (v *view) DocumentCount(m compare.Municipality) string {
	return v.Number(len(m.Documents)) + " " + v.Lower("documents")
}
