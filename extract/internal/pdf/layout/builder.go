package layout

import (
	"math"
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
)

// A wordBuilder makes words of glyphs in the order in which they are drawn.
type wordBuilder struct {
	turn          int
	width, height float64
	words         []word
	buf           []byte // the text of the present word
	text          []byte // of the words before it
	ends          []int  // where in text each of words ends
	cur           word
	open          bool
	blanks        int  // the space glyphs since the last word
	moved         bool // the place was set anew since the last word began
	base, line    float64
	lineSize      float64
	lastX1        float64
}

// scratch keeps the words of builders that are done: how many there are shows only at the end of a page.
var scratch = sync.Pool{New: func() any { return new(wordBuilder) }}

// maxScratch is how many words a builder keeps the memory of: more than most pages have.
const maxScratch = 4096

func newWordBuilder(s *Sheet, turn int) *wordBuilder {
	b := scratch.Get().(*wordBuilder)
	*b = wordBuilder{turn: turn, width: s.Width, height: s.Height, words: b.words[:0], buf: b.buf[:0], text: b.text[:0],
		ends: b.ends[:0]}
	return b
}

// add takes in the next glyph.
func (b *wordBuilder) add(g *content.Glyph) {
	turn := b.turn
	if turn == 4 {
		turn = 0
	}
	x, y := upright(g.X, g.Y, turn, b.width, b.height)
	x1, _ := upright(g.X+g.DX, g.Y+g.DY, turn, b.width, b.height)
	b.moved = b.moved || g.Moved
	if blank(g.Text) {
		b.close()
		b.blanks++
		return
	}
	if g.Text == "" {
		return
	}
	if b.open && (g.Drawn || b.cur.drawn || !b.continues(g, x, y)) {
		b.close()
	}
	if !b.open {
		b.begin(g, x, y)
	}
	if len(b.buf) > 0 {
		gap := x - b.lastX1
		b.cur.gaps += gap
		if g.Moved && math.Abs(gap) > minCut*g.Size && len(b.cur.cuts) < maxCuts {
			b.cur.cuts = append(b.cur.cuts, cut{len(b.buf), x})
		}
	}
	b.buf = append(b.buf, g.Text...)
	b.cur.letters++
	b.cur.x0, b.cur.x1 = min(b.cur.x0, x, x1), max(b.cur.x1, x, x1)
	b.base = y
	b.lastX1 = x1
}

// maxCuts bounds the cuts kept of a word: where each glyph is placed by itself they tell nothing.
const maxCuts = 3

// blank reports whether text is nothing but a space.
func blank(text string) bool {
	switch text {
	case " ", "\u00a0", "\u2002", "\u2003", "\u2009", "\u200b", "\u202f", "\u3000", "  ":
		return true
	}
	return false
}

// continues reports whether a glyph at x, y goes on with the open word.
func (b *wordBuilder) continues(g *content.Glyph, x, y float64) bool {
	w := &b.cur
	size := min(w.size, g.Size)
	if math.Abs(y-b.base) > baseShift*size && b.turn != 4 {
		return false
	}
	if b.turn == 4 {
		return math.Abs(y-b.base) < size
	}
	if g.Size > 1.3*w.size || g.Size < 0.7*w.size {
		return false
	}
	if g.Moved && b.buf[len(b.buf)-1] == '-' {
		return false // a cell may end in a hyphen where the next one begins
	}
	gap := x - b.lastX1
	return gap <= wordGap*size && gap >= -backGap*size && g.Hidden == w.hidden
}

// begin opens a word. A smaller one that stands right after the last one, a little raised or lowered, is set on its line.
func (b *wordBuilder) begin(g *content.Glyph, x, y float64) {
	b.open = true
	b.cur = word{x0: x, x1: x, y: y, size: g.Size, font: g.Font, mcid: g.MCID, hidden: g.Hidden, artifact: g.Artifact,
		blanks: b.blanks, drawn: g.Drawn, moved: b.moved}
	b.moved = false
	if n := len(b.words); n > 0 && b.turn != 4 {
		last := &b.words[n-1]
		raise, gap := b.line-y, x-last.x1
		near := gap > -0.5*last.size && gap < 0.6*b.lineSize
		switch {
		case !near || g.Size > 0.85*b.lineSize:
		case raise > 0.1*b.lineSize && raise < 0.75*b.lineSize:
			b.cur.super, b.cur.y = true, b.line
		case raise < -0.04*b.lineSize && raise > -0.45*b.lineSize:
			b.cur.sub, b.cur.y = true, b.line
		}
	}
	if !b.cur.super && !b.cur.sub {
		b.line, b.lineSize = y, g.Size
	}
	b.blanks = 0
}

// close ends the open word.
func (b *wordBuilder) close() {
	if !b.open {
		return
	}
	b.open = false
	size := len(b.buf)
	b.buf = normal(b.buf)
	if len(b.buf) != size {
		b.cur.cuts = nil
	}
	if len(b.buf) > 0 && utf8.Valid(b.buf) {
		b.text = append(b.text, b.buf...)
		b.cur.seq, b.cur.last = len(b.words), len(b.words)
		b.words = append(b.words, b.cur)
		b.ends = append(b.ends, len(b.text))
	}
	b.buf = b.buf[:0]
}

// combining is the first byte of U+0300 in UTF-8: text without a character from there on is in NFC.
const combining = 0xCC

// normal returns a text in NFC.
func normal(text []byte) []byte {
	for _, c := range text {
		if c >= combining {
			return norm.NFC.Bytes(text)
		}
	}
	return text
}

// finish returns the words. The builder must not be used any more.
func (b *wordBuilder) finish() []word {
	b.close()
	words := slices.Clone(b.words)
	text, start := string(b.text), 0
	for i, end := range b.ends {
		words[i].text = text[start:end]
		start = end
	}
	straighten(words)
	findLone(words)
	words = closeTracked(words)
	if len(words) <= maxScratch {
		clear(b.words)
		scratch.Put(b)
	}
	return words
}
