package layout

import (
	"math"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/internal/pdf/font"
)

// Tolerances of words, in parts of the font size.
const (
	// wordGap parts two words: a word space is a quarter of an em and may be set down to a sixth; kerning stays under a tenth.
	wordGap = 0.13
	// backGap is how far back a glyph may begin within a word.
	backGap = 0.35
	// minCut is the least gap at which a text set anew may be another one: the next part of one text begins just where it ends.
	minCut = 0.01
	// loneGap is the least gap to a text that no space leads to.
	loneGap = 0.3
	// baseShift is how far base lines may differ within a word.
	baseShift = 0.12
)

// A word is a run of glyphs without a gap. Its place is in the sheet's upright space, y downwards.
type word struct {
	text       string
	x0, x1, y  float64 // y is the base line
	size       float64
	font       *font.Font
	mcid       int32
	super, sub bool // raised or lowered against the line
	tight      bool // no space between it and the word before it on the line
	hidden     bool
	seq, last  int     // the places of its first and last piece in the order of drawing
	lift       float64 // how much its base line was moved to make the line level
	artifact   bool
	blanks     int     // the space glyphs before it, as far as they follow the word before
	letters    int     // glyphs
	drawn      bool    // a dot drawn as a picture
	moved      bool    // its place was set anew, and did not follow from the word before it
	table      *grid   // the word stands for a ruled table
	strict     bool    // the page uses spaces: where there is none, none is meant
	lone       bool    // no space leads to it although spaces are used on the page
	gaps       float64 // the white between its glyphs, all together
	cuts       []cut   // where within it the place was set anew
}

func (w *word) top() float64    { return w.y - w.font.Ascent*w.size }
func (w *word) bottom() float64 { return w.y - w.font.Descent*w.size }
func (w *word) width() float64  { return w.x1 - w.x0 }

// A Sheet is a page's words before they are put in order.
type Sheet struct {
	// Width and Height are the page's.
	Width, Height float64

	words  []word
	rules  []content.Rule
	turned []word // text that runs in another direction than most, each run upright in its own space
	turns  []int  // the direction of each of turned
	turn   int    // the direction of most text: quarter turns clockwise
}

// NewSheet makes a sheet of what a page shows. It keeps nothing of p.
func NewSheet(p *content.Page) *Sheet {
	s := &Sheet{Width: p.Width, Height: p.Height}
	var count [5]int
	for i := range p.Glyphs {
		count[direction(&p.Glyphs[i])]++
	}
	for d := 1; d < 4; d++ {
		if count[d] > count[s.turn] {
			s.turn = d
		}
	}
	builders := [5]*wordBuilder{}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		d := direction(g)
		if builders[d] == nil {
			builders[d] = &wordBuilder{turn: d, width: s.Width, height: s.Height, words: make([]word, 0, count[d]/usualWord+1)}
		}
		builders[d].add(g)
	}
	for d, b := range builders {
		if b == nil {
			continue
		}
		words := b.finish()
		if d == s.turn {
			s.words = words
			continue
		}
		for range words {
			s.turns = append(s.turns, d)
		}
		s.turned = append(s.turned, words...)
	}
	for _, r := range p.Rules {
		s.rules = append(s.rules, turnRule(r, s.turn, s.Width, s.Height))
	}
	return s
}

// direction tells which way a glyph runs: 0 to 3 quarter turns clockwise, 4 askew. A few degrees are a scanner's.
func direction(g *content.Glyph) int {
	dx, dy := g.DX, g.DY
	switch ax, ay := math.Abs(dx), math.Abs(dy); {
	case ay <= 0.12*ax && dx >= 0:
		return 0
	case ay <= 0.12*ax:
		return 2
	case ax <= 0.12*ay && dy > 0:
		return 1
	case ax <= 0.12*ay:
		return 3
	}
	return 4
}

// upright turns a point so that text of the direction turn runs from left to right.
func upright(x, y float64, turn int, width, height float64) (float64, float64) {
	switch turn {
	case 1:
		return y, width - x
	case 2:
		return width - x, height - y
	case 3:
		return height - y, x
	}
	return x, y
}

func turnRule(r content.Rule, turn int, width, height float64) content.Rule {
	x0, y0 := upright(r.X0, r.Y0, turn, width, height)
	x1, y1 := upright(r.X1, r.Y1, turn, width, height)
	return content.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}

// maxBlanks is how many spaces may stand between two words of one text: more are there to align.
const maxBlanks = 2

// flows reports whether b follows from a, the word drawn before it, in one string: the gap between them is a space, however wide.
func flows(a, b *word) bool {
	return !jump(a, b) && !b.moved && b.blanks > 0 && b.blanks <= maxBlanks
}

// A cut is a place within a word where another text may begin: its byte in the word's text, and where it stands.
type cut struct {
	at int
	x  float64
}

// split parts a word at a cut.
func (w *word) split(c cut) (left, right *word) {
	l, r := *w, *w
	l.text, r.text = w.text[:c.at], w.text[c.at:]
	l.x1, r.x0 = min(w.x1, c.x), c.x
	l.cuts, r.cuts = nil, nil
	r.moved, r.lone, r.blanks = true, true, 0
	return &l, &r
}

// A wordBuilder makes words of glyphs in the order in which they are drawn.
type wordBuilder struct {
	turn          int
	width, height float64
	words         []word
	buf           []byte // the text of the present word
	cur           word
	open          bool
	blanks        int  // the space glyphs since the last word
	moved         bool // the place was set anew since the last word began
	base, line    float64
	lineSize      float64
	lastX1        float64
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

// usualWord is how many glyphs a word has with the space after it.
const usualWord = 6

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
	b.cur.text = normal(b.buf)
	if len(b.cur.text) != len(b.buf) {
		b.cur.cuts = nil
	}
	b.buf = b.buf[:0]
	if !utf8.ValidString(b.cur.text) || b.cur.text == "" {
		return
	}
	b.cur.seq, b.cur.last = len(b.words), len(b.words)
	b.words = append(b.words, b.cur)
}

// normal returns a text in NFC.
func normal(text []byte) string {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return norm.NFC.String(string(text))
		}
	}
	return string(text)
}

func (b *wordBuilder) finish() []word {
	b.close()
	straighten(b.words)
	findLone(b.words)
	return b.words
}

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
	var slopes []float64
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
