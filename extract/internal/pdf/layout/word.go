package layout

import (
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
	seq, last  int     // the places of its first and last piece in the order of drawing
	lift       float64 // how much its base line was moved to make the line level
	blanks     int     // the space glyphs before it, as far as they follow the word before
	letters    int     // glyphs
	table      *grid   // the word stands for a ruled table
	gaps       float64 // the white between its glyphs, all together
	cuts       []cut   // where within it the place was set anew
	mcid       int32
	super, sub bool // raised or lowered against the line
	tight      bool // no space between it and the word before it on the line
	hidden     bool
	artifact   bool
	drawn      bool // a dot drawn as a picture
	moved      bool // its place was set anew, and did not follow from the word before it
	strict     bool // the page uses spaces: where there is none, none is meant
	lone       bool // no space leads to it although spaces are used on the page
}

func (w *word) top() float64 { return w.y - w.font.Ascent*w.size }

func (w *word) bottom() float64 { return w.y - w.font.Descent*w.size }

func (w *word) width() float64 { return w.x1 - w.x0 }

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
