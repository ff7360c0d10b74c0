package layout

import (
	"slices"
)

// Tolerances of tables without ruling.
const (
	// cellGap is how wide the white between two cells is at least, in parts of the font size.
	cellGap = 1.0
	// tabGap is the same where one string leads from cell to cell: justified lines have wide gaps too.
	tabGap = 2.5
	// minTableRows is how many rows with two cells or more make a table.
	minTableRows = 2
	// looseRow is how much wider than within a cell the rows of a table may stand apart.
	looseRow = 1.25
	// overTable is how much larger than the row above a row is that makes no table with it, but is the title below a page's head.
	overTable = 1.3
)

// groups returns where the groups of words on a row begin that stand apart as cells do, as indexes of its words.
func groups(r *row) []int {
	starts := []int{0}
	end := r.words[0].x1
	for i, w := range r.words[1:] {
		if apart(r.words[i], w, end, r.size) {
			starts = append(starts, i+1)
		}
		end = max(end, w.x1)
	}
	return starts
}

// apart reports whether two neighbours on a row stand apart as cells do: far, or drawn at different times. end is where the words up
// to a end.
func apart(a, b *word, end, size float64) bool {
	gap := b.x0 - end
	if flows(a, b) {
		return false
	}
	if gap >= tabGap*size || b.lone && gap >= loneGap*size {
		return true
	}
	oneText := !b.moved || a.mcid >= 0 && a.mcid == b.mcid
	return gap >= cellGap*size && !oneText || jump(a, b) && gap > -0.2*size && !b.super && !b.sub && !b.tight
}

// tableAt returns the table that begins with rows[0], and how many of rows it takes; n is 0 if there is none.
func tableAt(rows []row) (g *grid, n int) {
	if len(rows) < minTableRows || len(groups(&rows[0])) < 2 || leaders(&rows[0]) {
		return nil, 0
	}
	dividers := dividersOf(&rows[0])
	end := 1
	for ; end < len(rows); end++ {
		r := &rows[end]
		if hasTable(r) || leaders(r) || end == 1 && r.size > overTable*rows[0].size || r.y-rows[end-1].y > 3.2*max(r.size, rows[end-1].size) {
			break
		}
		next, broken := pass(dividers, r)
		if len(next) == 0 || broken {
			break
		}
		dividers = next
	}
	// rows below that stand in the first column only are text again, but for the rest of a wrapped cell
	for end > 1 {
		r := &rows[end-1]
		if r.x1() > dividers[0].x1 || wraps(&rows[end-2], r, dividers[0].strip) {
			break
		}
		end--
	}
	rows = rows[:end]
	free := make([]strip, len(dividers))
	for i, d := range dividers {
		free[i] = d.strip
	}
	free = bothSides(rows, free)
	if len(free) == 0 || !tabular(rows, free) {
		return nil, 0
	}
	return cells(rows, free), end
}

// tabular reports whether rows are a table and no list: enough of them have two cells, and the first column is no bullets or
// numbers.
func tabular(rows []row, free []strip) bool {
	several, marks := 0, 0
	for i := range rows {
		var filled []int
		for _, w := range rows[i].words {
			if c := columnOf(w, free); !slices.Contains(filled, c) {
				filled = append(filled, c)
			}
		}
		if len(filled) > 1 {
			several++
		}
		if marker(rows[i].words) > 0 {
			marks++
		}
	}
	return several >= minTableRows && 5*several >= 2*len(rows) && 2*marks < several
}
