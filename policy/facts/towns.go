package facts

import (
	"slices"
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

// A foundTown is a partner town with the unit that names it.
type foundTown struct {
	place
	unit   *unit
	status string
	said   bool // whether the status is said of this town, not taken to be so
	evidence
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

// isStatusLine reports whether u is a line that tells the state of the towns below it: "Aktiva:", "Vilande vänorter".
func isStatusLine(u *unit) bool {
	return !u.heading && u.kind == policy.Prose && len(splitWords(u.text)) <= 2 && headingStatus(u.lower) != "" && !strings.HasSuffix(u.text, ".")
}

// underTown reads what stands under the heading of a town: about this town, unless it speaks of partner towns itself. It may tell the state.
func (f *townFinder) underTown(u *unit) bool {
	if s := townStatus(u.lower); (s == townEnded || s == townDormant) && !hasWord(u.lower, "kan", "ska", "skall", "bör") {
		f.towns[f.under].status, f.towns[f.under].said = s, true
	}
	return !hasTwinCue(u.lower) || len(findTold(u.text)) == 0
}

// noted reports whether the footnote at unit i belongs to a word for partner towns: by its mark, "vänorter2", or where marks are gone by what stands
// right before it.
func (f *townFinder) noted(i int) bool {
	for k := i - 1; k >= 0 && k >= i-noteReach; k-- {
		l := f.units[k].lower
		for _, w := range splitWords(l) {
			word := l[w.start:w.end]
			if isTwinWord(word) && strings.ContainsAny(word[len(word)-1:], "0123456789") {
				return !f.units[k].voice.away()
			}
		}
	}
	return i > 0 && f.units[i-1].zone != policy.ZoneNote && hasTwinCue(f.units[i-1].lower) && f.units[i-1].voice == voiceOwn
}

// noteReach is how many units a footnote's mark may stand before it: those of a page.
const noteReach = 60

// note adds the towns of a footnote that is hardly more than places.
func (f *townFinder) note(u *unit) {
	if !mostlyPlaces(u.text) || turnsAway(u.lower) {
		return
	}
	for _, p := range findPlaces(u.text, true) {
		if f.acceptable(p) {
			f.add(u, p, standing(p, clueListed))
		}
	}
}

// active reports whether the text around is a section or a list of partner towns.
func (f *townFinder) active() bool { return f.list || f.section >= 0 && f.muted < 0 }

// acceptable reports whether a place may be a partner town: not the municipality itself, nor another Swedish one unless a foreign country stands with
// it, nor a word that only stands first in its sentence.
func (f *townFinder) acceptable(p place) bool {
	if p.country == "SE" {
		return false
	}
	if f.owner != "" && strings.ToLower(p.name) == f.owner && (p.country == "" || p.shared) {
		return false
	}
	if p.country == "" && f.ownName != "" && lower(p.name) == f.ownName {
		return false
	}
	if p.country == "" || p.shared {
		if _, ok := policy.DefaultRegister().Find(p.name); ok {
			return false
		}
	}
	return !sentenceWord(p.name) && len([]rune(p.name)) > 1
}

// afterContrast returns the status that the clause from byte b on tells of the town before it: ", men samarbetet är avslutat".
func afterContrast(text, l string, b int) string {
	rest, ok := strings.CutPrefix(l[b:], " men ")
	if !ok {
		return ""
	}
	_, end := clause(rest, 0, 0)
	next := rest[:end]
	if hasTwinCue(next) || !hasAny(next, "samarbete", "avtal", "utbyte", "kontakt", "kedja", "det ") || len(findTold(text[len(text)-len(rest):][:end])) > 0 {
		return ""
	}
	if s := townStatus(next); s == townEnded || s == townDormant {
		return s
	}
	return ""
}

// unbracketed returns l without what stands in brackets, which is said of the name right before it.
func unbracketed(l string) string {
	var out strings.Builder
	for {
		i := strings.IndexByte(l, '(')
		n := strings.IndexByte(l, ')')
		if i < 0 || n < i {
			out.WriteString(l)
			return out.String()
		}
		out.WriteString(l[:i])
		l = l[n+1:]
	}
}

// ownStretch returns what follows a name in a bracket, up to the next name or the bracket's end.
func ownStretch(s, l string) string {
	if i := strings.IndexByte(s, ')'); i >= 0 {
		s = s[:i]
	}
	for _, t := range tokens(s) {
		if t.kind == tokName {
			return l[:t.start]
		}
	}
	return l[:len(s)]
}

// ownBracket is unbracketed for what follows a name, s as written and l in lower case, but for the first bracket if it is said of this name.
func ownBracket(s, l string) string {
	i, n := strings.IndexByte(l, '('), strings.IndexByte(l, ')')
	if i < 0 || n < i || slices.ContainsFunc(tokens(s[:i]), func(t token) bool { return t.kind == tokName }) {
		return unbracketed(l)
	}
	return l[:n+1] + unbracketed(l[n+1:])
}

// maxFoundTowns is how many towns are kept of a document. No municipality has a tenth as many; a list of all of a country's has no owner, and each town
// is looked for in each sentence.
const maxFoundTowns = 500

// nominative returns a town's name without the s that "kommun" gives it ("Mühltals kommun"), where the document knows the name without.
func (f *townFinder) nominative(u *unit, p place) string {
	name, ok := strings.CutSuffix(p.name, "s")
	if !ok || !hasPrefixOf(u.lower[p.end:], []string{" kommun", " stad"}) || !f.capitalised()[name] {
		return p.name
	}
	return name
}

// capitalised returns the words with a capital in the document.
func (r *reader) capitalised() map[string]bool {
	if r.capitals == nil {
		r.capitals = map[string]bool{}
		for i := range r.units {
			text := r.units[i].text
			for _, w := range splitWords(text) {
				if upperAt(text, w.start) {
					r.capitals[text[w.start:w.end]] = true
				}
			}
		}
	}
	return r.capitals
}

// add adds a town with what speaks for it.
func (f *townFinder) add(u *unit, p place, e evidence) {
	if !e.enough() || len(f.towns) >= maxFoundTowns {
		return
	}
	l := u.lower
	if p.country == "" {
		p.country = countryOf(p.name)
	}
	if f.owner != "" && len(p.name) > len(f.owner) && strings.ToLower(p.name[:len(f.owner)+1]) == f.owner+" " { // "förutom Ekeby Stange i Norge"
		p.name = p.name[len(f.owner)+1:]
	}
	p.name = f.nominative(u, p)
	a, b := clause(l, p.start, p.end)
	a, b = counted(l, a, b, p)
	status := ""
	if inside := strings.LastIndexByte(l[:p.start], '('); inside > strings.LastIndexByte(l[:p.start], ')') { // "Norge (Time, Gran, vilande)"
		if status = townStatus(ownStretch(u.text[p.end:], l[p.end:])); status == "" && a < inside {
			status = townStatus(l[a:inside])
		}
	} else {
		status = townStatus(unbracketed(l[a:p.start]) + l[p.start:p.end] + ownBracket(u.text[p.end:], l[p.end:b]))
	}
	if next := afterContrast(u.text, l, b); next != "" {
		status = next
	}
	said := status != ""
	if status == "" {
		status = f.status
		said = status != ""
	}
	if status == "" {
		status = townActive
	}
	f.towns = append(f.towns, foundTown{place: p, unit: u, status: status, said: said, evidence: e})
}
