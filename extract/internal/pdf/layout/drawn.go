package layout

import (
	"math"
	"slices"
)

// minDrawn is how many rows of two cells or more make a table by the order of drawing.
const minDrawn = 2

// drawnTables finds the tables among words by the order in which their cells were drawn, and returns the words with each table's
// replaced by one that stands for it; found is false if there is none. It puts words in the order of drawing. Cells may be of several lines, set high or low, with hardly a gap between them.
func drawnTables(words []*word) (out []*word, found bool) {
	slices.SortFunc(words, func(a, b *word) int { return a.seq - b.seq })
	all := chunks(words)
	for i := 0; i < len(all); {
		if t, n := drawnTable(all[i:]); n > 0 {
			out = append(out, t)
			i += n
			found = true
			continue
		}
		out = append(out, all[i].words...)
		i++
	}
	return out, found
}

// A drawn is a table under construction.
type drawn struct {
	rows    [][]*chunk
	columns []strip
	several int // rows of two cells or more
	marks   int // rows whose first cell is a list item's marker
}

// drawnTable returns a word for the table that begins with all[0], and how many chunks it takes; 0 if there is none.
func drawnTable(all []*chunk) (*word, int) {
	d := &drawn{}
	var ends []int // how many chunks the rows up to each take
	for used := 0; used < len(all); {
		r := logicalRow(all[used:])
		if !d.add(r) {
			break
		}
		used += len(r)
		ends = append(ends, used)
	}
	for n := len(d.rows); n > 0 && len(d.rows[n-1]) == 1; n-- { // what comes last in one column is text again
		if n > 1 && d.wrapped(n-1) {
			break
		}
		d.rows = d.rows[:n-1]
	}
	d.columns = slices.DeleteFunc(d.columns, d.unused)
	if d.several < minDrawn || 2*d.marks >= d.several || len(d.columns) < 2 || !d.cellular() {
		return nil, 0
	}
	return d.word(), ends[len(d.rows)-1]
}

// unused reports whether no chunk stands in a column: those that did were taken off the table.
func (d *drawn) unused(s strip) bool {
	return !slices.ContainsFunc(d.rows, func(r []*chunk) bool {
		return slices.ContainsFunc(r, func(c *chunk) bool { return c.x0 < s.x1-0.5 && c.x1 > s.x0+0.5 })
	})
}

// logicalRow returns the chunks that begin all and stand beside each other, each right of the one before.
func logicalRow(all []*chunk) []*chunk {
	y0, y1 := all[0].y0, all[0].y1
	n := 1
	for n < len(all) {
		c, last := all[n], all[n-1]
		if c.x0 < last.x1-0.2*c.size || c.y0 > y1+0.6*c.size || c.y1 < y0-0.6*c.size {
			break
		}
		y0, y1 = min(y0, c.y0), max(y1, c.y1)
		n++
	}
	return all[:n]
}

// add takes a row in if it fits the columns so far.
func (d *drawn) add(r []*chunk) bool {
	if slices.ContainsFunc(r, func(c *chunk) bool { return c.words[0].table != nil || c.dotted() }) || len(d.rows) == 0 && len(r) < 2 {
		return false
	}
	if n := len(d.rows); n > 0 {
		y := bottom(d.rows[n-1])
		if top(r) < y+0.4*r[0].size || top(r)-y > 4*r[0].size || n == 1 && r[0].size > overTable*d.rows[0][0].size {
			return false
		}
	}
	columns := slices.Clone(d.columns)
	var whole []*chunk
	for _, c := range r {
		whole = append(whole, c.parts(columns)...)
	}
	r = whole
	for _, c := range r {
		hit := -1
		for i, s := range columns {
			if c.x0 < s.x1-0.5 && c.x1 > s.x0+0.5 {
				if hit >= 0 {
					return false // it lies over two columns
				}
				hit = i
			}
		}
		if hit < 0 {
			columns = append(columns, strip{x0: c.x0, x1: c.x1})
			continue
		}
		columns[hit].x0, columns[hit].x1 = min(columns[hit].x0, c.x0), max(columns[hit].x1, c.x1)
	}
	slices.SortFunc(columns, func(a, b strip) int { return int(math.Copysign(1, a.x0-b.x0)) })
	for i := 1; i < len(columns); i++ {
		if columns[i].x0 < columns[i-1].x1-1 {
			return false
		}
	}
	d.columns = columns
	d.rows = append(d.rows, r)
	if len(r) > 1 {
		d.several++
		if marker(r[0].words[:1:1], r[1].words[0]) > 0 {
			d.marks++
		}
	}
	return true
}

// wrapped reports whether row i, of one chunk in the first column, is the rest of the cell above it, which had no room for its first
// word.
func (d *drawn) wrapped(i int) bool {
	r := d.rows[i]
	if i < 1 || len(r) != 1 || len(d.columns) < 2 || len(d.rows[i-1]) < 2 {
		return false
	}
	c, above := r[0], d.rows[i-1][0]
	if c.x0 >= d.columns[1].x0 || above.x0 >= d.columns[1].x0 || c.y0-above.y1 > 1.4*above.size || c.lines > 1 ||
		math.Abs(c.size-above.size) > sizeChange*above.size {
		return false
	}
	return above.x1+0.3*c.size+c.words[0].width() > d.columns[1].x0-0.2*c.size && c.x1 <= d.columns[1].x0
}

func top(r []*chunk) float64 {
	y := r[0].y0
	for _, c := range r {
		y = min(y, c.y0)
	}
	return y
}

func bottom(r []*chunk) float64 {
	y := r[0].y1
	for _, c := range r {
		y = max(y, c.y1)
	}
	return y
}

// cellular reports whether the chunks are as short as cells are, and no columns of running text.
func (d *drawn) cellular() bool {
	lines, cells := 0, 0
	for _, r := range d.rows {
		for _, c := range r {
			lines += c.lines
			cells++
		}
	}
	return lines <= 8*cells
}

// word returns a word that stands for the table where it lies.
func (d *drawn) word() *word {
	g := &grid{}
	first := d.rows[0][0].words[0]
	w := &word{text: "\u00a0", x0: first.x0, x1: first.x1, y: top(d.rows[0]), size: first.size, font: first.font, seq: first.seq, mcid: -1, table: g}
	var lines [][][]*word
	var rows []row
	single := true
	for _, r := range d.rows {
		cells := make([][]*word, len(d.columns))
		var all []*word
		for _, c := range r {
			single = single && c.lines == 1
			w.x0, w.x1 = min(w.x0, c.x0), max(w.x1, c.x1)
			all = append(all, c.words...)
			for i, s := range d.columns {
				if c.x0 < s.x1-0.5 && c.x1 > s.x0+0.5 {
					cells[i] = append(cells[i], c.words...)
					break
				}
			}
		}
		lines = append(lines, cells)
		rows = append(rows, row{words: all, y: top(r), size: r[0].size})
	}
	if !single {
		g.cells = lines
		return w
	}
	limits := make([]float64, len(d.columns)) // drawn line by line: a row may be the rest of the one above
	for i := range limits {
		limits[i] = d.columns[i].x1
		if i+1 < len(limits) {
			limits[i] = d.columns[i+1].x0
		}
	}
	w.table = join(rows, lines, limits)
	return w
}
