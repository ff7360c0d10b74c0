package facts

import (
	"strings"
	"unicode/utf8"
)

// particles are the lower-case words inside names: "Frankfurt am Main", "Rio de Janeiro".
var particles = set("am og auf an der de del di da do dos la le les sur ob im nad pod bei upon von vor op aan el al y e")

// generics are words that stand with a name and are no part of it.
var generics = set(`granne grannen grannstad grannstaden vänort vänorten vänorter vänorterna vänorternas partnerstad partnerstaden partnerstäder partnerstäderna partnerort partnerorten systerstad systerstaden
	systerstäder vänstad vänstaden vänstäder vänkommun vänkommunen vänskapsort vänskapsorten tvillingstad staden stad kommunen kommun kommuner kommunerna orten ort orter
	städerna städer distriktet stadsdelen regionen provinsen byn samhället huvudstaden hamnstaden grannkommunen fadderort fadderorten partnerkommun partnerkommunen ön
	stadsdel distrikt by samhälle huvudstad hamnstad provins kanton kantonen grevskap grevskapet landsdel landsdelen småstad universitetsstad kuststad badort
	municipality city town land country vald linn kunta novads rajono oblast rajon region municipalities ort/stad kommun/stad kommune kaupunki fylke län county voivodskapet voivodskap vojvodskap vojvodskapet länet landskapet delstaten republiken`)

// joinNames joins capitalised words that make one name: "Bad Doberan", "Frankfurt am Main", "S:t Michel", "Siauliai/Kursenai".
func joinNames(s string, in []token) []token {
	var out []token
	for i := 0; i < len(in); i++ {
		t := in[i]
		if t.kind == tokName && isModifier(t.lower) && i+1 < len(in) && in[i+1].kind == tokCountry { // "Mellersta Finland"
			i++
			country := in[i]
			country.start, country.text = t.start, s[t.start:country.end]
			out = append(out, country)
			continue
		}
		if t.kind != tokName || isGeneric(t.lower) || isAcronym(t.text) {
			if t.kind == tokName {
				t.kind = tokWord
			}
			out = append(out, t)
			continue
		}
		for {
			n, ok := nameGoesOn(s, in, i)
			if !ok {
				break
			}
			i = n
			t.end = in[n].end
		}
		t.text = s[t.start:t.end]
		t.lower = strings.ToLower(t.text)
		out = append(out, t)
	}
	return out
}

// nameGoesOn returns the index of the token up to which the name at token i goes on.
func nameGoesOn(s string, in []token, i int) (int, bool) {
	next := func(k int) (token, bool) {
		if k >= len(in) {
			return token{}, false
		}
		return in[k], true
	}
	a, ok := next(i + 1)
	if !ok {
		return 0, false
	}
	blank := strings.TrimLeft(s[in[i].end:a.start], " \u00a0") == ""
	isName := func(t token) bool { return t.kind == tokName && !generics[t.lower] && !isAcronym(t.text) }
	switch {
	case isName(a) && blank && in[i].end < a.start:
		return i + 1, true
	case a.kind == tokPunct && a.text == "/":
		if b, ok := next(i + 2); ok && isName(b) {
			return i + 2, true
		}
	case a.kind == tokPunct && a.text == "." && len(in[i].text) <= 3:
		if b, ok := next(i + 2); ok && isName(b) && (in[i].text == "St" || in[i].text == "Sta") {
			return i + 2, true
		}
	case a.kind == tokWord && particles[a.text]:
		k := i + 2
		if b, ok := next(k); ok && b.kind == tokWord && particles[b.text] {
			k++
		}
		if b, ok := next(k); ok && isName(b) && strings.TrimSpace(s[in[k-1].end:b.start]) == "" {
			return k, true
		}
	case a.kind == tokWord && (a.text == "distrikt" || a.text == "rajon" || a.text == "landskommun") && blank:
		return i + 1, true
	}
	return 0, false
}

// isGeneric reports whether a word in lower case stands with a name, alone or as the end of a compound: "berlin-distriktet".
func isGeneric(l string) bool {
	return generics[l] || isTwinWord(l) || generics[l[strings.LastIndexByte(l, '-')+1:]]
}

// isAcronym reports whether a word is an abbreviation: "EU", "SKR", "ICLD", "N". A town's name may stand in capitals too; it is longer.
func isAcronym(s string) bool { return utf8.RuneCountInString(s) <= 4 && s == strings.ToUpper(s) }
