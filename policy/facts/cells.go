package facts

import "strings"

// A cell is a byte range of a line.
type cell struct{ start, end int }

func splitCells(s string) []cell {
	var cells []cell
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '\t' || s[i] == '\n' || s[i] == '|' {
			a, b := trimRange(s, start, i)
			if a < b {
				cells = append(cells, cell{a, b})
			}
			start = i + 1
		}
	}
	return cells
}

// trimRange narrows a byte range to leave blanks, colons and brackets around its text out.
func trimRange(s string, start, end int) (int, int) {
	const cut = " \t\n\u00a0"
	t := strings.TrimLeft(s[start:end], cut)
	start = end - len(t)
	return start, start + len(strings.TrimRight(t, cut))
}
