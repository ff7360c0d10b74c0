package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

const (
	// maxColumns is how wide a table may be; browsers allow 1000, people read 20.
	maxColumns = 100
	// maxSpan is how many rows a cell may span: more than any table of a governing document has.
	maxSpan = 1000
	// maxCellBlocks is how many blocks a cell of a table has at most, if it is the only row: more are a page laid out in columns.
	maxCellBlocks = 3
)

// maxTables is how many tables stand in one another at most; what is deeper is read as text. Pages of the nineties nest six.
const maxTables = 20

func (w *walker) tableOrText(n *html.Node, font page.Font) {
	if w.tables >= maxTables {
		w.children(n, font)
		return
	}
	w.tables++
	w.table(n)
	w.tables--
}

// table takes a table. One that only lays out the page becomes the blocks of its cells.
func (w *walker) table(n *html.Node) {
	t := tableReader{walker: w, layout: attr(n, "role") == "presentation" || attr(n, "role") == "none"}
	t.rowsOf(n)
	if w.chrome || t.isLayout() {
		for _, row := range t.rows {
			for _, cell := range row {
				for _, b := range cell {
					w.add(b)
				}
			}
		}
		return
	}
	var rows [][]string
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = joined(cell)
		}
		if strings.Join(cells, "") != "" {
			rows = append(rows, cells)
		}
	}
	if len(rows) > 0 {
		w.add(page.TableOf(rows))
	}
}

// joined returns the text of a cell's blocks.
func joined(blocks []page.Block) string {
	parts := make([]string, len(blocks))
	for i, b := range blocks {
		parts[i] = b.Text
		if b.Kind == page.ListItem && b.Marker != "•" {
			parts[i] = b.Marker + " " + b.Text
		}
	}
	return strings.Join(parts, " ")
}

// A tableReader takes the rows of one table.
type tableReader struct {
	*walker
	rows   [][][]page.Block
	open   []int // for each column, how many more rows a cell from above reaches down
	layout bool
}

func (t *tableReader) rowsOf(n *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type != html.ElementNode || t.hidden(c):
		case isElement(c, "thead", "tbody", "tfoot"):
			t.rowsOf(c)
		case c.Data == "caption":
			t.flush()
			t.block(c, page.Font{})
			t.flush()
		case c.Data == "tr":
			t.row(c)
		}
	}
}

func (t *tableReader) row(tr *html.Node) {
	var row [][]page.Block
	covered := func() {
		for len(row) < len(t.open) && t.open[len(row)] > 0 {
			t.open[len(row)]--
			row = append(row, nil)
		}
	}
	for c := range tr.ChildNodes() {
		if !isElement(c, "td", "th") || t.hidden(c) {
			continue
		}
		covered()
		cell := t.cellBlocks(c)
		down := min(span(c, "rowspan"), maxSpan) - 1
		for i := range min(span(c, "colspan"), maxColumns) {
			if len(row) >= maxColumns {
				row[maxColumns-1] = append(row[maxColumns-1], cell...)
				break
			}
			for len(t.open) <= len(row) {
				t.open = append(t.open, 0)
			}
			t.open[len(row)] = down
			if i > 0 {
				cell = nil
			}
			row = append(row, cell)
		}
	}
	covered()
	if len(row) > 0 {
		t.rows = append(t.rows, row)
	}
}

func span(n *html.Node, name string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, name)))
	if err != nil {
		return 1
	}
	return max(1, v)
}

// cellBlocks takes the blocks of a cell.
func (t *tableReader) cellBlocks(n *html.Node) []page.Block {
	w := t.walker
	out, kind, level, marker, cell := w.out, w.kind, w.level, w.marker, w.cell
	w.out, w.kind, w.level, w.marker, w.cell = nil, page.Paragraph, 0, "", true
	if n.Data == "th" {
		w.children(n, page.Font{Bold: true})
	} else {
		w.children(n, page.Font{})
	}
	w.flush()
	blocks := w.out
	w.out, w.kind, w.level, w.marker, w.cell = out, kind, level, marker, cell
	return blocks
}

// isLayout reports whether the table lays out the page: it has headings or tables in its cells, one cell a row, or one row
// with much in a cell.
func (t *tableReader) isLayout() bool {
	if t.layout {
		return true
	}
	most := 0
	for _, row := range t.rows {
		filled := 0
		for _, cell := range row {
			for _, b := range cell {
				if b.Kind == page.Heading || b.Kind == page.Table {
					return true
				}
			}
			if len(cell) > 0 {
				filled++
			}
			if len(t.rows) == 1 && len(cell) > maxCellBlocks {
				return true
			}
		}
		most = max(most, filled)
	}
	return most <= 1
}
