package layout

import (
	"slices"

	"github.com/styrdok/styrdok/extract/page"
)

// A grid is a table: its cells' words by row and column.
type grid struct {
	cells [][][]*word
}

// Tolerances of tables without ruling.
const (
	// cellGap is how wide the white between two cells is at least, in parts of the font size.
	cellGap = 1.0
	// minTableRows is how many rows with two cells or more make a table.
	minTableRows = 2
	// looseRow is how much wider than within a cell the rows of a table may stand apart.
	looseRow = 1.25
)

// groups returns where the groups of words on a row begin that a gap of a cell's width parts, as indexes of its words.
func groups(r *row) []int {
	starts := []int{0}
	end := r.words[0].x1
	for i, w := range r.words[1:] {
		if w.x0-end >= cellGap*r.size {
			starts = append(starts, i+1)
		}
		end = max(end, w.x1)
	}
	return starts
}

// tableAt returns the table that begins with rows[0], and how many of rows it takes; n is 0 if there is none.
func tableAt(rows []row) (g *grid, n int) {
	if len(rows) < minTableRows || len(groups(&rows[0])) < 2 || leaders(&rows[0]) {
		return nil, 0
	}
	free := inner(&rows[0])
	end := 1
	for ; end < len(rows); end++ {
		r := &rows[end]
		if leaders(r) || r.y-rows[end-1].y > 3.2*max(r.size, rows[end-1].size) {
			break
		}
		next := overlap(free, gaps(r), cellGap*0.6*r.size)
		if len(next) == 0 {
			break
		}
		free = next
	}
	// rows below that stand in the first column only are text again, but for the rest of a wrapped cell
	for end > 1 {
		r := &rows[end-1]
		if r.x1() > free[0].x0 || wraps(&rows[end-2], r, free[0]) {
			break
		}
		end--
	}
	rows = rows[:end]
	free = bothSides(rows, free)
	if len(free) == 0 || !tabular(rows, free) {
		return nil, 0
	}
	return cells(rows, free), end
}

// inner returns the gaps of a cell's width between the words of a row.
func inner(r *row) []strip {
	var out []strip
	for _, g := range gaps(r) {
		if g.x0 > -far && g.x1 < far && g.x1-g.x0 >= cellGap*r.size {
			out = append(out, g)
		}
	}
	return out
}

// overlap returns what two sets of gaps share, where it is wide enough.
func overlap(a, b []strip, least float64) []strip {
	var out []strip
	for _, x := range a {
		for _, y := range b {
			if s := (strip{x0: max(x.x0, y.x0), x1: min(x.x1, y.x1)}); s.x1-s.x0 >= least {
				out = append(out, s)
			}
		}
	}
	return out
}

// wraps reports whether r goes on with the first cell of the row above: its first word had no room there.
func wraps(above, r *row, free strip) bool {
	if r.y-above.y > 1.5*r.size {
		return false
	}
	end := 0.0
	for _, w := range above.words {
		if w.x1 <= free.x1 {
			end = max(end, w.x1)
		}
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

// cells puts the rows' words into cells. Rows that only go on with the cells above are joined to them.
func cells(rows []row, free []strip) *grid {
	g := &grid{}
	least := far
	loose := false
	for i := 1; i < len(rows); i++ {
		least = min(least, rows[i].y-rows[i-1].y)
	}
	for i := 1; i < len(rows); i++ {
		loose = loose || rows[i].y-rows[i-1].y > looseRow*least
	}
	for i := range rows {
		now := make([][]*word, len(free)+1)
		for _, w := range rows[i].words {
			c := columnOf(w, free)
			now[c] = append(now[c], w)
		}
		if i > 0 && continues(rows, i, least, loose, now, g.cells[len(g.cells)-1]) {
			last := g.cells[len(g.cells)-1]
			for c := range now {
				last[c] = append(last[c], now[c]...)
			}
			continue
		}
		g.cells = append(g.cells, now)
	}
	return g
}

// continues reports whether row i is the rest of the cells above.
func continues(rows []row, i int, least float64, loose bool, now, above [][]*word) bool {
	gap := rows[i].y - rows[i-1].y
	if gap > 1.6*rows[i].size {
		return false
	}
	if loose && least < 1.45*rows[i].size {
		return gap <= looseRow*least
	}
	empty := 0
	for c := range now {
		if len(now[c]) == 0 {
			empty++
		} else if len(above[c]) == 0 {
			return false
		}
	}
	return len(now[0]) == 0 && empty > 0
}

// block makes the table a block.
func (g *grid) block(s *Sheet, column int, notes map[string]bool) page.Block {
	b := newBlock(s, page.Table, column)
	var out page.Block
	for i, r := range g.cells {
		if i > 0 {
			b.block.Text += "\n"
		}
		var row []page.Cell
		for c, words := range r {
			if c > 0 {
				b.block.Text += "\t"
			}
			row = append(row, b.cell(words, notes))
		}
		out.Rows = append(out.Rows, row)
	}
	rows := out.Rows
	out = b.finish()
	out.Rows = rows
	return out
}

// cell adds a cell's lines to the block.
func (b *blockBuilder) cell(words []*word, notes map[string]bool) page.Cell {
	one := &blockBuilder{sheet: b.sheet, style: b.style}
	start := len(b.block.Text)
	for _, r := range rowsOf(slices.Clone(words)) {
		one.line(dropNotes(r.words, notes))
	}
	b.block.Text += one.block.Text
	for _, l := range one.block.Lines {
		l.Start, l.End = l.Start+start, l.End+start
		for i := range l.Words {
			l.Words[i].Start += start
			l.Words[i].End += start
		}
		b.block.Lines = append(b.block.Lines, l)
	}
	b.block.Box = union(b.block.Box, one.block.Box)
	return page.Cell{Start: start, End: len(b.block.Text), Box: one.block.Box}
}
