package layout

import (
	"math"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// level gives each heading that has none its level: the one that most headings of its style have by tag, bookmark or number; else
// by its style's rank.
func level(pages [][]page.Block) {
	known := map[headStyle]map[int]int{}
	var styles []headStyle
	forHeadings(pages, func(b *page.Block) {
		s := styleOfHead(b)
		if known[s] == nil {
			known[s] = map[int]int{}
			styles = append(styles, s)
		}
		if b.Level > 0 {
			known[s][b.Level] += 2
		} else if n := depth(b.Text); n > 0 {
			known[s][n]++
		}
	})
	slices.SortFunc(styles, compareStyles)
	levels := map[headStyle]int{}
	last := 0
	for _, s := range styles {
		n := mostFrequent(known[s])
		if n == 0 {
			n = min(last+1, maxLevel)
		}
		levels[s], last = n, n
	}
	forHeadings(pages, func(b *page.Block) {
		if b.Level > 0 {
			return
		}
		b.Level = levels[styleOfHead(b)]
		if n := depth(b.Text); n > 1 {
			b.Level = n
		}
	})
}

// maxLevel is the lowest level of headings.
const maxLevel = 6

// forHeadings calls f for each heading.
func forHeadings(pages [][]page.Block, f func(b *page.Block)) {
	for _, blocks := range pages {
		for i := range blocks {
			if blocks[i].Kind == page.Heading {
				f(&blocks[i])
			}
		}
	}
}

func mostFrequent(count map[int]int) int {
	best, most := 0, 0
	for value, n := range count {
		if n > most || n == most && value < best {
			best, most = value, n
		}
	}
	return best
}

// depth returns how many numbers a heading's number has: 2 for "4.2 Ansvar", 0 without a number.
func depth(text string) int {
	number, rest, ok := strings.Cut(text, " ")
	if !ok || rest == "" || strings.Trim(number, "0123456789.") != "" {
		return 0
	}
	n := 0
	for part := range strings.SplitSeq(strings.TrimSuffix(number, "."), ".") {
		if part == "" || len(part) > 2 {
			return 0
		}
		n++
	}
	return min(n, maxLevel)
}

// compareStyles puts the styles of higher headings first: large before small, bold before plain, capitals before small letters.
func compareStyles(a, b headStyle) int {
	first := func(x, y bool) int {
		if x {
			return -1
		}
		return 1
	}
	switch {
	case a.size != b.size:
		return first(a.size > b.size, false)
	case a.bold != b.bold:
		return first(a.bold, b.bold)
	case a.caps != b.caps:
		return first(a.caps, b.caps)
	}
	return 0
}

// A headStyle is what tells headings of different levels apart.
type headStyle struct {
	size       float64
	bold, caps bool
}

func styleOfHead(b *page.Block) headStyle {
	return headStyle{math.Round(b.Font.Size*2) / 2, b.Font.Bold, strings.ToUpper(b.Text) == b.Text}
}
