package evaluation

import "github.com/styrdok/styrdok/policy"

// A Share says how many words of a sentence labels call required for a tag, and how many acceptable but not required.
type Share struct{ Words, Required, Acceptable int }

// Shares returns for each of docs and each of its sentences the share of each of tags, in their order, and the labels that
// belong to none of docs. It is what a method that learns from labels is given.
func Shares(docs []*policy.Document, labels []Label, tags []string) ([][][]Share, []Label) {
	byDocument, unknown := assign(docs, labels)
	out := make([][][]Share, len(docs))
	for d, doc := range docs {
		m := measure(doc, byDocument[d], tags)
		out[d] = make([][]Share, len(doc.Sentences))
		for i, s := range doc.Sentences {
			own := m.text.of(s.Span)
			out[d][i] = make([]Share, len(tags))
			for t, tag := range tags {
				must := m.marked(tag, own, required)
				out[d][i][t] = Share{Words: len(own), Required: must, Acceptable: m.marked(tag, own, required|acceptable) - must}
			}
		}
	}
	return out, unknown
}
