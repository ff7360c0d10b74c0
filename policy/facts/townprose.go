package facts

import (
	"strings"
	"unicode"
)

// prose reads a sentence.
func (f *townFinder) prose(u *unit) {
	l := u.lower
	cue := hasTwinCue(l)
	if !cue && f.list && strings.HasSuffix(l, "?") { // "Vilka är de?"
		return
	}
	chained := f.chain >= 0 && f.chain == u.passage || f.titled && agrees(l)
	if !cue && !f.active() && !chained && f.pending == nil {
		f.list = false
		return
	}
	denied := f.denied
	f.chain, f.denied = -1, false
	if f.aboutOthers(u) {
		f.list = false
		return
	}
	if cue {
		f.chain, f.denied = u.passage, deniesTowns(l)
		f.cued(u, l, chained)
	} else {
		f.uncued(u, l, chained && !(denied && !hasAny(l, "avtal", "upphör", "avslut")))
	}
	_, counted := countIn(l)
	f.bare = cue && strings.HasSuffix(strings.TrimSpace(l), ":") && opensTowns(l)
	if !cue && chained && strings.HasSuffix(l, ":") && goesOn(l) && opensTowns(l) { // "Följande avtal är i kraft:"
		f.bare = true
	}
	f.list = f.bare || cue && counted
}

// cued adds the towns of a sentence that speaks of partner towns.
func (f *townFinder) cued(u *unit, l string, chained bool) {
	keys := keywords(l)
	all := findCuedPlaces(u.text, keys)
	for i, p := range all {
		if !f.acceptable(p) {
			continue
		}
		if p.country != "" {
			if partnerAt(keys, p.start) || isTwinWord(p.noun) || (f.active() || chained) && ownClause(l, keys, p) {
				f.add(u, p)
			}
			continue
		}
		if !f.common(p.name) && partnerAt(keys, p.start) && linked(u.text, l, keys, all, i) {
			if p.country = f.country; p.country == "" {
				p.country = adjectiveBefore(u.text, all, i)
			}
			f.add(u, p)
		}
	}
	if f.pending != nil && f.pendingCountry(u) {
		f.pending = nil
	}
}

// findCuedPlaces returns the places of a sentence; what comes after a twin word and a colon is read as a line: "Vänorter: Time – Norge".
func findCuedPlaces(s string, keys []keyword) []place {
	for _, k := range keys {
		rest := s[k.end:]
		i := strings.IndexByte(rest, ':')
		if k.sign <= 0 || i < 0 || len(splitWords(rest[:i])) > 4 {
			continue
		}
		at := k.end + i + 1
		all := findPlaces(s[:at], false)
		for _, p := range findPlaces(s[at:], true) {
			p.start, p.end = p.start+at, p.end+at
			all = append(all, p)
		}
		return all
	}
	return findPlaces(s, false)
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

// uncued adds the towns of a sentence that stands among others about partner towns but does not say so itself: those with their country, if
// nothing in it speaks of something else.
func (f *townFinder) uncued(u *unit, l string, chained bool) {
	if f.pending != nil && f.pendingCountry(u) {
		f.pending = nil
		return
	}
	for _, k := range keywords(l) {
		if k.sign < 0 {
			return
		}
	}
	if hasWord(l, "eu", "eu:s", "interreg", "leader", "därutöver", "in addition", "besides", "i stället", "istället") || !f.active() && !(chained && (goesOn(l) || f.isFragment(u))) {
		return
	}
	dense := f.active() && mostlyPlaces(u.text)
	if f.active() && !goesOn(l) && !chained && !startsWithPlace(u.text) && !dense {
		return
	}
	for _, p := range findPlaces(u.text, dense) {
		if p.country != "" && f.acceptable(p) {
			f.add(u, p)
			f.chain = u.passage
		}
	}
}

// agrees reports whether a sentence tells of agreements that bind: in a document about partner towns those are with partner towns.
func agrees(l string) bool { return hasWord(l, "avtal", "avtalet", "avtalen") && len(keywords(l)) == 0 }

// isFragment reports whether a sentence is but a place with its country: "Rødekro, Danmark."
func (f *townFinder) isFragment(u *unit) bool {
	return startsWithPlace(u.text) && len(splitWords(u.text)) <= 6 && !hasVerb(u.lower)
}

// goesOn reports whether a sentence goes on about partnerships: an agreement, an exchange, how long it has lasted.
func goesOn(l string) bool {
	return hasAny(l, "avtal", "samarbet", "utbyte", "kontakt", "relation", "tecknade", "ingick", "inleddes", "sedan ", "tillkom", "anslöt", "ingår", "förbindelse", "heter", "undertecknade", "följde", " ligger i ") ||
		hasWord(l, "har kommunen", "har vi", "de är", "dessa är", "det är", "den äldsta", "den första", "den andra", "den tredje", "den senaste", "den yngsta", "nämligen", "övriga är", "de övriga", "resterande")
}

// mostlyPlaces reports whether a text is a run of places with hardly a word between: lines that were joined.
func mostlyPlaces(s string) bool {
	places, words := 0, 0
	for _, t := range tokens(s) {
		switch {
		case t.kind == tokCountry:
			places++
		case t.kind == tokWord && !unicode.IsDigit(firstRune(t.text)) && !generics[t.lower] && !upperAt(t.text, 0) && len(t.text) > 2:
			words++
		}
	}
	return places >= 2 && words <= places/2
}

func startsWithPlace(s string) bool {
	all := findPlaces(s, false)
	return len(all) > 0 && all[0].start == 0 && all[0].country != ""
}
