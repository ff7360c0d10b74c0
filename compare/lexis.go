package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A lexis numbers the words of all documents, so that a sentence is a slice of numbers.
type lexis struct {
	// byText finds a word as it stands, byNormal in lower case; both lead to the same number.
	byText, byNormal map[string]uint32
	words            []lexeme
}

// A lexeme is a word in lower case.
type lexeme struct {
	normal string
	// small is true if it stood in small letters somewhere, or is an abbreviation; capital if it had a capital elsewhere than
	// at the beginning of a sentence.
	small, capital bool
	// lemma is its likeliest base form, once it was asked for.
	lemma string
}

// maxAbbreviation is how many letters a word in capitals has at most to be taken for an abbreviation (EU, SKR, ICLD, SIDA).
const maxAbbreviation = 5

func newLexis() *lexis {
	return &lexis{byText: make(map[string]uint32), byNormal: make(map[string]uint32)}
}

// number returns the number of a word as it stands in a text; first says that it begins a sentence.
func (l *lexis) number(text string, first bool) uint32 {
	n, ok := l.byText[text]
	if !ok {
		normal := swedish.Normal(text)
		if n, ok = l.byNormal[normal]; !ok {
			n = uint32(len(l.words))
			l.byNormal[normal] = n
			l.words = append(l.words, lexeme{normal: normal})
		}
		l.byText[text] = n
	}
	if w := &l.words[n]; isSmall(text) {
		w.small = true
	} else if !first {
		w.capital = true
	}
	return n
}

// isSmall reports whether a word is written as no name is: it begins small, or is short and all in capitals.
func isSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if unicode.IsLower(r) {
		return true
	}
	return unicode.IsUpper(r) && utf8.RuneCountInString(text) <= maxAbbreviation &&
		utf8.RuneCountInString(text) > 1 && strings.ToUpper(text) == text
}

// numbers appends the numbers of the words of a sentence to list.
func (l *lexis) numbers(list []uint32, text string) []uint32 {
	for i, t := range swedish.Words(text) {
		list = append(list, l.number(t.Text, i == 0))
	}
	return list
}

// lemma returns the likeliest base form of a word.
func (l *lexis) lemma(word uint32) string {
	w := &l.words[word]
	if w.lemma == "" {
		w.lemma = swedish.Lemmas(w.normal)[0]
	}
	return w.lemma
}

// isName reports whether a word is a name, as far as its capitals tell.
func (l *lexis) isName(word uint32) bool { return l.words[word].capital && !l.words[word].small }
