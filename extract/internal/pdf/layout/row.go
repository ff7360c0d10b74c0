package layout

import (
	"math"
	"slices"
)

// A row is words on one base line, from left to right.
type row struct {
	words []*word
	y     float64
	size  float64 // of most of its words
}

func (r *row) x0() float64 { return r.words[0].x0 }

func (r *row) x1() float64 {
	x := r.words[0].x1
	for _, w := range r.words[1:] {
		x = max(x, w.x1)
	}
	return x
}

// rowShift is how far apart the base lines of one row may be, in parts of the font size.
const rowShift = 0.3

// usualRow is how many words a row has, in tables too.
const usualRow = 8

// rowsOf puts words into rows from top to bottom.
func rowsOf(words []*word) []row {
	slices.SortStableFunc(words, func(a, b *word) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	rows := make([]row, 0, len(words)/usualRow+1)
	start := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) {
			w, first := words[i], words[start]
			if w.y-first.y <= rowShift*min(w.size, max(first.size, w.size*0.5)) {
				continue
			}
		}
		rows = append(rows, makeRow(words[start:i:i]))
		start = i
	}
	return raise(rows)
}

// Tolerances of raised words that were not drawn with their line, in parts of the line's font size.
const (
	raisedSize = 0.75
	raisedMost = 0.7
	raisedNear = 0.4
)

// raise puts small words that stand a little above a row, each right behind one of its words, on that row.
func raise(rows []row) []row {
	for i := 0; i+1 < len(rows); i++ {
		small, r := &rows[i], &rows[i+1]
		if small.size > raisedSize*r.size || r.y-small.y > raisedMost*r.size || slices.ContainsFunc(small.words, func(w *word) bool { return !follows(r, w) }) {
			continue
		}
		words := slices.Clone(r.words)
		for _, w := range small.words {
			w.super, w.lift, w.y, w.blanks = true, w.lift+w.y-r.y, r.y, 0
			words = append(words, w)
		}
		rows[i+1] = makeRow(words)
		rows = slices.Delete(rows, i, i+1)
	}
	return rows
}

// follows reports whether w stands right behind a word of the row.
func follows(r *row, w *word) bool {
	return slices.ContainsFunc(r.words, func(o *word) bool {
		gap := w.x0 - o.x1
		return gap > -raisedNear*r.size && gap < raisedNear*r.size && o.table == nil
	})
}

func makeRow(words []*word) row {
	slices.SortStableFunc(words, func(a, b *word) int {
		switch {
		case a.x0 < b.x0:
			return -1
		case a.x0 > b.x0:
			return 1
		}
		return 0
	})
	words = closeSpaced(dropDoubles(words))
	r := row{words: words}
	best := 0.0
	for i, w := range words {
		w.tight = false
		if i > 0 {
			w.tight = touches(words[i-1], w)
		}
		if weight := w.width(); weight > best && !w.super && !w.sub {
			best = weight
			r.y, r.size = w.y, w.size
		}
	}
	if r.size == 0 {
		r.y, r.size = words[0].y, words[0].size
	}
	return r
}

// touches reports whether no space parts two neighbours on a row.
func touches(a, b *word) bool {
	gap := (b.x0 - a.x1) / min(a.size, b.size)
	if b.super && jump(a, b) {
		return gap < raisedNear
	}
	if jump(a, b) { // two pieces that were not drawn one after the other: a word only if they fit close
		return b.blanks == 0 && gap > -0.05 && gap < 0.05
	}
	return b.blanks == 0 && gap <= wordGap
}

// jump reports whether something else was drawn between two neighbours on a row: they are in different cells or columns, or one
// of them was set afterwards.
func jump(a, b *word) bool { return b.seq != a.last+1 }

// dropDoubles drops words that are printed a second time over themselves, a little aside, to look bold or shadowed.
func dropDoubles(words []*word) []*word {
	out := words[:0]
	for _, w := range words {
		double := false
		for i := len(out) - 1; i >= 0 && i >= len(out)-4; i-- {
			o := out[i]
			if o.text == w.text && math.Abs(o.x0-w.x0) < 0.25*w.size && math.Abs(o.y-w.y) < 0.25*w.size {
				double = true
				break
			}
		}
		if !double {
			out = append(out, w)
		}
	}
	return out
}
