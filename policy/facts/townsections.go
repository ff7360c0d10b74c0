package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// heading takes note of what the units under a heading speak of.
func (f *townFinder) heading(u *unit, level int) {
	l := u.lower
	f.list = f.list && strings.HasSuffix(l, "?") && hasWord(l, "de", "dessa") && len(keywords(l)) == 0 // "Vilka är de?"
	f.table, f.pending, f.chain, f.under = nil, nil, -1, -1
	if f.muted >= 0 && level <= f.muted {
		f.muted = -1
	}
	if f.section >= lineLevel && f.muted < 0 && u.heading && f.belongs(u.text) {
		f.section = level - 1 // the line that opened the section was not recognised as its heading
	}
	if f.section >= 0 && level == f.section && f.muted < 0 && f.belongs(u.text) {
		level++ // plain text tells no levels
	}
	if f.section >= 0 && (level > f.section || f.number != "" && strings.HasPrefix(f.doc.Sections[u.section].Number, f.number+".") && u.heading) {
		f.subheading(u, level, l)
		return
	}
	f.section, f.muted, f.country, f.status, f.number = -1, -1, "", "", ""
	if code, _, ok := countries().name(strings.TrimRight(u.text, ": ")); ok && f.theme {
		f.section, f.country = level-1, code
		return
	}
	if s := headingStatus(l); s != "" && f.titled && len(splitWords(l)) <= 2 && !u.voice.away() {
		f.section, f.status = level-1, s
		return
	}
	if !hasTwinCue(l) || u.voice.away() || onlyBound(l) {
		return
	}
	f.headingTowns(u)
	if (level == 0 || u == &f.units[0]) && !titleNamesTowns(l) {
		return // "Policy för vänortssamarbete": what it says of other things must not be taken for partner towns
	}
	f.section, f.status = level, headingStatus(l)
	if level == lineLevel {
		f.number = leadingNumber(u.text)
	}
	f.country = countryIn(u.text)
}

// subheading takes note of a heading inside a section on partner towns: a country, a town, a state, or another matter.
func (f *townFinder) subheading(u *unit, level int, l string) {
	if f.muted >= 0 {
		return
	}
	if u.voice.away() {
		f.muted = level
		return
	}
	text := strings.TrimRight(u.text, ": ")
	if code, _, ok := countries().name(text); ok {
		f.country = code
		return
	}
	if s := headingStatus(l); s != "" && (hasTwinCue(l) || len(l) < 30) {
		f.status = s
		return
	}
	if hasTwinCue(l) {
		f.headingTowns(u)
		if code := countryIn(u.text); code != "" {
			f.country = code
		}
		return
	}
	if f.headingTowns(u) {
		f.under = len(f.towns) - 1
		return
	}
	if onlyWords(l, areas) {
		return
	}
	if len(keywords(l)) > 0 || f.common(text) || knownWords(bareHeading(text)) || len(splitWords(bareHeading(text))) > 3 {
		f.muted = level
		return
	}
	f.pending = u
}

// belongs reports whether a heading names a country, a town with its country, or, under a country, nothing but a town.
func (f *townFinder) belongs(s string) bool {
	s = strings.TrimLeft(strings.TrimRight(s, ": "), ".•·-–* ")
	if _, _, ok := countries().name(s); ok {
		return true
	}
	if all := findPlaces(s, true); len(all) == 1 && all[0].country != "" && all[0].start == 0 && lowerWords(s) <= 2 {
		return true
	}
	return f.country != "" && onlyCapitals(s) && !f.common(s)
}

// onlyBound reports whether the words for partner towns in a heading are all about something else: "Vänortsstipendium", "Vänortskommittén".
func onlyBound(l string) bool {
	bound := false
	for _, w := range splitWords(l) {
		if word := w.of(l); isTwinWord(word) {
			if bound = boundTwinWord(word); !bound {
				return false
			}
		}
	}
	return bound
}

// maxTownTitle is how many words a title has that is about the partner towns themselves; a longer one is about a matter of theirs.
const maxTownTitle = 6

// titleNamesTowns reports whether a title is about the partner towns themselves: "Våra vänorter", "Vänorter i Ekeby".
func titleNamesTowns(l string) bool {
	return len(splitWords(l)) <= maxTownTitle && !hasAny(l, "policy", "strategi", "riktlinje", "program", "plan", "internation", "arbete", "reglemente", "tjänste", "svar ",
		"motion", "remiss", "protokoll", "avslut", "histori", "utredning", "förslag", "förfrågan", "ansökan", "yttrande", "skrivelse", "mall", "kostar", "kostnad", "betydelse", "forskning", "studie")
}

// knownWords reports whether a heading is of words of the language, not a name: "Relaterade sidor", "Läs mer".
func knownWords(s string) bool {
	words := splitWords(s)
	for _, w := range words {
		if !swedish.Known(w.of(s)) {
			return false
		}
	}
	return len(words) > 0 && !upperAt(s, words[len(words)-1].start) && !onlyWords(lower(s), areas)
}

// areas are the words of headings that order partner towns by the part of the world.
var areas = set(`norden nordiska baltikum baltiska europa europeiska asien afrika amerika nordamerika sydamerika oceanien mellanöstern världen utanför inom övriga övrigt andra länder i och delar av
	vänorter`)
