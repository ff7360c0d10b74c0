package facts

import (
	"strings"
)

// A placeParser reads places from tokens: groups of names with the country that stands after, before or around them.
type placeParser struct {
	s     string
	toks  []token
	found []place
	// line says that the text is a list item, a table row or a line by itself, where names and countries may stand side by side.
	line bool
}

// findPlaces returns the places that s names, in order: those whose country it tells, and the names without one.
func findPlaces(s string, line bool) []place {
	if line {
		s = columns(s)
	}
	p := placeParser{s: s, toks: tokens(s), line: line}
	first := p.firstContent()
	if line && first+2 < len(p.toks) && p.code(first) != "" && p.is(first+1, ":", "–", "-", "—", "\t", "|") && p.kindAt(first+2, tokName) { // "DK – Egedal"
		p.toks[first].kind, p.toks[first].code = tokCountry, p.code(first)
	}
	countryFirst := line && first < len(p.toks) && p.toks[first].kind == tokCountry && p.leads(first)
	for i := 0; i < len(p.toks); {
		switch t := p.toks[i]; {
		case t.kind == tokCountry && (countryFirst || p.opensList(i)):
			i = p.after(i)
		case t.kind == tokAdj || t.kind == tokCountry && t.genitive && p.owns(i):
			i = p.afterAdjective(i)
		case t.kind == tokName:
			i = p.group(i, countryFirst)
		default:
			i++
		}
	}
	return p.found
}

// columns returns a line the parts of which stand between slashes, one of them a country, with tabs instead: "Norge / Time / 1950".
func columns(s string) string {
	const slash = " / "
	for part := range strings.SplitSeq(s, slash) {
		if _, _, ok := countries().name(strings.TrimSpace(part)); ok && len(part) < len(s) {
			return strings.ReplaceAll(s, slash, " \t ")
		}
	}
	return s
}

func (p *placeParser) firstContent() int {
	for i, t := range p.toks {
		if t.kind != tokPunct {
			return i
		}
	}
	return len(p.toks)
}

func (p *placeParser) is(i int, texts ...string) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	for _, t := range texts {
		if p.toks[i].lower == t {
			return true
		}
	}
	return false
}

func (p *placeParser) kindAt(i int, k tokenKind) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == k
}

// leads reports whether the country at token i stands before its towns on the line: "Norge: Time", "Norge – Time", "Norge Time", "Norge (Time)".
func (p *placeParser) leads(i int) bool {
	if p.is(i+1, ":", "–", "-", "—", "\t", "|", "(") {
		i++
	}
	return p.kindAt(i+1, tokName) || p.is(i+1, "staden", "kommunen", "orten") && p.kindAt(i+2, tokName)
}

// opensList reports whether the country at token i has its towns after it in prose: "i Norge (Måsøy)", "Norge: Måsøy och Time".
func (p *placeParser) opensList(i int) bool {
	if p.is(i+1, ":") && p.kindAt(i+2, tokName) {
		return !p.is(i-1, "i", "på", ",") || p.is(i-1, "i") && !p.kindAt(i-2, tokName)
	}
	if p.is(i-1, "i", "på", "in") && !p.kindAt(i-2, tokName) {
		// "i Norge Åsnes", "I Norge är Åsnes vänort", "två ligger i Finland, nämligen A och B"
		if j := p.skipLead(i + 1); p.kindAt(j, tokName) {
			return true
		}
	}
	if p.is(i-1, "i") && p.announces(i-2) && p.is(i+1, ",") && p.kindAt(i+2, tokName) { // "en vänort i Tyskland, Wittstock"
		_, next := p.names(i + 2)
		_, _, ok := p.countryAfter(next)
		return !ok
	}
	return p.is(i+1, "(") && p.kindAt(i+2, tokName) && !p.kindAt(i-2, tokName)
}

// announces reports whether token i says that a town's country and then its name come: "en vänort i Estland, Sillamäe, och en i Norge, …".
func (p *placeParser) announces(i int) bool {
	return i >= 0 && (isTwinWord(p.toks[i].lower) || p.is(i, "en", "ett"))
}

