package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/page"
)

// check holds the invariants of a document: what every consumer relies on, whatever the file.
func check(t *testing.T, d *page.Document) {
	t.Helper()
	for i, p := range d.Pages {
		if p.Record.Number != i+1 {
			t.Fatalf("page %d has number %d", i+1, p.Record.Number)
		}
		for _, b := range p.Blocks {
			if b.Text == "" && b.Kind != page.Table || !utf8.ValidString(b.Text) || !norm.NFC.IsNormalString(b.Text) {
				t.Fatalf("page %d: text %q is empty, not UTF-8 or not NFC", i+1, b.Text)
			}
			if b.Kind != page.Table && b.Kind != page.Contents && strings.ContainsAny(b.Text, "\n\t") {
				t.Fatalf("page %d: text %q has line breaks or tabs", i+1, b.Text)
			}
			checkLines(t, i+1, &b)
		}
	}
}

func checkLines(t *testing.T, number int, b *page.Block) {
	t.Helper()
	last := 0
	for _, l := range b.Lines {
		if l.Start < last || l.End < l.Start || l.End > len(b.Text) {
			t.Fatalf("page %d: line %d-%d after %d in %d bytes", number, l.Start, l.End, last, len(b.Text))
		}
		last = l.End
		at := l.Start
		for _, w := range l.Words {
			if w.Start < at || w.End < w.Start || w.End > l.End {
				t.Fatalf("page %d: word %d-%d after %d in line %d-%d of %q", number, w.Start, w.End, at, l.Start, l.End, b.Text)
			}
			if !utf8.ValidString(b.Text[w.Start:w.End]) {
				t.Fatalf("page %d: word %q cuts a character", number, b.Text[w.Start:w.End])
			}
			at = w.End
		}
	}
	for _, r := range b.Rows {
		for _, c := range r {
			if c.Start < 0 || c.End < c.Start || c.End > len(b.Text) {
				t.Fatalf("page %d: cell %d-%d in %d bytes", number, c.Start, c.End, len(b.Text))
			}
		}
	}
}
