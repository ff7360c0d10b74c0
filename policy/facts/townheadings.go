package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// headingTowns adds the towns that a heading names with their country: "Måsøy, Norge", "Vänorten Time i Norge".
func (f *townFinder) headingTowns(u *unit) bool {
	added := false
	for _, p := range findPlaces(u.text, true) {
		if p.country != "" && f.acceptable(p) {
			added = f.add(u, p, standing(p, clueHeading)) != nil || added
		}
	}
	return added
}

// pendingCountry gives the town that a heading named the country that a sentence under it tells.
func (f *townFinder) pendingCountry(u *unit) bool {
	all := findPlaces(f.pending.text, true)
	if len(all) != 1 || !f.acceptable(all[0]) || !isNameLine(f.pending.text, all[0]) {
		return false
	}
	code := f.country
	for _, t := range tokens(u.text) {
		if t.kind == tokCountry || t.kind == tokAdj {
			code = t.code
			break
		}
	}
	if code == "" || code == "SE" {
		return false
	}
	p := all[0]
	p.country = code
	town := f.add(f.pending, p, standing(p, clueHeading))
	f.pending = nil
	if town == nil {
		return false
	}
	f.under = len(f.towns) - 1
	return true
}

// isNameLine reports whether a heading is the name p and no more: "Kaarina (S:t Karins)", "Time kommun", not "Tänkbara orter".
func isNameLine(s string, p place) bool {
	rest := lower(unbracketed(s[p.end:]))
	for _, w := range splitWords(rest) {
		if word := w.of(rest); word != "kommun" && word != "kommune" && word != "stad" && word != "län" && word != "fylke" {
			return false
		}
	}
	return strings.TrimLeft(s[:p.start], "0123456789. –-•") == "" && !swedish.Known(p.name)
}

func headingStatus(l string) string {
	s := townStatus(l)
	if s == "" && hasWord(l, "tidigare", "f.d.", "före detta", "forna") {
		return townEnded
	}
	return s
}

// countryIn returns the only country that s names, by name or adjective.
func countryIn(s string) string {
	code := ""
	for _, t := range tokens(s) {
		if t.kind != tokCountry && t.kind != tokAdj {
			continue
		}
		if code != "" && code != t.code {
			return ""
		}
		code = t.code
	}
	return code
}
