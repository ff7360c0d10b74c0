package facts

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
)

// linePlaces returns the places that a line names: with their country, or, if it is nothing but names, without.
func (f *townFinder) linePlaces(u *unit) []place {
	all := findPlaces(u.text, true)
	var told, bare []place
	for _, p := range all {
		if !f.acceptable(p) {
			continue
		}
		if p.country != "" {
			told = append(told, p)
		} else {
			bare = append(bare, p)
		}
	}
	if len(told) == 2 && u.kind == policy.Item && told[0].shared && onlyComma(u.text[told[0].end:told[1].start]) {
		told[0].end = told[1].end
		return told[:1] // one item is one town: "Trosterud, Oslo, Norge"
	}
	if len(told) > 0 {
		return told
	}
	if len(bare) == 0 || len(bare) != len(all) || !onlyNames(u.text, bare) {
		return nil
	}
	run := f.fresh && len(bare) > 1 && joined(u.text[bare[0].end:bare[1].start])
	if f.country == "" && !(f.list && f.bare) && !run && u.kind == policy.Prose && !hasTwinCue(u.lower) {
		return nil // a stamp, a name under the text: no more than its place speaks for it
	}
	for i := range bare {
		if f.common(bare[i].name) {
			return nil
		}
		bare[i].country = f.country
	}
	return bare
}

// onlyComma reports whether a comma stands between two names, and at most a word for what the first is: "Gjerstad kommune, Agder".
func onlyComma(gap string) bool {
	before, after, ok := strings.Cut(gap, ",")
	word := strings.TrimSpace(lower(before))
	return ok && strings.TrimSpace(after) == "" && (word == "" || generics[word])
}

// onlyNames reports whether a line is names and little else: a label before a colon, years, a bracket, a dash and what follows it.
func onlyNames(s string, places []place) bool {
	if len(places) == 0 {
		return false
	}
	head := s[:places[0].start]
	if i := strings.LastIndexByte(head, ':'); i >= 0 {
		if !hasTwinCue(lower(head)) {
			return false
		}
		head = head[i+1:]
	}
	for _, w := range splitWords(head) {
		if word := lower(w.of(head)); !generics[word] && !isTwinWord(word) {
			return false
		}
	}
	rest := s[places[len(places)-1].end:]
	rest = strings.TrimLeft(rest, " \u00a0")
	if rest == "" || strings.ContainsRune("(,–—-.;", firstRune(rest)) || unicode.IsDigit(firstRune(rest)) {
		return !strings.HasPrefix(rest, ",") || !hasWord(lower(rest), "som", "och", "ska")
	}
	word := lower(rest[:wordEnd(rest, 0)])
	return word == "kommun" || word == "kommune" || word == "sedan" || word == "stad" || word == "från"
}
