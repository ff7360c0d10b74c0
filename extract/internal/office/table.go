package office

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// maxColumns is how wide a table may be: Word's own limit is 63.
const maxColumns = 100

// A row is a table's row: the blocks of its cells. Cells that another spans are empty.
type row [][]page.Block

// breaks returns how many pages the row ends after the one on which it begins.
func (r row) breaks() int {
	most := 0
	for _, cell := range r {
		n := 0
		for _, b := range cell {
			if b.Kind == breakKind {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// table adds a table, parted where a page ends. One that only lays out the page becomes the blocks of its cells.
func (w *writer) table(rows []row) {
	if isLayout(rows) {
		w.layout(rows)
		return
	}
	var texts [][]string
	flush := func() {
		if len(texts) > 0 {
			w.blocks = append(w.blocks, page.TableOf(texts))
		}
		texts = nil
	}
	for _, r := range rows {
		cells := make([]string, len(r))
		for i, cell := range r {
			cells[i] = joined(cell)
		}
		if strings.Join(cells, "") != "" {
			texts = append(texts, cells)
		}
		for range r.breaks() {
			flush()
			w.newPage()
		}
	}
	flush()
	w.flush()
}

// layout adds the blocks of all cells. Pages end as the first cell of a row says.
func (w *writer) layout(rows []row) {
	for _, r := range rows {
		for i, cell := range r {
			for _, b := range cell {
				switch {
				case b.Kind != breakKind:
					w.blocks = append(w.blocks, b)
				case i == 0:
					w.newPage()
				}
			}
		}
	}
	w.flush()
}

// isLayout reports whether a table lays out the page: it has headings or tables in its cells, one cell a row, or one row with
// much in a cell.
func isLayout(rows []row) bool {
	most := 0
	for _, r := range rows {
		filled := 0
		for _, cell := range r {
			n := 0
			for _, b := range cell {
				switch b.Kind {
				case page.Heading, page.Table, page.Contents:
					return true
				case breakKind:
				default:
					n++
				}
			}
			if n > 0 {
				filled++
			}
			if len(rows) == 1 && n > maxCellBlocks {
				return true
			}
		}
		most = max(most, filled)
	}
	return most <= 1
}

// joined returns the text of a cell's blocks.
func joined(blocks []page.Block) string {
	var parts []string
	for _, b := range blocks {
		switch {
		case b.Kind == breakKind:
		case b.Kind == page.ListItem && strings.ContainsAny(b.Marker, "0123456789"):
			parts = append(parts, b.Marker+" "+b.Text)
		default:
			parts = append(parts, b.Text)
		}
	}
	return strings.Join(parts, " ")
}
