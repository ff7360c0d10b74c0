package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// maxCellRest is how many words of a cell may stand alone on the next page or in the next column: more are a paragraph.
const maxCellRest = 3

// tornCell returns the byte range of the one cell of the table's last row that ends in the middle of a word.
func tornCell(text string) (start, end int, ok bool) {
	at := strings.LastIndexByte(text, '\n') + 1
	for _, cell := range strings.Split(text[at:], "\t") {
		if stem, hyphen := strings.CutSuffix(cell, "-"); hyphen {
			if r, _ := utf8.DecodeLastRuneInString(stem); unicode.IsLetter(r) {
				if ok {
					return 0, 0, false
				}
				start, end, ok = at, at+len(cell), true
			}
		}
		at += len(cell) + 1
	}
	return start, end, ok
}

// fillsCell reports whether b, at the top of the next page or column, is the rest of a cell that table's end broke off.
func fillsCell(table, b *block) bool {
	if b.kind != page.Paragraph || b.marker != "" || table.lastPage() == b.page && table.column == b.column {
		return false
	}
	_, _, ok := tornCell(table.text)
	return ok && startsLower(b.text) && words(b.text) <= maxCellRest && !ended(b.text)
}

// fill returns the table with b in the cell that it belongs to.
func (table *block) fill(b *block) *block {
	start, end, _ := tornCell(table.text)
	cell, at := page.Append(table.text[start:end], b.text)
	at += start
	grown := start + len(cell) - end
	out := *table
	out.text = table.text[:start] + cell + table.text[end:]
	out.lines = nil
	for _, l := range table.lines {
		if l.end < at {
			out.lines = append(out.lines, l)
			continue
		}
		before, after := l, l
		before.end = at
		after.start, after.end = start+len(cell), l.end+grown
		out.lines = append(out.lines, before)
		for _, rest := range b.lines {
			rest.start, rest.end = rest.start+at, rest.end+at
			out.lines = append(out.lines, rest)
		}
		if after.end > after.start {
			out.lines = append(out.lines, after)
		}
	}
	return &out
}
