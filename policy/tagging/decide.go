package tagging

import "slices"

// decide learns how a tag is decided from odds by weights that had not seen the document: from the documents as they are, and once
// more from what is left of them when most of the tagged sentences are taken out. Documents in which little is tagged, as in most
// instructions, are rare among the labelled ones.
func (l *Learner) decide(m *Model, odds [][][]float64, use func(int) bool) {
	for t := range m.tags {
		w := make([]float64, contextTerms)
		w[byWords] = 1
		developed := l.required(t, use) < enoughRequired
		var xs [][]float64
		var ys, ws []float64
		for _, thin := range []bool{false, true} {
			around := l.surroundings(odds, use, thin)
			for i := range l.rows {
				r := &l.rows[i]
				x := around[r.document]
				if x == nil || x.odds[r.sentence] == nil || !l.inBody(r) || l.samples[r.document].Developed && !developed {
					continue
				}
				y, count := goal(l.samples[r.document].Targets[r.sentence][t])
				xs, ys, ws = append(xs, x.features(r.sentence, t, nil)), append(ys, y), append(ws, count)
			}
		}
		dense(xs, ys, ws, w, decidePenalty)
		m.decide = append(m.decide, w)
	}
}

// surroundings returns what the sentences of each document that is used have around them, if thin after two in three of the
// sentences that may be tagged are taken out.
func (l *Learner) surroundings(odds [][][]float64, use func(int) bool, thin bool) []*surrounding {
	out := make([]*surrounding, len(l.samples))
	for d, s := range l.samples {
		if !use(d) {
			continue
		}
		left := slices.Clone(odds[d])
		for i := range left {
			if thin && (i+d)%thinned != 0 && slices.ContainsFunc(s.Targets[i], func(x Target) bool { y, w := goal(x); return w*y > 0 }) {
				left[i] = nil
			}
		}
		out[d] = newSurrounding(s.Document, left, l.byRules[d])
	}
	return out
}

// required counts the sentences that must be found for tag t in the documents for which the rules were not written.
func (l *Learner) required(t int, use func(int) bool) int {
	n := 0
	for _, r := range l.rows {
		x := l.samples[r.document].Targets[r.sentence][t]
		if use(r.document) && !l.samples[r.document].Developed && x.Words > 0 && 2*x.Required >= x.Words {
			n++
		}
	}
	return n
}
