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

// rowCells returns the cells of a row, empty ones between others, too.
func rowCells(s string) []cell {
	var cells []cell
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '\t' || s[i] == '\n' || s[i] == '|' {
			a, b := trimRange(s, start, i)
			cells = append(cells, cell{a, b})
			start = i + 1
		}
	}
	return cells
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

// header reads a row as a table's header, nil if it is none that speaks of towns.
func (f *townFinder) header(u *unit, cells []cell) *townTable {
	if lands := landColumns(u.text, cells); lands != nil && f.active() {
		return &townTable{header: u, lands: lands, width: len(cells)}
	}
	t := &townTable{header: u, town: -1, country: -1, kind: -1, state: -1, owner: -1, width: len(cells)}
	for i, c := range cells {
		l := lower(u.text[c.start:c.end])
		switch {
		case hasWord(l, "land", "country", "nation"):
			t.country = i
		case namesTwinColumn(l):
			t.town, t.owner, t.twin = i, t.town, true
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

// landColumns returns the countries that the cells of a header are if they all are one, nil if not. The corner of a table with labels for its rows is empty.
func landColumns(s string, cells []cell) []string {
	var lands []string
	for _, c := range cells {
		code, genitive, ok := countries().name(s[c.start:c.end])
		if !ok || genitive {
			return nil
		}
		lands = append(lands, code)
	}
	if len(lands) < 2 {
		return nil
	}
	return lands
}

// landRow adds the towns of a row under a header of countries. A row with a cell more has a label; one with fewer leaves it open which are empty.
func (f *townFinder) landRow(u *unit, cells []cell) {
	shift := max(0, len(cells)-f.table.width)
	for i, c := range cells[shift:] {
		text := u.text[c.start:c.end]
		all := findPlaces(text, true)
		if !onlyNames(text, all) {
			continue
		}
		for _, p := range all {
			p.start, p.end = c.start+p.start, c.start+p.end
			if p.country == "" && len(cells) >= f.table.width && i < len(f.table.lands) {
				p.country = f.table.lands[i]
			}
			if f.acceptable(p) && !f.common(p.name) {
				f.add(u, p, standing(p, clueColumn))
			}
		}
	}
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
	return hasTwinCue(l) && len(words) <= 3 && !hasWord(l, "för", "av", "om", "med", "sedan", "från", "år")
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
		if k := f.table.kind; k < len(cells) && hasTwinCue(lower(o.text[cells[k].start:cells[k].end])) {
			return true
		}
	}
	return false
}

// over returns the columns as they stand in a row: with a cell more than the header, the corner of which is empty, the countries stand first; where
// rows share the cell of their country, which stands first, all others come one earlier.
func (t *townTable) over(s string, cells []cell) *townTable {
	code, by := countryCode(s[cells[0].start:cells[0].end]), 0
	switch {
	case t.country < 0 && len(cells) == t.width+1 && code != "":
		by = 1
	case t.country == 0 && len(cells) < t.width && code == "" && t.above != "":
		by = -1
	default:
		rowsOwn := *t
		rowsOwn.above = ""
		return &rowsOwn
	}
	shifted := *t
	shifted.country += by
	for _, column := range []*int{&shifted.town, &shifted.kind, &shifted.state, &shifted.owner} {
		if *column >= 0 {
			*column += by
		}
	}
	return &shifted
}

// countryCode returns the country that a cell names, by name, adjective or code, "" if none.
func countryCode(s string) string {
	s = strings.TrimSpace(s)
	if countries().codes[s] {
		return s
	}
	return countryIn(s)
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
	f.add(u, p, standing(p, clueColumn))
	s := townStatus(lower(state))
	if f.table.state < 0 {
		if s = townStatus(u.lower); s == townActive {
			s = ""
		}
	}
	if s != "" {
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
