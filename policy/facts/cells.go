package facts

import (
	"slices"
	"strings"
)

// A cell is a byte range of a line.
type cell struct{ start, end int }

// of returns the text of c in s.
func (c cell) of(s string) string { return s[c.start:c.end] }

// rowCells returns the cells of a row, empty ones between others, too.
func rowCells(s string) []cell {
	var cells []cell
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '\t' || s[i] == '\n' || s[i] == '|' {
			a, b := trimRange(s, start, i)
			cells = append(cells, cell{a, b})
			start = i + 1
		}
	}
	return cells
}

// splitCells returns the cells of a row that are not empty.
func splitCells(s string) []cell {
	return slices.DeleteFunc(rowCells(s), func(c cell) bool { return c.start >= c.end })
}

// trimRange narrows a byte range to leave blanks around its text out.
func trimRange(s string, start, end int) (int, int) {
	const cut = " \t\n\u00a0"
	t := strings.TrimLeft(s[start:end], cut)
	start = end - len(t)
	return start, start + len(strings.TrimRight(t, cut))
}
