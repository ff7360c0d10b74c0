package facts

import "strings"

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
	if hasSuffixOf(noun, "erna", "er") {
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
