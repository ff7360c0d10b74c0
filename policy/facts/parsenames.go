package facts

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
