package swedish

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leading are abbreviations that something always follows, so that a full stop after them never ends a sentence. They
// stand without their last full stop. (Svenska skrivregler, 4th edition, lists most of them.) Those that may end a
// sentence (m.m., m.fl., osv., etc., st.) are not among them: a full stop after them ends it if a capital follows.
var leading = wordSet(`t.ex tex t.o.m fr.o.m bl.a bla s.k sk d.v.s dvs p.g.a pga m.a.o f.d f.n kap dnr nr kl ca c:a
	resp inkl exkl jfr jmf tel tfn ang avd prop s sid mom ev dr prof kv st:a fig tab skr uppl utg f.v.b fr.a i.e e.g
	enl motsv t.f tf ordf jan feb apr aug sept okt nov dec sou`)

// keepsOn reports whether the full stop at text[stop], in the sentence that began at start, belongs to an abbreviation,
// an initial or an enumerating number and the sentence goes on.
func keepsOn(text string, start, stop int) bool {
	word := lastWord(text[start:stop])
	if word == "" {
		return false
	}
	if leading[strings.ToLower(word)] || word == "St" || word == "Sta" { // "St. Petersburg"; in lower case "st." is pieces
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	if size == len(word) && unicode.IsUpper(first) {
		return true // an initial: "M. Andersson"
	}
	return enumerates(text[start:stop], word)
}

// enumerates reports whether word, which ends s, is a number that counts something up: at the beginning of a sentence
// ("2. Syfte") or after a colon or comma ("steg: 1. Tänk om, 2. Bygg om").
func enumerates(s, word string) bool {
	if len(word) > 2 && !strings.Contains(word, ".") {
		return false
	}
	for _, r := range word {
		if (r < '0' || r > '9') && r != '.' {
			return false
		}
	}
	before := strings.TrimRightFunc(s[:len(s)-len(word)], unicode.IsSpace)
	if before == "" {
		return true
	}
	if len(before)+len(word) == len(s) && !strings.HasSuffix(before, "(") {
		return false // the end of a date or another compound number: "2023-11-20."
	}
	if stem, ok := strings.CutSuffix(before, "."); ok && leading[strings.ToLower(lastWord(stem))] {
		return false // "s. 14.", "kap. 3."
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(",:;(.–-•", r)
}

// lastWord returns the run of letters, digits, inner full stops and colons that ends s.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ':' {
			break
		}
		i -= size
	}
	return strings.TrimLeft(s[i:], ".:")
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