// skipLead skips the few words that may stand between a country and its towns.
func (p *placeParser) skipLead(i int) int {
	if p.is(i, ",") && p.is(i+1, "nämligen", "dvs") {
		return i + 2
	}
	if p.is(i, ",") && p.announces(i-3) {
		return i + 1
	}
	for n := 0; n < 3 && p.is(i, "är", "heter", "har", "kommunen", "vi", "finns", "vänorten", "vänorterna", "orten", "staden"); n++ {
		i++
	}
	return i
}

// after reads the names that follow the country at token i and returns where to go on.
func (p *placeParser) after(i int) int {
	code := p.toks[i].code
	j := p.skipLead(i + 1)
	for p.is(j, ":", "–", "-", "—", "\t", "|", "(", "staden", "kommunen", "orten", "vänorten") {
		j++
	}
	names, next := p.names(j)
	if len(names) > 0 && p.is(next, ",") && p.kindAt(next+1, tokName) {
		names, next = p.names(j)
	}
	for n, k := range names {
		if n == 0 || countries().regions[p.toks[k].lower] == "" { // "USA: Mora, Minnesota"
			p.add(k, code, "")
		}
	}
	if len(names) == 0 {
		return i + 1
	}
	return next
}

// owns reports whether the country in the genitive at token i stands before a town, as an adjective would: "Norges Risør", "Finlands
// äldsta badort Hangö".
func (p *placeParser) owns(i int) bool {
	j := p.skipWords(i + 1)
	return p.kindAt(j, tokName)
}

// skipWords skips the two words at most that may stand between a country in the genitive and its town.
func (p *placeParser) skipWords(i int) int {
	for n := 0; n < 2 && p.kindAt(i, tokWord) && !p.is(i, "i", "på", "med", "och", "är", "har", "för", "till", "av"); n++ {
		i++
	}
	return i
}

// afterAdjective reads "norska Måsøy", "den polska staden Piecki", "de danska vänorterna Ikast och Allerød".
func (p *placeParser) afterAdjective(i int) int {
	code := p.toks[i].code
	j, noun := i+1, ""
	if p.is(j, ",") && p.is(i-1, "en", "ett") { // "och en skotsk, Dunfermline"
		j++
	}
	for j < len(p.toks) && j <= i+2 && p.toks[j].kind == tokWord && (generics[p.toks[j].lower] || isTwinWord(p.toks[j].lower)) {
		noun = p.toks[j].lower
		j++
	}
	if p.toks[i].genitive {
		j = p.skipWords(j)
	}
	if p.is(j, "heter") && p.kindAt(j+1, tokName) { // "den finska heter Kimito"
		j++
	}
	if k, ok := p.described(i); ok {
		p.add(k, code, noun)
		return k + 1
	}
	if !p.kindAt(j, tokName) || strings.Contains(p.s[p.toks[i].end:p.toks[j].start], ".") {
		return i + 1
	}
	names, next := []int{j}, j+1
	if strings.HasSuffix(noun, "erna") || strings.HasSuffix(noun, "er") {
		names, next = p.names(j)
	}
	if _, _, ok := p.countryAfter(next); ok { // "finska Lovisa i Finland": the country says it better
		return j
	}
	for _, k := range names {
		p.add(k, code, noun)
	}
	return next
}

// described finds the name that a description with the adjective at token i leads to: "den finländska grannen i öster, Närpes, som …".
func (p *placeParser) described(i int) (k int, ok bool) {
	if !p.is(i-1, "den", "det", "vår", "vårt") {
		return 0, false
	}
	k = i + 1
	for k < len(p.toks) && k <= i+4 && p.toks[k].kind == tokWord {
		k++
	}
	if k == i+1 || !p.is(k, ",") || !p.kindAt(k+1, tokName) || !(p.kindAt(k+2, tokPunct) || k+2 == len(p.toks)) || p.is(k+2, "(") {
		return 0, false
	}
	return k + 1, true
}

