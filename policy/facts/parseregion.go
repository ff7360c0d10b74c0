package facts

// regionAfter recognises a part of a country after a name: "i Berlin" before ", Tyskland", ", Minnesota" before ", USA".
func (p *placeParser) regionAfter(i int) (bool, int) {
	i = p.lies(i)
	if p.is(i, "i", "in", "på", "nära", "utanför", "ligger") {
		j := i + 1
		if p.is(j, "i", "på", "nära", "utanför") {
			j++
		}
		for j < i+3 && j < len(p.toks) && p.toks[j].kind == tokWord && (generics[p.toks[j].lower] || isModifier(p.toks[j].lower)) {
			j++
		}
		if p.kindAt(j, tokName) {
			j = p.skipAlias(j + 1)
			if p.is(j, "i", "på") && p.kindAt(j+1, tokName) { // "i Øksnes kommun i Vesterålen, Norge"
				j = p.skipAlias(j + 2)
			}
			return true, j
		}
	}
	if p.line && p.is(i, ",") && p.kindAt(i+1, tokWord) && generics[p.toks[i+1].lower] && p.kindAt(i+2, tokName) { // "Vejen, Region Syddanmark, Danmark"
		return true, i + 3
	}
	if p.is(i, "(") && p.kindAt(i+1, tokName) && (p.is(i+2, ",") || p.is(i+2, "i")) && p.kindAt(i+3, tokCountry) {
		return true, i + 2
	}
	return false, i
}

// partAfter returns the country of which "i" or a bracket at token i names a part: "i Toscana", "(Bayern)"; "" if none.
func (p *placeParser) partAfter(i int) (code string, next int) {
	if !p.is(i, "i", "på", "(") {
		return "", i
	}
	j := i + 1
	for j < i+3 && j < len(p.toks) && p.toks[j].kind == tokWord && isModifier(p.toks[j].lower) {
		j++
	}
	if !p.kindAt(j, tokName) || countries().regions[p.toks[j].lower] == "-" {
		return "", i
	}
	if code := countryOf(p.toks[j].text); code != "" && !p.kindAt(j+1, tokCountry) && !(p.is(j+1, ",") && p.kindAt(j+2, tokCountry)) {
		return code, j + 1 // "Neukölln i Berlin"
	}
	return countries().regions[p.toks[j].lower], j + 1
}

func isModifier(w string) bool {
	switch w {
	case "norra", "södra", "östra", "västra", "nordöstra", "nordvästra", "sydöstra", "sydvästra", "mellersta", "centrala", "dåvarande", "forna", "nuvarande", "grannlandet",
		"vårt", "f.d", "f", "d", "det", "inre", "norr", "öster", "söder", "väster", "nordligaste", "sydligaste":
		return true
	}
	return false
}
