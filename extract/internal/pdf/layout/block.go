package layout

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// Tolerances of blocks, in parts of the font size.
const (
	// paragraphGap is how much more than the usual leading parts two paragraphs.
	paragraphGap = 0.25
	// indent is how far in a paragraph's first line may stand.
	indent = 0.8
	// sizeChange is the change of size that begins a new block, as a share.
	sizeChange = 0.08
	// hiddenChange is the same for the text of OCR programs, which guess the size line by line.
	hiddenChange = 0.16
)

// A composer makes the blocks of one page.
type composer struct {
	sheet  *Sheet
	doc    *figures
	notes  map[string]bool // the numbers of the page's footnotes
	blocks []page.Block
}

// leaf makes blocks of a stretch of one column.
func (c *composer) leaf(l leaf) {
	rows := l.rows
	leading := usualLeading(rows)
	for len(rows) > 0 {
		if hasTable(&rows[0]) {
			c.withTable(&rows[0], l)
			rows = rows[1:]
			continue
		}
		if leaders(&rows[0]) {
			c.contents(rows[0], l.column)
			rows = rows[1:]
			continue
		}
		if g, n := tableAt(rows); n > 0 {
			c.table(g, l.column)
			rows = rows[n:]
			continue
		}
		n := 1
		for n < len(rows) && c.goesOn(rows[:n], &rows[n], l, leading) {
			n++
		}
		c.text(rows[:n], l.column)
		rows = rows[n:]
	}
}

// hasTable reports whether a word on the row stands for a table.
func hasTable(r *row) bool {
	return slices.ContainsFunc(r.words, func(w *word) bool { return w.table != nil })
}

// withTable makes blocks of a row with a table on it.
func (c *composer) withTable(r *row, l leaf) {
	start := 0
	for i := 0; i <= len(r.words); i++ {
		if i < len(r.words) && r.words[i].table == nil {
			continue
		}
		if i > start {
			c.text([]row{makeRow(slices.Clone(r.words[start:i]))}, l.column)
		}
		if i < len(r.words) {
			c.table(r.words[i].table, l.column)
		}
		start = i + 1
	}
}

// usualLeading returns the most frequent distance of base lines in parts of the font size, in steps of a twentieth.
func usualLeading(rows []row) float64 {
	count := map[int]int{}
	best, most := 24, 0
	for i := 1; i < len(rows); i++ {
		d := (rows[i].y - rows[i-1].y) / max(rows[i].size, 0.1)
		if d < 0.9 || d > 2.5 || rows[i].size != rows[i-1].size && rows[i].size < 0.95*rows[i-1].size {
			continue
		}
		k := int(d*20 + 0.5)
		if count[k]++; count[k] > most || count[k] == most && k < best {
			best, most = k, count[k]
		}
	}
	return float64(best) / 20
}

// text makes a block of rows: a paragraph or a list item, as a first guess.
func (c *composer) text(rows []row, column int) {
	b := newBlock(c.sheet, page.Paragraph, column)
	n := marker(rows[0].words)
	words := rows[0].words
	if n > 0 {
		b.block.Kind = page.ListItem
		b.block.Marker = markerText(words[0])
		words = words[n:]
		words[0].tight = false
	}
	b.line(dropNotes(words, c.notes))
	for _, r := range rows[1:] {
		b.line(dropNotes(r.words, c.notes))
	}
	if len(b.block.Lines) == 0 {
		return
	}
	b.settle()
	c.judge(b, rows)
	c.blocks = append(c.blocks, b.finish())
}

// contents makes a block of a line of a contents list: its title and its page number, parted by a tab.
func (c *composer) contents(r row, column int) {
	b := newBlock(c.sheet, page.Contents, column)
	last := r.words[len(r.words)-1]
	number := *last
	number.text = last.text[len(strings.TrimRight(last.text, "0123456789ivxIVX")):]
	number.tight = false
	if len(number.text) < len(last.text) {
		number.x0 = last.x1 - last.width()*float64(len(number.text))/float64(len(last.text))
	}
	words := make([]*word, 0, len(r.words))
	for i, w := range r.words {
		k := *w
		if i == len(r.words)-1 {
			k.text = k.text[:len(k.text)-len(number.text)]
		}
		if trailingDots(k.text) > 1 || len(words) > 0 && trailingDots(k.text) == len(k.text) {
			k.text = strings.TrimRight(k.text, leaderDots)
		}
		if k.text != "" {
			words = append(words, &k)
		}
	}
	b.line(append(words, &number))
	if len(b.block.Lines) == 0 {
		return
	}
	b.settle()
	if at := len(b.block.Text) - len(number.text); at > 0 {
		b.block.Text = b.block.Text[:at-1] + "\t" + number.text
	}
	c.blocks = append(c.blocks, b.finish())
}
