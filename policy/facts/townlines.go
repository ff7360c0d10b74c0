package facts

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
)

// maxLabelGap is how many bytes a country may take between a town and the colon after which it is told of.
const maxLabelGap = 30

// line reads a list item or a line: if it stands in a list or section of partner towns, or says itself that it names one.
func (f *townFinder) line(u *unit) {
	l := u.lower
	if all := findTold(u.text); f.active() && len(all) > 0 && all[0].start == 0 {
		if i := strings.IndexByte(u.text[all[0].end:], ':'); i >= 0 && i <= maxLabelGap { // "Time (Norge): Besök i maj"
			f.add(u, all[0], standing(all[0], clueListed))
			return
		}
	}
	if u.kind == policy.Item && !f.namesFirst(u) {
		f.prose(u)
		return
	}
	keys := keywords(l)
	own := false
	for _, k := range keys {
		own = own || k.sign > 0
	}
	inList := f.listed(u)
	switch {
	case len(keys) > 0 && !own:
		return
	case !own && !inList:
		return
	case u.voice.away():
		return
	}
	if s := strings.TrimPrefix(l, "land"); s != l && len(f.towns) > 0 && strings.HasPrefix(strings.TrimLeft(s, " "), ":") { // "Land: Norge" under "Vänort: Time"
		if t := &f.towns[len(f.towns)-1]; t.country == "" {
			t.country = countryIn(u.text)
		}
		return
	}
	places := f.linePlaces(u)
	if !inList && len(places) > 0 && places[0].country == "" && !strings.Contains(u.text, ":") {
		places = nil // an item that only speaks of partner towns
	}
	for _, p := range places {
		f.add(u, p, standing(p, clueListed))
	}
	if own && len(places) > 0 {
		f.chain = u.passage
	}
	if len(places) == 0 && u.kind != policy.Item {
		f.bare = strings.HasSuffix(strings.TrimSpace(u.text), ":") && own
		f.list = f.bare
	}
	if u.kind == policy.Item && len(places) == 0 && own {
		f.prose(u)
	}
}

// maxItemLead is how many words in lower case an item may have before the first town that it names: "ett vänortsavtal med staden Time".
const maxItemLead = 4

// namesFirst reports whether an item is hardly more than places, not a sentence in which some stand: "Avtalet undertecknas på en ort i något land, t.ex. Oslo".
func (f *townFinder) namesFirst(u *unit) bool {
	all := f.linePlaces(u)
	return len(all) == 0 || lowerWords(u.text[:all[0].start]) <= maxItemLead
}

// listed reports whether u stands in a list of partner towns: by its opener where it has one, else by what is open.
func (f *townFinder) listed(u *unit) bool {
	if u.opener < 0 {
		return f.active()
	}
	o := f.units[u.opener].lower
	if hasTwinCue(o) {
		return opensTowns(o) && !f.units[u.opener].voice.away()
	}
	if len(keywords(o)) > 0 {
		return false
	}
	return f.active() && !hasWord(o, "ska", "skall", "bör", "kan", "syftar", "innebär", "omfattar", "mål")
}

// opensTowns reports whether an opener with a twin word is followed by towns, not by what they are for.
func opensTowns(l string) bool {
	return !hasWord(l, "ska", "skall", "bör", "kan", "syftar", "innebär", "mål", "målen", "kriterier", "syfte", "syftet", "uppgifter", "för att")
}

// maxLineWords is how many words in lower case a line of towns has at most: "sedan", "i", "kommun", "vilande".
const maxLineWords = 7

// isLine reports whether u is a line rather than a sentence: a list item, or short text without a verb where a list of towns is
// open.
func (f *townFinder) isLine(u *unit) bool {
	if u.kind == policy.Item {
		return true
	}
	if !f.active() && !hasTwinCue(u.lower) {
		return false
	}
	l := lower(strings.TrimRight(u.text, ". "))
	words := lowerWords(u.text)
	if len(l) > 90 || words > maxLineWords || words > maxLineWords/2 && strings.HasSuffix(u.text, ".") && !f.active() || hasWord(l, "är", "har", "ska", "skall", "finns", "tecknade", "tecknades", "ingick", "blev", "var", "hade", "kan", "saknar") || hasVerb(l) {
		return false
	}
	return len(f.linePlaces(u)) > 0
}

func lowerWords(s string) int {
	n := 0
	for _, w := range splitWords(s) {
		if c := firstRune(s[w.start:]); unicode.IsLower(c) {
			n++
		}
	}
	return n
}

// hasVerb reports whether a word of a line in lower case ends as verbs do and is none of the nouns that lines of towns have.
func hasVerb(l string) bool {
	for _, w := range splitWords(l) {
		word := w.of(l)
		if len(word) < 5 || isTwinWord(word) || generics[word] || word == "sister" || word == "partner" || word == "other" || word == "under" || word == "söder" || word == "norr" {
			continue
		}
		for _, e := range []string{"as", "ar", "er", "des", "its"} {
			if strings.HasSuffix(word, e) && !upperAt(l, w.start) && isVerbal(word, e) {
				return true
			}
		}
	}
	return false
}

// isVerbal tells verbs from nouns and names by what comes before the ending: only endings that nouns seldom have count for sure.
func isVerbal(word, ending string) bool {
	switch ending {
	case "as":
		return hasSuffixOf(word, "eras", "nas", "llas", "das", "tas")
	case "ar", "er":
		return strings.HasSuffix(word, "erar") || verbForms[word]
	}
	return true
}

var verbForms = set(`sker deltar samarbetar besöker träffar arbetar utgör ingår bedriver omfattar innebär kommer gäller ligger reser bjuder driver genomför samverkar`)
