package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A townTable says which columns of a table tell what; -1 for a column that it has not.
type townTable struct {
	header                     *unit
	town, country, kind, state int
	width                      int    // how many cells the header has
	twin                       bool   // the header itself speaks of partner towns
	tells                      answer // whether a row's kind says that it is of a partner town; see kindsTell
}

// row reads a table row: a header, or a town with its country.
func (f *townFinder) row(u *unit) {
	if u.zone == policy.ZoneInfo {
		return
	}
	cells := splitCells(u.text)
	if t := f.header(u, cells); t != nil {
		f.table, f.closed = t, -1
		return
	}
	if len(cells) == 1 && len(f.linePlaces(u)) == 0 || otherHeader(u.text, cells) { // what follows in the table is another matter
		f.table, f.closed = nil, u.passage
		return
	}
	if f.closed == u.passage {
		return
	}
	if u.opener >= 0 && (f.table == nil || f.table.header != &f.units[u.opener]) {
		o := &f.units[u.opener]
		f.table = f.header(o, splitCells(o.text))
	}
	if f.table == nil {
		if f.active() || hasTwinCue(u.lower) && hasPlaceRow(u.text) {
			f.line(u)
		}
		return
	}
	f.tableRow(u, cells)
}

// header reads a row as a table's header, nil if it is none that speaks of towns.
func (f *townFinder) header(u *unit, cells []cell) *townTable {
	t := &townTable{header: u, town: -1, country: -1, kind: -1, state: -1, width: len(cells)}
	for i, c := range cells {
		l := lower(u.text[c.start:c.end])
		switch {
		case hasWord(l, "land", "country", "nation"):
			t.country = i
		case namesTwinColumn(l):
			t.town, t.twin = i, true
		case hasWord(l, "status", "läge", "tillstånd", "aktivitet"):
			t.state = i
		case hasWord(l, "typ", "form", "slag", "samarbetsform", "art", "typ av samarbete", "samarbete", "relation"):
			t.kind = i
		case t.town < 0 && hasWord(l, "ort", "stad", "kommun", "namn", "town", "city", "partner", "ort/kommun", "stad/kommun", "municipality"):
			t.town = i
		}
	}
	switch {
	case len(cells) < 2, t.town < 0:
		return nil
	case t.twin && hasPlaceRow(u.text):
		return nil // "Vänort: Time, Norge" is a row with a town, not a header
	case !t.twin && t.country < 0:
		return nil
	}
	return t
}

// otherHeader reports whether a row is the header of a table of something else that has countries: "Organisation | Land".
func otherHeader(s string, cells []cell) bool {
	if len(cells) < 2 || hasPlaceRow(s) {
		return false
	}
	for _, c := range cells {
		if l := lower(s[c.start:c.end]); l == "land" || l == "country" {
			return true
		}
	}
	return false
}

// namesTwinColumn reports whether a header's cell says that partner towns stand under it: "Vänort", "Våra vänorter", "Partnerstad (ort)".
func namesTwinColumn(l string) bool {
	words := splitWords(l)
	return hasTwinCue(l) && len(words) <= 3 && !hasWord(l, "för", "av", "om", "med")
}

// hasPlaceRow reports whether a row names a town with its country.
func hasPlaceRow(s string) bool {
	for _, p := range findPlaces(s, true) {
		if p.country != "" {
			return true
		}
	}
	return false
}

// tableRow adds the town of a row under a header, if the header, the section or the row's own kind says that it is a partner town.
func (f *townFinder) tableRow(u *unit, cells []cell) {
	t := f.table.over(u.text, cells)
	text := func(i int) string {
		if i < 0 || i >= len(cells) {
			return ""
		}
		return u.text[cells[i].start:cells[i].end]
	}
	if t.kind >= 0 && text(t.kind) != "" {
		if !hasTwinCue(lower(text(t.kind))) && (hasTwinCue(u.lower) || len(keywords(lower(text(t.kind)))) > 0 || !t.twin && !f.active() || f.kindsTell(u)) {
			return
		}
	} else if !t.twin && !f.active() {
		return
	}
	name := strings.TrimSpace(text(t.town))
	if name == "" {
		return
	}
	if !onlyNames(name, findPlaces(name, true)) {
		return
	}
	for _, p := range findPlaces(name, true) {
		p.start, p.end = cells[t.town].start+p.start, cells[t.town].start+p.end
		f.addCell(u, p, text(t.country), text(t.state))
	}
}

// kindsTell reports whether another row of the table of row u says that it is of a partner town, so that one that says something else is none.
func (f *townFinder) kindsTell(u *unit) bool {
	if f.table.tells == unknown {
		f.table.tells = no
		if f.someKindTells(u) {
			f.table.tells = yes
		}
	}
	return f.table.tells == yes
}

func (f *townFinder) someKindTells(u *unit) bool {
	for i := range f.units {
		o := &f.units[i]
		if o.opener != u.opener || o.opener < 0 && o.passage != u.passage || o.kind != policy.Row || o == f.table.header {
			continue
		}
		cells := splitCells(o.text)
		if k := f.table.kind; k < len(cells) && hasTwinCue(lower(o.text[cells[k].start:cells[k].end])) {
			return true
		}
	}
	return false
}

// over returns the columns as they stand in a row with a cell more than the header, the corner of which is empty: the countries stand first.
func (t *townTable) over(s string, cells []cell) *townTable {
	if t.country >= 0 || len(cells) != t.width+1 {
		return t
	}
	if _, _, ok := countries().name(s[cells[0].start:cells[0].end]); !ok {
		return t
	}
	shifted := *t
	shifted.country, shifted.town = 0, t.town+1
	for _, column := range []*int{&shifted.kind, &shifted.state} {
		if *column >= 0 {
			*column++
		}
	}
	return &shifted
}

// addCell adds a town of a table with what the cells on its country and state say.
func (f *townFinder) addCell(u *unit, p place, country, state string) {
	if c := countryIn(country); c != "" {
		p.country = c
	} else if c := strings.TrimSpace(country); countries().codes[c] {
		p.country = c
	}
	if p.country == "" {
		p.country = f.country
	}
	if !f.acceptable(p) || p.country == "" && f.common(p.name) {
		return
	}
	f.add(u, p, standing(p, clueColumn))
	if s := townStatus(lower(state)); s != "" {
		last := &f.towns[len(f.towns)-1]
		last.status, last.said = s, true
	}
}

// cellPlace returns the town that a cell names.
func cellPlace(s string) (place, bool) {
	for _, p := range findPlaces(s, true) {
		if strings.TrimSpace(s[:p.start]) == "" || generics[strings.TrimSpace(lower(s[:p.start]))] {
			return p, true
		}
	}
	return place{}, false
}
