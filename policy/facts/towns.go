package facts

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A townFinder walks through a document and keeps in mind what the text around speaks of: a section or list of partner towns, a country's
// heading, a table's columns.
type townFinder struct {
	*reader
	towns []foundTown

	// section is the level of the heading that opened a section on partner towns, -1 outside; muted that of a heading in it that
	// turns to something else, -1 if none.
	section, muted int
	// number is that of a line that opened the section, the subsections of which have headings: "6" of "6 Vänorter".
	number string
	// list says that a line opened a list of partner towns, which goes on while lines name places.
	list bool
	// country and status hold for the lines under a heading that names them.
	country, status string
	// pending is a heading in such a section that may be a town's name, the country of which the text under it tells.
	pending *unit
	// table is the header of the table that the rows belong to.
	table *townTable
	// closed is the passage the rest of whose rows are of another matter, -1 if none.
	closed int
	// chain says that the sentence before, in the same passage, spoke of the municipality's partner towns.
	chain int
}

// A foundTown is a partner town with the unit that names it.
type foundTown struct {
	place
	unit   *unit
	status string
	said   bool // whether the status is said of this town, not taken to be so
}

// lineLevel is the level given to a line that stands as a heading although segmentation found none: under every real one.
const lineLevel = 50

// findTowns returns the partner towns of the document.
func (r *reader) findTowns() []foundTown {
	f := &townFinder{reader: r, section: -1, muted: -1, chain: -1, closed: -1}
	for i := 0; i < len(r.units); i++ {
		u := &r.units[i]
		if u.zone == policy.ZoneReferences || u.zone == policy.ZoneTeaser || u.zone == policy.ZoneNote || u.zone == policy.ZoneContact {
			f.chain = -1
			continue
		}
		if n := f.record(i); n > 0 {
			i += n - 1
			continue
		}
		switch {
		case u.heading:
			f.heading(u, u.level)
		case u.kind == policy.Row:
			f.row(u)
		case f.looksLikeHeading(i):
			f.heading(u, lineHeadingLevel(u.text))
		case f.isLine(u):
			f.line(u)
		default:
			f.prose(u)
		}
	}
	return f.towns
}

