package segment_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
)

// check holds what policy.Document promises of any document.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, p *page.Document) {
	t.Helper()
	d := segment.Document(p)
	if !utf8.ValidString(d.Text) || !norm.NFC.IsNormalString(d.Text) {
		t.Fatalf("text %q is not NFC", d.Text)
	}
	if len(d.Pages) != len(p.Pages) {
		t.Fatalf("%d pages of %d", len(d.Pages), len(p.Pages))
	}
	checkSections(t, d)
	checkSentences(t, d)
	at := 0
	for _, a := range d.Anchors {
		if a.Span.Start < at || a.Span.End <= a.Span.Start || a.Span.End > len(d.Text) {
			t.Fatalf("anchor %v after %d in %q", a, at, d.Text)
		}
		if gap := strings.TrimSpace(d.Text[at:a.Span.Start]); gap != "" {
			t.Fatalf("%q has no anchor in %q", gap, d.Text)
		}
		at = a.Span.End
	}
	if gap := strings.TrimSpace(d.Text[at:]); gap != "" {
		t.Fatalf("%q has no anchor in %q", gap, d.Text)
	}
	if !reflect.DeepEqual(d, segment.Document(p)) {
		t.Fatalf("not the same twice: %q", d.Text)
	}
}

func checkSections(t interface{ Fatalf(string, ...any) }, d *policy.Document) {
	for i, s := range d.Sections {
		in := s.Span.Start <= s.HeadingSpan.Start && s.HeadingSpan.End <= s.Span.End && s.Span.End <= len(d.Text)
		if i == 0 {
			in = s.Parent == -1 && s.Level == 0 && s.Span == policy.Span{End: len(d.Text)}
		} else if p := s.Parent; p < 0 || p >= i || d.Sections[p].Level >= s.Level || !d.Sections[p].Span.Contains(s.Span) {
			in = false
		}
		if !in {
			t.Fatalf("section %d: %+v of %+v in %d bytes", i, s, d.Sections, len(d.Text))
		}
		if i > 1 && s.Span.Start < d.Sections[i-1].HeadingSpan.End {
			t.Fatalf("section %d begins in the heading of the one before: %+v", i, d.Sections)
		}
	}
}

func checkSentences(t interface{ Fatalf(string, ...any) }, d *policy.Document) {
	at, next := 0, 0
	for i, p := range d.Passages {
		if p.First != next || p.Last <= p.First || p.Last > len(d.Sentences) || p.Span.Start < at || p.Span.End > len(d.Text) {
			t.Fatalf("passage %d: %+v", i, p)
		}
		next = p.Last
		for j := p.First; j < p.Last; j++ {
			s := d.Sentences[j]
			if s.Passage != i || s.Zone != p.Zone || s.Section != p.Section || !p.Span.Contains(s.Span) || s.Span.Start < at || s.Span.Len() <= 0 {
				t.Fatalf("sentence %d %+v of passage %+v after %d", j, s, p, at)
			}
			if s.Opener < -1 || s.Opener >= j {
				t.Fatalf("sentence %d is opened by %d", j, s.Opener)
			}
			if sec := d.Sections[s.Section]; !sec.Span.Contains(s.Span) {
				t.Fatalf("sentence %d %+v is outside its section %+v", j, s, sec)
			}
			at = s.Span.End
		}
	}
	if next != len(d.Sentences) {
		t.Fatalf("%d sentences in passages, %d in all", next, len(d.Sentences))
	}
}

var words = []string{"Nämnden", "ansvarar", "ska", "Mål", "1", "2.1", "2.", "och", "att:", "Syfte:", "t.ex.", "varje", "år.", "år?1", "Innehåll",
	"......", "3", "1(2)", "Telefon:", "Dnr", "2020-01-02", "Läs", "mer", "A\u030a", "\u0301", "\u00ad", "bro-", "S", "Y", "F", "T", "Bilaga",
	"Referenser", "www.ekeby.example", "a@b.example", "chef", "\xff", "\t", "\u1100", "\u1161", "“", ")", "följande"}

