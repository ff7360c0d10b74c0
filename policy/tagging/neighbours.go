package tagging

import (
	"math"

	"github.com/styrdok/styrdok/policy"
)

// What a sentence is tagged with is decided in a second step, from the log odds that the learnt weights give for each tag, the
// rules' log odds for the tag, and how likely the sentences around it are to carry the tag. The features of this step:
const (
	byWords      = iota // log odds by the sentence's words
	byRules             // log odds by rules, where they are for the tag
	againstRules        // where they are against it
	overRules           // by how much they exceed surely
	ofPrevious          // probability of the sentence before, in the same section
	ofNext              // of the one after
	ofOpener            // of the opener
	ofSiblings          // mean of the other items of the list
	ofSection           // mean of the section's other sentences
	byRulesApart        // what of the rules' log odds stands apart
	always              // 1
	contextTerms        // how many they are
)

// mostOdds bounds log odds where they are features: 1 in 150.
const mostOdds = 5

// surely is the log odds from which the rules have more than one reason.
const surely = 1.5

func clamp(x float64) float64 { return max(-mostOdds, min(mostOdds, x)) }

func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// A mean adds up the probabilities of each tag.
type mean struct {
	sum []float64
	n   int
}

func (m *mean) add(p []float64) {
	if m.sum == nil {
		m.sum = make([]float64, len(p))
	}
	for t := range p {
		m.sum[t] += p[t]
	}
	m.n++
}

// without returns the mean of tag t without one of those added, 0 if nothing is left.
func (m *mean) without(p []float64, t int) float64 {
	if m == nil || m.n < 2 {
		return 0
	}
	return (m.sum[t] - p[t]) / float64(m.n-1)
}

// A verdict is what the rules say of a sentence for one tag: log odds, and what of it stands apart.
type verdict struct{ odds, apart float64 }

// A surrounding knows what each sentence of a document has around it.
type surrounding struct {
	doc      *policy.Document
	odds     [][]float64 // by sentence and tag; nil for a sentence without words
	rules    [][]verdict // likewise
	p        [][]float64 // the probabilities of odds
	sections map[int]*mean
	lists    map[list]*mean
	before   []int // the body sentence before, -1 if there is none
	after    []int
}

// A list is known by its opener, and without one by its passage.
type list struct{ opener, passage int }

func listOf(s policy.Sentence) list {
	if s.Opener >= 0 {
		return list{s.Opener, -1}
	}
	return list{-1, s.Passage}
}

func newSurrounding(doc *policy.Document, odds [][]float64, rules [][]verdict) *surrounding {
	n := len(odds)
	x := &surrounding{doc: doc, odds: odds, rules: rules, p: make([][]float64, n),
		sections: map[int]*mean{}, lists: map[list]*mean{}, before: make([]int, n), after: make([]int, n)}
	last := -1
	for i, s := range doc.Sentences {
		x.before[i] = last
		if odds[i] == nil {
			continue
		}
		x.p[i] = make([]float64, len(odds[i]))
		for t, z := range odds[i] {
			x.p[i][t] = probability(z)
		}
		if s.Zone != policy.ZoneBody {
			continue
		}
		last = i
		meanOf(x.sections, s.Section).add(x.p[i])
		if s.Kind == policy.Item {
			meanOf(x.lists, listOf(s)).add(x.p[i])
		}
	}
	last = -1
	for i := n - 1; i >= 0; i-- {
		x.after[i] = last
		if odds[i] != nil && doc.Sentences[i].Zone == policy.ZoneBody {
			last = i
		}
	}
	return x
}

func meanOf[K comparable](m map[K]*mean, k K) *mean {
	if m[k] == nil {
		m[k] = &mean{}
	}
	return m[k]
}

// features writes the features of body sentence i for tag t into f, which it returns.
func (x *surrounding) features(i, t int, f []float64) []float64 {
	s, own := x.doc.Sentences[i], x.p[i]
	var c [contextTerms]float64
	c[byWords] = clamp(x.odds[i][t])
	rules := clamp(x.rules[i][t].odds)
	c[byRules], c[againstRules], c[overRules], c[always] = max(0, rules), min(0, rules), max(0, rules-surely), 1
	c[byRulesApart] = clamp(x.rules[i][t].apart)
	if n := x.before[i]; n >= 0 && x.doc.Sentences[n].Section == s.Section {
		c[ofPrevious] = x.p[n][t]
	}
	if n := x.after[i]; n >= 0 && x.doc.Sentences[n].Section == s.Section {
		c[ofNext] = x.p[n][t]
	}
	if s.Opener >= 0 && s.Opener < len(x.p) && s.Opener != i && x.p[s.Opener] != nil {
		c[ofOpener] = x.p[s.Opener][t]
	}
	if s.Kind == policy.Item {
		c[ofSiblings] = x.lists[listOf(s)].without(own, t)
	}
	c[ofSection] = x.sections[s.Section].without(own, t)
	return append(f[:0], c[:]...)
}
