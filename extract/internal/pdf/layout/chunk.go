package layout

import (
	"math"
	"slices"
	"strings"
)

// A chunk is a stack of short lines that were drawn one after the other: a cell of a table, or a part of running text.
type chunk struct {
	words          []*word
	x0, x1, y0, y1 float64 // y0 and y1 are the first and the last base line
	lines          int
	size           float64
}

// chunks parts words, which are in the order of drawing, into chunks. It goes over them twice: where several chunks begin, others
// may begin without a gap of a cell's width.
func chunks(words []*word) []*chunk {
	starts := map[int]int{}
	for _, c := range chunksBy(words, nil) {
		starts[int(math.Round(c.x0))]++
	}
	parts := make([]*word, 0, len(words))
	for _, w := range words {
		i := -1
		if len(w.cuts) > 0 {
			i = slices.IndexFunc(w.cuts, func(k cut) bool { return starts[int(math.Round(k.x))] >= minStarts })
		}
		if i >= 0 {
			var left *word
			left, w = w.split(w.cuts[i])
			parts = append(parts, left)
		}
		parts = append(parts, w)
	}
	return chunksBy(parts, starts)
}

func chunksBy(words []*word, starts map[int]int) []*chunk {
	var out []*chunk
	var c *chunk
	start := 0
	for i, w := range words {
		if c == nil || !c.takes(words[i-1], w, starts) {
			if c != nil {
				if rest := c.splitFor(w); rest != nil {
					out = append(out, rest)
				}
			}
			c = &chunk{}
			out = append(out, c)
			start = i
		}
		c.include(w)
		c.words = words[start : i+1 : i+1]
	}
	return out
}

// include makes the chunk hold w, the next of its words.
func (c *chunk) include(w *word) {
	if c.lines == 0 {
		*c = chunk{x0: w.x0, x1: w.x1, y0: w.y, y1: w.y, lines: 1, size: w.size}
	} else if w.y > c.y1+0.5*c.size {
		c.lines++
	}
	c.x0, c.x1 = min(c.x0, w.x0), max(c.x1, w.x1)
	c.y0, c.y1 = min(c.y0, w.y), max(c.y1, w.y)
}

// splitFor cuts the lines off a chunk that w, a cell drawn after them, stands beside, and returns them; nil if that would be all of
// it or nothing. A paragraph may stand right above the first cell of a table.
func (c *chunk) splitFor(w *word) *chunk {
	i := slices.IndexFunc(c.words, func(o *word) bool { return o.y >= w.y-0.5*w.size })
	if i <= 0 || slices.ContainsFunc(c.words[i:], func(o *word) bool { return o.x1 > w.x0+0.2*w.size }) {
		return nil
	}
	if gap := c.words[i].y - c.words[i-1].y; gap < min(1.12*c.leading(), 1.3*w.size) && w.moved {
		return nil // lines of one cell
	}
	words := c.words
	*c = *chunkOf(words[:i:i])
	return chunkOf(words[i:])
}

// chunkOf returns the chunk of words. It keeps the slice.
func chunkOf(words []*word) *chunk {
	c := &chunk{}
	for _, w := range words {
		c.include(w)
	}
	c.words = words
	return c
}

// leading returns the least distance of two lines of a chunk.
func (c *chunk) leading() float64 {
	least := far
	for i := 1; i < len(c.words); i++ {
		if d := c.words[i].y - c.words[i-1].y; d > 0.5*c.size {
			least = min(least, d)
		}
	}
	return least
}

// parts cuts a chunk of one line where a column begins within it.
func (c *chunk) parts(columns []strip) []*chunk {
	if c.lines > 1 {
		return []*chunk{c}
	}
	begin := func(x float64) bool {
		return slices.ContainsFunc(columns, func(s strip) bool { return math.Abs(s.x0-x) < 1.5 })
	}
	words := make([]*word, 0, len(c.words))
	for _, w := range c.words {
		for i := slices.IndexFunc(w.cuts, func(k cut) bool { return begin(k.x) }); i >= 0; i = -1 {
			var left *word
			left, w = w.split(w.cuts[i])
			words = append(words, left)
		}
		words = append(words, w)
	}
	c = chunkOf(words)
	var out []*chunk
	start := 0
	for i, w := range c.words {
		begins := w.moved && begin(w.x0)
		if i > 0 && begins {
			out = append(out, chunkOf(c.words[start:i:i]))
			start = i
		}
	}
	return append(out, chunkOf(c.words[start:]))
}

// minStarts is how many chunks must begin at a place for others to begin there.
const minStarts = 2

// takes reports whether w, drawn after last, goes on with the chunk: on the same line, or at the start of the next.
func (c *chunk) takes(last, w *word, starts map[int]int) bool {
	if w.table != nil || last.table != nil {
		return false
	}
	dy := w.y - last.y
	if math.Abs(dy) <= rowShift*min(last.size, w.size) {
		gap := w.x0 - last.x1
		switch {
		case gap < -0.3*w.size, w.lone:
			return false
		case flows(last, w):
			return true
		case !w.moved || w.mcid >= 0 && w.mcid == last.mcid:
			return gap < tabGap*w.size
		case (gap > wordGap*w.size || strings.HasSuffix(last.text, "-")) && starts[int(math.Round(w.x0))] >= minStarts:
			return false
		}
		return gap < cellGap*w.size
	}
	if dy < 0.8*w.size || dy > 1.75*w.size || math.Abs(w.size-last.size) > 0.15*w.size {
		return false
	}
	return w.x0 < c.x1 && w.x0 > c.x0-4*w.size && w.x0 < last.x1
}

// dotted reports whether a chunk has the leaders of a contents list.
func (c *chunk) dotted() bool {
	alone := 0
	for _, w := range c.words {
		n := trailingDots(w.text)
		if n >= minLeader {
			return true
		}
		if n > 0 && n == len([]rune(w.text)) {
			alone++
		}
	}
	return alone >= minLeader
}
