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
	if u.voice.away() {
		f.list, f.bare, f.chain, f.denied = false, false, -1, false
		return
	}
	chained := f.chain >= 0 && f.chain == u.passage || f.titled && agrees(l)
	if !cue && !f.active() && !chained {
		f.list, f.chain, f.denied = false, -1, false
		return
	}
	if cue {
		f.denied = deniesTowns(l)
	}
	f.judge(u, cue, chained && (cue || !f.denied || hasAny(l, "avtal", "upphör", "avslut")))
	if cue || f.titled && agrees(l) {
		f.chain = u.passage
	} else if f.chain != u.passage || turnsAway(l) || isAside(l) {
		f.chain, f.denied = -1, false
	}
	_, counted := countIn(l)
	f.bare = cue && strings.HasSuffix(strings.TrimSpace(l), ":") && opensTowns(l)
	if !cue && chained && strings.HasSuffix(l, ":") && goesOn(l) && opensTowns(l) { // "Följande avtal är i kraft:"
		f.bare = true
	}
	f.list = f.bare || cue && counted
}

// judge adds the places of a sentence that the evidence makes partner towns.
func (f *townFinder) judge(u *unit, cue, chained bool) {
	l := u.lower
	keys := keywords(l)
	dense := !cue && f.active() && mostlyPlaces(u.text)
	all := findPlaces(u.text, dense)
	if cue {
		all = findCuedPlaces(u.text, keys)
	}
	starts := len(all) > 0 && all[0].country != "SE" && opensWith(u.lower, all[0]) && (f.active() || f.isFragment(u))
	for i, p := range all {
		if !f.acceptable(p) {
			continue
		}
		e := f.weigh(u, keys, all, i)
		e.add(clueChain, chained && !f.active() && p.country != "")
		e.add(clueOnward, p.country != "" && (cue && ownClause(l, keys, p) || !cue && goesOn(l)))
		rest := chained && p.country == "" && namesRest(l, all, u.text)
		e.add(clueLinked, rest)
		e.add(clueGoverned, rest)
		e.add(clueStarts, starts && p.country != "")
		e.add(clueDense, dense)
		e.add(clueAside, !cue && isAside(l))
		if !e.enough() {
			continue
		}
		if p.country == "" {
			if p.country = f.country; p.country == "" {
				p.country = adjectiveBefore(u.text, all, i)
			}
			if p.country == "" {
				p.country = f.notedCountry(u, p)
			}
			if gap, ok := apposedTo(l, keys, p); ok && countryIn(gap) != "" {
				p.country = countryIn(gap)
			}
		}
		f.add(u, p, e)
		f.chain = u.passage
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

// isAside reports whether a sentence without a twin word turns to something else.
func isAside(l string) bool {
	return hasWord(l, "eu", "eu:s", "interreg", "leader", "därutöver", "in addition", "besides", "i stället", "istället", "inget avtal", "inget formellt avtal", "utan avtal", "utan formellt avtal", "no agreement", "no formal agreement")
}

// agrees reports whether a sentence tells of agreements that bind: in a document about partner towns those are with partner towns.
func agrees(l string) bool {
	return len(keywords(l)) == 0 && (hasWord(l, "avtal", "avtalet", "avtalen", "kedja", "kedjan") ||
		hasAny(l, "utbyte med", "samarbete med", "samarbetar med") && hasWord(l, "kommuner", "orter", "städer"))
}

// isFragment reports whether a sentence is but a place with its country: "Rødekro, Danmark."
func (f *townFinder) isFragment(u *unit) bool {
	return startsWithPlace(u.text) && len(splitWords(u.text)) <= 6 && !hasVerb(u.lower)
}

// goesOn reports whether a sentence goes on about partnerships: an agreement, an exchange, how long it has lasted.
func goesOn(l string) bool {
	return hasAny(l, "avtal", "samarbet", "utbyte", "kontakt", "relation", "knöts band", "knutit band", "tecknade", "ingick", "inleddes", "sedan ", "tillkom", "anslöt", "ingår", "förbindelse", "heter", "undertecknade", "följde", " ligger i ", "kedja", "agreement", "friendship", "signed") ||
		hasWord(l, "har kommunen", "har vi", "det gäller", "de är", "dessa är", "den ena", "en av dem", "ett av dem", "det är", "den äldsta", "den första", "den andra", "den tredje", "den senaste", "den yngsta", "nämligen", "består", "övriga är", "de övriga", "resterande")
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
