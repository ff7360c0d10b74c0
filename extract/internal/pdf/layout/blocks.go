package layout

import (
	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/page"
)

// Blocks returns the blocks of each sheet in reading order: page heads first, then the text, then the page feet, then what runs in
// another direction.
//
// role tells what the tags of the file say of the marked content mcid on page i, counted from 0; it may be nil.
func Blocks(sheets []*Sheet, role func(i int, mcid int32) Role) [][]page.Block {
	d := measure(sheets)
	rows := make([][]row, len(sheets))
	for i, s := range sheets {
		words := make([]*word, len(s.words))
		for j := range s.words {
			words[j] = &s.words[j]
		}
		rows[i] = dropDots(rowsOf(words))
	}
	kinds := d.findMargins(sheets, rows)
	pages := make([][]page.Block, len(sheets))
	for i, s := range sheets {
		d.role = func(mcid int32) (r Role) {
			if role != nil && mcid >= 0 {
				r = role(i, mcid)
				d.tagged = d.tagged || r.Heading > 0
			}
			return r
		}
		pages[i] = d.page(s, rows[i], kinds[i])
		rows[i] = nil
		s.words, s.rules, s.turned = nil, nil, nil
	}
	return pages
}

// Levels gives the headings that have no level one.
func Levels(pages [][]page.Block) { level(pages) }

// page makes the blocks of one page.
func (d *figures) page(s *Sheet, rows []row, kinds []page.Kind) []page.Block {
	c := &composer{sheet: s, doc: d, notes: d.findNotes(s, rows)}
	var body, feet []row
	for i, r := range rows {
		switch kinds[i] {
		case page.PageHead:
			c.margin(r, page.PageHead)
		case page.PageFoot:
			feet = append(feet, r)
		default:
			body = append(body, r)
		}
	}
	leaves := arrange(withTables(body, s.rules), -1, 0)
	for _, l := range leaves {
		c.leaf(l)
	}
	for _, r := range feet {
		c.margin(r, page.PageFoot)
	}
	c.stamps()
	return c.blocks
}

// margin makes a block of a row of a page head or foot.
func (c *composer) margin(r row, kind page.Kind) {
	b := newBlock(c.sheet, kind, -1)
	b.line(r.words)
	if len(b.block.Lines) > 0 {
		c.blocks = append(c.blocks, b.finish())
	}
}

// stamps makes blocks of the text that runs in other directions.
func (c *composer) stamps() {
	s := c.sheet
	for d := range 5 {
		if d == s.turn {
			continue
		}
		var words []*word
		for i := range s.turned {
			if s.turns[i] == d {
				words = append(words, &s.turned[i])
			}
		}
		if len(words) == 0 {
			continue
		}
		turned := &Sheet{Width: s.Width, Height: s.Height, turn: d}
		rows := rowsOf(words)
		for len(rows) > 0 {
			n := 1
			for n < len(rows) && rows[n].y-rows[n-1].y < 2*rows[n].size && rows[n].x0() < rows[n-1].x1() && rows[n-1].x0() < rows[n].x1() {
				n++
			}
			b := newBlock(turned, page.Stamp, -1)
			for _, r := range rows[:n] {
				b.line(r.words)
			}
			if len(b.block.Lines) > 0 {
				c.blocks = append(c.blocks, b.finish())
			}
			rows = rows[n:]
		}
	}
}

// dropDots drops the drawn dots that do not stand before text, and sets the others on its line.
func dropDots(rows []row) []row {
	out := rows[:0]
	for _, r := range rows {
		words := r.words[:0]
		for i, w := range r.words {
			if w.drawn {
				if i+1 >= len(r.words) || r.words[i+1].drawn || r.words[i+1].x0-w.x1 > 3*r.words[i+1].size ||
					i > 0 && w.x0-r.words[i-1].x1 < 2*w.size {
					continue
				}
				next := r.words[i+1]
				w.y, w.size, w.font = next.y, next.size, next.font
			}
			words = append(words, w)
		}
		if r.words = words; len(words) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// withTables returns the rows with the tables among their words replaced.
func withTables(rows []row, rules []content.Rule) []row {
	n := 0
	for i := range rows {
		n += len(rows[i].words)
	}
	words := make([]*word, 0, n)
	for i := range rows {
		words = append(words, rows[i].words...)
	}
	ruled := ruledTables(words, rules)
	if drawn, found := drawnTables(ruled); found || len(ruled) < n {
		return rowsOf(drawn)
	}
	return rows
}
