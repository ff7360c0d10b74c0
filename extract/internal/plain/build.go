package plain

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// A blockBuilder puts a block together from its lines.
type blockBuilder struct {
	kind   page.Kind
	marker string
	text   string
	lines  []page.Line
	last   string // the last line as it stood
}

// first begins the block with line, which tells its kind.
func (b *blockBuilder) first(line string) {
	if contentsLine(line) {
		b.kind = page.Contents
	} else if mark, rest, _ := bullet(line); mark != "" {
		b.kind, b.marker, line = page.ListItem, mark, rest
	} else if mark, rest := enumeration(line); mark != "" && rest != "" {
		b.kind, b.marker, line = page.ListItem, mark, rest
	}
	b.add(line)
}

// add appends a line.
func (b *blockBuilder) add(line string) {
	b.last = line
	line = strings.Join(strings.Fields(line), " ")
	if line == "" {
		return
	}
	text, at := page.Append(b.text, line)
	if n := len(b.lines); n > 0 {
		b.lines[n-1].End = at
		if at > 0 && at <= len(text) && text[at-1] == ' ' {
			b.lines[n-1].End = at - 1
		}
	}
	b.text = text
	b.lines = append(b.lines, page.Line{Start: at, End: len(text)})
}

func (b *blockBuilder) block() page.Block {
	return page.Block{Kind: b.kind, Text: b.text, Marker: b.marker, Lines: b.lines, Column: -1}
}

// tableBlock makes a table of lines whose cells tabs or wide gaps part.
func tableBlock(lines []string) page.Block {
	rows := make([][]string, 0, len(lines))
	for _, l := range lines {
		rows = append(rows, cells(l))
	}
	return tableOf(rows)
}

// tableOf makes a table block of rows of cells.
func tableOf(rows [][]string) page.Block {
	b := page.Block{Kind: page.Table, Column: -1}
	var sb strings.Builder
	for i, row := range rows {
		if i > 0 {
			sb.WriteByte('\n')
		}
		start := sb.Len()
		var cellsOf []page.Cell
		for j, c := range row {
			if j > 0 {
				sb.WriteByte('\t')
			}
			at := sb.Len()
			sb.WriteString(strings.Join(strings.Fields(c), " "))
			cellsOf = append(cellsOf, page.Cell{Start: at, End: sb.Len()})
		}
		b.Rows = append(b.Rows, cellsOf)
		b.Lines = append(b.Lines, page.Line{Start: start, End: sb.Len()})
	}
	b.Text = sb.String()
	return b
}
