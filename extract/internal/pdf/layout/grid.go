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
			b.text = append(b.text, '\n')
		}
		var row []page.Cell
		for c, words := range r {
			if c > 0 {
				b.text = append(b.text, '\t')
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
	b.start, b.first = len(b.text), len(b.block.Lines)
	for _, r := range rowsOf(slices.Clone(words)) {
		b.line(dropNotes(r.words, notes))
	}
	cell := page.Cell{Start: b.start, End: len(b.text)}
	for _, l := range b.block.Lines[b.first:] {
		cell.Box = union(cell.Box, l.Box)
	}
	return cell
}
