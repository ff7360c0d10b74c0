package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/internal/pdf/font"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// A blockBuilder puts lines of words together to a block.
type blockBuilder struct {
	sheet  *Sheet
	block  page.Block
	text   []byte // becomes the block's; nil when it has
	start  int    // where in text the lines begin that are joined to each other
	first  int    // the line that begins there
	styles []styleCount
	// within is set if the next line begins within the word that the last one ended in, without a hyphen.
	within bool
}

// maxStyles is how many styles of a block are counted: one that has more is a drawing.
const maxStyles = 64

// A styleCount is a style with the bytes that are set in it, and the font and the size that last counted as it.
type styleCount struct {
	style
	bytes int
	font  *font.Font
	exact float64
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
	return &blockBuilder{sheet: s, block: page.Block{Kind: kind, Column: column}, text: s.blockBytes[:0]}
}

// line adds a line.
func (b *blockBuilder) line(words []*word) {
	if len(words) == 0 {
		return
	}
	words, text, places := b.sheet.lineText(words)
	if len(text) == 0 {
		return
	}
	if !b.within {
		b.join(text)
	}
	at := len(b.text)
	b.text = append(b.text, text...)
	l := page.Line{Start: at, End: len(b.text), Words: make([]page.Word, 0, len(words))}
	for i, w := range words {
		b.count(w)
		box := b.sheet.box(w)
		l.Box = union(l.Box, box)
		if places[i].End > places[i].Start {
			l.Words = append(l.Words, page.Word{Start: at + places[i].Start, End: at + places[i].End, Box: box})
		}
	}
	b.block.Lines = append(b.block.Lines, l)
	b.block.Box = union(b.block.Box, l.Box)
}

// join makes the text so far end so that the next line goes on with it.
func (b *blockBuilder) join(line []byte) {
	if len(b.text) == b.start {
		return
	}
	const word = 24 // of the line suffices, as the end of the text does, to tell
	left, right := string(b.text[max(b.start, len(b.text)-word):]), string(line[:min(len(line), word)])
	switch page.Joining(left, right) {
	case page.JoinSpace:
		b.text = append(b.text, ' ')
		return
	case page.JoinWord:
		_, size := utf8.DecodeLastRune(b.text)
		b.text = b.text[:len(b.text)-size]
	}
	if len(b.block.Lines) > b.first { // the line before may have lost its hyphen
		b.shorten(len(b.text))
	}
}

// count counts a word's style.
func (b *blockBuilder) count(w *word) {
	for i := range b.styles {
		if s := &b.styles[i]; s.font == w.font && s.exact == w.size {
			s.bytes += len(w.text)
			return
		}
	}
	style := styleOf(w)
	for i := range b.styles {
		if s := &b.styles[i]; s.style == style {
			s.bytes += len(w.text)
			s.font, s.exact = w.font, w.size
			return
		}
	}
	if len(b.styles) < maxStyles {
		b.styles = append(b.styles, styleCount{style, len(w.text), w.font, w.size})
	}
}

// settle gives the block its text, to which no more lines are added.
func (b *blockBuilder) settle() {
	if b.text != nil {
		b.block.Text, b.text, b.sheet.blockBytes = string(b.text), nil, b.text
	}
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
	b.settle()
	most := 0
	for _, s := range b.styles {
		if s.bytes > most || s.bytes == most && s.size > b.block.Font.Size {
			most = s.bytes
			b.block.Font = page.Font{Name: s.name, Size: s.size, Bold: s.bold, Italic: s.italic}
		}
	}
	return b.block
}

// A place is where a word stands in the text of its line.
type place struct{ Start, End int }

// lineText returns the words of one line in the order in which they are read, their text, and the place of each word in it. Text and
// places are valid until the next call.
func (s *Sheet) lineText(words []*word) ([]*word, []byte, []place) {
	words = logical(words)
	b, places := s.lineBytes[:0], s.places[:0]
	for i, w := range words {
		text := w.text
		if strings.Contains(text, "\u00ad") {
			soft := ""
			if i == len(words)-1 && strings.HasSuffix(text, "\u00ad") {
				soft = "\u00ad"
			}
			text = strings.ReplaceAll(text, "\u00ad", "") + soft
		}
		if len(b) > 0 && !w.tight && text != "" {
			b = append(b, ' ')
		}
		start := len(b)
		b = append(b, text...)
		places = append(places, place{start, len(b)})
	}
	s.lineBytes, s.places = b, places
	return words, b, places
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