// names reads names joined by commas and conjunctions from token i: their indexes and where to go on.
func (p *placeParser) names(i int) (names []int, next int) {
	next = i
	for p.kindAt(i, tokName) {
		names = append(names, i)
		i = p.skipAlias(i + 1)
		if p.line && i < len(p.toks) && len(p.toks[i].text) == 4 && isAgreementYear(p.toks[i].text) && p.is(i+1, ",", ")") { // "Norge (Time 1951, Gran 1953)"
			i++
		}
		next = i
		j := i
		for p.is(j, ",") {
			j++
		}
		if p.is(j, "och", "samt", "&", "and", "respektive", "resp") {
			j++
		} else if j == i {
			break
		}
		for p.is(j, "staden", "kommunen", "orten", "vänorten", "med") && p.kindAt(j+1, tokName) {
			j++
		}
		i = j
	}
	return names, next
}

// isAgreementYear reports whether s is the number of a year in which an agreement may have been made.
func isAgreementYear(s string) bool {
	year, end := number(s, 0, 5)
	return end == len(s) && year >= 1900 && year <= maxYear
}

// skipAlias skips a second name in brackets and a generic word after a name: "Lapträsk (Lapinjärvi)", "Time kommun".
func (p *placeParser) skipAlias(i int) int {
	if i < len(p.toks) && p.toks[i].kind == tokWord && generics[p.toks[i].lower] && !isTwinWord(p.toks[i].lower) {
		i++
	}
	if p.is(i, "(") && p.kindAt(i+1, tokName) && p.is(i+2, ")") {
		return i + 3
	}
	if p.is(i, "(") && p.is(i+1, "på", "finska", "in") { // "Borgå (på finska Porvoo)"
		for j := i + 1; j < i+6 && j < len(p.toks); j++ {
			if p.is(j, ")") {
				return j + 1
			}
			if p.kindAt(j, tokCountry) {
				break
			}
		}
	}
	return i
}

// group reads a group of names from token i with the country after it.
func (p *placeParser) group(i int, countryFirst bool) int {
	if p.is(i+1, "stadsdel", "distrikt", "förort", "förstad") && p.kindAt(i+2, tokName) {
		return p.district(i, countryFirst)
	}
	names, next := p.names(i)
	noun := ""
	if i > 0 && p.toks[i-1].kind == tokWord {
		noun = p.toks[i-1].lower
	}
	codes, end, ok := p.countryAfter(next)
	if ok && countryFirst && !p.is(next, "i", "på", "(") {
		ok = false
	}
	if ok && p.is(next, ",") && len(codes) == 1 && p.opensList(end-1) {
		ok = false
	}
	if !ok {
		if region, after := p.regionAfter(next); region { // "Pankow i Berlin, Tyskland", "Bemidji, Minnesota, USA"
			if codes, end, ok = p.countryAfter(after); ok && len(names) == 1 {
				p.add(names[0], codes[0], noun)
				return end
			}
			ok = false
		}
		if code, after := p.partAfter(next); code != "" { // "Plön i Schleswig-Holstein"
			codes, end, ok = []string{code}, after, true
		}
	}
	if !ok && len(names) == 2 && countries().regions[p.toks[names[1]].lower] != "" { // "Bemidji, Minnesota" without the country
		names = names[:1]
	}
	if ok && len(codes) == 1 && len(names) == 2 && p.is(names[0]+1, ",") && countries().regions[p.toks[names[1]].lower] != "" {
		names = names[:1]
	}
	for n, k := range names {
		code := ""
		if ok && len(codes) == len(names) {
			code = codes[n]
		} else if ok {
			code = codes[0]
		}
		p.add(k, code, noun)
		p.found[len(p.found)-1].shared = ok && len(codes) == 1 && n < len(names)-1
	}
	if ok {
		return end
	}
	return next
}

// district reads "Berlins stadsdel Pankow": the town is the part, and the city tells the country where nothing else does.
func (p *placeParser) district(i int, countryFirst bool) int {
	n := len(p.found)
	next := p.group(i+2, countryFirst)
	if n < len(p.found) {
		d := &p.found[n]
		if d.start = p.toks[i].start; d.country == "" {
			d.country = countryOf(p.toks[i].text)
		}
	}
	return next
}

// add adds the name at token k.
func (p *placeParser) add(k int, country, noun string) {
	t := p.toks[k]
	p.found = append(p.found, place{start: t.start, end: t.end, name: t.text, country: country, noun: noun})
}
