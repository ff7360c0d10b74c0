package tagging

// collect fills v with the features of a sentence that weights are learnt for: its words, and how long it is. What the analysis
// found is not among them, nor what stands around: in labelled documents that were written for this project these go with the
// tags too regularly, and what was learnt from them did not hold elsewhere (docs/quality.md). The rules hear the analysis; what
// stands around a sentence is heard in the second step (see neighbours.go).
func (v *vector) collect(words []word) {
	v.reset()
	for k := range words {
		for _, t := range words[k].info.terms {
			v.add(t.row, t.value)
		}
	}
	v.put(lengthValue, "length:", bucket(len(words), 2, 4, 7, 11, 16, 24))
}
