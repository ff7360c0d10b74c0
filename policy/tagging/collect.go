package tagging

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// collect fills v with the features of sentence i that weights are learnt for: what the analysis found, and the words of
// the sentence and of what stands around it. What the rules said is not among them: on the documents they were written
// for they are right too often, so that how far to trust them is learnt from others (see neighbours.go).
func (r *reading) collect(v *vector, a *analysis, i int) {
	v.reset()
	for n, row := range r.tagger.fixedRows {
		if row >= 0 && a.features.has(n) {
			v.add(row, fixedValue)
		}
	}
	r.collectPairs(v, a)
	r.collectPlace(v, a, i)
	collectWords(v, a.words)
	r.collectContext(v, i)
}

// collectPlace adds how long the sentence is and where it stands.
func (r *reading) collectPlace(v *vector, a *analysis, i int) {
	s := r.doc.Sentences[i]
	v.put(contextValue, "length:", bucket(len(a.words), 2, 4, 7, 11, 16, 24))
	v.put(contextValue, "place:", bucket(10*i/len(r.doc.Sentences), 0, 2, 5, 7, 8))
	if s.Section >= 0 && s.Section < len(r.sections) {
		v.put(contextValue, "nth:", bucket(r.sections[s.Section].seen, 1, 2, 4, 8, 14))
	}
	if strings.HasSuffix(strings.TrimSpace(a.text), ":") {
		v.put(pairValue, "opens")
	}
}

// collectWords adds the sentence's words, their parts, and pairs of neighbours.
func collectWords(v *vector, words []word) {
	for k := range words {
		for _, t := range words[k].info.terms {
			v.add(t.row, t.value)
		}
		if k > 0 && !words[k].boundary {
			v.put(sequenceValue, "ab:", words[k-1].info.kind, " ", words[k].info.kind)
		}
		if k > 1 && !words[k].boundary && !words[k-1].boundary {
			v.put(sequenceValue, "a_b:", words[k-2].info.kind, " ", words[k].info.kind)
		}
	}
	v.put(sequenceValue, "first:", words[0].info.kind)
	if len(words) > 1 {
		v.put(sequenceValue, "first:", words[0].info.kind, " ", words[1].info.kind)
	}
}

// collectContext adds the words of the title, of the section's heading and of the opener, and what the analysis found in
// the opener and in the sentence before.
func (r *reading) collectContext(v *vector, i int) {
	s := r.doc.Sentences[i]
	if s.Section > 0 && s.Section < len(r.sections) {
		for _, w := range r.sections[s.Section].words {
			v.put(contextValue, "h:", w)
		}
	}
	for _, w := range r.title {
		v.put(titleValue, "t:", w)
	}
	if s.Opener >= 0 && s.Opener < len(r.doc.Sentences) && s.Opener != i {
		for _, w := range r.lexicon.split(nil, r.doc.SentenceText(s.Opener)) {
			v.put(contextValue, "o:", w.info.kind)
		}
		r.collectFeatures(v, "of:", r.features[s.Opener])
	}
	p := r.previous
	if p < 0 || r.doc.Sentences[p].Section != s.Section {
		v.put(contextValue, "pf:none")
		return
	}
	r.collectFeatures(v, "pf:", r.features[p])
	if r.doc.Sentences[p].Kind == policy.Item {
		v.put(contextValue, "pf:item")
	}
}

// collectFeatures adds the features of another sentence, named with kind before them.
func (r *reading) collectFeatures(v *vector, kind string, features bitset) {
	if features == nil {
		return
	}
	for n := range fixedFeatures {
		if features.has(n) {
			v.put(contextValue, kind, fixedFeatures[n])
		}
	}
}
