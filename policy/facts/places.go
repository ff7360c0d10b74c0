package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A place is a town as a text names it.
type place struct {
	start, end int
	name       string
	country    string // alpha-2, "" if not told
	// noun is the word that introduces it, lower case: "vänorten" in "norska vänorten Måsøy"; "" if none.
	noun string
	// shared says that the country stands with a later name of the same list.
	shared bool
}

type tokenKind int

const (
	tokWord    tokenKind = iota // a word in lower case or a number
	tokName                     // one or several capitalised words that may name a town
	tokCountry                  // a country's name
	tokAdj                      // a country's adjective
	tokPunct                    // a punctuation mark, a tab or a line feed
)

// A token is a piece of a text from which places are read.
type token struct {
	kind       tokenKind
	start, end int
	text       string // as it stands
	lower      string
	code       string // of a country or its adjective
	genitive   bool   // "Norges"
}

// tokens splits s for places.
func tokens(s string) []token {
	var out []token
	t := countries()
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWordRune(c):
			end := nameWordEnd(s, i)
			tok := token{kind: tokWord, start: i, end: end, text: s[i:end]}
			if e := knownNameAt(s, i); e > i {
				tok = token{kind: tokName, start: i, end: e, text: s[i:e]}
			} else if e, code, genitive, ok := countryAt(t, s, i); ok {
				tok = token{kind: tokCountry, start: i, end: e, text: s[i:e], code: code, genitive: genitive}
			} else if code, ok := t.adjective(strings.ToLower(tok.text)); ok && !strings.HasPrefix(s[end:], "-") {
				tok.kind, tok.code = tokAdj, code
			} else if unicode.IsUpper(c) && !(opensSentence(out) && isOpening(tok.text)) {
				tok.kind = tokName
			}
			tok.lower = strings.ToLower(tok.text)
			out = append(out, tok)
			i = tok.end
		case c == ' ' || c == '\u00a0' || c == '\r':
			i += size
		default:
			out = append(out, token{kind: tokPunct, start: i, end: i + size, text: s[i : i+size], lower: s[i : i+size]})
			i += size
		}
	}
	return joinNames(s, out)
}

// knownNameAt returns the end of the name at byte i of s that no rule joins, i if there is none.
func knownNameAt(s string, i int) int {
	for _, name := range knownNames {
		if strings.HasPrefix(s[i:], name) && wordAt(s, i, i+len(name)) {
			return i + len(name)
		}
	}
	return i
}

// opensSentence reports whether the token after those of out is the first of a sentence.
func opensSentence(out []token) bool {
	if len(out) == 0 {
		return true
	}
	last := out[len(out)-1]
	return last.kind == tokPunct && strings.ContainsAny(last.text, ".:?!")
}

// isOpening reports whether a word with a capital is one that sentences begin with: "Med Husum i Tyskland …".
func isOpening(w string) bool {
	l := strings.ToLower(w)
	return sentenceWords[l] || swedish.IsStop(l)
}

// nameWordEnd returns the end of the word at i; hyphens, apostrophes and the colon of "S:t" stand inside, as does the point of "St.".
func nameWordEnd(s string, i int) int {
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(c) && !unicode.Is(unicode.Mn, c) {
			next, _ := utf8.DecodeRuneInString(s[i+size:])
			inside := c == '-' || c == '\u2010' || c == '\u2011' || c == '\'' || c == '\u2019' || c == ':'
			if !inside || !unicode.IsLetter(next) {
				break
			}
		}
		i += size
	}
	return i
}

// countryAt returns the country whose name begins at byte i of s: the longest that fits.
func countryAt(t *countryTable, s string, i int) (end int, code string, genitive, ok bool) {
	if !upperAt(s, i) {
		return 0, "", false, false
	}
	j := i
	for n := 0; n < t.maxWords; n++ {
		j = nameWordEnd(s, j)
		if c, g, found := t.name(s[i:j]); found && !(g && len(s[i:j]) < 5) {
			end, code, genitive, ok = j, c, g, true
		}
		k := skipBlanks(s, j)
		if k == j || k >= len(s) || !isWordRune(firstRune(s[k:])) {
			break
		}
		j = k
	}
	return end, code, genitive, ok
}

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
