package segment_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
)

// b is a block of text on one line; its kind and marker stand before it: "# Syfte", "## Mål", "- item", "1. item",
// "| a | b // c | d" for a table, "^1 note", "contents: …", "head: …", else a paragraph ("= " before it if it would be taken
// for another).
func b(s string) page.Block {
	out := page.Block{Column: -1}
	switch mark, rest, _ := strings.Cut(s, " "); {
	case strings.Trim(mark, "#") == "" && mark != "":
		out.Kind, out.Level, s = page.Heading, len(mark), rest
	case mark == "-" || mark == "•" || mark == "o":
		out.Kind, out.Marker, s = page.ListItem, mark, rest
	case strings.HasSuffix(mark, ".") && strings.Trim(mark, "0123456789.") == "" && strings.Count(mark, ".") == 1:
		out.Kind, out.Marker, s = page.ListItem, mark, rest
	case strings.HasPrefix(mark, "^"):
		out.Kind, out.Marker, s = page.Footnote, mark[1:], rest
	case mark == "=":
		s = rest
	case mark == "contents:":
		out.Kind, s = page.Contents, rest
	case mark == "head:":
		out.Kind, s = page.PageHead, rest
	case mark == "|":
		return table(rest)
	}
	out.Text = s
	out.Lines = []page.Line{{End: len(s)}}
	return out
}

func table(s string) page.Block {
	out := page.Block{Kind: page.Table, Column: -1, Text: strings.ReplaceAll(strings.ReplaceAll(s, " // ", "\n"), " | ", "\t")}
	at := 0
	for _, row := range strings.SplitAfter(out.Text, "\n") {
		out.Lines = append(out.Lines, page.Line{Start: at, End: at + len(strings.TrimSuffix(row, "\n"))})
		at += len(row)
	}
	return out
}

// pages makes a document of blocks, "\f" between pages.
func pages(blocks ...string) *page.Document {
	doc := &page.Document{Format: "text", Pages: []page.Page{{Record: policy.Page{Number: 1}}}}
	for _, s := range blocks {
		if s == "\f" {
			doc.Pages = append(doc.Pages, page.Page{Record: policy.Page{Number: len(doc.Pages) + 1}})
			continue
		}
		p := &doc.Pages[len(doc.Pages)-1]
		p.Blocks = append(p.Blocks, b(s))
	}
	return doc
}

// outline prints a document: sections with level and number, sentences with kind where it is not prose, zone where it is
// not the body, and opener.
func outline(d *policy.Document) []string {
	var out []string
	if h := d.Sections[0].Heading; h != "" {
		out = append(out, "TITLE "+h)
	}
	sec := 0
	for i, s := range d.Sentences {
		for sec < s.Section {
			sec++
			out = append(out, section(d.Sections[sec]))
		}
		line := d.SentenceText(i)
		if s.Kind != policy.Prose {
			line = string(s.Kind) + ": " + line
		}
		if s.Zone != policy.ZoneBody {
			line = string(s.Zone) + "/" + line
		}
		if s.Opener >= 0 {
			line += " <- " + d.SentenceText(s.Opener)
		}
		out = append(out, line)
	}
	for sec++; sec < len(d.Sections); sec++ {
		out = append(out, section(d.Sections[sec]))
	}
	return out
}

func section(s policy.Section) string {
	return strings.Join(strings.Fields(strings.Repeat("#", s.Level)+" "+s.Number+" "+s.Heading), " ")
}

func ExampleDocument() {
	doc := &page.Document{Format: "text", Pages: []page.Page{{Blocks: []page.Block{
		{Kind: page.Heading, Level: 1, Text: "1 Ansvar"},
		{Text: "Nämnden ansvarar för planen. Den ses över varje år."},
	}}}}
	d := segment.Document(doc)
	fmt.Println(d.Sections[1].Number, d.Sections[1].Heading)
	for i := range d.Sentences {
		fmt.Println(d.SentenceText(i))
	}
	// Output:
	// 1 Ansvar
	// Nämnden ansvarar för planen.
	// Den ses över varje år.
}

