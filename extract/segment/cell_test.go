package segment

import (
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

func TestTornCell(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Nämnd\tTid\nKultur- och fritids-\tVarje år", "Kultur- och fritids-"},
		{"Kultur-\tVarje år\nTeknik\tVarje år", ""},
		{"Skol-\tsam-", ""},
		{"2014-\tVarje år", ""},
		{"-\tVarje år", ""},
		{"Nämnd\tTid", ""},
		{"", ""},
	} {
		start, end, ok := tornCell(tt.text)
		if ok != (tt.want != "") || ok && tt.text[start:end] != tt.want {
			t.Errorf("tornCell(%q) = %d, %d, %v", tt.text, start, end, ok)
		}
	}
}

// tableAndRest is a document whose table breaks off in a cell at the end of page 1.
func tableAndRest(rest string, onPage int) *page.Document {
	table := page.Block{Kind: page.Table, Text: "Nämnd\tRedovisar\nFritids- och kultur-\tVarje höst", Column: -1,
		Lines: []page.Line{{Start: 0, End: 16}, {Start: 17, End: 49}}}
	table.Lines[1].End = len(table.Text)
	table.Rows = [][]page.Cell{{{Start: 0, End: 6}, {Start: 7, End: 16}}, {{Start: 17, End: 38}, {Start: 39, End: len(table.Text)}}}
	next := page.Block{Text: rest, Column: -1, Lines: []page.Line{{End: len(rest)}}}
	pages := []page.Page{{Record: policy.Page{Number: 1}}, {Record: policy.Page{Number: 2}}}
	pages[0].Blocks = []page.Block{table}
	pages[onPage-1].Blocks = append(pages[onPage-1].Blocks, next)
	return &page.Document{Format: "pdf", Pages: pages}
}

func TestACellGoesOnOverThePage(t *testing.T) {
	d := Document(tableAndRest("nämnden", 2))
	i := strings.Index(d.Text, "Fritids- och kulturnämnden\tVarje höst")
	if i < 0 {
		t.Fatalf("text %q", d.Text)
	}
	at := i + len("Fritids- och kultur")
	if pages := d.PagesOf(policy.Span{Start: at, End: at + len("nämnden")}); len(pages) != 1 || pages[0] != 2 {
		t.Errorf("the rest of the cell stands on pages %v", pages)
	}
	whole := d.Sentences[len(d.Sentences)-1].Span
	if pages := d.PagesOf(whole); len(pages) != 2 || d.Text[whole.Start:whole.End] != "Fritids- och kulturnämnden\tVarje höst" {
		t.Errorf("row %q on pages %v", d.Text[whole.Start:whole.End], pages)
	}
	last := 0
	for _, a := range d.Anchors {
		if a.Span.Start < last || a.Span.End < a.Span.Start || a.Span.End > len(d.Text) {
			t.Errorf("anchor %v after %d", a.Span, last)
		}
		last = a.Span.End
	}
}

func TestWhatIsNoRestOfACell(t *testing.T) {
	for _, tt := range []struct {
		rest   string
		onPage int
	}{
		{"nämnden", 1},
		{"Nämnden", 2},
		{"nämnden redovisar varje höst vad som har gjorts", 2},
		{"nämnden redovisar.", 2},
	} {
		if d := Document(tableAndRest(tt.rest, tt.onPage)); strings.Contains(d.Text, "kulturnämnden") {
			t.Errorf("%q on page %d was put into the cell: %q", tt.rest, tt.onPage, d.Text)
		}
	}
}

// A header's cells are short and without figures; a question may be longer, and what is measured may have its year.
func TestHeaderRow(t *testing.T) {
	for row, want := range map[string]bool{
		"Nämnd\tUppgift": true, "Vad ska uppnås\tHur och när följs det upp": true, "Indikator\tUtfall 2024\tMål 2027": true,
		"Andel nöjda\t84 procent": false, "Byta oljepannor\tKlart 2026": false, "Utfall 12 ton\tMål": false,
		"Skolnämnden\tFöljer upp": false, "Ensam cell": false, "Det som redan har gjorts i år\tKlart": false,
	} {
		if got := isHeader(row); got != want {
			t.Errorf("isHeader(%q) is %v", row, got)
		}
	}
}
