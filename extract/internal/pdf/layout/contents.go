package layout

import "strconv"

// minContents is how many lines make a contents list that has no leaders.
const minContents = 4

// contentsLines returns the lines of a table that is a contents list without leaders: titles, and page numbers that never go down and
// lie within the document. nil if the table is none.
func (d *figures) contentsLines(g *grid) []row {
	if len(g.cells) < minContents {
		return nil
	}
	last := 0
	var lines []row
	for _, cells := range g.cells {
		end := cells[len(cells)-1]
		if len(end) != 1 || len(cells) > 3 {
			return nil
		}
		n, err := strconv.Atoi(end[0].text)
		if err != nil || n < max(last, 1) || n > d.pages {
			return nil
		}
		last = n
		var words []*word
		for _, c := range cells {
			words = append(words, c...)
		}
		if !hasLetters(words[0]) && !numbered(words[0].text) && depth(words[0].text+" x") == 0 || len(words) < 2 {
			return nil
		}
		lines = append(lines, row{words: words, y: words[0].y, size: words[0].size})
	}
	return lines
}

// table makes blocks of a table, or of the contents list that it is.
func (c *composer) table(g *grid, column int) {
	if lines := c.doc.contentsLines(g); lines != nil {
		for _, l := range lines {
			c.contents(l, column)
		}
		return
	}
	c.blocks = append(c.blocks, g.block(c.sheet, column, c.notes))
}
