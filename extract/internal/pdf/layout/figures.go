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
	body     float64 // the size of most text
	bodyBold bool    // most text is bold
	levels   []float64
	roles    func(pageIndex int, mcid int32) int // heading level by the structure tree
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

// headingSize reports whether a row is set larger than the text, or bold in a text that is not.
func (d *figures) headingSize(r *row) bool {
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
		if b.block.Marker == "" {
			b.block.Marker = n
			b.cut(len(n))
		}
		return
	}
	if len(rows) > maxHeadingLines || utf8.RuneCountInString(text) > maxHeadingRunes {
		return
	}
	for i := range rows {
		if !d.headingSize(&rows[i]) {
			return
		}
	}
	if strings.HasSuffix(text, ".") && rows[0].size < headingShare*d.body && !numbered(text) || !hasLetter(text) {
		return
	}
	if b.block.Kind == page.ListItem {
		if strings.Trim(b.block.Marker, "0123456789.") != "" {
			return
		}
		// the number of a heading is a part of it
		restored := newBlock(c.sheet, page.Heading, b.block.Column)
		for _, r := range rows {
			restored.line(dropNotes(r.words, c.notes))
		}
		*b = *restored
	}
	b.block.Kind = page.Heading
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

// levels gives each heading its level: by its number, else by its rank among the sizes of headings.
func (d *figures) level(pages [][]page.Block) {
	count := map[headStyle]int{}
	for _, blocks := range pages {
		for i := range blocks {
			if blocks[i].Kind == page.Heading && blocks[i].Level == 0 {
				count[styleOfHead(&blocks[i])]++
			}
		}
	}
	styles := make([]headStyle, 0, len(count))
	for s := range count {
		styles = append(styles, s)
	}
	slices.SortFunc(styles, func(a, b headStyle) int {
		switch {
		case a.size != b.size:
			return int(math.Copysign(1, b.size-a.size))
		case a.bold != b.bold:
			if a.bold {
				return -1
			}
			return 1
		case a.caps != b.caps:
			if a.caps {
				return -1
			}
			return 1
		}
		return 0
	})
	for _, blocks := range pages {
		for i := range blocks {
			b := &blocks[i]
			if b.Kind == page.Heading && b.Level == 0 {
				b.Level = min(slices.Index(styles, styleOfHead(b))+1, 6)
			}
		}
	}
}

// A headStyle is what tells headings of different levels apart.
type headStyle struct {
	size       float64
	bold, caps bool
}

func styleOfHead(b *page.Block) headStyle {
	return headStyle{math.Round(b.Font.Size*2) / 2, b.Font.Bold, strings.ToUpper(b.Text) == b.Text}
}
