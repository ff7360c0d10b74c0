package office

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

const (
	// titleLevel is the level of the document's title until all headings are known.
	titleLevel = -1
	// breakKind marks the place of a page break among the blocks of a table's cell.
	breakKind page.Kind = -1
	// maxCellBlocks is how many blocks a cell of a table has at most, if it is the only row: more are a page laid out in columns.
	maxCellBlocks = 3
)

// A para is what a paragraph is.
type para struct {
	kind   page.Kind
	level  int
	marker string
}

// A writer puts pages together from what a reader finds in its order.
type writer struct {
	doc    *page.Document
	sheets [][]page.Block
	images []int // of each sheet

	blocks []page.Block // of the page under way, or of the cell or note
	flow   page.Flow
	cur    para
	notes  []page.Block // the footnotes of the paragraph under way
	boxes  []func()     // the text boxes of the paragraph under way
	ends   []page.Block // endnotes
	feet   []page.Block // of the page under way
	inside int          // how many cells, boxes and notes we are in

	toTop    bool // a page begins, and nothing stands on it yet
	byHand   bool // and its break was set by hand
	due      int  // page breaks that wait for the end of a heading
	rendered bool // the file says where its pages break
}

func newWriter(format string) *writer { return &writer{doc: &page.Document{Format: format}} }

func (w *writer) write(s string, font page.Font) {
	if s != "" {
		w.flow.Write(s, font)
		if w.toTop && strings.TrimSpace(s) != "" {
			w.toTop, w.byHand = false, false
		}
	}
}

// begin starts a paragraph.
func (w *writer) begin(p para) { w.cur = p }

// end ends the paragraph, and adds its text boxes and notes.
func (w *writer) end() {
	w.flush()
	w.readBoxes()
	for ; w.due > 0; w.due-- {
		w.newPage()
	}
	w.cur = para{}
}

// readBoxes adds the text boxes met so far.
func (w *writer) readBoxes() {
	boxes, cur := w.boxes, w.cur
	w.boxes = nil
	for _, read := range boxes {
		read()
	}
	w.cur = cur
}

// flush adds the text written so far.
func (w *writer) flush() {
	blocks := w.flow.Blocks(w.cur.kind, w.cur.level, w.cur.marker)
	if len(blocks) > 0 && w.cur.kind == page.Heading && w.cur.marker != "" {
		blocks[0] = numbered(blocks[0])
	}
	w.blocks = append(w.blocks, blocks...)
	if len(blocks) > 0 && w.cur.kind == page.ListItem {
		w.cur = para{}
	}
	if w.inside == 0 {
		w.blocks = append(w.blocks, w.notes...)
		w.notes = nil
	}
}

// numbered moves a heading's number into its text, where print has it.
func numbered(b page.Block) page.Block {
	at := len(b.Marker) + 1
	b.Text, b.Marker = b.Marker+" "+b.Text, ""
	for i := range b.Lines {
		b.Lines[i].End += at
		if i > 0 {
			b.Lines[i].Start += at
		}
	}
	return b
}

// nested returns the blocks that read writes, apart from the page's.
func (w *writer) nested(read func()) []page.Block {
	blocks, flow, cur, boxes := w.blocks, w.flow, w.cur, w.boxes
	w.blocks, w.flow, w.cur, w.boxes = nil, page.Flow{}, para{}, nil
	w.inside++
	read()
	w.end()
	out := w.blocks
	w.inside--
	w.blocks, w.flow, w.cur, w.boxes = blocks, flow, cur, boxes
	return out
}

// note adds a footnote, which stands after the paragraph that it is of, or an endnote.
func (w *writer) note(mark string, end bool, read func()) {
	var text page.Flow
	for _, b := range w.nested(read) {
		text.Write(b.Text+" ", b.Font)
	}
	blocks := text.Blocks(page.Footnote, 0, mark)
	if end {
		w.ends = append(w.ends, blocks...)
	} else {
		w.notes = append(w.notes, blocks...)
	}
}

// edge adds a page's head or foot.
func (w *writer) edge(kind page.Kind, read func()) {
	for _, b := range w.nested(read) {
		b.Text = strings.Join(strings.Fields(b.Text), " ")
		b = page.Block{Kind: kind, Text: b.Text, Lines: []page.Line{{End: len(b.Text)}}, Font: b.Font, Column: -1}
		switch {
		case b.Text == "":
		case kind == page.PageHead:
			w.blocks = append(w.blocks, b)
		default:
			w.feet = append(w.feet, b)
		}
	}
}

// link notes where a link leads. Links within the file are none.
func (w *writer) link(target, text string) {
	if target == "" || strings.HasPrefix(target, "#") {
		return
	}
	w.doc.Links = append(w.doc.Links, page.Link{Page: len(w.sheets) + 1, Target: target, Text: strings.Join(strings.Fields(text), " ")})
}
