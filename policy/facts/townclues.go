package facts

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// weigh gathers the clues of a place in a sentence by itself and what stands over it.
func (f *townFinder) weigh(u *unit, keys []keyword, all []place, i int) (e evidence) {
	p := all[i]
	told := p.country != ""
	next := len(u.text)
	if i+1 < len(all) {
		next = all[i+1].start
	}
	governed, other := governs(keys, p.start)
	gap, apposed := apposedTo(u.lower, keys, p)
	if apposed {
		governed, other = true, false
	}
	e.add(clueTold, told)
	e.add(clueBare, !told)
	e.add(clueTold, apposed && !told && countryIn(gap) != "")
	e.add(clueHeadCountry, !told && f.country != "")
	e.add(clueGoverned, governed)
	e.add(clueBelow, governed && below(u.lower, keys, p.start))
	e.add(clueAside, instance(u.text, u.lower, keys, all, i))
	e.add(clueLinked, !told && governed && (apposed || linked(u.text, u.lower, keys, all, i)))
	e.add(clueOther, other || deniedAt(keys, p.end, next))
	e.add(clueSection, f.active())
	e.add(clueSubject, !told && f.country != "" && (p.start == 0 || exchangedWith(u.lower[:p.start])))
	vague := !told && governed && looselyGoverned(u.lower, keys, p.start) && !f.active()
	e.add(clueLoose, vague)
	e.add(clueNoun, isTwinWord(p.noun) && !vague)
	e.add(clueCommon, !told && (f.common(p.name) || p.start == 0 && swedish.Known(p.name)))
	e.add(clueOdd, isOdd(p.name))
	return e
}

// opensWith reports whether a sentence in lower case begins with p, or with an adjective and p: "Lettiska Jelgava tillkom 1991".
func opensWith(l string, p place) bool {
	before := strings.TrimSpace(l[:p.start])
	_, ok := countries().adjective(before)
	return before == "" || ok
}

// exchangedWith reports whether a text in lower case ends in words that lead to a partner: "utbytet med ", "avtal finns med ".
func exchangedWith(l string) bool {
	words := splitWords(l)
	n := len(words)
	return n > 1 && l[words[n-1].start:] == "med " && hasAny(l[words[max(0, n-4)].start:], "utbyte", "samarbete", "avtal", "kontakt", "förbindelse", "relation")
}

// looselyGoverned reports whether the twin word before byte i is one that is said of partners of any kind, too, and none but such stands in the text.
func looselyGoverned(l string, keys []keyword, i int) bool {
	for _, k := range keys {
		if k.sign > 0 && k.end <= i && !hasAny(k.of(l), loose...) {
			return false
		}
	}
	return hasAny(l, loose...)
}

// deniedAt reports whether a word between bytes from and to says that what stands before it is no partner town.
func deniedAt(keys []keyword, from, to int) bool {
	return slices.ContainsFunc(keys, func(k keyword) bool { return k.denies && k.start >= from && k.end <= to })
}

// below reports whether a clause begins between the twin word that governs byte i and i: "vänorterna har visat hur ett bibliotek i …".
func below(l string, keys []keyword, i int) bool {
	from := -1
	for _, k := range keys {
		if k.sign > 0 && k.end <= i {
			from = k.end
		}
	}
	return from >= 0 && hasWord(l[from:i], "hur", "att", "där", "eftersom", "varför", "när", "då", "om", "och blev", "och var", "och fick", "och kom", "och hade", "och for")
}

// ownClause reports whether the clause around p, without a keyword of its own, goes on about partnerships.
func ownClause(l string, keys []keyword, p place) bool {
	a, b := clause(l, p.start, p.end)
	for _, k := range keys {
		if k.sign != 0 && k.start >= a && k.end <= b {
			return false
		}
	}
	return goesOn(l[a:b])
}
