package facts

// countryAfter reads the country of the names before token i: "i Norge", "på Åland", "i norra Tyskland", "(Norge, sedan 1978)", ", Norge", "– Norge", "in
// Norway"; of several for several names, "i Norge respektive Danmark", all. end is where to go on.
func (p *placeParser) countryAfter(i int) (codes []string, end int, ok bool) {
	i = p.lies(i)
	switch {
	case p.is(i, "i", "på", "in", "från", "ligger", "finns"):
		j := i + 1
		if p.is(j, "den", "det") && p.kindAt(j+1, tokAdj) && p.kindAt(j+2, tokWord) { // "på den finska sydkusten"
			return []string{p.toks[j+1].code}, j + 3, true
		}
		for j < i+4 && (p.is(j, "i", "på") || j < len(p.toks) && p.toks[j].kind == tokWord && isModifier(p.toks[j].lower)) {
			j++
		}
		if p.kindAt(j, tokAdj) && p.kindAt(j+1, tokName) { // "i ryska Karelen", "på danska Lolland"
			return []string{p.toks[j].code}, j + 2, true
		}
		if !p.kindAt(j, tokCountry) || p.toks[j].genitive && !p.kindAt(j+1, tokPunct) && j+1 < len(p.toks) {
			return nil, i, false
		}
		return p.distributed(j)
	case p.is(i, "("):
		for j := i + 1; j < len(p.toks) && !p.is(j, ")") && j < i+8; j++ {
			if p.toks[j].kind == tokCountry {
				return []string{p.toks[j].code}, p.close(j), true
			}
			if code := p.code(j); code != "" && (j == i+1 || p.is(j-1, ",")) {
				return []string{code}, p.close(j), true
			}
			if p.toks[j].kind == tokName && j > i+1 {
				break
			}
		}
	case p.is(i, ",", "–", "-", "—", "\t", "|", "\n", ";") && p.kindAt(i+1, tokCountry) && !(p.toks[i+1].genitive && p.owns(i+1)):
		if p.is(i, ";", "\n") && !p.line || !p.is(i, ",") && !p.line {
			return nil, i, false
		}
		return []string{p.toks[i+1].code}, i + 2, true
	case p.is(i, ":") && p.kindAt(i+1, tokCountry) && p.line:
		return []string{p.toks[i+1].code}, i + 2, true
	case p.kindAt(i, tokCountry) && p.line:
		return []string{p.toks[i].code}, i + 1, true
	}
	return nil, i, false
}

// lies returns the token after "och", "som" or ", som" where "ligger" follows: "Lunde, som ligger i Norge".
func (p *placeParser) lies(i int) int {
	j := i
	if p.is(j, ",") {
		j++
	}
	if p.is(j, "som", "och") {
		j++
	}
	if j > i && p.is(j, "ligger", "finns") {
		return j
	}
	return i
}

// code returns the country of the abbreviation at token j, "" if it is none: one of those on cars in Europe, or, in a line, any of ISO 3166-1.
func (p *placeParser) code(j int) string {
	text := p.toks[j].text
	if c, ok := carCodes[text]; ok {
		return c
	}
	if p.line && len(text) == 2 && countries().codes[text] {
		return text
	}
	return ""
}

// close returns the token after the bracket that closes after token i.
func (p *placeParser) close(i int) int {
	for j := i; j < len(p.toks) && j < i+10; j++ {
		if p.is(j, ")") {
			return j + 1
		}
	}
	return i + 1
}

// distributed reads "Norge", or "Norge, Danmark respektive Finland".
func (p *placeParser) distributed(i int) (codes []string, end int, ok bool) {
	codes, end = []string{p.toks[i].code}, i+1
	list, respective := codes, false
	for j := end; ; {
		if !p.is(j, ",", "och", "respektive", "resp") || !p.kindAt(j+1, tokCountry) {
			break
		}
		respective = respective || p.is(j, "respektive", "resp")
		list = append(list, p.toks[j+1].code)
		j += 2
		if respective {
			return list, j, true
		}
	}
	return codes, end, true
}
