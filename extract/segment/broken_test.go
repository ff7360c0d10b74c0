package segment_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
)

// lines makes a block of printed lines, five points a letter.
func lines(printed ...string) page.Block {
	out := page.Block{Column: -1}
	for i, s := range printed {
		if out.Text != "" {
			out.Text += " "
		}
		start := len(out.Text)
		out.Text += s
		box := policy.Box{X0: 50, Y0: float64(20 * i), X1: 50 + 5*float64(len([]rune(s))), Y1: float64(20*i + 10)}
		out.Lines = append(out.Lines, page.Line{Start: start, End: len(out.Text), Box: box})
	}
	return out
}

func TestHeadingTakenForAFirstLine(t *testing.T) {
	tests := []struct {
		name  string
		block page.Block
		want  []string
	}{
		{"short line", lines("Val av transport", "Den som reser väljer i första hand tåg och i andra hand buss, om", "det finns tid för resan."),
			[]string{"TITLE Val av transport", "Den som reser väljer i första hand tåg och i andra hand buss, om det finns tid för resan."}},
		{"numbered, almost full", lines("1.1 Val av transport för den som reser i tjänsten nu", "På dagtid väljer den som reser i första hand tåg och sedan",
			"buss, om det finns tid."), []string{"## 1.1 Val av transport för den som reser i tjänsten nu",
			"På dagtid väljer den som reser i första hand tåg och sedan buss, om det finns tid."}},
		{"full line", lines("Den som reser väljer i första hand tåg och i andra hand", "Ekebybussen, om det finns tid för resan."),
			[]string{"Den som reser väljer i första hand tåg och i andra hand Ekebybussen, om det finns tid för resan."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &page.Document{Pages: []page.Page{{Record: policy.Page{Number: 1}, Blocks: []page.Block{tt.block}}}}
			if diff := cmp.Diff(tt.want, outline(segment.Document(p))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestClausesRunTogether(t *testing.T) {
	tests := []struct {
		name  string
		block page.Block
		want  []string
	}{
		{"a list", lines("Kommunfullmäktige beslutar", "att anta policyn för resor,", "att den gäller från den 1 maj, samt", "att äldre regler upphör."),
			[]string{"Kommunfullmäktige beslutar", "item: att anta policyn för resor, <- Kommunfullmäktige beslutar",
				"item: att den gäller från den 1 maj, samt <- Kommunfullmäktige beslutar", "item: att äldre regler upphör. <- Kommunfullmäktige beslutar"}},
		{"wrapped lines", lines("Kommunfullmäktige har sedan länge sagt", "att planen ska antas av nämnden och menar", "att den ska gälla länge."),
			[]string{"Kommunfullmäktige har sedan länge sagt att planen ska antas av nämnden och menar att den ska gälla länge."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &page.Document{Pages: []page.Page{{Record: policy.Page{Number: 1}, Blocks: []page.Block{tt.block}}}}
			if diff := cmp.Diff(tt.want, outline(segment.Document(p))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTableRowsHaveTheirBoxes(t *testing.T) {
	b := table("Nämnd | Uppgift // Skola | Skolor och bad")
	for i := range b.Lines {
		b.Lines[i].Box = policy.Box{X0: 1, Y0: float64(10 * i), X1: 9, Y1: float64(10*i + 8)}
	}
	d := segment.Document(&page.Document{Pages: []page.Page{{Blocks: []page.Block{b}}}})
	if a := d.AnchorsOf(d.Sentences[1].Span); len(a) != 1 || a[0].Box.Y0 != 10 {
		t.Errorf("anchors %v", a)
	}
}

func BenchmarkDocument(b *testing.B) {
	var blocks []string
	for range 200 {
		blocks = append(blocks, "2 Ansvar", prose+" "+prose2, "Nämnden ska:", "- följa upp planen varje år", "- rapportera till fullmäktige", "\f")
	}
	p := pages(blocks...)
	size := 0
	for _, s := range blocks {
		size += len(s)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		segment.Document(p)
	}
}
