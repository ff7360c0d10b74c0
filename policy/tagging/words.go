package tagging

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// A word is one word of a sentence or heading as the rules see it.
type word struct {
	info       *wordInfo
	start, end int  // bytes in the text that was split
	boundary   bool // a comma, colon, semicolon, bracket or line break stands before it
	capital    bool // its first letter is upper-case
	aside      bool // it stands in brackets
}

// wordInfo is what is known of a word form wherever it stands; it is worked out once a form and document.
type wordInfo struct {
	text     string // lower case
	slots    bitset // the slots that the form fits
	actor    actorKind
	genitive bool   // the form is an actor's genitive ("nämndens")
	kind     string // what it counts as in sequences of words; see kindOf
	terms    []term // what the learnt weights see in it
}

// lexicon splits texts into words and keeps what it learns of each form. It is not safe for concurrent use, but several
// may share what they learn.
type lexicon struct {
	vocabulary *vocabulary
	actors     *actorTable
	forms      map[string]*wordInfo
	shared     *sharedForms
	index      *featureIndex // of what is learnt of words; nil if nothing is
}

func newLexicon(t *Taxonomy) *lexicon {
	return &lexicon{vocabulary: t.vocabulary, actors: t.actors, forms: make(map[string]*wordInfo, 512), shared: &sharedForms{}}
}

// sharedForms is what is known of forms from earlier documents. A form's information is the same wherever it is worked
// out, so that sharing changes no result.
type sharedForms struct {
	forms sync.Map // string -> *wordInfo
	count atomic.Int64
}

// maxShared bounds how many forms are kept: some 20 MB. Swedish municipal documents have about 100 000 forms, most of them once.
const maxShared = 1 << 15

func (s *sharedForms) get(form string) *wordInfo {
	if v, ok := s.forms.Load(form); ok {
		return v.(*wordInfo)
	}
	return nil
}

func (s *sharedForms) put(info *wordInfo) {
	if s.count.Load() >= maxShared {
		return
	}
	if _, loaded := s.forms.LoadOrStore(info.text, info); !loaded {
		s.count.Add(1)
	}
}

// split appends the words of text to words. A word is a run of letters and digits; hyphens, slashes within numbers and
// apostrophes inside it belong to it, a trailing hyphen does not ("vård- och omsorgsnämnden" is three words).
func (l *lexicon) split(words []word, text string) []word {
	boundary, depth := false, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			boundary = boundary || isBoundary(r)
			switch {
			case r == '(':
				depth++
			case r == ')' && depth > 0:
				depth--
			}
			i += size
			continue
		}
		end := wordEnd(text, i)
		words = append(words, word{
			info: l.form(text[i:end]), start: i, end: end, boundary: boundary, capital: unicode.IsUpper(r), aside: depth > 0,
		})
		boundary = false
		i = end
	}
	return words
}

// form returns what is known of a word as written.
func (l *lexicon) form(written string) *wordInfo {
	if info, ok := l.forms[written]; ok {
		return info
	}
	lower := strings.ReplaceAll(strings.ToLower(written), "\u00ad", "")
	info := l.shared.get(lower)
	if info == nil {
		info = &wordInfo{text: strings.Clone(lower)} // not a part of the document, which may go
		info.actor, info.genitive = l.actors.kind(lower)
		info.slots = l.vocabulary.slotsOf(info)
		info.kind = kindOf(info)
		if l.index != nil {
			info.terms = wordTerms(l.index, info)
		}
		l.shared.put(info)
	}
	l.forms[written] = info
	return info
}

// wordEnd returns where the word that begins at i ends.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !isInner(r) || !isWordRune(next) {
				break
			}
		}
		i += size
	}
	return i
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r))
}

// isInner reports whether r belongs to a word when letters stand on both sides of it.
func isInner(r rune) bool {
	switch r {
	case '-', '\'', '’', '\u00ad', '\u2010', '\u2011':
		return true
	}
	return false
}

func isBoundary(r rune) bool {
	switch r {
	case ',', ';', ':', '(', ')', '\n', '\t', '–', '—', '.', '!', '?', '/':
		return true
	}
	return false
}

// bitset is a set of small integers.
type bitset []uint64

func newBitset(n int) bitset    { return make(bitset, (n+63)/64) }
func (b bitset) set(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }
