package evaluation

import "slices"

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
