package evaluation

import (
	"slices"

	"github.com/styrdok/styrdok/policy"
)

// A text is the words of a document: those of its text, then those of its furniture.
type text struct {
	words []word
	// unit is which sentence each word stands in; see [units].
	unit []int
	// body is how many of the words are the text's.
	body int
	// sentences is how many sentences the document has, units how many units.
	sentences, units int
	at               map[string][]int
	// first and last are whether a sentence begins or ends with the word.
	first, last []bool
}

// newText returns the words of doc. Each sentence is a unit; what stands between two sentences is one, and each piece of
// furniture.
func newText(doc *policy.Document) *text {
	t := &text{words: words(doc.Text), at: map[string][]int{}, sentences: len(doc.Sentences)}
	t.body = len(t.words)
	s, between := 0, len(doc.Sentences)
	for i, w := range t.words {
		for s < len(doc.Sentences) && doc.Sentences[s].Span.End <= w.start {
			s++
			between = len(doc.Sentences) + s
		}
		if s < len(doc.Sentences) && doc.Sentences[s].Span.Start < w.end {
			t.unit = append(t.unit, s)
		} else {
			t.unit = append(t.unit, between)
		}
		t.at[w.text] = append(t.at[w.text], i)
	}
	t.units = 2*len(doc.Sentences) + 1
	for _, f := range doc.Furniture {
		for _, w := range words(f.Text) {
			t.at[w.text] = append(t.at[w.text], len(t.words))
			t.words, t.unit = append(t.words, w), append(t.unit, t.units)
		}
		t.units++
	}
	t.first, t.last = make([]bool, len(t.words)), make([]bool, len(t.words))
	for i, u := range t.unit {
		t.first[i] = i == 0 || t.unit[i-1] != u
		t.last[i] = i+1 == len(t.unit) || t.unit[i+1] != u
	}
	return t
}

// of returns the positions of the words in span.
func (t *text) of(span policy.Span) []int {
	i, _ := slices.BinarySearchFunc(t.words[:t.body], span.Start, func(w word, start int) int { return w.end - start - 1 })
	var out []int
	for ; i < t.body && t.words[i].start < span.End; i++ {
		out = append(out, i)
	}
	return out
}
