package evaluation

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A word is a word of a text as it is compared, with its bytes in the text.
type word struct {
	text       string
	start, end int
}

// words returns the words of s in lower case and without hyphens and apostrophes; the two halves of a word that a hyphen
// parts at a line's end are one.
func words(s string) []word {
	tokens := swedish.Words(s)
	out := make([]word, 0, len(tokens))
	for i, t := range tokens {
		w := word{fold(t.Text), t.Start, t.End}
		if n := len(out); n > 0 && brokenLine(s[tokens[i-1].End:t.Start]) {
			out[n-1] = word{out[n-1].text + w.text, out[n-1].start, w.end}
			continue
		}
		out = append(out, w)
	}
	return out
}

// fold returns w as it is compared.
func fold(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, w)
}

// brokenLine reports whether between is a hyphen and a line end: what parts the halves of a broken word.
func brokenLine(between string) bool {
	rest := strings.TrimLeft(between, "-\u00ad\u2010")
	return rest != between && strings.Contains(rest, "\n") && strings.TrimSpace(rest) == ""
}
