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
	// lower is true if it stood in small letters itself; if it never did and is small, it is an abbreviation.
	lower bool
	// lemma is its likeliest base form, once it was asked for.
	lemma string
}

// maxAbbreviation is how many letters a word in capitals has at most to be taken for an abbreviation (EU, SKR, ICLD, SIDA).
const maxAbbreviation = 5

func newLexis() *lexis {
	return &lexis{byText: make(map[string]uint32), byNormal: make(map[string]uint32)}
}

// A token is a word as it stands in a sentence; see lexeme for what small and capital are.
type token struct {
	text           string
	small, capital bool
}

// tokens appends the words of a sentence to list.
func tokens(list []token, sentence string) []token {
	for i, t := range swedish.Words(sentence) {
		small := isSmall(t.Text)
		list = append(list, token{t.Text, small, !small && i > 0})
	}
	return list
}

// number returns the number of a word.
func (l *lexis) number(t token) uint32 {
	text := t.text
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
	w := &l.words[n]
	w.small, w.capital = w.small || t.small, w.capital || t.capital
	w.lower = w.lower || t.small && strings.ToUpper(text) != text
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

// numbers appends the numbers of words to list.
func (l *lexis) numbers(list []uint32, words []token) []uint32 {
	for _, t := range words {
		list = append(list, l.number(t))
	}
	return list
}

// lemma returns the likeliest base form of a word; an abbreviation is its own.
func (l *lexis) lemma(word uint32) string {
	w := &l.words[word]
	switch {
	case w.lemma != "":
	case w.small && !w.lower:
		w.lemma = strings.ToUpper(w.normal)
	default:
		w.lemma = swedish.Lemmas(w.normal)[0]
	}
	return w.lemma
}

// isName reports whether a word is a name, as far as its capitals tell.
func (l *lexis) isName(word uint32) bool { return l.words[word].capital && !l.words[word].small }
