package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
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

// onlyBound reports whether the words for partner towns in a heading are all about something else: "Vänortsstipendium", "Vänortskommittén".
func onlyBound(l string) bool {
	bound := false
	for _, w := range splitWords(l) {
		if word := l[w.start:w.end]; isTwinWord(word) {
			if bound = boundTwinWord(word); !bound {
				return false
			}
		}
	}
	return bound
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

// maxTownTitle is how many words a title has that is about the partner towns themselves; a longer one is about a matter of theirs.
const maxTownTitle = 6

// titleNamesTowns reports whether a title is about the partner towns themselves: "Våra vänorter", "Vänorter i Ekeby".
func titleNamesTowns(l string) bool {
	return len(splitWords(l)) <= maxTownTitle && !hasAny(l, "policy", "strategi", "riktlinje", "program", "plan", "internation", "arbete", "reglemente", "tjänste", "svar ",
		"motion", "remiss", "protokoll", "avslut", "histori", "utredning", "förslag", "förfrågan", "ansökan", "yttrande", "skrivelse", "mall", "kostar", "kostnad", "betydelse", "forskning", "studie")
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

// knownWords reports whether a heading is of words of the language, not a name: "Relaterade sidor", "Läs mer".
func knownWords(s string) bool {
	words := splitWords(s)
	for _, w := range words {
		if !swedish.Known(s[w.start:w.end]) {
			return false
		}
	}
	return len(words) > 0 && !upperAt(s, words[len(words)-1].start) && !onlyWords(lower(s), areas)
}

// areas are the words of headings that order partner towns by the part of the world.
var areas = set(`norden nordiska baltikum baltiska europa europeiska asien afrika amerika nordamerika sydamerika oceanien mellanöstern världen utanför inom övriga övrigt andra länder i och delar av
	vänorter`)

// headingTowns adds the towns that a heading names with their country: "Måsøy, Norge", "Vänorten Time i Norge".
func (f *townFinder) headingTowns(u *unit) bool {
	added := false
	for _, p := range findPlaces(u.text, true) {
		if p.country != "" && f.acceptable(p) {
			f.add(u, p, standing(p, clueHeading))
			added = true
		}
	}
	return added
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

// isNameLine reports whether a heading is the name p and no more: "Kaarina (S:t Karins)", "Time kommun", not "Tänkbara orter".
func isNameLine(s string, p place) bool {
	for _, w := range splitWords(unbracketed(s[p.end:])) {
		if word := lower(unbracketed(s[p.end:])[w.start:w.end]); word != "kommun" && word != "kommune" && word != "stad" && word != "län" && word != "fylke" {
			return false
		}
	}
	return strings.TrimLeft(s[:p.start], "0123456789. –-•") == "" && !swedish.Known(p.name)
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
	f.add(f.pending, p, standing(p, clueHeading))
	f.pending, f.under = nil, len(f.towns)-1
	return true
}
