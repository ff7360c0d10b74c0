package thesaurus

import (
	"slices"

	"github.com/styrdok/styrdok/policy/swedish"
)

// MaxAlso is how many expressions are looked for beside one: each takes time, and a person reads no more.
const MaxAlso = 8

// An Expression is what is also looked for.
type Expression struct {
	// Text is how it is shown: a base form, or several words.
	Text string
	// Lemma is the base form of a single word, as [swedish.Lemmas] gives it; "" for several words.
	Lemma string
	// Phrases are the forms of several words, each as the words stand side by side, as they are compared ([swedish.Normal]).
	Phrases [][]string
}

// A Match says that words First to Last (exclusive) of a text are an expression of the thesaurus, beside which Also is to be looked for: at most
// [MaxAlso], none twice.
type Match struct {
	First, Last int
	Also        []Expression
}

// Find returns the expressions of the thesaurus in words, the words of a text in order, as they were typed. They do not overlap; of two
// that begin at the same word the longer one is taken.
func Find(words []string) []Match {
	t := entries()
	seen := make([]typed, len(words))
	for i, w := range words {
		seen[i] = typed{text: w}
		if terms := swedish.Analyze(w); len(terms) == 1 {
			seen[i].lemmas = terms[0].Lemmas
		}
	}
	var out []Match
	for i := 0; i < len(seen); {
		also, n := t.at(seen[i:])
		if n == 0 {
			i++
			continue
		}
		out = append(out, Match{First: i, Last: i + n, Also: also})
		i += n
	}
	return out
}

// A typed word has base forms, unless it is no word or several.
type typed struct {
	text   string
	lemmas []string
}

// at returns what is to be looked for beside the longest expression that words begin with, and how many words it has; 0 if they begin with none.
func (t table) at(words []typed) (also []Expression, length int) {
	add := func(e *entry) {
		n := len(e.words)
		if n < length {
			return
		}
		if n > length {
			also, length = nil, n
		}
		for _, x := range e.also {
			if len(also) < MaxAlso && !slices.ContainsFunc(also, func(y Expression) bool { return y.Text == x.Text }) {
				also = append(also, x)
			}
		}
	}
	for _, e := range t.asWritten[words[0].text] {
		add(e)
	}
	for _, l := range words[0].lemmas {
		for _, e := range t.byLemma[l] {
			if e.begins(words) {
				add(e)
			}
		}
	}
	return also, length
}

// begins reports whether words begin with those of e.
func (e *entry) begins(words []typed) bool {
	if len(e.words) > len(words) {
		return false
	}
	for i, lemmas := range e.words {
		if !slices.ContainsFunc(lemmas, func(l string) bool { return slices.Contains(words[i].lemmas, l) }) {
			return false
		}
	}
	return true
}
