package layout

import (
	"math"
	"slices"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
)

// Tolerances of ruled tables, in points.
const (
	// ruleReach is how far apart two lines may end that meet.
	ruleReach = 3
	// ruleMerge is how far apart two lines may be that are one: the edges of a border, the borders of neighbouring cells.
	ruleMerge = 6
	// maxCellWords is how many words a cell of a table has at most; more are text in a frame.
	maxCellWords = 120
	// maxLines bounds the lines of a page that tables are sought in: more are a drawing.
	maxLines = 3000
)

// A lattice is lines that meet.
type lattice struct {
	across, down []content.Rule
	box          content.Rule
}

// lattices puts lines that meet together.
func lattices(rules []content.Rule) []*lattice {
	if len(rules) > maxLines {
		return nil
	}
	var out []*lattice
	for _, r := range rules {
		l := &lattice{box: r}
		if r.X1-r.X0 > r.Y1-r.Y0 {
			l.across = append(l.across, r)
		} else {
			l.down = append(l.down, r)
		}
		kept := out[:0]
		for _, o := range out {
			if !o.meets(r) {
				kept = append(kept, o)
				continue
			}
			l.across, l.down = append(o.across, l.across...), append(o.down, l.down...)
			l.box = content.Rule{X0: min(l.box.X0, o.box.X0), Y0: min(l.box.Y0, o.box.Y0), X1: max(l.box.X1, o.box.X1), Y1: max(l.box.Y1, o.box.Y1)}
		}
		out = append(kept, l)
	}
	return out
}

// meets reports whether a line meets one of the lattice.
func (l *lattice) meets(r content.Rule) bool {
	if r.X0 > l.box.X1+ruleReach || r.X1 < l.box.X0-ruleReach || r.Y0 > l.box.Y1+ruleReach || r.Y1 < l.box.Y0-ruleReach {
		return false
	}
	touch := func(o content.Rule) bool {
		return r.X0 <= o.X1+ruleReach && r.X1 >= o.X0-ruleReach && r.Y0 <= o.Y1+ruleReach && r.Y1 >= o.Y0-ruleReach
	}
	return slices.ContainsFunc(l.across, touch) || slices.ContainsFunc(l.down, touch)
}

// edges returns the places of lines, those that are close together as one.
func edges(places []float64) []float64 {
	slices.Sort(places)
	var out []float64
	last := math.Inf(-1)
	for _, p := range places {
		if p-last > ruleMerge {
			out = append(out, p)
		}
		last = p
	}
	return out
}

// ruledTables replaces the words in each ruled table by one that stands for it.
func ruledTables(words []*word, rules []content.Rule) []*word {
	for _, l := range lattices(rules) {
		if len(l.across) < 3 || len(l.down) < 3 {
			continue
		}
		xs, ys := []float64{l.box.X0, l.box.X1}, []float64{l.box.Y0, l.box.Y1} // the outermost lines may be missing
		for _, r := range l.down {
			xs = append(xs, (r.X0+r.X1)/2)
		}
		for _, r := range l.across {
			ys = append(ys, (r.Y0+r.Y1)/2)
		}
		if xs, ys = edges(xs), edges(ys); len(xs) < 3 || len(ys) < 3 {
			continue
		}
		words = l.fill(words, xs, ys)
	}
	return words
}

// fill puts the words inside the lattice into its cells. It returns words as they were if that makes no table.
func (l *lattice) fill(words []*word, xs, ys []float64) []*word {
	cells := make([][][]*word, len(ys)-1)
	for i := range cells {
		cells[i] = make([][]*word, len(xs)-1)
	}
	var outside []*word
	var first *word
	for _, w := range words {
		c, r := interval(xs, (w.x0+w.x1)/2), interval(ys, w.y-0.3*w.size)
		if c < 0 || r < 0 || w.table != nil {
			outside = append(outside, w)
			continue
		}
		for c > 0 && !l.parted(xs[c], ys[r], ys[r+1]) {
			c--
		}
		for r > 0 && !l.floored(ys[r], xs[c], xs[c+1]) {
			r--
		}
		if first == nil || w.seq < first.seq {
			first = w
		}
		if cells[r][c] = append(cells[r][c], w); len(cells[r][c]) > maxCellWords {
			return words
		}
	}
	g := tidy(cells)
	if len(g.cells) < 2 || len(g.cells[0]) < 2 {
		return words
	}
	t := *first
	t.text, t.table, t.super, t.sub, t.tight = "\u00a0", g, false, false, false
	t.x0, t.x1, t.y = xs[0], xs[len(xs)-1], ys[0]+t.size
	return append(outside, &t)
}

// interval returns the index of the interval between edges that holds x, -1 if none does.
func interval(edges []float64, x float64) int {
	i, _ := slices.BinarySearch(edges, x)
	if i == 0 || i == len(edges) {
		return -1
	}
	return i - 1
}

// parted reports whether a line runs down at x between the rows' edges y0 and y1: without one the cells beside it are one.
func (l *lattice) parted(x, y0, y1 float64) bool {
	y := (y0 + y1) / 2
	return slices.ContainsFunc(l.down, func(r content.Rule) bool {
		return math.Abs((r.X0+r.X1)/2-x) <= ruleMerge && r.Y0 <= y && r.Y1 >= y
	})
}

// floored reports whether a line runs across at y between the columns' edges x0 and x1.
func (l *lattice) floored(y, x0, x1 float64) bool {
	x := (x0 + x1) / 2
	return slices.ContainsFunc(l.across, func(r content.Rule) bool {
		return math.Abs((r.Y0+r.Y1)/2-y) <= ruleMerge && r.X0 <= x && r.X1 >= x
	})
}

// tidy drops the rows and columns without a word.
func tidy(cells [][][]*word) *grid {
	g := &grid{}
	used := make([]bool, len(cells[0]))
	for _, r := range cells {
		for c := range r {
			used[c] = used[c] || len(r[c]) > 0
		}
	}
	for _, r := range cells {
		var row [][]*word
		filled := false
		for c := range r {
			if used[c] {
				row = append(row, r[c])
				filled = filled || len(r[c]) > 0
			}
		}
		if filled {
			g.cells = append(g.cells, row)
		}
	}
	return g
}
