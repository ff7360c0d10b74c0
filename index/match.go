package index

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
	"github.com/styrdok/styrdok/policy/thesaurus"
)

// matcher tells which words of a text the words of a query match.
type matcher struct {
	lemmas, surfaces map[string]bool
	prefixes         []string
	phrases          [][]string
}

func newMatcher(clauses []clause) *matcher {
	m := &matcher{lemmas: map[string]bool{}, surfaces: map[string]bool{}}
	for _, c := range clauses {
		if c.field != "" || c.sign == '-' {
			continue
		}
		m.addSynonyms(c.also)
		terms := swedish.Analyze(c.text)
		if c.phrase {
			var p []string
			for _, t := range terms {
				p = append(p, t.Surface)
			}
			m.phrases = append(m.phrases, p)
			continue
		}
		for i, t := range terms {
			switch {
			case c.prefix && i == len(terms)-1:
				m.prefixes = append(m.prefixes, t.Surface)
			case swedish.IsStop(t.Surface):
			default:
				m.addWord(t)
			}
		}
	}
	return m
}

func (m *matcher) addWord(t swedish.Term) {
	m.surfaces[t.Surface] = true
	for _, l := range slices.Concat(t.Lemmas, unfolded(t.Surface)) {
		m.lemmas[l] = true
	}
}

func (m *matcher) addSynonyms(also []thesaurus.Expression) {
	for _, x := range also {
		if x.Lemma != "" {
			m.lemmas[x.Lemma] = true
		}
		m.phrases = append(m.phrases, x.Phrases...)
	}
}

// matches returns which of terms are to be marked.
func (m *matcher) matches(terms []swedish.Term) []bool {
	out := make([]bool, len(terms))
	has := func(l string) bool { return m.lemmas[l] }
	for i, t := range terms {
		out[i] = m.surfaces[t.Surface] || slices.ContainsFunc(t.Lemmas, has) || slices.ContainsFunc(t.Parts, has) ||
			slices.ContainsFunc(m.prefixes, func(p string) bool { return strings.HasPrefix(t.Surface, p) })
	}
	for _, p := range m.phrases {
		for i := 0; i+len(p) <= len(terms); i++ {
			if phraseAt(terms[i:], p) {
				for j := range p {
					out[i+j] = true
				}
			}
		}
	}
	return out
}

func phraseAt(terms []swedish.Term, phrase []string) bool {
	for j, w := range phrase {
		if terms[j].Surface != w {
			return false
		}
	}
	return len(phrase) > 0
}
