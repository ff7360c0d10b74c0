package facts

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
