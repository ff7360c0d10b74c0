package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// minSuspect is how many words a page must have for its spacing to be judged: a form or a map has few and odd ones.
	minSuspect = 30
	// longestWord is longer, in letters, than the longest words of Swedish documents that have no hyphen.
	longestWord = 40
)

// GarbledShare is the share of suspect words from which a page's text is no text.
const GarbledShare = 0.4

// SuspectShare returns the share (0 to 1) of words that look torn apart (single letters) or run together (longer than any
// word); 0 for few words.
func SuspectShare(blocks []Block) float64 {
	all, odd := 0, 0
	for i := range blocks {
		for word := range strings.FieldsSeq(blocks[i].Text) {
			all++
			if suspect(word) {
				odd++
			}
		}
	}
	if all < minSuspect {
		return 0
	}
	return float64(odd) / float64(all)
}

// suspect reports whether a word is a single letter that is no word, or too long for one.
func suspect(word string) bool {
	word = strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) })
	if len(word) > longestWord {
		return utf8.RuneCountInString(word) > longestWord && !strings.ContainsAny(word, "/@.-_")
	}
	r, size := utf8.DecodeRuneInString(word)
	return size > 0 && size == len(word) && unicode.IsLetter(r) && !strings.ContainsRune("iåöIÅÖ", r) && !unicode.Is(unicode.Han, r)
}
