package render

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

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
