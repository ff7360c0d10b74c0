package swedish

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"
)

// A Term is a word of a text as every search engine indexes it.
type Term struct {
	// Start and End are its byte range in the text.
	Start, End int
	// Surface is the word as it is compared: NFC and lower case.
	Surface string
	// Lemmas are its base forms, the likeliest first; see [Lemmas].
	Lemmas []string
	// Parts are the base forms of its parts if it is a compound, of their parts too; nil for other words.
	Parts []string
	// Roots are what its lemmas have in common with the words made of the same root (ansvar, ansvara, ansvarig): keys
	// to match by with little weight, not words; see [Root].
	Roots []string
}

// Analyze returns the terms of text in order, one for each word, stop words included. For many texts an [Analyzer] is
// faster.
func Analyze(text string) []Term { return new(Analyzer).Analyze(text) }

// An Analyzer is Analyze with a memory for the words it has met, as most of a text's words are few. Use each from one
// goroutine at a time; the zero value works.
type Analyzer struct{ known map[string]Term }

// maxKnown bounds the memory of an Analyzer: more different words than all documents of a municipality hold, in some
// 30 MB.
const maxKnown = 100_000

// Analyze returns the terms of text in order, one for each word. The slices in them are shared: do not change them.
func (a *Analyzer) Analyze(text string) []Term {
	tokens := Words(text)
	terms := make([]Term, len(tokens))
	for i, t := range tokens {
		terms[i] = a.term(t.Text)
		terms[i].Start, terms[i].End = t.Start, t.End
	}
	return terms
}

// term returns the term of a word.
func (a *Analyzer) term(word string) Term {
	if t, ok := a.known[word]; ok {
		return t
	}
	word = strings.Clone(word) // what is remembered keeps no text alive
	w := Normal(word)
	ls := lemmas(w)
	t := Term{Surface: w, Lemmas: ls, Parts: allParts(w), Roots: roots(ls)}
	if a.known == nil || len(a.known) >= maxKnown {
		a.known = make(map[string]Term)
	}
	a.known[word] = t
	return t
}

// Root returns a key that lemma shares with the words of its root: beslut and besluta, revidera and revision, ansvar and
// ansvarig, information and informera. It is a stem, no word.
func Root(lemma string) string {
	lx := words()
	for range maxDerivations {
		base, ok := lx.roots[lemma]
		if !ok || base == lemma {
			break
		}
		lemma = base
	}
	for _, e := range rootEndings {
		if stem, ok := strings.CutSuffix(lemma, e); ok && utf8.RuneCountInString(stem) >= minRoot {
			return stem
		}
	}
	return snowball(lemma)
}

const (
	// maxDerivations bounds the steps from a word to its root: ungdomlighet - ungdomlig - ungdom - ung.
	maxDerivations = 3
	// minRoot is how many letters stay under an ending: information - inform, but station.
	minRoot = 4
)

// snowball returns the stem by the Snowball algorithm for Swedish.
func snowball(w string) string {
	env := snowballstem.NewEnv(w)
	swedish.Stem(env)
	return env.Current()
}

// rootEndings are the endings by which borrowed nouns and verbs are made of one stem.
var rootEndings = []string{"ation", "ering", "era"}

func roots(lemmas []string) []string {
	out := make([]string, 0, len(lemmas))
	for _, l := range lemmas {
		if r := Root(l); !contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// allParts returns the parts of w and the parts of these.
func allParts(w string) []string {
	ps := parts(w)
	n := len(ps)
	for _, p := range ps[:n] {
		if lx := words(); len(lx.lookup(p)) == 0 { // a last part that no list has, as it stands
			for _, l := range lemmas(p) {
				if !contains(ps, l) {
					ps = append(ps, l)
				}
			}
		}
		for _, q := range parts(p) {
			if !contains(ps, q) {
				ps = append(ps, q)
			}
		}
	}
	return ps
}

// IsStop reports whether word is a function word that tells nothing of what a text is about ("och", "som", "det").
// Words that a policy turns on are none: inte, ingen, utan, inom, alla, kan, ska, bör, får.
func IsStop(word string) bool { return words().stops[Normal(word)] }
