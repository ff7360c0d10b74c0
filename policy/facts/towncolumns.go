package facts

// header reads a row as a table's header, nil if it is none that speaks of towns.
func (f *townFinder) header(u *unit, cells []cell) *townTable {
	if lands := landColumns(u.text, cells); lands != nil && f.active() {
		return &townTable{header: u, lands: lands, width: len(cells)}
	}
	t := &townTable{header: u, town: -1, country: -1, kind: -1, state: -1, owner: -1, width: len(cells)}
	for i, c := range cells {
		l := lower(c.of(u.text))
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

// namesTwinColumn reports whether a header's cell says that partner towns stand under it: "Vänort", "Våra vänorter", "Partnerstad (ort)".
func namesTwinColumn(l string) bool {
	words := splitWords(l)
	return hasTwinCue(l) && len(words) <= 3 && !hasWord(l, "för", "av", "om", "med", "sedan", "från", "år")
}

// otherHeader reports whether a row is the header of a table of something else that has countries: "Organisation | Land".
func otherHeader(s string, cells []cell) bool {
	if len(cells) < 2 || hasPlaceRow(s) {
		return false
	}
	for _, c := range cells {
		if l := lower(c.of(s)); l == "land" || l == "country" {
			return true
		}
	}
	return false
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

// landColumns returns the countries that the cells of a header are if they all are one, nil if not. The corner of a table with labels for its rows is empty.
func landColumns(s string, cells []cell) []string {
	var lands []string
	for _, c := range cells {
		code, genitive, ok := countries().name(c.of(s))
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
		text := c.of(u.text)
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

// over returns the columns as they stand in a row: with a cell more than the header, the corner of which is empty, the countries stand first; where
// rows share the cell of their country, which stands first, all others come one earlier.
func (t *townTable) over(s string, cells []cell) *townTable {
	code, by := countryCode(cells[0].of(s)), 0
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
