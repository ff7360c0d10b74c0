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
