package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// A Role is what the tags of a file say of a piece of text. The zero Role says nothing.
type Role struct {
	// Heading is a heading's level from 1.
	Heading int
	// Contents, Note and Text are a contents list's line, a footnote, and text that is neither of these nor a heading.
	Contents, Note, Text bool
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

func hasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r != '×' && r < 0xf000 })
}
