package facts

import "strings"

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
