package swedish

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const softHyphen = '\u00ad'

// A Token is a word or a number as it stands in a text: text[Start:End] (bytes).
type Token struct {
	Start, End int
	// Text is text[Start:End], unchanged.
	Text string
}

// Words returns the words and numbers of text in order.
//
// A word holds letters, digits and combining marks; hyphens, apostrophes and the colon of an abbreviation's ending stand
// inside a word ("EU-projekt", "KS:s"), as do the point, comma and colon between digits ("3,5", "2017:725"). A hyphen
// between two numbers parts them ("2019-2022").
func Words(text string) []Token {
	tokens := make([]Token, 0, len(text)/6)
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		tokens = append(tokens, Token{Start: start, End: end, Text: text[start:end]})
	}
	return tokens
}

// nextWord returns where the first word from i on begins and ends: both at the end of text if there is none.
func nextWord(text string, i int) (start, end int) {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r) {
			return i, wordEnd(text, i)
		}
		i += size
	}
	return i, i
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(text string, i int) int {
	var last rune
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWordRune(r) || unicode.Is(unicode.Mn, r):
			last = r
		case r == softHyphen:
		default:
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !joins(last, r, next) {
				return i
			}
			last = r
		}
		i += size
	}
	return i
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// joins reports whether r holds the two runes around it together in one word.
func joins(before, r, after rune) bool {
	if !isWordRune(before) || !isWordRune(after) {
		return false
	}
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	switch r {
	case '-', '\u2010', '\u2011':
		return !digits
	case '\'', '\u2019':
		return !digits
	case ':':
		return digits || unicode.IsLower(after) && !unicode.IsLower(before)
	case '.', ',':
		return digits
	}
	return false
}

// Normal returns word as it is compared: NFC, lower case, without soft hyphens, with one kind of hyphen.
func Normal(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	word = strings.ToLower(norm.NFC.String(word))
	if strings.ContainsAny(word, "\u00ad\u2010\u2011") {
		word = hyphens.Replace(word)
	}
	return word
}

var hyphens = strings.NewReplacer("\u00ad", "", "\u2010", "-", "\u2011", "-")

// Fold returns word in lower case with its letters reduced to their base letters: å and ä become a, ö becomes o, é
// becomes e. It is for readers who type without Swedish letters; it takes different words for one ("rad", "råd"), so
// that a match by it should weigh little.
func Fold(word string) string {
	word = Normal(word)
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return foldRunes(word)
		}
	}
	return word
}

func foldRunes(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'æ':
			b.WriteString("a")
		case r == 'ø':
			b.WriteString("o")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
