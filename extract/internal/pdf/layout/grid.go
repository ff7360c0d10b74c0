package layout

import (
	"slices"

	"github.com/styrdok/styrdok/extract/page"
)

// A grid is a table: its cells' words by row and column.
type grid struct {
	cells [][][]*word
}

// block makes the table a block.
func (g *grid) block(s *Sheet, column int, notes map[string]bool) page.Block {
	b := newBlock(s, page.Table, column)
	var out page.Block
	for i, r := range g.cells {
		if i > 0 {
			b.block.Text += "\n"
		}
		var row []page.Cell
		for c, words := range r {
			if c > 0 {
				b.block.Text += "\t"
			}
			row = append(row, b.cell(words, notes))
		}
		out.Rows = append(out.Rows, row)
	}
	rows := out.Rows
	out = b.finish()
	out.Rows = rows
	return out
}

// cell adds a cell's lines to the block.
func (b *blockBuilder) cell(words []*word, notes map[string]bool) page.Cell {
	one := &blockBuilder{sheet: b.sheet, style: b.style}
	start := len(b.block.Text)
	for _, r := range rowsOf(slices.Clone(words)) {
		one.line(dropNotes(r.words, notes))
	}
	b.block.Text += one.block.Text
	for _, l := range one.block.Lines {
		l.Start, l.End = l.Start+start, l.End+start
		for i := range l.Words {
			l.Words[i].Start += start
			l.Words[i].End += start
		}
		b.block.Lines = append(b.block.Lines, l)
	}
	b.block.Box = union(b.block.Box, one.block.Box)
	return page.Cell{Start: start, End: len(b.block.Text), Box: one.block.Box}
}
