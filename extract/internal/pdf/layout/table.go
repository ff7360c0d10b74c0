package layout

import (
	"slices"
	"strings"

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
	// tabGap is the same where one string leads from cell to cell: justified lines have wide gaps too.
	tabGap = 2.5
	// minTableRows is how many rows with two cells or more make a table.
	minTableRows = 2
	// looseRow is how much wider than within a cell the rows of a table may stand apart.
	looseRow = 1.25
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

// A divider is a stripe between two columns of a table.
type divider struct {
	strip
	start   float64 // where the cells right of it begin
	support int     // the rows whose cells stand apart there
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
		if hasTable(r) || leaders(r) || r.y-rows[end-1].y > 3.2*max(r.size, rows[end-1].size) {
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
			aligned := w.x0-d.start < 1.5 && d.start-w.x0 < 1.5
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
	lines := make([][][]*word, len(rows))
	for i := range rows {
		lines[i] = make([][]*word, len(free)+1)
		for _, w := range rows[i].words {
			c := columnOf(w, free)
			lines[i][c] = append(lines[i][c], w)
		}
	}
	limits := make([]float64, len(free)+1)
	for i, s := range free {
		limits[i] = s.x1
	}
	for i := range rows {
		limits[len(free)] = max(limits[len(free)], rows[i].x1())
	}
	return join(rows, lines, limits)
}

// join makes a table of printed rows. limits are where the columns end.
func join(rows []row, lines [][][]*word, limits []float64) *grid {
	g := &grid{}
	j := newJoiner(rows, lines, limits)
	for i := range lines {
		if i > 0 && j.continues(i) {
			last := g.cells[len(g.cells)-1]
			for c := range lines[i] {
				last[c] = append(last[c], lines[i][c]...)
			}
			continue
		}
		g.cells = append(g.cells, slices.Clone(lines[i]))
	}
	return g
}

// A joiner tells which printed rows of a table are the rest of the row above.
type joiner struct {
	rows    []row
	lines   [][][]*word
	limits  []float64
	least   float64 // the least distance of two rows
	loose   bool    // the distances differ: those between rows of the table are wider
	byCells bool    // the table was drawn cell by cell
}

func newJoiner(rows []row, lines [][][]*word, limits []float64) *joiner {
	j := &joiner{rows: rows, lines: lines, limits: limits, least: far}
	for i := 1; i < len(rows); i++ {
		j.least = min(j.least, rows[i].y-rows[i-1].y)
		j.byCells = j.byCells || j.follows(i)
	}
	for i := 1; i < len(rows); i++ {
		j.loose = j.loose || rows[i].y-rows[i-1].y > looseRow*j.least
	}
	return j
}

// full reports whether a cell above row i was full: the first word of the cell below it had no room there.
func (j *joiner) full(i int) bool {
	for c, now := range j.lines[i] {
		above := j.lines[i-1][c]
		if len(now) == 0 || len(above) == 0 {
			continue
		}
		last := above[len(above)-1]
		if strings.HasSuffix(last.text, "-") || last.x1+0.3*last.size+now[0].width() > j.limits[c]-0.2*last.size {
			return true
		}
	}
	return false
}

// follows reports whether a cell of row i was drawn right after the cell above it, although that row has more cells.
func (j *joiner) follows(i int) bool {
	for c, now := range j.lines[i] {
		above := j.lines[i-1][c]
		if len(now) == 0 || len(above) == 0 || jump(above[len(above)-1], now[0]) {
			continue
		}
		for other := c + 1; other < len(j.lines[i]); other++ {
			if len(j.lines[i-1][other]) > 0 {
				return true
			}
		}
	}
	return false
}

// continues reports whether row i is the rest of the cells above.
func (j *joiner) continues(i int) bool {
	size := j.rows[i].size
	gap := j.rows[i].y - j.rows[i-1].y
	if gap > 1.8*size {
		return false
	}
	if j.byCells {
		return j.follows(i) || j.lastCell(i)
	}
	if j.loose && j.least < 1.45*size {
		if gap > looseRow*j.least {
			return false
		}
		if j.full(i) {
			return true
		}
	}
	empty := 0
	for c, now := range j.lines[i] {
		if len(now) == 0 {
			empty++
		} else if len(j.lines[i-1][c]) == 0 {
			return false
		}
	}
	return len(j.lines[i][0]) == 0 && empty > 0
}

// lastCell reports whether row i has words only in the last column, drawn right after those above.
func (j *joiner) lastCell(i int) bool {
	last := len(j.lines[i]) - 1
	for _, now := range j.lines[i][:last] {
		if len(now) > 0 {
			return false
		}
	}
	now, above := j.lines[i][last], j.lines[i-1][last]
	return len(now) > 0 && len(above) > 0 && !jump(above[len(above)-1], now[0])
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
