package render

import (
	"slices"

	"github.com/styrdok/styrdok/compare"
)

// The names of the tags that are shown in a way of their own: with facts, or with themes.
const (
	tagGoals          = "goals"
	tagResponsibility = "responsibility"
	tagFollowUp       = "follow-up"
	tagPartnerTowns   = "partner-towns"
)

// A section is one tag with the answer of each municipality.
type section struct {
	Tag   compare.Tag
	ID    string
	Label string
	Cells []cell
}

// A cell is one municipality's answer with its quotes by document.
type cell struct {
	// Number is the municipality's place in the report.
	Number       int
	Municipality *compare.Municipality
	Cell         *compare.Cell
	Groups       []quoteGroup
	// Note says what was not read, or of what nothing is said; "" if there is nothing to add.
	Note string
}

// A quoteGroup is a document's quotes in a cell: those in sight and those behind them.
type quoteGroup struct {
	Document    string
	Shown, More []compare.Quote
	// LeftOut is the number of quotes that the page leaves to passages.csv.
	LeftOut int
}

// How many quotes of a document are in sight at once: enough of the first one to answer, and enough of each further one
// to see what it adds.
const (
	shownOfFirst   = 3
	shownOfFurther = 1
)

// Sections returns the tags with their cells.
func (v *view) Sections() []section {
	all := make([]section, len(v.Report.Tags))
	for i, t := range v.Report.Tags {
		s := section{Tag: t, ID: v.SectionID(i), Label: v.TagLabel(t)}
		for j := range v.Report.Municipalities {
			m := &v.Report.Municipalities[j]
			c := &m.Cells[i]
			if !m.Assigned() && c.Count == 0 {
				continue // no municipality waits for an answer here
			}
			groups := groupQuotes(c.Quotes)
			if v.brief {
				leaveOut(groups)
			}
			s.Cells = append(s.Cells, cell{j, m, c, groups, v.note(m, c)})
		}
		all[i] = s
	}
	return all
}

// MainTags returns the indexes of the tags that refine no other.
func (v *view) MainTags() []int {
	var main []int
	for i, t := range v.Report.Tags {
		if t.Parent == "" {
			main = append(main, i)
		}
	}
	return main
}

// TagLabel returns a tag's name for a reader, a sub-tag's with its parent's.
func (v *view) TagLabel(t compare.Tag) string {
	label := v.Label(t.Label, t.Name)
	for _, p := range v.Report.Tags {
		if t.Parent != "" && p.Name == t.Parent {
			return v.Label(p.Label, p.Name) + ": " + label
		}
	}
	return label
}

// groupQuotes groups quotes, which are in order of rank, by document. Where the denials stand first, so do their documents.
func groupQuotes(quotes []compare.Quote) []quoteGroup {
	var groups []quoteGroup
	for len(quotes) > 0 {
		n := 1
		for n < len(quotes) && quotes[n].Document == quotes[0].Document {
			n++
		}
		i := slices.IndexFunc(groups, func(g quoteGroup) bool { return g.Document == quotes[0].Document })
		if i < 0 {
			groups = append(groups, quoteGroup{Document: quotes[0].Document, Shown: quotes[:n:n]}) // what is added to it is a copy
		} else {
			groups[i].Shown = append(groups[i].Shown, quotes[:n]...)
		}
		quotes = quotes[n:]
	}
	for i := range groups {
		g, limit := &groups[i], shownOfFirst
		if i > 0 {
			limit = shownOfFurther
		}
		if len(g.Shown) > limit+1 { // no button for a single quote: it takes as much room as the quote
			g.Shown, g.More = g.Shown[:limit:limit], g.Shown[limit:]
		}
	}
	return groups
}

// leaveOut drops the quotes that are not in sight.
func leaveOut(groups []quoteGroup) {
	for i := range groups {
		groups[i].LeftOut, groups[i].More = len(groups[i].More), nil
	}
}
