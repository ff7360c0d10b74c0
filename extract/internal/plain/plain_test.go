package plain

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/extract/page"
)

// lines returns the blocks of text, one a line: kind, marker, text.
func lines(t *testing.T, text string, markdown bool) []string {
	t.Helper()
	doc, err := Read([]byte(text), markdown)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			s := b.Kind.String()
			if b.Level > 0 {
				s += fmt.Sprint(b.Level)
			}
			if b.Marker != "" {
				s += " " + b.Marker
			}
			out = append(out, s+": "+b.Text)
		}
	}
	return out
}

func ExampleRead() {
	doc, _ := Read([]byte("Syfte\n\nPlanen ska ge stöd åt den som\narbetar i Ekeby.\n"), false)
	for _, b := range doc.Pages[0].Blocks {
		fmt.Println(b.Text)
	}
	// Output:
	// Syfte
	// Planen ska ge stöd åt den som arbetar i Ekeby.
}

func TestPlainText(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"wrapped lines are joined and broken words mended",
			"Nämnden följer varje år upp hur målen i planen har nåtts och redo-\nvisar resultatet för kommunfullmäktige.",
			[]string{"paragraph: Nämnden följer varje år upp hur målen i planen har nåtts och redovisar resultatet för kommunfullmäktige."}},
		{"a short line above a paragraph stands alone",
			"Chefens uppgifter\nChefen ser till att rutinen är känd av alla som arbetar i verksamheten\noch att den följs i det dagliga arbetet.",
			[]string{"paragraph: Chefens uppgifter",
				"paragraph: Chefen ser till att rutinen är känd av alla som arbetar i verksamheten och att den följs i det dagliga arbetet."}},
		{"an address keeps its lines", "Sjöviks kommun\nBox 12\nStorgatan 4, Sjövik\nTelefon: 0100-12 34",
			[]string{"paragraph: Sjöviks kommun", "paragraph: Box 12", "paragraph: Storgatan 4, Sjövik", "paragraph: Telefon: 0100-12 34"}},
		{"bullets", "Målen är att:\n• Stödja lokala\n  föreningar.\n• Minska utsläppen.\n\uf0b7 Öka valdeltagandet.\no Höra unga.",
			[]string{"paragraph: Målen är att:", "list-item •: Stödja lokala föreningar.", "list-item •: Minska utsläppen.",
				"list-item \uf0b7: Öka valdeltagandet.", "list-item o: Höra unga."}},
		{"a dash inside a sentence is no bullet",
			"Arbetet påverkas av mycket, dels av ekonomin och dels av hur många som\n– av olika skäl – flyttar hit.",
			[]string{"paragraph: Arbetet påverkas av mycket, dels av ekonomin och dels av hur många som – av olika skäl – flyttar hit."}},
		{"numbers", "1. Inled\n2. Genomför\n3) Avsluta\na) Arkivera",
			[]string{"list-item 1.: Inled", "list-item 2.: Genomför", "list-item 3): Avsluta", "list-item a): Arkivera"}},
		{"a year is no list number", "Planen antogs i maj.\n2019. Därefter har den gällt.",
			[]string{"paragraph: Planen antogs i maj.", "paragraph: 2019. Därefter har den gällt."}},
		{"torn bullets", "-\nEn cykel\n-\nEn buss\n", []string{"list-item -: En cykel", "list-item -: En buss"}},
		{"torn numbers", "1.\n2.\n\nEnergi\nResor\n\nUnder rubrikerna finns åtgärder.",
			[]string{"list-item 1.: Energi", "list-item 2.: Resor", "paragraph: Under rubrikerna finns åtgärder."}},
		{"contents list", "Inledning\t3\n2 Mål ............ 4\nAnsvar…………5",
			[]string{"contents: Inledning 3", "contents: 2 Mål ............ 4", "contents: Ansvar…………5"}},
		{"contents list with numbers before tabs", "1\tInledning\t2\n1.1\tBakgrund\t3\nBilaga 1\tOrdlista\t9",
			[]string{"contents: 1 Inledning 2", "contents: 1.1 Bakgrund 3", "contents: Bilaga 1 Ordlista 9"}},
		{"a heading's number before a tab is no table", "1\tInledning\n1.1\tBakgrund\nTexten börjar här och är så lång att ingen tar den för en rubrik.",
			[]string{"paragraph: 1 Inledning", "paragraph: 1.1 Bakgrund", "paragraph: Texten börjar här och är så lång att ingen tar den för en rubrik."}},
		{"a clause that a numbered list goes on with", "4 § Ordföranden ska\na) leda nämndens arbete och dess sammanträden, samt\nb) bevaka besluten.",
			[]string{"paragraph: 4 § Ordföranden ska", "list-item a): leda nämndens arbete och dess sammanträden, samt", "list-item b): bevaka besluten."}},
		{"a page head with something at each end", "SJÖVIKS KOMMUN                    FÖRFATTNINGSSAMLING\nReglemente för nämnden",
			[]string{"paragraph: SJÖVIKS KOMMUN FÖRFATTNINGSSAMLING", "paragraph: Reglemente för nämnden"}},
		{"table of tabs", "Nämnd\tUppgift\nSkola\tElever\n\nSlut på tabellen här.",
			[]string{"table: Nämnd\tUppgift\nSkola\tElever", "paragraph: Slut på tabellen här."}},
		{"table of gaps", "Nämnd          Uppgift        Tid\nSkola          Elever         2 år",
			[]string{"table: Nämnd\tUppgift\tTid\nSkola\tElever\t2 år"}},
		{"page mark", "Texten går vidare över\n2/4\nsidan.", []string{"paragraph: Texten går vidare över", "paragraph: 2/4", "paragraph: sidan."}},
		{"numbered heading", "1.2 Resor i tjänsten och andra resor som görs\nNämnden väljer tåg.",
			[]string{"paragraph: 1.2 Resor i tjänsten och andra resor som görs", "paragraph: Nämnden väljer tåg."}},
		{"labels", "Antagen av: kommunfullmäktige\nDatum: 2020-05-04", []string{"paragraph: Antagen av: kommunfullmäktige", "paragraph: Datum: 2020-05-04"}},
		{"odd characters", "A\u030angra\u00a0t\u200bio\x00\r\nNy rad.", []string{"paragraph: Ångra tio", "paragraph: Ny rad."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.text, false)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPages(t *testing.T) {
	doc, _ := Read([]byte("Ett\fTvå\f\fFyra\f"), false)
	var words []int
	for i, p := range doc.Pages {
		if p.Record.Number != i+1 {
			t.Errorf("page %d has number %d", i+1, p.Record.Number)
		}
		words = append(words, p.Record.Words)
	}
	if diff := cmp.Diff([]int{1, 1, 0, 1}, words); diff != "" {
		t.Error(diff)
	}
	if doc.Pages[2].Record.Method != "empty" || doc.Pages[0].Record.Method != "text" {
		t.Errorf("methods %q, %q", doc.Pages[0].Record.Method, doc.Pages[2].Record.Method)
	}
}

func TestTranscript(t *testing.T) {
	long := strings.Repeat("Nämnden följer upp planen varje år och berättar om det. ", 8)
	text := "Plan för Ekeby\n\nTranskript\n\n1 Plan för Ekeby\n\n2 1. Syfte " + long + "1\n\n3 2. Mål " + long + "Det är 2\n\nAnnan plan\n\nLäs mer\n"
	doc, _ := Read([]byte(text), false)
	if len(doc.Pages) != 3 {
		t.Fatalf("%d pages, want 3", len(doc.Pages))
	}
	var got []string
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			got = append(got, fmt.Sprintf("%d %q %s: %s", p.Record.Number, p.Record.Label, b.Kind, strings.ReplaceAll(b.Text, long, "… ")))
		}
	}
	want := []string{
		`1 "" paragraph: Plan för Ekeby`, `1 "" chrome: Transkript`, `1 "" paragraph: Plan för Ekeby`,
		`2 "1" paragraph: 1. Syfte ` + strings.TrimSpace(long), `2 "1" page-foot: 1`,
		`3 "2" paragraph: 2. Mål … Det är`, `3 "2" page-foot: 2`, `3 "2" paragraph: Annan plan`, `3 "2" paragraph: Läs mer`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNumberedListIsNoTranscript(t *testing.T) {
	doc, _ := Read([]byte("1 Skolor\n2 Bad\n3 Gator\n"), false)
	if len(doc.Pages) != 1 {
		t.Errorf("%d pages, want 1", len(doc.Pages))
	}
}

// check holds what is true of any text's blocks.
func check(t interface{ Fatalf(string, ...any) }, data []byte, markdown bool) {
	doc, err := Read(data, markdown)
	if err != nil || len(doc.Pages) == 0 {
		t.Fatalf("no pages, %v", err)
	}
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			if b.Text == "" || !utf8.ValidString(b.Text) || !norm.NFC.IsNormalString(b.Text) {
				t.Fatalf("text %q", b.Text)
			}
			at := 0
			for _, l := range b.Lines {
				if l.Start < at || l.End < l.Start || l.End > len(b.Text) || strings.TrimSpace(b.Text[at:l.Start]) != "" {
					t.Fatalf("lines %v of %q", b.Lines, b.Text)
				}
				at = l.End
			}
			if at != len(b.Text) {
				t.Fatalf("lines %v end before %q", b.Lines, b.Text)
			}
			if b.Kind == page.Table && len(b.Rows) == 0 || b.Kind != page.Table && strings.ContainsAny(b.Text, "\n\t") {
				t.Fatalf("%s %q", b.Kind, b.Text)
			}
		}
	}
}

var pieces = []string{"Nämnden ska", "följa", "-", "- ", "•", "1.", "2.1 ", "a) ", "\n", "\n\n", "\t", "   ", ".", ":", "…..", "3", "1/4", "#",
	"# ", "|", "---", "å", "a\u030a", "\u0301", "\u00ad", "redo-", "visa", "*", "<b>", "&auml;", "\f", "o ", "\xff", "[x](y)", "> "}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		check(t, []byte(text), rapid.Bool().Draw(t, "markdown"))
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range pieces {
		f.Add([]byte(s), true)
		f.Add([]byte(s+"x\n"+s), false)
	}
	f.Add([]byte("---\ntitle: x\n---\n# A\n\n| a | b |\n|---|---|\n| c | d |\n"), true)
	f.Fuzz(func(t *testing.T, data []byte, markdown bool) { check(t, data, markdown) })
}
