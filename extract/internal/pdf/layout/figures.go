package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// figures are what the whole document tells: the size of its text and of its headings.
type figures struct {
	body     float64               // the size of most text
	bodyBold bool                  // most text is bold
	role     func(mcid int32) Role // of the page that is being made
	tagged   bool                  // the file's tags tell headings
}

// A Role is what the tags of a file say of a piece of text. The zero Role says nothing.
type Role struct {
	// Heading is a heading's level from 1.
	Heading int
	// Contents, Note and Text are a contents list's line, a footnote, and text that is neither of these nor a heading.
	Contents, Note, Text bool
}

// measure finds the size of most text.
func measure(sheets []*Sheet) *figures {
	count := map[float64]int{}
	bold := map[float64]int{}
	for _, s := range sheets {
		for i := range s.words {
			w := &s.words[i]
			size := math.Round(w.size*2) / 2
			count[size] += len(w.text)
			if w.font.Bold {
				bold[size] += len(w.text)
			}
		}
	}
	d := &figures{}
	most := 0
	for size, n := range count {
		if n > most || n == most && size < d.body {
			most, d.body = n, size
		}
	}
	d.bodyBold = 2*bold[d.body] > most
	return d
}

// headingShare is how much larger than the text a heading is that nothing else tells.
const headingShare = 1.12

// italicShare is the same for one in italics.
const italicShare = 1.05

// headingSize reports whether a row is set larger than the text, or bold in a text that is not.
func (d *figures) headingSize(r *row) bool {
	if r.size >= italicShare*d.body && !slices.ContainsFunc(r.words, func(w *word) bool { return !w.font.Italic }) {
		return true
	}
	return r.size >= headingShare*d.body || boldRow(r) && !d.bodyBold && r.size >= 0.95*d.body
}

// The limits of headings.
const (
	maxHeadingRunes = 160
	maxHeadingLines = 4
)

// judge decides whether a block is a heading or a footnote.
func (c *composer) judge(b *blockBuilder, rows []row) {
	d := c.doc
	text := b.block.Text
	_, height := c.sheet.upright()
	if n := d.noteNumber(&rows[0]); n != "" && c.notes[n] && rows[0].y > 0.4*height {
		b.block.Kind = page.Footnote
		if b.block.Marker == "" && strings.HasPrefix(text, n) {
			b.block.Marker = n
			b.cut(len(n))
		}
		return
	}
	role := d.role(rows[0].words[0].mcid)
	switch {
	case role.Note && rows[0].size <= noteShare*d.body:
		b.block.Kind = page.Footnote
		return
	case role.Contents && b.block.Kind != page.ListItem:
		b.block.Kind = page.Contents
		return
	case role.Heading > 0 && utf8.RuneCountInString(text) <= 2*maxHeadingRunes:
		c.heading(b, rows, role.Heading)
		return
	}
	if c.looksLikeHeading(b, rows) && !(role.Text && d.tagged && rows[0].size < headingShare*d.body) {
		c.heading(b, rows, 0)
	}
}

// looksLikeHeading judges by font and length.
func (c *composer) looksLikeHeading(b *blockBuilder, rows []row) bool {
	d, text := c.doc, b.block.Text
	if len(rows) > maxHeadingLines || utf8.RuneCountInString(text) > maxHeadingRunes || !hasLetter(text) {
		return false
	}
	for i := range rows {
		if !d.headingSize(&rows[i]) {
			return false
		}
	}
	if strings.HasSuffix(text, ".") && rows[0].size < headingShare*d.body && !numbered(text) {
		return false
	}
	return b.block.Kind != page.ListItem || strings.Trim(b.block.Marker, "0123456789.") == ""
}

// heading makes a block a heading. Its number, if it was taken for a list item's, is a part of it.
func (c *composer) heading(b *blockBuilder, rows []row, level int) {
	if b.block.Marker != "" {
		whole := newBlock(c.sheet, page.Heading, b.block.Column)
		for _, r := range rows {
			whole.line(dropNotes(r.words, c.notes))
		}
		*b = *whole
	}
	b.block.Kind, b.block.Level = page.Heading, level
}

// cut takes the first n bytes off the block's text, and the white after them.
func (b *blockBuilder) cut(n int) {
	n += len(b.block.Text[n:]) - len(strings.TrimLeft(b.block.Text[n:], " "))
	b.block.Text = b.block.Text[n:]
	for i := range b.block.Lines {
		l := &b.block.Lines[i]
		l.Start, l.End = max(l.Start-n, 0), max(l.End-n, 0)
		for j := range l.Words {
			l.Words[j].Start, l.Words[j].End = max(l.Words[j].Start-n, 0), max(l.Words[j].End-n, 0)
		}
		l.Words = slices.DeleteFunc(l.Words, func(w page.Word) bool { return w.End <= w.Start })
	}
}

func hasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r != '×' && r < 0xf000 })
}

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
