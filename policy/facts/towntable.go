package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A townTable says which columns of a table tell what; -1 for a column that it has not.
type townTable struct {
	header                     *unit
	town, country, kind, state int
	width                      int      // how many cells the header has
	twin                       bool     // the header itself speaks of partner towns
	tells                      answer   // whether a row's kind says that it is of a partner town; see kindsTell
	owner                      int      // the column that says whose partner towns a row tells
	above                      string   // the country of the row above, for a cell that several rows share
	lands                      []string // where the columns are countries and the rows name towns below them: the country of each
}

// row reads a table row: a header, or a town with its country.
func (f *townFinder) row(u *unit) {
	if u.zone == policy.ZoneInfo {
		return
	}
	cells := rowCells(u.text)
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
		f.table = f.header(o, rowCells(o.text))
	}
	if f.table == nil {
		if f.active() || hasTwinCue(u.lower) && hasPlaceRow(u.text) {
			f.line(u)
		} else if hasTwinCue(u.lower) && !u.voice.away() {
			f.judge(u, true, false)
		}
		return
	}
	if f.table.lands != nil {
		f.landRow(u, cells)
		return
	}
	f.tableRow(u, cells)
}

// tableRow adds the town of a row under a header, if the header, the section or the row's own kind says that it is a partner town.
func (f *townFinder) tableRow(u *unit, cells []cell) {
	t := f.table.over(u.text, cells)
	text := func(i int) string {
		if i < 0 || i >= len(cells) {
			return ""
		}
		return cells[i].of(u.text)
	}
	if t.kind >= 0 && text(t.kind) != "" {
		if !hasTwinCue(lower(text(t.kind))) && (hasTwinCue(u.lower) || len(keywords(lower(text(t.kind)))) > 0 || !t.twin && !f.active() || f.kindsTell(u)) {
			return
		}
	} else if !t.twin && !f.active() {
		return
	}
	if f.table.above = countryCode(text(t.country)); f.table.above == "" {
		f.table.above = t.above
	}
	name := strings.TrimSpace(text(t.town))
	if name == "" || t.owner >= 0 && !f.isOwnName(text(t.owner)) {
		return
	}
	if !onlyNames(name, findPlaces(name, true)) {
		return
	}
	for _, p := range findPlaces(name, true) {
		p.start, p.end = cells[t.town].start+p.start, cells[t.town].start+p.end
		f.addCell(u, p, f.table.above, text(t.state))
	}
}

// addCell adds a town of a table with what the cells on its country and state say.
func (f *townFinder) addCell(u *unit, p place, country, state string) {
	if country != "" {
		p.country = country
	}
	if p.country == "" {
		p.country = f.country
	}
	if !f.acceptable(p) || p.country == "" && f.common(p.name) {
		return
	}
	town := f.add(u, p, standing(p, clueColumn))
	if town == nil {
		return
	}
	s := townStatus(lower(state))
	if f.table.state < 0 {
		if s = townStatus(u.lower); s == townActive {
			s = ""
		}
	}
	town.tell(s)
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
		cells := rowCells(o.text)
		if k := f.table.kind; k < len(cells) && hasTwinCue(lower(cells[k].of(o.text))) {
			return true
		}
	}
	return false
}
