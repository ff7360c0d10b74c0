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

// written returns word i as it stands in the text.
func (s *scanner) written(i int) string { return s.text[s.words[i].start:s.words[i].end] }

// gap returns what stands between word i and the one before.
func (s *scanner) gap(i int) string { return s.text[s.words[i-1].end:s.words[i].start] }

// follows reports whether there is a word i and nothing but blanks stands between it and the one before.
func (s *scanner) follows(i int) bool {
	if i < 1 || i >= len(s.words) {
		return false
	}
	gap := s.gap(i)
	return strings.Trim(gap, " \u00a0\n") == "" && strings.Count(gap, "\n") < 2
}