const (
	prose  = "Planen gäller för alla som arbetar i kommunen och för dem som kommunen anlitar."
	prose2 = "Den ska läsas tillsammans med de regler som nämnderna har beslutat om tidigare."
)

type outlineTest struct {
	name   string
	blocks []string
	want   []string
}

func runOutlines(t *testing.T, tests []outlineTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outline(segment.Document(pages(tt.blocks...)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	runOutlines(t, []outlineTest{
		{"title and numbered", []string{"# Resepolicy för Ekeby", "1 Syfte", prose, "1.1 Tåg", prose2},
			[]string{"TITLE Resepolicy för Ekeby", "# 1 Syfte", prose, "## 1.1 Tåg", prose2}},
		{"title that ends with a full stop", []string{"Policy för resor i Sjövik.", "Syfte:", prose},
			[]string{"TITLE Policy för resor i Sjövik", "# Syfte", prose}},
		{"a short sentence is no title", []string{"Denna policy styr resor.", "Alla reser tåg i Ekeby kommun.", prose}, []string{"Denna policy styr resor.",
			"Alla reser tåg i Ekeby kommun.", prose}},
		{"levels of the reader", []string{"# Plan för bad", "## Mål", prose, "### Delmål", prose2, "## Ansvar", prose},
			[]string{"TITLE Plan för bad", "# Mål", prose, "## Delmål", prose2, "# Ansvar", prose}},
		{"colon", []string{"Syfte:", prose, "Mål:", prose2}, []string{"# Syfte", prose, "# Mål", prose2}},
		{"a label is no heading", []string{prose, "Antagen: 2020-01-02", prose2}, []string{prose, "info/Antagen: 2020-01-02", prose2}},
		{"capitals", []string{prose, "ANSVAR OCH ROLLER", prose2}, []string{prose, "# ANSVAR OCH ROLLER", prose2}},
		{"letter-spaced", []string{prose, "S Y F T E", prose2}, []string{prose, "# SYFTE", prose2}},
		{"letter-spaced words", []string{"Mål och ansvar följs upp av nämnden varje år i mars.", "M Å L O C H A N S VA R", prose2},
			[]string{"Mål och ansvar följs upp av nämnden varje år i mars.", "# MÅL OCH ANSVAR", prose2}},
		{"short line above a text", []string{prose, "Så här följer vi upp", prose2}, []string{prose, "# Så här följer vi upp", prose2}},
		{"a demand is no heading", []string{prose, "Ekeby ska vara en kommun utan buller", prose2},
			[]string{prose, "Ekeby ska vara en kommun utan buller", prose2}},
		{"cells of a torn table are no headings", []string{prose, "Nämnd", "Skolnämnden", "Chef", "Rektor", prose2},
			[]string{prose, "Nämnd", "Skolnämnden", "Chef", "Rektor", prose2}},
		{"a common heading among scraps", []string{prose, "Anna Ek", "Chef", "Bo Sund", "BAKGRUND", prose2},
			[]string{prose, "Anna Ek", "Chef", "Bo Sund", "# BAKGRUND", prose2}},
		{"numbered items are a list", []string{"Arbetet har två delar:", "1. Energi", "2. Resor", prose},
			[]string{"Arbetet har två delar:", "item: Energi <- Arbetet har två delar:", "item: Resor <- Arbetet har två delar:", prose}},
		{"a numbered line alone is a heading", []string{prose, "1. Energi", prose2, "2. Resor", prose},
			[]string{prose, "# 1 Energi", prose2, "# 2 Resor", prose}},
		{"numbered paragraph", []string{"2 Resor", "2.1 Den som reser i tjänsten väljer tåg när resan tar mindre än fem timmar."},
			[]string{"# 2 Resor", "Den som reser i tjänsten väljer tåg när resan tar mindre än fem timmar."}},
		{"numbers with a colon", []string{"2 Roller", "2:1 Rektor", prose, "2:10 Vaktmästare", prose2},
			[]string{"# 2 Roller", "## 2.1 Rektor", prose, "## 2.10 Vaktmästare", prose2}},
		{"a time of day is no number", []string{prose, "10:30 Fika i stora salen och mingel", prose2}, []string{prose, "10:30 Fika i stora salen och mingel", prose2}},
		{"numbers with a bracket", []string{prose, "1) Energi", prose2, "2) Resor", prose}, []string{prose, "# 1 Energi", prose2, "# 2 Resor", prose}},
		{"a part with its number and name", []string{prose, "Del 1: Energi", prose2}, []string{prose, "# Del 1: Energi", prose2}},
		{"a heading word with a full stop", []string{prose, "Syfte.", prose2}, []string{prose, "# Syfte", prose2}},
		{"an opener set as a heading", []string{"# Resor", "# Med resor avses:", "- tåg", "- buss"},
			[]string{"TITLE Resor", "Med resor avses:", "item: tåg <- Med resor avses:", "item: buss <- Med resor avses:"}},
		{"what stands above the title is no section", []string{"## TJÄNSTEUTLÅTANDE", "Kommunstyrelsen", "# Policy för Ekebys resor", prose},
			[]string{"TITLE Policy för Ekebys resor", "info/TJÄNSTEUTLÅTANDE", "info/Kommunstyrelsen", prose}},
		{"a heading above a heading", []string{prose, "Måltidens delar", "Smak", prose2}, []string{prose, "# Måltidens delar", "# Smak", prose2}},
		{"a heading above a clause with a list", []string{prose, "Ordföranden", "Det är ordföranden som ska", "- leda", "- kalla"},
			[]string{prose, "# Ordföranden", "Det är ordföranden som ska", "item: leda <- Det är ordföranden som ska", "item: kalla <- Det är ordföranden som ska"}},
		{"signature", []string{"# Förslag", prose, "# BO EK KOMMUNCHEF", "# Bakgrund", prose2},
			[]string{"TITLE Förslag", prose, "BO EK KOMMUNCHEF", "# Bakgrund", prose2}},
	})
}

func TestFurniture(t *testing.T) {
	d := segment.Document(pages("Ekeby kommun", "Plan för vatten", prose+" Vatten är", "1(2)", "\f", "Ekeby kommun", "något som alla behöver varje dag.",
		"^1 Se vattenlagen.", "2(2)"))
	want := []string{"TITLE Plan för vatten", prose, "Vatten är något som alla behöver varje dag.", "note/Se vattenlagen."}
	if diff := cmp.Diff(want, outline(d)); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, f := range d.Furniture {
		got = append(got, fmt.Sprintf("%s %d %s", f.Kind, f.Page, f.Text))
	}
	if diff := cmp.Diff([]string{"page-head 1 Ekeby kommun", "page-foot 1 1(2)", "page-head 2 Ekeby kommun", "page-foot 2 2(2)"}, got); diff != "" {
		t.Error(diff)
	}
	if pages := d.PagesOf(d.Sentences[1].Span); len(pages) != 2 {
		t.Errorf("the sentence over two pages stands on %v", pages)
	}
}

func TestPageHeadsWithChapterAndNumber(t *testing.T) {
	d := segment.Document(pages("Energi", prose, "\f", "2 Energi", prose2, "\f", prose, "Energi 3", "\f", "Vatten", "4 Vatten", prose2, "\f", prose+" Vatten 5"))
	for _, f := range d.Furniture {
		if f.Kind != policy.PageHead {
			t.Errorf("%s %q", f.Kind, f.Text)
		}
	}
	if len(d.Furniture) != 3 { // the last one is glued to its paragraph on one line, and stays
		t.Errorf("furniture %v", d.Furniture)
	}
	glued := lines("Nämnden följer upp planen och ser till att den", "Energi 3")
	p := pages("Energi", prose, "\f", "2 Energi", prose2, "\f")
	p.Pages[2].Blocks = []page.Block{glued}
	p.Pages = append(p.Pages, pages("följs av alla.", "4 Energi").Pages...)
	p.Pages[3].Record.Number = 4
	got := outline(segment.Document(p))
	if last := got[len(got)-1]; last != "Nämnden följer upp planen och ser till att den följs av alla." {
		t.Errorf("the last sentence is %q", last)
	}
}

func TestPageLabels(t *testing.T) {
	d := segment.Document(pages("# Plan", "\f", prose, "1 (3)", "\f", prose2, "2 (3)", "\f", prose, "3 (3)"))
	var got []string
	for _, p := range d.Pages {
		got = append(got, p.Label)
	}
	if diff := cmp.Diff([]string{"", "1", "2", "3"}, got); diff != "" {
		t.Error(diff)
	}
	if c := d.Cite(d.Sentences[0].Span); c.Page != 2 || c.PageLabel != "1" {
		t.Errorf("the first sentence stands on page %d, printed %q", c.Page, c.PageLabel)
	}
}

func TestNumberedHeadingsAreNoPageHeads(t *testing.T) {
	runOutlines(t, []outlineTest{{"a section a page", []string{"1 Syfte", prose, "\f", "2 Mål", prose2, "\f", "3 Ansvar", prose, "\f", "4 Uppföljning", prose2},
		[]string{"# 1 Syfte", prose, "# 2 Mål", prose2, "# 3 Ansvar", prose, "# 4 Uppföljning", prose2}}})
}

func TestPageHeadsInTextWithoutPages(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat(prose+" ", 8))
	runOutlines(t, []outlineTest{{"heads between the halves of a sentence",
		[]string{"EKEBY KOMMUN", "Kansliet", "2 [3]", long + " Ta med fackligt", "EKEBY KOMMUN", "Kansliet", "3 [3]", "ombud till mötet."},
		append(sentences(prose, 8), "Ta med fackligt ombud till mötet.")}})
}

func sentences(s string, n int) []string {
	var out []string
	for range n {
		out = append(out, s)
	}
	return out
}

func TestTableDebrisIsNoPageHead(t *testing.T) {
	d := segment.Document(pages("1 Resor", prose, "Genom chef", "Genom chef", "\f", "2 Mat", prose2, "Genom chef", "Genom chef", "\f", "3 El",
		prose, "Genom chef", "Anna"))
	if len(d.Furniture) != 0 {
		t.Errorf("furniture %v", d.Furniture)
	}
}

func TestContents(t *testing.T) {
	runOutlines(t, []outlineTest{
		{"list with numbers", []string{"Innehåll", "1 Syfte 2", "Det här gör vi 3", "\f", "1 Syfte", prose, "Det här gör vi", prose2},
			[]string{"# 1 Syfte", prose, "## Det här gör vi", prose2}},
		{"list without page numbers", []string{"Innehåll", "Syfte", "Mål", "Det här gör vi", "Syfte", prose, "Mål", prose2, "Det här gör vi", prose},
			[]string{"# Syfte", prose, "# Mål", prose2, "# Det här gör vi", prose}},
		{"leaders inside items", []string{"1. Syfte.........2 Delmål.........3", "2. Ansvar.......4", "\f", "1. Syfte", prose, "Delmål", prose2, "2. Ansvar", prose},
			[]string{"# 1 Syfte", prose, "## Delmål", prose2, "# 2 Ansvar", prose}},
		{"run-in headings by the list", []string{"contents: Trygga gator 2", "contents: Gröna parker 3", prose + " Trygga gator Alla gator ska vara upplysta. Gröna parker Parker sköts av nämnden."},
			[]string{prose, "# Trygga gator", "Alla gator ska vara upplysta.", "# Gröna parker", "Parker sköts av nämnden."}},
		{"run-in headings by a flat list", []string{"Innehåll 1. Inledning Mål för Ekeby kommun Ansvar",
			"= 1. Inledning Kommunen ligger vid en sjö och har gjort det länge. 2. Mål för Ekeby kommun Sjön ska vara ren. 3. Ansvar Nämnden ansvarar för sjön."},
			[]string{"# 1 Inledning", "Kommunen ligger vid en sjö och har gjort det länge.", "# 2 Mål för Ekeby kommun", "Sjön ska vara ren.",
				"# 3 Ansvar", "Nämnden ansvarar för sjön."}},
	})
}

func TestRunInHeadings(t *testing.T) {
	runOutlines(t, []outlineTest{
		{"numbered without a list", []string{"= 1. Syfte Planen ska ge stöd åt den som reser i tjänsten. 2. Ansvar Nämnden ansvarar för att planen följs."},
			[]string{"# 1 Syfte", "Planen ska ge stöd åt den som reser i tjänsten.", "# 2 Ansvar", "Nämnden ansvarar för att planen följs."}},
		{"a heading word with a full stop", []string{prose, "Uppföljning. Planen ses över varje år. Det gör nämnden."},
			[]string{prose, "# Uppföljning", "Planen ses över varje år.", "Det gör nämnden."}},
		{"a heading word with a colon", []string{prose, "Syfte och mål: Planen ska ge stöd åt den som reser."},
			[]string{prose, "# Syfte och mål", "Planen ska ge stöd åt den som reser."}},
		{"a heading word with a dash", []string{prose, "Ansvar – Nämnden ser till att planen följs av alla."},
			[]string{prose, "# Ansvar", "Nämnden ser till att planen följs av alla."}},
		{"a label with its value", []string{prose, "Målgrupp: Alla som reser.", prose2}, []string{prose, "Målgrupp: Alla som reser.", prose2}},
		{"a sentence that begins with a heading word", []string{prose, "Uppföljning och rapportering sker varje år. Det gör nämnden."},
			[]string{prose, "Uppföljning och rapportering sker varje år.", "Det gör nämnden."}},
		{"before a word that begins sentences", []string{"Arbetet leds av nämnden och följs av alla som deltar. Vänorter Kommunen har två vänorter i Norden."},
			[]string{"Arbetet leds av nämnden och följs av alla som deltar.", "# Vänorter", "Kommunen har två vänorter i Norden."}},
		{"after a colon", []string{"Fullmäktige har lagt till ett mål om vatten och luft: Vatten och luft Sjöviks kommun ska värna om båda."},
			[]string{"Fullmäktige har lagt till ett mål om vatten och luft:", "# Vatten och luft", "Sjöviks kommun ska värna om båda."}},
		{"at the end of a block", []string{"Fullmäktige har lagt till ett mål om vatten och luft: Vatten och luft", prose},
			[]string{"Fullmäktige har lagt till ett mål om vatten och luft:", "# Vatten och luft", prose}},
		{"a name is no heading", []string{"Planen antogs i maj och gäller alla som bor här. Sjöviks Kommun ansvarar för planen tills vidare."},
			[]string{"Planen antogs i maj och gäller alla som bor här.", "Sjöviks Kommun ansvarar för planen tills vidare."}},
		{"a bracket is no heading's end", []string{"Planen bygger på vision och mål. Vision 2030 (KF) visar hur kommunen ska vara en plats för alla."},
			[]string{"Planen bygger på vision och mål.", "Vision 2030 (KF) visar hur kommunen ska vara en plats för alla."}},
		{"references", []string{"Arbetet redovisas varje år till kommunens nämnder och styrelse. Källor Revisionen (2012). Granskning."},
			[]string{"Arbetet redovisas varje år till kommunens nämnder och styrelse.", "# Källor", "references/Revisionen (2012).", "references/Granskning."}},
	})
}
