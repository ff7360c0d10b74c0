package facts

import (
	"sort"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A unit is a heading or a sentence, in the order of the text.
type unit struct {
	span    policy.Span
	text    string
	lower   string // text in lower case, byte for byte
	heading bool
	level   int // a heading's
	kind    policy.SentenceKind
	zone    policy.Zone
	section int
	opener  int // index into units of the sentence that opens the list, -1 if none
	passage int // -1 for a heading
	voice   voice
}

// A reader holds a document in the form in which facts are sought.
type reader struct {
	doc   *policy.Document
	units []unit
	// owner is the folded short name of the document's own municipality, "" if unassigned.
	owner string
	// ownName is owner or, if that is not known, the name that the document most likely has for its own municipality.
	ownName string
	// several says whether two municipalities or more are named; see severalNamed.
	several answer
	// capitals are the words with a capital; see capitalised.
	capitals map[string]bool
}

// An answer is one that is worked out when it is first asked for.
type answer int

const (
	unknown answer = iota
	yes
	no
)

func newReader(doc *policy.Document) *reader {
	r := &reader{doc: doc, owner: strings.ToLower(doc.Municipality.Municipality.Name)}
	for i, s := range doc.Sections {
		if s.HeadingSpan.Len() > 0 {
			r.units = append(r.units, unit{
				span: s.HeadingSpan, text: doc.Text[s.HeadingSpan.Start:s.HeadingSpan.End], heading: true, level: s.Level,
				zone: s.Zone, section: i, opener: -1, passage: -1,
			})
		}
	}
	headings := len(r.units)
	for i, s := range doc.Sentences {
		r.units = append(r.units, unit{
			span: s.Span, text: doc.SentenceText(i), kind: s.Kind, zone: s.Zone, section: s.Section, opener: s.Opener, passage: s.Passage,
		})
	}
	r.sortUnits(headings)
	r.tornLines()
	r.splitLong()
	for i := range r.units {
		r.units[i].lower = lower(r.units[i].text)
	}
	return r
}

// sortUnits brings the units into the order of the text and turns openers from indexes of sentences into indexes of units.
func (r *reader) sortUnits(headings int) {
	order := make([]int, len(r.units))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return r.units[order[a]].span.Start < r.units[order[b]].span.Start })
	at := make([]int, len(order))
	sorted := make([]unit, len(order))
	for to, from := range order {
		at[from], sorted[to] = to, r.units[from]
	}
	for i := range sorted {
		if o := sorted[i].opener; o >= 0 && headings+o < len(at) {
			sorted[i].opener = at[headings+o]
		} else {
			sorted[i].opener = -1
		}
	}
	r.units = sorted
}

// evidence cites bytes start to end of u's text.
func (r *reader) evidence(u *unit, start, end int, confidence float64) policy.Evidence {
	span := policy.Span{Start: u.span.Start + start, End: u.span.Start + end}
	return policy.Evidence{Citation: r.doc.Cite(span), Confidence: confidence, By: policy.ByProgram}
}

// whole cites all of u.
func (r *reader) whole(u *unit, confidence float64) policy.Evidence {
	return r.evidence(u, 0, len(u.text), confidence)
}

// title returns the document's title as read, with its span, or "".
func (r *reader) title() (string, policy.Span) {
	if len(r.doc.Sections) == 0 {
		return "", policy.Span{}
	}
	s := r.doc.Sections[0]
	if s.HeadingSpan.Len() == 0 {
		return s.Heading, policy.Span{}
	}
	return s.Heading, s.HeadingSpan
}

// content reports whether u may carry facts that a document states about itself as a text: its body, not a footnote, a reference
// list or another document's beginning.
func (u *unit) content() bool {
	switch u.zone {
	case policy.ZoneBody, policy.ZoneAnnex, "":
		return true
	}
	return false
}

// speaks reports whether u may speak of the municipality's partner towns: content, or the lines at the top, which may be taken for an info
// block.
func (u *unit) speaks() bool { return u.content() || u.zone == policy.ZoneInfo }
