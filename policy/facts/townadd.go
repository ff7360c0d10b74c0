package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A foundTown is a partner town with the unit that names it.
type foundTown struct {
	place
	unit   *unit
	status string
	said   bool // whether the status is said of this town, not taken to be so
	evidence
}

// maxFoundTowns is how many towns are kept of a document. No municipality has a tenth as many; a list of all of a country's has no owner, and each town
// is looked for in each sentence.
const maxFoundTowns = 500

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
