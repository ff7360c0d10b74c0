package layout

import (
	"slices"
)

// A divider is a stripe between two columns of a table.
type divider struct {
	strip
	start   float64 // where the cells right of it begin
	support int     // the rows whose cells stand apart there
}

// dividersOf returns the dividers that a table's first row shows.
func dividersOf(r *row) []divider {
	var out []divider
	for _, i := range groups(r)[1:] {
		end := r.words[0].x1
		for _, w := range r.words[:i] {
			end = max(end, w.x1)
		}
		start := r.words[i].x0
		out = append(out, divider{strip{x0: min(end, start), x1: start}, start, 1})
	}
	return out
}

// pass lets row r narrow the dividers that it stands beside. Those that it crosses fall away; broken is true if one of them was
// sure already.
func pass(dividers []divider, r *row) (next []divider, broken bool) {
	for _, d := range dividers {
		ok := false
		end := r.words[0].x1
		if r.words[0].x0 >= d.start-0.5*r.size {
			ok = true // all of the row is right of it
		}
		for i := 1; i <= len(r.words) && !ok; i++ {
			if i == len(r.words) {
				ok = end <= d.x1+0.1*r.size // all is left of it
				d.x0 = max(d.x0, min(end, d.x1))
				break
			}
			w := r.words[i]
			if w.x0 < d.x0-0.5*r.size || end > d.x1+0.1*r.size {
				end = max(end, w.x1)
				continue
			}
			aligned := w.x0-d.start < 1.5 && d.start-w.x0 < 1.5 && !(flows(r.words[i-1], w) && w.x0-end < 0.5*r.size)
			if w.x0-end >= 0.6*r.size || apart(r.words[i-1], w, end, r.size) || aligned {
				ok = true
				if aligned || apart(r.words[i-1], w, end, r.size) {
					d.support++
				}
				d.x0, d.x1 = max(d.x0, min(end, w.x0)), min(d.x1, w.x0)
				d.x0 = min(d.x0, d.x1)
			}
			end = max(end, w.x1)
		}
		if ok {
			next = append(next, d)
		} else if d.support > 1 {
			broken = true
		}
	}
	return next, broken
}

// wraps reports whether r goes on with the first cell of the row above: it was drawn right after it, or its first word had no room
// there.
func wraps(above, r *row, free strip) bool {
	if r.y-above.y > 1.5*r.size {
		return false
	}
	end, seq := 0.0, -1
	for _, w := range above.words {
		if w.x0 < free.x1 {
			end, seq = max(end, w.x1), w.last
		}
	}
	if seq < above.words[len(above.words)-1].last && r.words[0].seq == seq+1 {
		return true
	}
	return end > 0 && end+0.25*r.size+r.words[0].width() > free.x1-0.3*r.size
}

// bothSides keeps the gaps that have words between them and the next one in at least two rows.
func bothSides(rows []row, free []strip) []strip {
	slices.SortFunc(free, func(a, b strip) int {
		if a.x0 < b.x0 {
			return -1
		}
		return 1
	})
	for {
		drop := -1
		for c := 0; c <= len(free) && drop < 0; c++ {
			filled := 0
			for i := range rows {
				if slices.ContainsFunc(rows[i].words, func(w *word) bool { return columnOf(w, free) == c }) {
					filled++
				}
			}
			if filled < minTableRows {
				drop = min(c, len(free)-1)
			}
		}
		if drop < 0 || len(free) == 0 {
			return free
		}
		free = slices.Delete(free, drop, drop+1)
	}
}

func columnOf(w *word, free []strip) int {
	c := 0
	for _, s := range free {
		if (w.x0+w.x1)/2 > (s.x0+s.x1)/2 {
			c++
		}
	}
	return c
}
