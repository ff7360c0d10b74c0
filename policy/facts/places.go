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
