package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// lineLevel is the level given to a line that stands as a heading although segmentation found none: under every real one.
const lineLevel = 50

// A line that stands as a heading has so many bytes and words at most.
const (
	maxHeadingLine  = 70
	maxHeadingWords = 8
)

// looksLikeHeading reports whether unit i is a short line that opens something: "Vänorter", "Norge:", "Tidigare vänorter".
func (f *townFinder) looksLikeHeading(i int) bool {
	u := &f.units[i]
	text := bareHeading(u.text)
	if label, ok := strings.CutSuffix(text, "."); ok && f.active() && len(splitWords(label)) <= 2 && len(keywords(lower(label))) > 0 { // "Nätverk. Kommunen är med i …"
		text = label
	}
	if u.kind != policy.Prose || len(text) > maxHeadingLine || strings.ContainsAny(text, ".!?,;\t(") || strings.Count(text, " ") >= maxHeadingWords || !upperAt(text, 0) {
		return false
	}
	if _, _, ok := countries().name(text); ok {
		return f.active()
	}
	l := lower(text)
	if hasTwinCue(l) {
		return !hasWord(l, "har", "är", "ska", "finns", "saknar", "med", "som") && len(f.linePlaces(u)) == 0
	}
	if f.active() && f.country == "" && onlyCapitals(text) && !f.common(text) && !opensWithCountry(text) && i+1 < len(f.units) && opensWithCountry(f.units[i+1].text) {
		return true
	}
	if f.active() && len(splitWords(text)) <= 4 && turnsAway(l) { // "Samarbetsprojekt", "Nätverk"
		return true
	}
	return f.section == lineLevel && !strings.HasSuffix(u.text, ":") && len(f.linePlaces(u)) == 0 && i+1 < len(f.units) && !hasWord(l, "har", "är", "ska", "finns")
}

// opensWithCountry reports whether a line begins with a country: ": Norge. Avtal sedan 1952".
func opensWithCountry(s string) bool {
	s = strings.TrimLeft(s, ":–- ")
	end, _, genitive, ok := countryAt(countries(), s, 0)
	return ok && !genitive && !strings.HasPrefix(s[end:], ":")
}

// turnsAway reports whether a line in lower case is about projects, networks or journeys and not about partner towns.
func turnsAway(l string) bool {
	away := false
	for _, k := range keywords(l) {
		if k.sign > 0 {
			return false
		}
		away = away || k.sign < 0
	}
	return away
}

// bareHeading returns a line without its number, a bracket at its end, and a colon: "6 Vänorter (land, ort)" -> "Vänorter".
func bareHeading(s string) string {
	s = strings.TrimRight(s, ": ")
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		s = strings.TrimRight(s[:i], " ")
	}
	return strings.TrimLeft(s, "0123456789. ")
}

// leadingNumber returns the number that a line begins with, "6" of "6 Vänorter".
func leadingNumber(s string) string {
	_, end := number(s, 0, 2)
	return s[:end]
}

// lineHeadingLevel returns the level of a line that stands as a heading: a country's name stands under what opened the towns.
func lineHeadingLevel(s string) int {
	if _, _, ok := countries().name(strings.TrimRight(s, ": ")); ok {
		return lineLevel + 1
	}
	return lineLevel
}

// nameRun is how many lines in a row that hold nothing but a name are a list of towns, right under a heading on partner towns. Two may be a stamp.
const nameRun = 3

// openNames opens a list if the lines under the heading at unit i are names and nothing else.
func (f *townFinder) openNames(i int) {
	if !f.active() {
		return
	}
	for n := 1; n <= nameRun; n++ {
		if i+n >= len(f.units) {
			return
		}
		u := &f.units[i+n]
		if u.heading || u.kind != policy.Prose || !onlyCapitals(u.text) || strings.HasSuffix(u.text, ".") || f.common(u.text) {
			return
		}
	}
	f.list, f.bare = true, true
}
