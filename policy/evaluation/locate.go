package evaluation

import (
	"slices"

	"github.com/styrdok/styrdok/policy"
)

const (
	// leastShare is the share of a quote's words that must stand in the text: of a scan, one letter in fifty is misread,
	// which touches one word in eight.
	leastShare = 0.8
	// maxGap is how many words may interrupt a quote: a page head, a page number, a stamp.
	maxGap = 30
	// starts is how many of a quote's first words are tried as the one that is read right.
	starts = 3
)

// negations must not stand inside a quote that leaves them out.
var negations = []string{"inte", "ej", "icke", "utan", "ingen", "inget", "inga", "aldrig"}

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

// locate returns the positions of the words of quote wherever it stands, in order; none if it stands nowhere.
func (t *text) locate(quote []word) []int {
	for _, part := range [][2]int{{0, t.body}, {t.body, len(t.words)}} {
		if at := t.exact(quote, part[0], part[1]); len(at) > 0 {
			return at
		}
	}
	for _, part := range [][2]int{{0, t.body}, {t.body, len(t.words)}} {
		if at := t.nearly(quote, part[0], part[1]); len(at) > 0 {
			return at
		}
	}
	return nil
}

// exact returns the positions at which the words of quote follow one another between from and to: those where they are
// whole sentences if there are any.
func (t *text) exact(quote []word, from, to int) []int {
	var all, whole []int
	for _, p := range t.at[quote[0].text] {
		end := p + len(quote)
		if p < from || end > to || !t.equal(p, quote) {
			continue
		}
		for i := p; i < end; i++ {
			all = append(all, i)
			if t.first[p] && t.last[end-1] {
				whole = append(whole, i)
			}
		}
	}
	if len(whole) > 0 {
		return whole
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (t *text) equal(p int, quote []word) bool {
	for i, w := range quote {
		if t.words[p+i].text != w.text {
			return false
		}
	}
	return true
}

// copies returns the positions of all sentences that have the words at: of an equal sentence nobody can tell which one a
// label means.
func (t *text) copies(at []int) []int {
	if len(at) == 0 {
		return nil
	}
	same := t.exact(t.words[at[0]:at[len(at)-1]+1], 0, t.body)
	if !t.first[at[0]] || !t.last[at[len(at)-1]] || !slices.Contains(same, at[0]) {
		return at
	}
	return same
}

// nearly returns the positions at which enough words of quote stand in order between from and to, at the place or places
// where most do.
func (t *text) nearly(quote []word, from, to int) []int {
	least := int(float64(len(quote))*leastShare + 0.999)
	var best []int
	most := 0
	for _, start := range t.candidates(quote, from, to) {
		at := t.align(quote, start, min(to, start+len(quote)+len(quote)/5+maxGap))
		if len(at) < max(least, most) || t.leavesOutNegation(quote, at) {
			continue
		}
		if len(at) > most {
			best, most = nil, len(at)
		}
		best = append(best, at...)
	}
	slices.Sort(best)
	return slices.Compact(best)
}

// candidates returns where quote may begin, by where its first words stand.
func (t *text) candidates(quote []word, from, to int) []int {
	var out []int
	for k := range min(starts, len(quote)) {
		for _, p := range t.at[quote[k].text] {
			if p >= from && p < to {
				out = append(out, max(from, p-k))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// align returns the positions of a longest common subsequence of quote and the words from start to end.
func (t *text) align(quote []word, start, end int) []int {
	width := end - start + 1
	long := make([]int, (len(quote)+1)*width) // long[i*width+j]: how many words of quote[i:] stand from start+j on
	for i := len(quote) - 1; i >= 0; i-- {
		for j := end - start - 1; j >= 0; j-- {
			if quote[i].text == t.words[start+j].text {
				long[i*width+j] = 1 + long[(i+1)*width+j+1]
			} else {
				long[i*width+j] = max(long[(i+1)*width+j], long[i*width+j+1])
			}
		}
	}
	var at []int
	for i, j := 0, 0; i < len(quote) && j < end-start; {
		switch {
		case quote[i].text == t.words[start+j].text:
			at = append(at, start+j)
			i, j = i+1, j+1
		case long[(i+1)*width+j] >= long[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return at
}

// leavesOutNegation reports whether a negation stands among the words at and quote has none such. What interrupts a
// quote for long is not the sentence's own.
func (t *text) leavesOutNegation(quote []word, at []int) bool {
	first, last := at[0], at[len(at)-1]
	if last-first+1 > len(quote)+len(quote)/5+starts {
		return false
	}
	for i := first; i < last; i++ {
		w := t.words[i].text
		if slices.Contains(negations, w) && !slices.ContainsFunc(quote, func(q word) bool { return q.text == w }) {
			return true
		}
	}
	return false
}
