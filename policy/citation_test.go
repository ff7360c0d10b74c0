package policy

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// twoPages is a document of two sentences, the second of which runs over a page.
func twoPages() *Document {
	text := "Mål\nÖrter ska odlas. Skörden ska räknas\nvarje höst."
	return &Document{
		ID: "odling", Source: "Ekeby/odling.pdf", Text: text,
		Pages:   []Page{{Number: 1, Label: "i"}, {Number: 2, Label: "ii"}},
		Anchors: []Anchor{{Span{0, 3}, 1, Box{}}, {Span{4, 39}, 1, Box{}}, {Span{40, len(text)}, 2, Box{}}},
		Sections: []Section{
			{Level: 0, Parent: -1, Span: Span{0, len(text)}},
			{Heading: "Mål", Number: "2", Level: 1, HeadingSpan: Span{0, 4}, Span: Span{0, len(text)}},
		},
		Sentences: []Sentence{
			{Span: Span{5, 22}, Section: 1, Kind: Prose, Zone: ZoneBody, Opener: -1},
			{Span: Span{23, len(text)}, Section: 1, Kind: Prose, Zone: ZoneBody, Opener: -1},
		},
		Municipality: Assignment{Municipality: Municipality{Name: "Ekeby"}, Basis: "folder"},
	}
}

func TestCite(t *testing.T) {
	d := twoPages()
	got := d.Cite(d.Sentences[1].Span)
	want := Citation{
		Quote: "Skörden ska räknas\nvarje höst.", Span: d.Sentences[1].Span, Page: 1, Pages: []int{1, 2}, PageLabel: "i",
		Prefix: "Mål\nÖrter ska odlas. ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Cite (-want +got):\n%s", diff)
	}
}

func TestCiteContextIsCutBetweenRunes(t *testing.T) {
	d := &Document{Text: "ååååååååååååååååååååååååååååååååååååååååX" + "ööööööööööööööööööööööööööööööööööööööööö"}
	at := 40 * len("å")
	c := d.Cite(Span{at, at + 1})
	if c.Quote != "X" || len([]rune(c.Prefix)) != contextRunes || len([]rune(c.Suffix)) != contextRunes {
		t.Errorf("Cite = %+v", c)
	}
	if c.Page != 1 {
		t.Errorf("a document without anchors has all on page 1, got %d", c.Page)
	}
}

func TestCiteFurniture(t *testing.T) {
	d := twoPages()
	c := d.CiteFurniture(Furniture{Kind: Stamp, Page: 2, Text: "Dnr 17/2021"}, "17/2021")
	if c.Page != 2 || c.PageLabel != "ii" || c.Quote != "17/2021" || c.Span != (Span{}) {
		t.Errorf("CiteFurniture = %+v", c)
	}
}

func TestSectionPath(t *testing.T) {
	d := &Document{Sections: []Section{
		{Heading: "Titel", Parent: -1},
		{Heading: "Mål", Number: "4", Level: 1, Parent: 0},
		{Heading: "Mervärden", Level: 2, Parent: 1},
	}}
	for i, want := range [][]string{nil, {"4 Mål"}, {"4 Mål", "Mervärden"}} {
		if diff := cmp.Diff(want, d.SectionPath(i)); diff != "" {
			t.Errorf("SectionPath(%d) (-want +got):\n%s", i, diff)
		}
	}
}

// A parent stands before its sections; where a damaged document has a ring, the path ends.
func TestSectionPathOfARing(t *testing.T) {
	d := &Document{Sections: []Section{{Parent: -1}, {Heading: "Ett", Parent: 2}, {Heading: "Två", Parent: 1}, {Heading: "Tre", Parent: 3}, {Heading: "Fyra", Parent: 2}}}
	for i, want := range map[int][]string{1: {"Ett"}, 2: {"Ett", "Två"}, 3: {"Tre"}, 4: {"Ett", "Två", "Fyra"}} {
		if diff := cmp.Diff(want, d.SectionPath(i)); diff != "" {
			t.Errorf("SectionPath(%d) (-want +got):\n%s", i, diff)
		}
	}
}

func TestSpan(t *testing.T) {
	a := Span{2, 6}
	for _, tt := range []struct {
		b                  Span
		contains, overlaps bool
	}{
		{Span{2, 6}, true, true}, {Span{3, 4}, true, true}, {Span{0, 3}, false, true},
		{Span{6, 9}, false, false}, {Span{0, 2}, false, false}, {Span{5, 9}, false, true},
	} {
		if got := a.Contains(tt.b); got != tt.contains {
			t.Errorf("%v.Contains(%v) = %v", a, tt.b, got)
		}
		if got := a.Overlaps(tt.b); got != tt.overlaps {
			t.Errorf("%v.Overlaps(%v) = %v", a, tt.b, got)
		}
	}
}

func ExampleDocument_Cite() {
	d := &Document{
		Text:    "Nämnden ansvarar för elevutbyten.",
		Pages:   []Page{{Number: 1}, {Number: 2, Label: "2"}},
		Anchors: []Anchor{{Span: Span{0, 34}, Page: 2}},
	}
	c := d.Cite(Span{0, 8})
	fmt.Printf("%q på sidan %d\n", c.Quote, c.Page)
	// Output: "Nämnden" på sidan 2
}
