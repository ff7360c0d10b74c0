package tagging

import (
	"math"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// learnt adds what the learnt weights say of sentence i to j.
func (r *reading) learnt(a *analysis, i int, j *judgement) {
	g := r.tagger
	if !g.model.trained() && r.learning == nil {
		return
	}
	r.vector.collect(a.words)
	if r.learning != nil {
		r.learning(i, r.vector.terms, g.verdicts(j))
		return
	}
	j.odds = g.model.odds(r.vector.terms)
	for n := range g.taxonomy.tags {
		if t := g.taxonomy.tags[n].learnt; t >= 0 && (j.odds[t] > evidenceOdds || j.sums[n] > evidenceOdds) {
			j.evidence[n] = g.weigh(a, t, j.evidence[n])
		}
	}
}

// evidenceOdds is how likely a tag must be for its evidence to be gathered: below, hardly anything around lifts it to be set.
const evidenceOdds = -2

// leastPiece is the least that a word must weigh to be named in evidence.
const leastPiece = 0.3

// weigh returns the evidence of the rules for learnt tag t, weighed as the model does, with that of words that it does not name.
func (g *Tagger) weigh(a *analysis, t int, pieces []piece) []piece {
	rules, own := g.model.decide[t][byRules], g.model.decide[t][byWords]
	named := map[string]bool{}
	for k := range pieces {
		pieces[k].weight *= rules
		_, text, _ := strings.Cut(pieces[k].text, ":")
		for _, w := range strings.Fields(strings.ToLower(text)) {
			named[w] = true
		}
	}
	for k := range a.words {
		sum := 0.0
		for _, x := range a.words[k].info.terms {
			sum += g.model.weight(x, t)
		}
		if sum *= own; sum >= leastPiece && !named[a.words[k].info.text] {
			pieces = append(pieces, piece{"word:" + a.words[k].info.text, sum})
		}
	}
	return pieces
}

// verdicts returns what the rules say for the learnt tags, in the model's order.
func (g *Tagger) verdicts(j *judgement) []verdict {
	out := make([]verdict, len(g.model.tags))
	for n := range g.taxonomy.tags {
		if t := g.taxonomy.tags[n].learnt; t >= 0 {
			out[t] = verdict{j.sums[n], j.apart[n]}
		}
	}
	return out
}

// settle hears the sentences around each and returns the tags.
func (r *reading) settle() []policy.Tag {
	tags := r.tagger.taxonomy.tags
	var around *surrounding
	if r.tagger.model.trained() {
		around = r.surrounding()
	}
	var out []policy.Tag
	var f []float64
	set := make([]bool, len(tags))
	for i, j := range r.judged {
		if j == nil || !r.mayCarry(i) {
			continue
		}
		clear(set)
		for n := range tags {
			t := &tags[n]
			odds, least := j.sums[n], t.threshold
			if t.learnt >= 0 && around != nil {
				f = around.features(i, t.learnt, f)
				odds = dot(r.tagger.model.decide[t.learnt], f)
				least = probability(r.tagger.model.cut[t.learnt])
			}
			parent := ""
			if t.parent >= 0 {
				parent = tags[t.parent].name
			}
			if score := probability(odds); score >= least && (parent == "" || set[t.parent]) {
				set[n] = true
				out = append(out, policy.Tag{Name: t.name, Parent: parent, Sentence: i, Score: math.Round(score*100) / 100,
					Evidence: strongest(j.evidence[n]), By: policy.ByProgram})
			}
		}
	}
	return out
}

// surrounding returns what each sentence has around it.
func (r *reading) surrounding() *surrounding {
	odds, rules := make([][]float64, len(r.judged)), make([][]verdict, len(r.judged))
	for i, j := range r.judged {
		if j != nil {
			odds[i], rules[i] = j.odds, r.tagger.verdicts(j)
		}
	}
	return newSurrounding(r.doc, odds, rules)
}

// mayCarry reports whether sentence i may be tagged: it stands in the body and is no table's head, or it is a line of the document's own data that says
// who or when ("Ansvarig för revidering: miljöchefen").
func (r *reading) mayCarry(i int) bool {
	switch r.doc.Sentences[i].Zone {
	case policy.ZoneBody:
		return !r.features[i].has(isFormHeader)
	case policy.ZoneInfo:
		return r.features[i].has(isFormLabel) && strings.Count(r.doc.SentenceText(i), ":") == 1
	}
	return false
}
