package layout

import (
	"math"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// A blockBuilder puts lines of words together to a block.
type blockBuilder struct {
	sheet *Sheet
	block page.Block
	style map[style]int
}

// A style is a font at a size.
type style struct {
	name         string
	size         float64
	bold, italic bool
}

// styleOf rounds the size to tenths of a point.
func styleOf(w *word) style {
	return style{w.font.Name, math.Round(w.size*10) / 10, w.font.Bold, w.font.Italic}
}

func newBlock(s *Sheet, kind page.Kind, column int) *blockBuilder {
	return &blockBuilder{sheet: s, block: page.Block{Kind: kind, Column: column}, style: map[style]int{}}
}

// line adds a line.
func (b *blockBuilder) line(words []*word) {
	if len(words) == 0 {
		return
	}
	words, text, places := lineText(words)
	if text == "" {
		return
	}
	joined, at := page.Append(b.block.Text, text)
	if n := len(b.block.Lines); n > 0 { // the line before may have lost its hyphen
		b.shorten(len(joined) - len(text))
	}
	b.block.Text = joined
	l := page.Line{Start: at, End: len(joined)}
	for i, w := range words {
		b.style[styleOf(w)] += len(w.text)
		box := b.sheet.box(w)
		l.Box = union(l.Box, box)
		if places[i].End > places[i].Start {
			l.Words = append(l.Words, page.Word{Start: at + places[i].Start, End: at + places[i].End, Box: box})
		}
	}
	b.block.Lines = append(b.block.Lines, l)
	b.block.Box = union(b.block.Box, l.Box)
}

// shorten cuts the ranges of the last line and word off at end.
func (b *blockBuilder) shorten(end int) {
	l := &b.block.Lines[len(b.block.Lines)-1]
	l.End = min(l.End, end)
	if n := len(l.Words); n > 0 {
		l.Words[n-1].End = min(l.Words[n-1].End, end)
	}
}

// finish returns the block.
func (b *blockBuilder) finish() page.Block {
	most := 0
	for s, n := range b.style {
		if n > most || n == most && s.size > b.block.Font.Size {
			most = n
			b.block.Font = page.Font{Name: s.name, Size: s.size, Bold: s.bold, Italic: s.italic}
		}
	}
	return b.block
}

// lineText returns the words of one line in the order in which they are read, their text, and the place of each word in it.
func lineText(words []*word) ([]*word, string, []page.Word) {
	words = logical(words)
	var b strings.Builder
	places := make([]page.Word, len(words))
	for i, w := range words {
		text := w.text
		if i < len(words)-1 {
			text = strings.ReplaceAll(text, "\u00ad", "")
		} else if cut, ok := strings.CutSuffix(text, "\u00ad"); ok {
			text = strings.ReplaceAll(cut, "\u00ad", "") + "\u00ad"
		} else {
			text = strings.ReplaceAll(text, "\u00ad", "")
		}
		if b.Len() > 0 && !w.tight && text != "" {
			b.WriteByte(' ')
		}
		places[i].Start = b.Len()
		b.WriteString(text)
		places[i].End = b.Len()
	}
	return words, b.String(), places
}

// union returns the box around both; the zero box counts as none.
func union(a, b policy.Box) policy.Box {
	if a == (policy.Box{}) {
		return b
	}
	return policy.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

// box returns where a word stands on the page as it is seen.
func (s *Sheet) box(w *word) policy.Box {
	return s.turnBack(policy.Box{X0: w.x0, Y0: w.top() + w.lift, X1: w.x1, Y1: w.bottom() + w.lift}, s.turn)
}

// turnBack turns a box from the upright space of a direction back to the page.
func (s *Sheet) turnBack(b policy.Box, turn int) policy.Box {
	switch turn {
	case 1:
		b = policy.Box{X0: s.Width - b.Y1, Y0: b.X0, X1: s.Width - b.Y0, Y1: b.X1}
	case 2:
		b = policy.Box{X0: s.Width - b.X1, Y0: s.Height - b.Y1, X1: s.Width - b.X0, Y1: s.Height - b.Y0}
	case 3:
		b = policy.Box{X0: b.Y0, Y0: s.Height - b.X1, X1: b.Y1, Y1: s.Height - b.X0}
	}
	round := func(x float64) float64 { return math.Round(x*100) / 100 }
	return policy.Box{X0: round(b.X0), Y0: round(b.Y0), X1: round(b.X1), Y1: round(b.Y1)}
}
