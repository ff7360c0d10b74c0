package render

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// TownsState says in words how things stand with a municipality's partner towns.
func (v *view) TownsState(p compare.PartnerTowns) string {
	switch p.Status {
	case "dormant", "none", "mentioned-unnamed":
		return v.T(p.Status)
	}
	return v.T(string(p.State))
}

// CountCheck says whether a document names as many partner towns as it states.
func (v *view) CountCheck(c compare.TownCount) string {
	if c.Agrees() {
		return v.T("count-agrees", c.Stated)
	}
	return v.T("count-differs", c.Stated, c.Named)
}

// ReadShare returns how many of a document's pages were read.
func (v *view) ReadShare(d compare.Document) string {
	return v.T("n-of-m", len(d.Pages)-len(d.UnreadPages), len(d.Pages))
}

// Number returns n with its thousands set apart as the language does it.
func (v *view) Number(n int) string {
	sep := "\u00a0"
	if v.Lang == "en" {
		sep = ","
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

// Remarks returns what is to be said of how a document was read, a line each.
func (v *view) Remarks(d compare.Document) []string {
	var lines []string
	if len(d.UnreadPages) > 0 {
		lines = append(lines, v.T("unread-pages", v.Pages(d.UnreadPages)))
	}
	for _, issue := range d.Issues {
		line := oneLine(issue.Message)
		if issue.Page > 0 && !strings.Contains(line, strconv.Itoa(issue.Page)) {
			line = capital(v.Page(issue.Page)) + ": " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// FactPage returns the source of a fact that has one with a page.
func (v *view) FactPage(x compare.Value) *compare.Source {
	if x.Source == nil || x.Source.Page == 0 {
		return nil
	}
	return x.Source
}
