package bodies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a run of letters and digits, with hyphens, colons and periods inside it; lower is in lower case.
type word struct {
	start, end int
	lower      string
}

func split(text string) []word {
	var words []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			words = append(words, word{start, end, strings.ToLower(text[start:end])})
			start = -1
		}
	}
	for i, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if start < 0 {
				start = i
			}
		case start >= 0 && (c == '-' || c == '\u2010' || c == ':' && followedByLetter(text[i+1:])):
		default:
			flush(i)
		}
	}
	flush(len(text))
	return words
}

func followedByLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

// adjacent reports whether nothing but blanks stands between two words.
func (s *scanner) adjacent(i, j int) bool {
	gap := s.text[s.words[i].end:s.words[j].start]
	return strings.Trim(gap, " \u00a0\n") == "" && strings.Count(gap, "\n") < 2
}