// block draws a block with lines that tile its text, or lines that are wrong.
func block(t *rapid.T) page.Block {
	out := page.Block{Kind: page.Kind(rapid.IntRange(0, 10).Draw(t, "kind")), Level: rapid.IntRange(0, 4).Draw(t, "level"),
		Column: rapid.IntRange(-1, 1).Draw(t, "column")}
	out.Font.Size = float64(rapid.IntRange(0, 2).Draw(t, "size") * 7)
	if out.Kind == page.ListItem {
		out.Marker = rapid.SampledFrom([]string{"•", "-", "1.", "a)", ""}).Draw(t, "marker")
	}
	sep := " "
	if out.Kind == page.Table {
		sep = rapid.SampledFrom([]string{"\t", "\n"}).Draw(t, "separator")
	}
	for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 0, 30).Draw(t, "words") {
		start := len(out.Text)
		if start > 0 && rapid.IntRange(0, 9).Draw(t, "space") > 0 {
			out.Text += sep
			start++
		}
		out.Text += w
		if rapid.IntRange(0, 3).Draw(t, "line") == 0 || len(out.Lines) == 0 {
			out.Lines = append(out.Lines, page.Line{Start: start, Box: policy.Box{X0: 1, X1: float64(rapid.IntRange(0, 300).Draw(t, "width"))}})
		}
		out.Lines[len(out.Lines)-1].End = len(out.Text)
	}
	if rapid.IntRange(0, 9).Draw(t, "wrong") == 0 {
		out.Lines = []page.Line{{Start: 5, End: 2}, {Start: -1, End: 1000}}
	}
	return out
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := &page.Document{Format: "text"}
		for range rapid.IntRange(0, 4).Draw(t, "pages") {
			p := page.Page{Record: policy.Page{Number: len(doc.Pages) + 1}}
			for range rapid.IntRange(0, 8).Draw(t, "blocks") {
				p.Blocks = append(p.Blocks, block(t))
			}
			doc.Pages = append(doc.Pages, p)
		}
		check(t, doc)
	})
}

// FuzzDocument takes a text whose lines are blocks in the short form of these tests.
func FuzzDocument(f *testing.F) {
	f.Add("# Plan\n1 Syfte\nPlanen gäller. Den är kort.\n- ett\n- två\n\f\n2 Mål\nA\u030a\n| a | b // c | d")
	f.Add("Innehåll 1. Mål Ansvar\n= 1. Mål Vi ska öva. 2. Ansvar Nämnden ansvarar för det.\nLäs mer\nLäs mer")
	f.Add("Roll\nSka öva.\ncontents: Mål....3\n^1 Not.\nhead: 3")
	f.Add("O o: o\n• o:\no o:\n1. o")
	f.Fuzz(func(t *testing.T, text string) {
		check(t, pages(strings.Split(text, "\n")...))
	})
}

func TestLongPassagesAreSplit(t *testing.T) {
	d := segment.Document(pages(strings.Repeat(prose+" ", 40)))
	if len(d.Passages) < 3 {
		t.Fatalf("%d passages", len(d.Passages))
	}
	for i, p := range d.Passages {
		if n := len(strings.Fields(d.Text[p.Span.Start:p.Span.End])); n > 150 {
			t.Errorf("passage %d has %d words", i, n)
		}
	}
}

func TestAnchorsLeadToLines(t *testing.T) {
	box := func(y float64) policy.Box { return policy.Box{X0: 10, Y0: y, X1: 200, Y1: y + 10} }
	text := "Nämnden följer upp planen varje år och redovisar det."
	doc := &page.Document{Pages: []page.Page{{Record: policy.Page{Number: 1}, Blocks: []page.Block{{Text: text,
		Lines: []page.Line{{End: 26, Box: box(20)}, {Start: 26, End: len(text), Box: box(32)}}}}}}}
	d := segment.Document(doc)
	var boxes []policy.Box
	for _, a := range d.AnchorsOf(d.Sentences[0].Span) {
		boxes = append(boxes, a.Box)
	}
	if len(boxes) != 2 || boxes[0] != box(20) || boxes[1] != box(32) {
		t.Errorf("boxes %v", boxes)
	}
}
