package layout

import (
	"math"
	"slices"
)

// findLone marks the words that no space leads to, if the page uses spaces at all: they begin another cell or column.
func findLone(words []word) {
	spaces := 0
	for i := range words {
		if words[i].blanks > 0 {
			spaces++
		}
	}
	if 2*spaces < len(words) {
		for start := 0; start < len(words); {
			end := start + 1
			for end < len(words) && inLine(&words[end-1], &words[end]) {
				end++
			}
			findCells(words[start:end])
			start = end
		}
		return
	}
	for i := range words {
		words[i].strict = true
	}
	for i := 1; i < len(words); i++ {
		a, b := &words[i-1], &words[i]
		b.lone = b.moved && b.blanks == 0 && b.x0-a.x1 > loneGap*min(a.size, b.size) && math.Abs(a.y-b.y) < rowShift*b.size
	}
}

// unevenGap is how much wider than another one a gap is that parts cells on a line without spaces.
const unevenGap = 1.6

// inLine reports whether b goes on with the line that a is in, without a space and in one string.
func inLine(a, b *word) bool {
	return !b.moved && b.blanks == 0 && b.x0 > a.x1 && math.Abs(a.y-b.y) < baseShift*b.size
}

// findCells marks the words of a line without spaces that begin a cell: the gap before them is wide, and the gaps of the line are not
// all alike, as those of a justified line are.
func findCells(line []word) {
	least, most := far, 0.0
	for i := 1; i < len(line); i++ {
		gap := line[i].x0 - line[i-1].x1
		least, most = min(least, gap), max(most, gap)
	}
	if len(line) < 3 || most < unevenGap*least {
		return
	}
	for i := 1; i < len(line); i++ {
		b := &line[i]
		b.lone = b.x0-line[i-1].x1 >= cellGap*b.size
	}
}

// The tolerances of scans that lay askew: slopes of the base lines.
const (
	leastSlope = 0.002
	mostSlope  = 0.08
	// minSloped is how many pairs of words must tell the slope.
	minSloped = 10
)

// straighten moves the words of a page that was scanned askew so that its lines are level. The slope is that between the words of most
// lines.
func straighten(words []word) {
	slopes := make([]float64, 0, len(words))
	for i := 1; i < len(words); i++ {
		a, b := &words[i-1], &words[i]
		if dx, dy := b.x0-a.x0, b.y-a.y; dx > a.size && b.x0-a.x1 < 2*a.size && math.Abs(dy) < mostSlope*dx {
			slopes = append(slopes, dy/dx)
		}
	}
	if len(slopes) < minSloped {
		return
	}
	slices.Sort(slopes)
	slope := slopes[len(slopes)/2]
	if math.Abs(slope) < leastSlope || slopes[len(slopes)/4]*slopes[3*len(slopes)/4] <= 0 {
		return
	}
	for i := range words {
		words[i].lift = slope * words[i].x0
		words[i].y -= words[i].lift
	}
}
