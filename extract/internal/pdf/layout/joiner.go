package layout

import (
	"slices"
	"strings"
)

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

// full reports whether a cell above row i was full; the first one must have been if the row has words there.
func (j *joiner) full(i int) bool {
	if len(j.lines[i][0]) > 0 && len(j.lines[i-1][0]) > 0 {
		return j.fullCell(i, 0)
	}
	for c := range j.lines[i] {
		if j.fullCell(i, c) {
			return true
		}
	}
	return false
}

// fullCell reports whether the cell of column c above row i was full: the first word of the cell below it had no room there.
func (j *joiner) fullCell(i, c int) bool {
	now, above := j.lines[i][c], j.lines[i-1][c]
	if len(now) == 0 || len(above) == 0 {
		return false
	}
	last := above[len(above)-1]
	return strings.HasSuffix(last.text, "-") || last.x1+0.3*last.size+now[0].width() > j.limits[c]-0.2*last.size
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
