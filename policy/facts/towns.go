package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A townFinder walks through a document and keeps in mind what the text around speaks of: a section or list of partner towns, a country's
// heading, a table's columns.
type townFinder struct {
	*reader
	towns []foundTown

	// section is the level of the heading that opened a section on partner towns, -1 outside; muted that of a heading in it that
	// turns to something else, -1 if none.
	section, muted int
	// number is that of a line that opened the section, the subsections of which have headings: "6" of "6 Vänorter".
	number string
	// list says that a line opened a list of partner towns, which goes on while lines name places.
	list bool
	// bare says that in that list names alone are towns, as its opener ended in a colon.
	bare bool
	// fresh says that a heading on partner towns stands right before: "Vänorter: Time och Gran." is split there.
	fresh bool
	// country and status hold for the lines under a heading that names them.
	country, status string
	// pending is a heading in such a section that may be a town's name, the country of which the text under it tells.
	pending *unit
	// under is the index in towns of the town whose heading stands over the text, -1 if none.
	under int
	// table is the header of the table that the rows belong to.
	table *townTable
	// closed is the passage the rest of whose rows are of another matter, -1 if none.
	closed int
	// theme says that the document's title names partner towns, maybe among other things.
	theme bool
	// titled says that the document's title is about partner towns and nothing else.
	titled bool
	// denied says that the sentence before said that there are none: what is done instead comes next.
	denied bool
	// chain says that the sentence before, in the same passage, spoke of the municipality's partner towns.
	chain int
}

// findTowns returns the partner towns of the document.
func (r *reader) findTowns() []foundTown {
	f := &townFinder{reader: r, section: -1, muted: -1, chain: -1, closed: -1, under: -1}
	title, _ := r.title()
	f.theme = hasTwinCue(lower(title)) && !onlyBound(lower(title)) && !hasAny(lower(title), meaningPhrases...)
	f.titled = f.theme && !hasAny(lower(title), "internation", "projekt", "övrig", "andra", "utredning", "förslag", "motion", "förfrågan", "ansökan")
	for i := 0; i < len(r.units); i++ {
		u := &r.units[i]
		if u.zone == policy.ZoneNote && f.noted(i) {
			f.note(u)
		}
		if u.zone == policy.ZoneReferences || u.zone == policy.ZoneTeaser || u.zone == policy.ZoneNote || u.zone == policy.ZoneContact {
			f.chain = -1
			continue
		}
		if !strings.ContainsFunc(u.text, isWordRune) || u.heading && strings.HasSuffix(u.text, ")") && !strings.Contains(u.text, "(") {
			continue // a bullet that was torn from its item, the rest of a cell
		}
		if n := f.record(i); n > 0 {
			i += n - 1
			continue
		}
		switch {
		case u.heading && f.list && f.belongs(u.text) && countryIn(u.text) != "":
			f.line(u)
		case u.heading:
			f.heading(u, u.level)
			f.openNames(i)
		case u.kind == policy.Row:
			f.row(u)
		case f.active() && isStatusLine(u):
			f.status = headingStatus(u.lower)
		case f.looksLikeHeading(i):
			f.heading(u, lineHeadingLevel(u.text))
			f.openNames(i)
		case f.pending != nil && u.kind == policy.Prose && f.pendingCountry(u):
		case f.isLine(u):
			f.line(u)
		case f.under >= 0 && f.underTown(u):
		default:
			f.prose(u)
		}
		f.fresh = u.heading && f.active() && hasTwinCue(u.lower)
	}
	return f.towns
}

// active reports whether the text around is a section or a list of partner towns.
func (f *townFinder) active() bool { return f.list || f.section >= 0 && f.muted < 0 }

// underTown reads what stands under the heading of a town: about this town, unless it speaks of partner towns itself. It may tell the state.
func (f *townFinder) underTown(u *unit) bool {
	if s := townStatus(u.lower); (s == townEnded || s == townDormant) && !hasWord(u.lower, "kan", "ska", "skall", "bör") {
		f.towns[f.under].tell(s)
	}
	return !hasTwinCue(u.lower) || len(findTold(u.text)) == 0
}

// isStatusLine reports whether u is a line that tells the state of the towns below it: "Aktiva:", "Vilande vänorter".
func isStatusLine(u *unit) bool {
	return !u.heading && u.kind == policy.Prose && len(splitWords(u.text)) <= 2 && headingStatus(u.lower) != "" && !strings.HasSuffix(u.text, ".")
}
