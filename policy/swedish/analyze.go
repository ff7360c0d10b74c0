package swedish

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"
)

// A Term is a word in a text.
type Term struct {
	// Start and End are its byte range in the text.
	Start, End int
	*Word
}

// A Word is a word as every search engine indexes it, wherever it stands.
type Word struct {
	// Surface is the word as it is compared: NFC and lower case.
	Surface string
	// Lemmas are its base forms, the likeliest first; see [Lemmas].
	Lemmas []string
	// Parts are the base forms of its parts if it is a compound, of their parts too; nil for other words.
	Parts []string
	// Roots are what its lemmas have in common with the words made of the same root (ansvar, ansvara, ansvarig): keys
	// to match by with little weight, not words; see [Root].
	Roots []string
	// Key stands for the word in the memory of an [Analyzer]: words of one process with the same key are the same, but for 0, which is that of
	// words from elsewhere. The same word may have several keys.
	Key uint64
}

// Analyze returns the terms of text in order, one for each word, stop words included. For many texts an [Analyzer] is
// faster.
func Analyze(text string) []Term { return new(Analyzer).Analyze(text) }

// An Analyzer is Analyze with a memory for the words it has met, as most of a text's words are few. It is safe for concurrent
// use; the zero value works.
type Analyzer struct {
	mu sync.RWMutex
	// recent are words met lately, all those met before.
	recent map[string]*Word
	all    memory
}

// maxRecent is how many words an Analyzer has at hand, in some 10 MB: nine of ten in a text.
const maxRecent = 40_000

// Analyze returns the terms of text in order, one for each word. Their words are shared: do not change them.
func (a *Analyzer) Analyze(text string) []Term {
	words := a.Words(text)
	terms := make([]Term, len(words))
	start, end := nextWord(text, 0)
	for i, w := range words {
		terms[i] = Term{start, end, w}
		start, end = nextWord(text, end)
	}
	return terms
}

// Words returns the words of text in order, for who does not need to know where they stand. They are shared: do not change them.
func (a *Analyzer) Words(text string) []*Word {
	words := make([]*Word, 0, len(text)/5)
	type place struct{ start, end, word int }
	var unknown []place
	a.mu.RLock()
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		known := a.recent[text[start:end]]
		if known == nil {
			unknown = append(unknown, place{start, end, len(words)})
		}
		words = append(words, known)
	}
	a.mu.RUnlock()
	for _, p := range unknown {
		words[p.word] = a.learn(text[p.start:p.end])
	}
	return words
}

// learn returns a word that is not at hand, and has it at hand from then on.
func (a *Analyzer) learn(word string) *Word {
	normal := Normal(word)
	a.mu.RLock()
	w, ok := a.recent[normal]
	if !ok {
		w, ok = a.all.get(normal)
	}
	a.mu.RUnlock()
	var learnt *Word
	if !ok {
		learnt = newWord(normal)
	}
	if normal == word && ok { // what is at hand keeps no text alive
		word = w.Surface
	} else if normal != word {
		word = strings.Clone(word)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if learnt != nil {
		w = a.all.put(learnt)
		if normal == word {
			word = w.Surface
		}
	}
	if a.recent == nil || len(a.recent) >= maxRecent {
		a.recent = map[string]*Word{}
	}
	a.recent[word] = w
	return w
}

// newWord analyses a normal word.
func newWord(w string) *Word {
	lx := words()
	r := lx.readingOf(w)
	ls := lx.lemmas(r)
	return &Word{Surface: w, Lemmas: ls, Parts: lx.allParts(r), Roots: roots(ls)}
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

// IsStop reports whether word is a function word that tells nothing of what a text is about ("och", "som", "det").
// Words that a policy turns on are none: inte, ingen, utan, inom, alla, kan, ska, bör, får.
func IsStop(word string) bool { return words().stops[Normal(word)] }
