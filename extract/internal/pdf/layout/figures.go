package layout

import (
	"math"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// figures are what the whole document tells: the size of its text and of its headings.
type figures struct {
	body     float64               // the size of most text
	bodyBold bool                  // most text is bold
	pages    int                   // of the document
	role     func(mcid int32) Role // of the page that is being made
	tagged   bool                  // the file's tags tell headings
}

// measure finds the size of most text.
func measure(sheets []*Sheet) *figures {
	count := map[float64]int{}
	bold := map[float64]int{}
	for _, s := range sheets {
		for i := range s.words {
			w := &s.words[i]
			size := math.Round(w.size*2) / 2
			count[size] += len(w.text)
			if w.font.Bold {
				bold[size] += len(w.text)
			}
		}
	}
	d := &figures{pages: len(sheets)}
	most := 0
	for size, n := range count {
		if n > most || n == most && size < d.body {
			most, d.body = n, size
		}
	}
	d.bodyBold = 2*bold[d.body] > most
	return d
}

// headingShare is how much larger than the text a heading is that nothing else tells.
const headingShare = 1.12

// italicShare is the same for one in italics.
const italicShare = 1.05

// headingSize reports whether a row is set larger than the text, or bold in a text that is not.
func (d *figures) headingSize(r *row) bool {
	if r.size >= italicShare*d.body && !slices.ContainsFunc(r.words, func(w *word) bool { return !w.font.Italic }) {
		return true
	}
	return r.size >= headingShare*d.body || boldRow(r) && !d.bodyBold && r.size >= 0.95*d.body
}

// cut takes the first n bytes off the block's text, and the white after them.
func (b *blockBuilder) cut(n int) {
	n += len(b.block.Text[n:]) - len(strings.TrimLeft(b.block.Text[n:], " "))
	b.block.Text = b.block.Text[n:]
	for i := range b.block.Lines {
		l := &b.block.Lines[i]
		l.Start, l.End = max(l.Start-n, 0), max(l.End-n, 0)
		for j := range l.Words {
			l.Words[j].Start, l.Words[j].End = max(l.Words[j].Start-n, 0), max(l.Words[j].End-n, 0)
		}
		l.Words = slices.DeleteFunc(l.Words, func(w page.Word) bool { return w.End <= w.Start })
	}
}
