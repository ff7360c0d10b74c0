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

// tell takes in what a text tells of the partnership's state.
func (t *foundTown) tell(status string) {
	if status != "" {
		t.status, t.said = status, true
	}
}

// add adds a town if enough speaks for it. It returns the town, which stays in its place until the next is added; nil if it is none.
func (f *townFinder) add(u *unit, p place, e evidence) *foundTown {
	if !e.enough() || len(f.towns) >= maxFoundTowns {
		return nil
	}
	if p.country == "" {
		p.country = countryOf(p.name)
	}
	if p.country == "SE" { // as the heading over it, or a word before it, tells
		return nil
	}
	if f.owner != "" && len(p.name) > len(f.owner) && strings.ToLower(p.name[:len(f.owner)+1]) == f.owner+" " { // "förutom Ekeby Stange i Norge"
		p.name = p.name[len(f.owner)+1:]
	}
	p.name = f.nominative(u, p)
	town := foundTown{place: p, unit: u, status: townActive, evidence: e}
	town.tell(f.status)
	town.tell(saidStatus(u, p))
	f.towns = append(f.towns, town)
	return &f.towns[len(f.towns)-1]
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
	if !ok || !hasPrefixOf(u.lower[p.end:], " kommun", " stad") || !f.capitalised()[name] {
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
					r.capitals[w.of(text)] = true
				}
			}
		}
	}
	return r.capitals
}