// looksLikeHeading reports whether unit i is a short line that opens something: "Vänorter", "Norge:", "Tidigare vänorter".
func (f *townFinder) looksLikeHeading(i int) bool {
	u := &f.units[i]
	text := bareHeading(u.text)
	if u.kind != policy.Prose || len(text) > 60 || strings.ContainsAny(text, ".!?,;\t(") || strings.Count(text, " ") > 5 || !upperAt(text, 0) {
		return false
	}
	if _, _, ok := countries().name(text); ok {
		return f.active()
	}
	l := lower(text)
	if hasTwinCue(l) {
		return !hasWord(l, "har", "är", "ska", "finns", "saknar", "med", "som") && len(f.linePlaces(u)) == 0
	}
	return f.section == lineLevel && !strings.HasSuffix(u.text, ":") && len(f.linePlaces(u)) == 0 && i+1 < len(f.units) && !hasWord(l, "har", "är", "ska", "finns")
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

// active reports whether the text around is a section or a list of partner towns.
func (f *townFinder) active() bool { return f.list || f.section >= 0 && f.muted < 0 }

// heading takes note of what the units under a heading speak of.
func (f *townFinder) heading(u *unit, level int) {
	f.list, f.table, f.pending, f.chain = false, nil, nil, -1
	l := lower(u.text)
	if f.muted >= 0 && level <= f.muted {
		f.muted = -1
	}
	if f.section >= 0 && (level > f.section || f.number != "" && strings.HasPrefix(f.doc.Sections[u.section].Number, f.number+".") && u.heading) {
		f.subheading(u, level, l)
		return
	}
	f.section, f.muted, f.country, f.status, f.number = -1, -1, "", "", ""
	if !hasTwinCue(l) {
		return
	}
	f.headingTowns(u)
	if level == 0 && !titleNamesTowns(l) {
		return // "Policy för vänortssamarbete": what it says of other things must not be taken for partner towns
	}
	f.section, f.status = level, headingStatus(l)
	if level == lineLevel {
		f.number = leadingNumber(u.text)
	}
	f.country = countryIn(u.text)
}

// titleNamesTowns reports whether a title is about the partner towns themselves: "Våra vänorter", "Vänorter i Ekeby".
func titleNamesTowns(l string) bool {
	for _, w := range []string{"policy", "strategi", "riktlinje", "program", "plan", "internation", "arbete", "samarbete", "reglemente", "avtal"} {
		if strings.Contains(l, w) {
			return false
		}
	}
	return true
}

// subheading takes note of a heading inside a section on partner towns: a country, a town, a state, or another matter.
func (f *townFinder) subheading(u *unit, level int, l string) {
	if f.muted >= 0 {
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
		return
	}
	if len(keywords(l)) > 0 || f.common(text) || len(splitWords(text)) > 3 {
		f.muted = level
		return
	}
	f.pending = u
}

// headingTowns adds the towns that a heading names with their country: "Måsøy, Norge", "Vänorten Time i Norge".
func (f *townFinder) headingTowns(u *unit) bool {
	added := false
	for _, p := range findPlaces(u.text, true) {
		if p.country != "" && f.acceptable(p) {
			f.add(u, p)
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

// isLine reports whether u is a line rather than a sentence: a list item, or short text without a verb where a list of towns is
// open.
func (f *townFinder) isLine(u *unit) bool {
	if u.kind == policy.Item {
		return true
	}
	if !f.active() && !hasTwinCue(lower(u.text)) {
		return false
	}
	l := lower(strings.TrimRight(u.text, ". "))
	if len(l) > 90 || hasWord(l, "är", "har", "ska", "skall", "finns", "tecknade", "tecknades", "ingick", "blev", "var", "hade", "kan", "saknar") || hasVerb(l) {
		return false
	}
	return len(f.linePlaces(u)) > 0
}

// hasVerb reports whether a word of a line in lower case ends as verbs do and is none of the nouns that lines of towns have.
func hasVerb(l string) bool {
	for _, w := range splitWords(l) {
		word := l[w.start:w.end]
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
		return strings.HasSuffix(word, "eras") || strings.HasSuffix(word, "nas") || strings.HasSuffix(word, "llas") || strings.HasSuffix(word, "das") || strings.HasSuffix(word, "tas")
	case "ar", "er":
		return strings.HasSuffix(word, "erar") || verbForms[word]
	}
	return true
}

var verbForms = set(`sker deltar samarbetar besöker träffar arbetar utgör ingår bedriver omfattar innebär kommer gäller ligger reser bjuder driver genomför samverkar`)

// line reads a list item or a line: if it stands in a list or section of partner towns, or says itself that it names one.
func (f *townFinder) line(u *unit) {
	l := lower(u.text)
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
	case f.aboutOthers(u):
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
		f.add(u, p)
	}
	if len(places) == 0 && u.kind != policy.Item {
		f.list = strings.HasSuffix(strings.TrimSpace(u.text), ":") && own
	}
	if u.kind == policy.Item && len(places) == 0 && own {
		f.prose(u)
	}
}

// listed reports whether u stands in a list of partner towns: by its opener where it has one, else by what is open.
func (f *townFinder) listed(u *unit) bool {
	if u.opener < 0 {
		return f.active()
	}
	o := lower(f.units[u.opener].text)
	if hasTwinCue(o) {
		return opensTowns(o) && !f.aboutOthers(&f.units[u.opener])
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
	if len(told) == 2 && u.kind == policy.Item && told[0].shared && joined(u.text[told[0].end:told[1].start]) && strings.Contains(u.text[told[0].end:told[1].start], ",") {
		return told[:1] // one item is one town: "Trosterud, Oslo, Norge"
	}
	if len(told) > 0 {
		return told
	}
	if len(bare) == 0 || len(bare) != len(all) || !onlyNames(u.text, bare) {
		return nil
	}
	for i := range bare {
		if f.common(bare[i].name) {
			return nil
		}
		bare[i].country = f.country
	}
	return bare
}

// onlyNames reports whether a line is names and little else: a label before a colon, years, a bracket, a dash and what follows it.
func onlyNames(s string, places []place) bool {
	head := s[:places[0].start]
	if i := strings.LastIndexByte(head, ':'); i >= 0 {
		if !hasTwinCue(lower(head)) {
			return false
		}
		head = head[i+1:]
	}
	for _, w := range splitWords(head) {
		if word := lower(head[w.start:w.end]); !generics[word] && !isTwinWord(word) {
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

// prose reads a sentence.
func (f *townFinder) prose(u *unit) {
	l := lower(u.text)
	cue := hasTwinCue(l)
	chained := f.chain >= 0 && f.chain == u.passage
	if !cue && !f.active() && !chained && f.pending == nil {
		f.list = false
		return
	}
	f.chain = -1
	if f.aboutOthers(u) {
		f.list = false
		return
	}
	if cue {
		f.chain = u.passage
		f.cued(u, l, chained)
	} else {
		f.uncued(u, l, chained)
	}
	f.list = cue && strings.HasSuffix(strings.TrimSpace(l), ":") && opensTowns(l)
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
	if !f.active() && !(chained && goesOn(l)) {
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
	if chained {
		f.chain = u.passage
	}
}

// goesOn reports whether a sentence goes on about partnerships: an agreement, an exchange, how long it has lasted.
func goesOn(l string) bool {
	return hasAny(l, "avtal", "samarbet", "utbyte", "kontakt", "relation", "tecknade", "ingick", "inleddes", "sedan ", "tillkom", "anslöt", "ingår", "förbindelse", "heter", "undertecknade") ||
		hasWord(l, "har kommunen", "har vi", "de är", "dessa är", "det är", "den äldsta", "den första", "den andra", "den tredje", "den senaste", "den yngsta", "nämligen")
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

// pendingCountry gives the town that a heading named the country that a sentence under it tells.
func (f *townFinder) pendingCountry(u *unit) bool {
	all := findPlaces(f.pending.text, true)
	if len(all) != 1 || !f.acceptable(all[0]) {
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
	f.add(f.pending, p)
	return true
}

// linked reports whether place i, the country of which is not told, is joined to a twin word by nothing but words that name: "vänorterna
// A och B", "vänortsavtal finns med A", "A och B är våra vänorter".
func linked(s, l string, keys []keyword, all []place, i int) bool {
	first, last := i, i
	for first > 0 && joined(s[all[first-1].end:all[first].start]) {
		first--
	}
	for last+1 < len(all) && joined(s[all[last].end:all[last+1].start]) {
		last++
	}
	for _, k := range keys {
		if k.sign <= 0 {
			continue
		}
		if k.end <= all[first].start && !boundTwinWord(l[k.start:k.end]) && leadsTo(l[k.start:k.end], l[k.end:all[first].start]) {
			return true
		}
		if k.start >= all[last].end && copula(l[all[last].end:k.start]) {
			return true
		}
	}
	return false
}

// leadsTo reports whether a twin word and the words after it lead to names. Right before a name it must be one that names take: "vänorten
// Time", "vänorterna Time och Gran", but not "samordning av vänorter Årligen", where a table's columns run together.
func leadsTo(twin, gap string) bool {
	if strings.TrimSpace(gap) == "" {
		return strings.HasSuffix(twin, "en") || strings.HasSuffix(twin, "erna") || strings.HasSuffix(twin, "ort") || strings.HasSuffix(twin, "stad")
	}
	return onlyWords(gap, linkWords)
}

// joined reports whether nothing but a comma or a conjunction stands between two names.
func joined(gap string) bool {
	switch strings.Join(strings.Fields(strings.ReplaceAll(gap, ",", " , ")), " ") {
	case ",", "och", "samt", ", och", ", samt", "&", "and":
		return true
	}
	return false
}

// boundTwinWord reports whether a twin word is about something other than the town itself: "vänortsföreningen", "vänortsstämman".
func boundTwinWord(w string) bool {
	return hasAny(w, "förening", "kommitté", "grupp", "samordn", "ansvarig", "stämma", "träff", "möte", "besök", "resa", "resor", "konferens", "vecka", "dag", "fest")
}

var linkWords = set(`som är heter med omfattar består av utgörs följande finns nämligen dvs d.v.s såsom kommunerna städerna orterna kommuner orter städer kommunen staden orten två tre
	fyra fem sex sju åtta nio tio har idag i dag tecknats tecknades tecknat ingåtts ingått slutits gällande aktiva är: are with namely och samarbete utbyte avtal finns: numera formella bland
	annat t.ex ex till exempel sedan våra kommunens`)

// onlyWords reports whether a text in lower case has no words but those of allowed and numbers, and no sentence end.
func onlyWords(l string, allowed map[string]bool) bool {
	if strings.ContainsAny(l, ".;!?") {
		return false
	}
	n := 0
	for _, w := range splitWords(l) {
		word := l[w.start:w.end]
		if n++; n > 10 || !allowed[word] && !unicode.IsDigit(firstRune(word)) {
			return false
		}
	}
	return true
}

// copula reports whether the words between a name and a twin word say that the one is the other: "är kommunens", "blev 1985 vår".
func copula(l string) bool {
	words := splitWords(l)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	switch l[words[0].start:words[0].end] {
	case "är", "blev", "utgör", "var":
		return !strings.ContainsAny(l, ".;,")
	}
	return false
}

// adjectiveBefore returns the country of an adjective that governs the twin word before the names: "de norska vänorterna A och B" is read by the
// parser; this reads it where words stand between.
func adjectiveBefore(s string, all []place, i int) string {
	code := ""
	for _, t := range tokens(s[:all[i].start]) {
		if t.kind == tokAdj {
			if code != "" && code != t.code {
				return ""
			}
			code = t.code
		}
	}
	return code
}

// acceptable reports whether a place may be a partner town: not the municipality itself, nor another Swedish one unless a foreign country stands with
// it, nor a word that only stands first in its sentence.
func (f *townFinder) acceptable(p place) bool {
	if p.country == "SE" {
		return false
	}
	if f.owner != "" && strings.ToLower(p.name) == f.owner {
		return false
	}
	if p.country == "" || p.shared {
		if _, ok := policy.DefaultRegister().Find(p.name); ok {
			return false
		}
	}
	return !sentenceWord(p.name) && len([]rune(p.name)) > 1
}

// common reports whether a name looks like a Swedish word with a capital, which a line without a country may well begin with.
func (f *townFinder) common(name string) bool {
	w := lower(name)
	if strings.ContainsAny(w, "/ ") {
		w = w[strings.LastIndexAny(w, "/ ")+1:]
	}
	if sentenceWord(name) || swedish.IsStop(w) || len(findIntervals(w)) > 0 {
		return true
	}
	for _, e := range []string{"utbyte", "utbyten", "utbytet", "ning", "ningar", "ningen", "het", "heten", "else", "elsen", "ande", "andet", "ansvar", "projekt", "verksamhet", "samarbete", "samarbeten", "kultur",
		"skola", "skolor", "elever", "ungdomar", "idrott", "turism", "miljö", "näringsliv", "syfte", "mål", "bakgrund", "uppföljning", "inledning", "historik", "kontakt", "kontakter", "ekonomi", "organisation",
		"föreningar", "avtal", "musik", "konst", "handel", "arbete", "erfarenheter", "information", "information", "kommunikation", "språk", "demokrati", "integration"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// sentenceWord reports whether a name is a word that often stands first in a sentence before "i" and a country: "Projekt i Uganda", "Skolor i Polen".
func sentenceWord(name string) bool {
	return sentenceWords[strings.ToLower(name)]
}

var sentenceWords = set(`samarbete samarbetet samarbeten utbyte utbytet utbyten projekt projektet kontakter kontakten kontakt skolor skolan skola elever ungdomar lärare företag föreningar
	avtal avtalet avtalen resa resor studiebesök besök arbetet arbete vi de den det dessa detta även sedan idag numera tidigare därefter dessutom vidare under efter år året med från till för om när där
	alla både bland ett en två tre fyra fem sex sju åtta nio tio kommunen kommunens staden orten orter orterna städer kommuner kommun land länder norden europa baltikum asien afrika amerika
	europeiska nordiska unionen erasmus interreg leader sida nato fn förenta internationella internationellt internationell partner partners vänner familjer invånare nätverk nätverket
	organisation organisationen organisationer konferens konferensen möte möten mötet musiker idrottare barn flyktingar människor januari februari mars april maj juni juli augusti
	september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag kommunstyrelsen kommunfullmäktige policyn strategin riktlinjerna planen målet syftet sveriges svenska sverige sector sektor
	first the our their since town towns city cities twin sister norra södra östra västra centrala främst särskilt samtliga några många flera övriga andra första`)

// add adds a town once.
func (f *townFinder) add(u *unit, p place) {
	l := lower(u.text)
	a, b := clause(l, p.start, p.end)
	status := townStatus(l[a:b])
	said := status != ""
	if status == "" {
		status = f.status
		said = status != ""
	}
	if status == "" {
		status = townActive
	}
	f.towns = append(f.towns, foundTown{place: p, unit: u, status: status, said: said})
}
