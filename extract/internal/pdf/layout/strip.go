package layout

import (
	"slices"
)

// A strip is a white stripe between words: from x0 to x1 and over the rows from first to last.
type strip struct {
	x0, x1      float64
	first, last int
}

// maxStrips bounds the strips that are followed at once: a page of scattered words has no columns.
const maxStrips = 400

// strips finds the white stripes between words, as tall as they get. width is the least width in parts of the font size.
func strips(rows []row, width float64) []strip {
	var found, open, next, white []strip
	unit := usualSize(rows)
	for i := range rows {
		r := &rows[i]
		least := max(width*min(r.size, unit), minGutterPoints)
		white, next = gaps(white[:0], r), next[:0]
		for _, free := range white {
			next = addStrip(next, strip{free.x0, free.x1, i, i}, least)
			for _, s := range open {
				next = addStrip(next, strip{max(s.x0, free.x0), min(s.x1, free.x1), s.first, i}, least)
			}
		}
		for _, s := range open {
			if !slices.ContainsFunc(next, func(n strip) bool { return n.first <= s.first && n.x0 <= s.x0 && n.x1 >= s.x1 }) {
				found = append(found, s)
			}
		}
		if open, next = next, open; len(open) > maxStrips {
			open = open[:maxStrips]
		}
		if len(found) > 4*maxStrips {
			break
		}
	}
	return append(found, open...)
}

// usualSize returns the font size of the middle row.
func usualSize(rows []row) float64 {
	sizes := make([]float64, len(rows))
	for i := range rows {
		sizes[i] = rows[i].size
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// addStrip adds s to strips unless it is too narrow or lies within one of them.
func addStrip(strips []strip, s strip, least float64) []strip {
	if s.x1-s.x0 < least {
		return strips
	}
	for i, o := range strips {
		if o.first <= s.first && o.x0 <= s.x0 && o.x1 >= s.x1 {
			return strips
		}
		if s.first <= o.first && s.x0 <= o.x0 && s.x1 >= o.x1 {
			strips[i] = s
			return strips
		}
	}
	return append(strips, s)
}

// far is beyond any page's edge.
const far = 1e6

// gaps appends to out the white between the words of a row, and beside them.
func gaps(out []strip, r *row) []strip {
	out = append(out, strip{x0: -far, x1: r.words[0].x0})
	end := r.words[0].x1
	for i, w := range r.words[1:] {
		if w.x0 > end && !flows(r.words[i], w) {
			out = append(out, strip{x0: end, x1: w.x0})
		}
		end = max(end, w.x1)
	}
	return append(out, strip{x0: end, x1: far})
}

// trim takes the rows off a strip's top that stand over both columns: larger ones than those of the right column. The strip is empty
// if nothing stands right of it.
func trim(rows []row, s strip) strip {
	first := -1 // of the rows with words on the right
	for i := s.first; i <= s.last && first < 0; i++ {
		if slices.ContainsFunc(rows[i].words, func(w *word) bool { return w.x0 >= s.x1-0.5 }) {
			first = i
		}
	}
	if first < 0 {
		return strip{first: 1}
	}
	for s.first < first && rows[s.first].size > overShare*rows[first].size {
		s.first++
	}
	return s
}

// overShare is how much larger than a column's text a heading over both columns is.
const overShare = 1.15
