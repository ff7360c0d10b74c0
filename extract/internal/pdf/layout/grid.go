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
	lines := g.lines()
	broken := brokenIn(lines)
	for i, r := range lines {
		if i > 0 {
			b.text = append(b.text, '\n')
		}
		var row []page.Cell
		for c, cell := range r {
			if c > 0 {
				b.text = append(b.text, '\t')
			}
			row = append(row, b.cell(cell, c, broken, notes))
		}
		out.Rows = append(out.Rows, row)
	}
	rows := out.Rows
	out = b.finish()
	out.Rows = rows
	return out
}

// lines returns the printed lines of each cell.
func (g *grid) lines() [][][]row {
	out := make([][][]row, len(g.cells))
	for i, r := range g.cells {
		for _, words := range r {
			out[i] = append(out[i], rowsOf(slices.Clone(words)))
		}
	}
	return out
}

// cell adds the lines of a cell of column c to the block.
func (b *blockBuilder) cell(lines []row, c int, broken brokenWords, notes map[string]bool) page.Cell {
	b.start, b.first = len(b.text), len(b.block.Lines)
	for i := range lines {
		b.within = broken.at(lines, i, c)
		b.line(dropNotes(lines[i].words, notes))
	}
	b.within = false
	cell := page.Cell{Start: b.start, End: len(b.text)}
	for _, l := range b.block.Lines[b.first:] {
		cell.Box = union(cell.Box, l.Box)
	}
	return cell
}
