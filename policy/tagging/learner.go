package tagging

import (
	"math"
	"slices"
	"sync"

	"github.com/styrdok/styrdok/policy"
)

// A Target is what a person's labels say of a sentence for one tag: how many words it has, how many of them must be found,
// and how many more may be.
type Target struct{ Words, Required, Acceptable int }

// A Sample is a labelled document: for each sentence and each learnt tag of the taxonomy, in its order, the target.
type Sample struct {
	Document *policy.Document
	Targets  [][]Target
	// Developed says that the taxonomy's rules were written with the document in view, so that it cannot tell how far to
	// trust them.
	Developed bool
}

// What is learnt and how. Chosen by what measured best on documents that nothing was learnt from; docs/quality.md tells how
// little it matters.
const (
	penalty         = 0.5
	decidePenalty   = 2.0
	acceptableCount = 0.15 // how much a sentence counts that may be found and need not
	wordPower       = 0.5  // a sentence counts by its words to this power
	leastDocuments  = 2    // how many documents a feature must stand in
	cutScore        = 0.4  // the score from which a tag is set
	thinned         = 3    // one in so many of the tagged sentences stays where a document is thinned
	folds           = 8    // parts of the documents, for odds by weights that have not seen them
	enoughRequired  = 50   // sentences, for learning from documents alone that the rules were not written for
)

// A Learner learns models from samples. Its results depend on nothing but its arguments.
type Learner struct {
	tagger  *Tagger
	samples []Sample
	rows    []sampleRow
	byRules [][][]verdict // by document, sentence and tag
}

// A sampleRow is a sentence of a sample.
type sampleRow struct {
	document, sentence int
	terms              []term
}

// NewLearner reads the features of samples as the rules of t see them.
func NewLearner(t *Taxonomy, samples []Sample) *Learner {
	g := New(t)
	g.use(&Model{tags: t.model.tags}, true)
	l := &Learner{tagger: g, samples: samples}
	for d, s := range samples {
		byRules := make([][]verdict, len(s.Document.Sentences))
		l.byRules = append(l.byRules, byRules)
		r := newReading(g, s.Document)
		r.learning = func(i int, terms []term, rules []verdict) {
			byRules[i] = rules
			l.rows = append(l.rows, sampleRow{d, i, slices.Clone(terms)})
		}
		for i := range s.Document.Sentences {
			r.sentence(i)
		}
	}
	return l
}

// Learn returns the model learnt from the samples whose indexes use accepts.
func (l *Learner) Learn(use func(sample int) bool) *Model {
	m := l.weights(use)
	m.cut = make([]float64, len(m.tags))
	for t := range m.cut {
		m.cut[t] = math.Log(cutScore / (1 - cutScore))
	}
	odds := make([][][]float64, len(l.samples))
	for d, s := range l.samples {
		odds[d] = make([][]float64, len(s.Document.Sentences))
	}
	part := l.divide(use)
	for f := range folds {
		unseen := l.weights(func(d int) bool { return part[d] >= 0 && part[d] != f })
		l.judge(unseen, func(d int) bool { return part[d] == f }, odds)
	}
	l.decide(m, odds, use)
	m.prune()
	return m
}

// divide returns the part that each sample is in, -1 for those that are not used.
func (l *Learner) divide(use func(int) bool) []int {
	out := make([]int, len(l.samples))
	n := 0
	for d := range out {
		out[d] = -1
		if use(d) {
			out[d] = n % folds
			n++
		}
	}
	return out
}

// weights learns the features' weights alone.
func (l *Learner) weights(use func(int) bool) *Model {
	m := &Model{tags: l.tagger.model.tags}
	tags := len(m.tags)
	rows, place := l.compact(m, use)
	m.weights, m.bias = make([]float32, len(m.names)*tags), make([]float64, tags)
	var wg sync.WaitGroup
	for t := range tags {
		wg.Go(func() {
			var xs [][]term
			var ys, ws []float64
			for _, r := range rows {
				y, w := goal(l.samples[r.document].Targets[r.sentence][t])
				if w == 0 {
					continue
				}
				var x []term
				for _, f := range r.terms {
					if p := place[f.row]; p >= 0 {
						x = append(x, term{p, f.value})
					}
				}
				xs, ys, ws = append(xs, x), append(ys, y), append(ws, w)
			}
			w := sparse(xs, ys, ws, len(m.names), penalty)
			for p := range m.names {
				m.weights[p*tags+t] = float32(w[p])
			}
			m.bias[t] = w[len(m.names)]
		})
	}
	wg.Wait()
	return m
}

// compact names the features that stand in enough of the documents in m, and returns the body rows of these documents with the
// place of each feature in m, -1 for those left out.
func (l *Learner) compact(m *Model, use func(int) bool) ([]*sampleRow, []int32) {
	x := l.tagger.index
	documents, last := make([]int, len(x.names)), make([]int, len(x.names))
	var rows []*sampleRow
	for i := range l.rows {
		r := &l.rows[i]
		if !use(r.document) || !l.inBody(r) {
			continue
		}
		rows = append(rows, r)
		for _, t := range r.terms {
			if last[t.row] != r.document+1 {
				last[t.row] = r.document + 1
				documents[t.row]++
			}
		}
	}
	place := make([]int32, len(x.names))
	for n := range place {
		place[n] = -1
		if documents[n] >= leastDocuments {
			place[n] = int32(len(m.names))
			m.names = append(m.names, x.names[n])
		}
	}
	return rows, place
}

func (l *Learner) inBody(r *sampleRow) bool {
	return l.samples[r.document].Document.Sentences[r.sentence].Zone == policy.ZoneBody
}

// goal returns what a sentence should be, 0 or 1, and how much it counts.
func goal(t Target) (y, w float64) {
	w = math.Pow(float64(t.Words), wordPower)
	switch {
	case t.Words == 0:
		return 0, 0
	case 2*t.Required >= t.Words:
		return 1, w
	case 2*(t.Required+t.Acceptable) >= t.Words:
		return 1, w * acceptableCount
	}
	return 0, w
}

// judge writes the odds by m of the sentences of the documents that use accepts.
func (l *Learner) judge(m *Model, use func(int) bool, odds [][][]float64) {
	at := make([]int32, len(l.tagger.index.names))
	for i := range at {
		at[i] = -1
	}
	for p, n := range m.names {
		at[l.tagger.index.rows[n]] = int32(p)
	}
	var terms []term
	for i := range l.rows {
		r := &l.rows[i]
		if !use(r.document) {
			continue
		}
		terms = terms[:0]
		for _, t := range r.terms {
			if p := at[t.row]; p >= 0 {
				terms = append(terms, term{p, t.value})
			}
		}
		odds[r.document][r.sentence] = m.odds(terms)
	}
}
