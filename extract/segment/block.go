package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// A block is a page.Block on its way into the document.
type block struct {
	kind   page.Kind
	level  int
	text   string
	marker string
	lines  []line
	font   page.Font
	page   int // where it begins, from 1
	column int

	cut     policy.FurnitureKind // what furniture it is, "" if it is reading text
	heading bool
	title   bool   // the document's own title
	number  string // a heading's number, without its last full stop
	name    string // a heading without its number
	runIn   bool   // cut out of flowing text
	zone    policy.Zone
}

// A line is a printed line: its byte range in the block's text, and where it stands.
type line struct {
	start, end int
	page       int
	box        policy.Box
}

// split cuts b at byte at of its text and returns what stands before and after.
func (b *block) split(at int) (before, after *block) {
	p := b.pieces([]int{at})
	return p[0], p[1]
}

// pieces cuts b at the given bytes of its text, which ascend, and returns the pieces without the space around them. Only the
// first keeps the marker.
func (b *block) pieces(points []int) []*block {
	var out []*block
	from, k := 0, 0
	for n, to := range append(points[:len(points):len(points)], len(b.text)) {
		piece := *b
		if n > 0 {
			piece.marker = ""
			if piece.kind == page.ListItem {
				piece.kind = page.Paragraph
			}
		}
		start := from + len(b.text[from:to]) - len(strings.TrimLeft(b.text[from:to], " "))
		end := max(start, from+len(strings.TrimRight(b.text[from:to], " ")))
		piece.text, piece.lines = b.text[start:end], nil
		for k > 0 && b.lines[k-1].end > start {
			k--
		}
		for ; k < len(b.lines) && b.lines[k].start < end; k++ {
			if l := b.lines[k]; l.end > start {
				l.start, l.end = max(l.start, start)-start, min(l.end, end)-start
				piece.lines = append(piece.lines, l)
			}
		}
		if len(piece.lines) > 0 {
			piece.page = piece.lines[0].page
		}
		out = append(out, &piece)
		from = to
	}
	return out
}

// lastPage returns the page on which b ends.
func (b *block) lastPage() int {
	if n := len(b.lines); n > 0 {
		return b.lines[n-1].page
	}
	return b.page
}

// body reports whether b is reading text other than a table.
func (b *block) body() bool { return b.cut == "" && b.kind != page.Table && b.kind != page.Footnote }
