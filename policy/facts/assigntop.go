package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// byTitle assigns by the title. A title that names two says nothing.
func (a *assigner) byTitle() (policy.Assignment, bool) {
	heading, span := a.title()
	if span.Len() == 0 || heading == "" {
		return policy.Assignment{}, false
	}
	text := a.doc.Text[span.Start:span.End]
	all := a.mentions(text, true)
	m, ok := single(all)
	if !ok {
		return policy.Assignment{}, false
	}
	c := a.doc.Cite(policy.Span{Start: span.Start + m.start, End: span.Start + m.end})
	return policy.Assignment{Municipality: m.m, Basis: basisTitle, Evidence: policy.Evidence{Citation: c, Confidence: 0.95, By: policy.ByProgram}}, true
}

// byHeadings assigns by the headings and the first lines, where they name one municipality in full and no other.
func (a *assigner) byHeadings() (policy.Assignment, bool) {
	var named poll
	for i := range a.units {
		u := &a.units[i]
		if !u.heading && (i >= headUnits || len(u.text) > 120 || !u.content()) || u.heading && !u.content() {
			continue
		}
		for _, m := range a.mentions(u.text, false) {
			if !m.full || m.aside || !u.heading && !startsOrTitle(u.text, m) {
				continue
			}
			if named.add(m) {
				named.first = a.evidence(u, m.start, m.end, 0.85)
			}
		}
	}
	return named.assignment(basisTitle)
}

// startsOrTitle reports whether a line near the top names its municipality as a title or a letterhead does: no sentence.
func startsOrTitle(text string, m mention) bool {
	return !strings.HasSuffix(strings.TrimSpace(text), ".") || m.start == 0 && m.end >= len(text)-1
}
