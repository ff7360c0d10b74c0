package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// The names of the tags that have facts beside their quotes.
const (
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
		s := section{Tag: t, ID: "tag-" + strconv.Itoa(i+1), Label: v.TagLabel(t)}
		for j := range v.Report.Municipalities {
			m := &v.Report.Municipalities[j]
			c := &m.Cells[i]
			if !m.Assigned() && c.Count == 0 {
				continue // no municipality waits for an answer here
			}
			s.Cells = append(s.Cells, cell{m, c, groupQuotes(c.Quotes), v.note(m, c)})
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
	for _, q := range quotes {
		i := slices.IndexFunc(groups, func(g quoteGroup) bool { return g.Document == q.Document })
		if i < 0 {
			i = len(groups)
			groups = append(groups, quoteGroup{Document: q.Document})
		}
		g := &groups[i]
		limit := shownOfFirst
		if i > 0 {
			limit = shownOfFurther
		}
		if len(g.Shown) < limit {
			g.Shown = append(g.Shown, q)
		} else {
			g.More = append(g.More, q)
		}
	}
	for i := range groups { // no button for a single quote: it takes as much room as the quote
		if g := &groups[i]; len(g.More) == 1 {
			g.Shown, g.More = append(g.Shown, g.More...), nil
		}
	}
	return groups
}

// note says what stands behind an answer that is no quote, or what may be missing from one that is.
func (v *view) note(m *compare.Municipality, c *compare.Cell) string {
	switch {
	case c.State == compare.NotSaid:
		names := make([]string, len(m.Documents))
		for i, id := range m.Documents {
			names[i] = v.ShortName(id)
		}
		return v.T("none-of") + " " + strings.Join(names, "; ") + "."
	case c.State == compare.Unread && len(m.Documents) == 0:
		return v.T("nothing-read") + " " + v.unreadOf(m) + "."
	case c.State == compare.Unread:
		return v.T("not-found-but") + " " + v.unreadOf(m) + "."
	case c.Incomplete:
		return v.T("incomplete") + " " + v.unreadOf(m) + "."
	}
	return ""
}

// unreadOf lists what of a municipality could not be read.
func (v *view) unreadOf(m *compare.Municipality) string {
	var parts []string
	for _, id := range m.Documents {
		switch d := v.Doc(id); {
		case len(d.UnreadPages) > 0:
			parts = append(parts, v.ShortName(id)+", "+v.Pages(d.UnreadPages))
		case !d.Complete:
			parts = append(parts, v.ShortName(id)+", "+v.T("whole-document"))
		}
	}
	for _, s := range v.Report.SetAside {
		if s.Municipality == m.Name {
			parts = append(parts, oneLine(s.Source)+", "+v.T("file-unread"))
		}
	}
	return strings.Join(parts, "; ")
}

// gistBodies is how many bodies the overview names.
const gistBodies = 3

// gistRunes is how much of the strongest quote the overview shows where there are no facts to show.
const gistRunes = 100

// Gist returns the short answer of municipality m to tag i, in lines: names of towns, bodies, intervals; else the beginning
// of the strongest quote.
func (v *view) Gist(m *compare.Municipality, i int) []string {
	c := &m.Cells[i]
	var lines []string
	switch v.Report.Tags[i].Name {
	case tagPartnerTowns:
		for _, t := range m.PartnerTowns.Towns {
			line := oneLine(t.Name)
			if t.Country != "" {
				line += " (" + v.Country(t) + ")"
			}
			if t.Status == "dormant" || t.Status == "ended" {
				line += ", " + v.TownStatus(t.Status)
			}
			lines = append(lines, line)
		}
	case tagResponsibility:
		for j, b := range m.Responsible.Bodies {
			if j == gistBodies {
				lines = append(lines, v.T("and-more", len(m.Responsible.Bodies)-j))
				break
			}
			lines = append(lines, capital(oneLine(b.Name)))
		}
	case tagFollowUp:
		for _, f := range m.FollowUp.Items {
			if line := capital(v.Label(f.Wording, f.Interval)); f.Interval != "" && !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	if len(lines) == 0 && c.Count > 0 {
		lines = append(lines, v.quoted(shorten(v.Plain(c.Quotes[0]), gistRunes)))
	}
	return lines
}

// PageOf returns the page of a quote, with the number printed on it where that differs.
func (v *view) PageOf(q compare.Quote) string {
	s := v.Pages(q.Pages)
	if len(q.Pages) == 0 {
		s = v.Page(q.Page)
	}
	if label := oneLine(q.PageLabel); label != "" && label != strconv.Itoa(q.Page) {
		s += " (" + v.T("printed", label) + ")"
	}
	return s
}
