package tagging

import (
	"slices"

	"github.com/styrdok/styrdok/policy"
)

// A Tagger tags documents by a taxonomy. It is safe for concurrent use.
type Tagger struct {
	taxonomy *Taxonomy
	cues     [][]cueRef // by the slot of the cue's first word
	rules    int        // of all tags together
	forms    sharedForms

	model *Model
	index *featureIndex
}

// A cueRef is a cue of a rule; rules are numbered through all tags.
type cueRef struct {
	rule int
	cue  *pattern
}

// New returns a tagger for t.
func New(t *Taxonomy) *Tagger {
	g := &Tagger{taxonomy: t, cues: make([][]cueRef, t.vocabulary.slots)}
	for i := range t.tags {
		for j := range t.tags[i].rules {
			for k := range t.tags[i].rules[j].cues {
				p := &t.tags[i].rules[j].cues[k]
				slot := p.steps[0].slot
				g.cues[slot] = append(g.cues[slot], cueRef{g.rules, p})
			}
			g.rules++
		}
	}
	g.use(t.model, false)
	return g
}

// use makes g judge by m, too. With grow, features that m does not know are added to the index: this is how they are learnt.
func (g *Tagger) use(m *Model, grow bool) {
	g.model, g.index = m, newFeatureIndex(slices.Clone(m.names), grow)
}

// Tag returns the tags of doc's sentences, in the order of the sentences and, for each, of the taxonomy. Only
// sentences of the body carry tags, and lines of the document's own data that say who or when. doc is not changed.
func (g *Tagger) Tag(doc *policy.Document) []policy.Tag {
	r := newReading(g, doc)
	for i := range doc.Sentences {
		r.sentence(i) // also where it carries no tag: it may open a list in the body
	}
	return r.settle()
}

// found is where a rule's cue stands in a sentence, as a half-open range of words.
type found struct{ start, end int }

// match returns for each rule where one of its cues stands; end is 0 where none does.
func (g *Tagger) match(words []word, out []found) []found {
	out = out[:0]
	for range g.rules {
		out = append(out, found{})
	}
	for i := range words {
		for w, bits := range words[i].info.slots {
			for ; bits != 0; bits &= bits - 1 {
				for _, ref := range g.cues[w*64+trailing(bits)] {
					if out[ref.rule].end > 0 {
						continue
					}
					if end := ref.cue.match(words, i); end >= 0 {
						out[ref.rule] = found{i, end}
					}
				}
			}
		}
	}
	return out
}

// evidenceMost is how many pieces of evidence a tag keeps: the weightiest tell why.
const evidenceMost = 6

// piece is a piece of evidence with its weight.
type piece struct {
	text   string
	weight float64
}

// sum adds up what speaks for t and against it by the rules: log odds, and what of it stands apart.
func (t *tag) sum(a *analysis, matched []found) (sum, apart float64, pieces []piece) {
	sum = t.bias
	for j := range t.rules {
		r := &t.rules[j]
		if len(r.cues) > 0 && matched[j].end == 0 || !r.holds(a.features) {
			continue
		}
		sum += r.weight
		if r.apart {
			apart += r.weight
		}
		if r.weight <= 0 {
			continue
		}
		if len(r.cues) > 0 {
			pieces = append(pieces, piece{"cue:" + a.quote(matched[j].start, matched[j].end), r.weight})
		}
		for _, any := range r.when {
			if text := a.evidence(any); text != "" {
				pieces = append(pieces, piece{text, r.weight})
			}
		}
	}
	best := -1
	likeness := exampleLeast
	for i := range t.examples {
		if l := t.examples[i].likeness(a.words); l >= likeness {
			best, likeness = i, l
		}
	}
	if best >= 0 {
		sum += exampleWeight * likeness
		pieces = append(pieces, piece{"example:" + clip(t.examples[best].text), exampleWeight * likeness})
	}
	return sum, apart, pieces
}

// holds reports whether the conditions of r hold.
func (r *rule) holds(features bitset) bool {
	for _, n := range r.unless {
		if features.has(n) {
			return false
		}
	}
	for _, any := range r.when {
		if !slices.ContainsFunc(any, features.has) {
			return false
		}
	}
	return true
}

// evidence names the first feature of any that holds, "" if it needs no name.
func (a *analysis) evidence(any []int) string {
	for _, n := range any {
		if !a.features.has(n) {
			continue
		}
		for _, s := range a.shown {
			if s.feature == n {
				return s.String()
			}
		}
	}
	return ""
}

// strongest returns the texts of pieces, weightiest first, each once.
func strongest(pieces []piece) []string {
	slices.SortStableFunc(pieces, func(a, b piece) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	out := make([]string, 0, min(len(pieces), evidenceMost))
	for _, p := range pieces {
		if len(out) < evidenceMost && !slices.Contains(out, p.text) {
			out = append(out, p.text)
		}
	}
	return out
}
