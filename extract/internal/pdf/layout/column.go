package layout

import (
	"slices"
)

// A leaf is a stretch of one column: rows that are read one after the other.
type leaf struct {
	rows   []row
	column int // -1 for one that spans the columns
	x0, x1 float64
}

// Tolerances of columns.
const (
	// minGutter is how wide the white strip between two columns must be, in parts of the font size, and in points.
	minGutter, minGutterPoints = 0.7, 3
	// minColumnRows is how many rows each of two columns must have.
	minColumnRows = 3
	// headGap is how far below a page's head the text begins at least, in parts of the font size; maxHeadRows is how many rows it has.
	headGap, maxHeadRows = 2.2, 3
	// maxColumns bounds how often columns are parted within columns.
	maxColumns = 8
)

// arrange puts the rows of a region into reading order.
func arrange(rows []row, column, depth int) []leaf {
	if len(rows) == 0 {
		return nil
	}
	if depth < maxColumns {
		if s, ok := gutter(rows); ok {
			return divide(rows, s, column, depth)
		}
	}
	l := leaf{rows: rows, column: column, x0: rows[0].x0(), x1: rows[0].x1()}
	for i := range rows {
		l.x0, l.x1 = min(l.x0, rows[i].x0()), max(l.x1, rows[i].x1())
	}
	return []leaf{l}
}

// divide reads what stands above the strip, then left and right of it, then below.
func divide(rows []row, s strip, column, depth int) []leaf {
	var left, right []*word
	for _, r := range rows[s.first : s.last+1] {
		for _, w := range r.words {
			if (w.x0+w.x1)/2 < (s.x0+s.x1)/2 {
				left = append(left, w)
			} else {
				right = append(right, w)
			}
		}
	}
	out := arrange(rows[:s.first], column, depth+1)
	first := max(column, 0)
	leaves := arrange(rowsOf(left), first, depth+1)
	next := first
	for _, l := range leaves {
		next = max(next, l.column)
	}
	out = append(out, leaves...)
	out = append(out, arrange(rowsOf(right), next+1, depth+1)...)
	return append(out, arrange(rows[s.last+1:], column, depth+1)...)
}

// gutter returns the tallest strip that parts two columns of running text.
func gutter(rows []row) (best strip, ok bool) {
	if len(rows) < minColumnRows {
		return strip{}, false
	}
	height := 0.0
	for _, s := range strips(rows, minGutter) {
		s = trim(rows, s)
		for _, s := range [...]strip{belowHead(rows, s), s} {
			if s.last-s.first+1 < minColumnRows {
				continue
			}
			if h := rows[s.last].y - rows[s.first].y; h > height && columns(rows[s.first:s.last+1], s) {
				best, ok, height = s, true, h
				break
			}
		}
	}
	return best, ok
}

// belowHead takes the first rows off a strip at the top that stand apart from the rest, as a page's head does; the strip is empty if
// none do.
func belowHead(rows []row, s strip) strip {
	if s.first > 0 {
		return strip{first: 1}
	}
	for i := s.first + 1; i <= min(s.first+maxHeadRows, s.last); i++ {
		if rows[i].y-rows[i-1].y > headGap*rows[i-1].size {
			s.first = i
			return trim(rows, s)
		}
	}
	return strip{first: 1}
}

// columns reports whether the words on both sides of s are columns, and not those of a table: columns are drawn one after the
// other, the rows of a table across. A program that draws a page line by line across its columns is told by their running text.
func columns(rows []row, s strip) bool {
	var l, r side
	n := 0
	for i := range rows {
		n += len(rows[i].words)
	}
	order := make([]sided, 0, n)
	for i := range rows {
		var left, right side
		for _, w := range rows[i].words {
			isRight := (w.x0+w.x1)/2 > (s.x0+s.x1)/2
			order = append(order, sided{w.seq, isRight})
			if isRight {
				right.word(w)
			} else {
				left.word(w)
			}
		}
		l.add(left)
		r.add(right)
	}
	if min(l.rows, r.rows) < minColumnRows {
		return false
	}
	if 8*switches(order) <= l.rows+r.rows {
		return l.words > l.rows && r.words > r.rows
	}
	return l.prose() && r.prose()
}

// A sided is a word's place in the order of drawing with the side of the strip that it stands on.
type sided struct {
	seq   int
	right bool
}

// switches counts how often the drawing goes from one side to the other.
func switches(order []sided) int {
	slices.SortFunc(order, func(a, b sided) int { return a.seq - b.seq })
	n := 0
	for i := 1; i < len(order); i++ {
		if order[i].right != order[i-1].right {
			n++
		}
	}
	return max(n-1, 0)
}

// A side is what is known of the rows on one side of a strip.
type side struct {
	rows, words int
	x0, x1      float64
	widths      []float64
}

// word adds a word to a side of one row; they come from left to right.
func (s *side) word(w *word) {
	if s.words == 0 {
		s.x0 = w.x0
	}
	s.x1 = w.x1
	s.words++
}

// add adds what is known of one row.
func (s *side) add(row side) {
	if row.words == 0 {
		return
	}
	if s.rows == 0 {
		s.x0, s.x1 = row.x0, row.x1
	}
	s.x0, s.x1 = min(s.x0, row.x0), max(s.x1, row.x1)
	s.rows++
	s.words += row.words
	s.widths = append(s.widths, row.x1-row.x0)
}

// prose reports whether the rows are lines of running text: some words each, and most nearly as wide as the column.
func (s *side) prose() bool {
	if s.rows < 2*minColumnRows || s.words < 3*s.rows {
		return false
	}
	full := 0
	for _, w := range s.widths {
		if w > 0.72*(s.x1-s.x0) {
			full++
		}
	}
	return 2*full >= s.rows
}
