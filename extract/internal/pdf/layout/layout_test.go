package layout

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/internal/pdf/font"
	"github.com/styrdok/styrdok/extract/page"
)

var (
	plain  = &font.Font{Name: "Serif", Ascent: 0.8, Descent: -0.2}
	heavy  = &font.Font{Name: "Serif-Bold", Bold: true, Ascent: 0.8, Descent: -0.2}
	italic = &font.Font{Name: "Serif-Italic", Italic: true, Ascent: 0.8, Descent: -0.2}
)

// A canvas is a page that text is set on; each glyph is half as wide as the font is high.
type canvas struct{ page content.Page }

func newCanvas() *canvas { return &canvas{content.Page{Width: 600, Height: 800}} }

// set sets text from x, y on.
func (c *canvas) set(x, y, size float64, f *font.Font, text string) *canvas {
	return c.spaced(x, y, size, 0, f, text)
}

// spaced sets text with extra space between the letters.
func (c *canvas) spaced(x, y, size, gap float64, f *font.Font, text string) *canvas {
	for i, r := range []rune(text) {
		c.page.Glyphs = append(c.page.Glyphs, content.Glyph{Text: string(r), X: x, Y: y, DX: size / 2, Size: size, Font: f, MCID: -1, Moved: i == 0})
		x += size/2 + gap
	}
	return c
}

// lines sets lines of text below each other, 13 points apart.
func (c *canvas) lines(x, y float64, lines ...string) *canvas {
	for i, l := range lines {
		c.set(x, y+13*float64(i), 10, plain, l)
	}
	return c
}

// blocks lays pages out.
func blocks(pages ...*canvas) [][]page.Block {
	var sheets []*Sheet
	for _, c := range pages {
		sheets = append(sheets, NewSheet(&c.page))
	}
	out := Blocks(sheets, nil)
	Levels(out)
	return out
}

// write writes blocks a line each: kind, level, marker, text; tables with | between cells and / between rows.
func write(all []page.Block) string {
	var b strings.Builder
	for _, x := range all {
		fmt.Fprint(&b, x.Kind)
		if x.Level > 0 {
			fmt.Fprint(&b, x.Level)
		}
		fmt.Fprint(&b, ": ")
		if x.Marker != "" {
			fmt.Fprint(&b, "{"+x.Marker+"} ")
		}
		fmt.Fprintln(&b, strings.NewReplacer("\t", "|", "\n", "/").Replace(x.Text))
	}
	return b.String()
}

// want compares the first page's blocks.
func want(t *testing.T, c *canvas, text string) {
	t.Helper()
	got := write(blocks(c)[0])
	if text = strings.TrimLeft(text, "\n"); got != text {
		t.Errorf("got:\n%swant:\n%s", got, text)
	}
}

// body is running text, so that the size of most text is known.
func (c *canvas) body(y float64) *canvas {
	return c.lines(70, y, "Kommunen arbetar för att alla som bor och verkar här ska kunna", "leva ett gott liv i en trygg miljö, nu och i den tid som kommer.")
}

const bodyText = "paragraph: Kommunen arbetar för att alla som bor och verkar här ska kunna leva ett gott liv i en trygg miljö, nu och i den tid som kommer.\n"

func TestParagraphs(t *testing.T) {
	tests := []struct {
		name string
		c    *canvas
		want string
	}{
		{"wrapped", newCanvas().body(100), bodyText},
		{"gap", newCanvas().body(100).body(140), bodyText + bodyText},
		{"set in", newCanvas().lines(70, 100, "Första stycket fyller hela raden så att nästa rad hör till", "samma stycke.").
			lines(85, 126, "Andra stycket börjar indraget och fyller också sin rad,").lines(70, 139, "som sig bör."), `
paragraph: Första stycket fyller hela raden så att nästa rad hör till samma stycke.
paragraph: Andra stycket börjar indraget och fyller också sin rad, som sig bör.
`},
		{"line broken on purpose", newCanvas().body(100).lines(70, 140, "Ekeby kommun", "Torget 1", "123 45 Ekeby"),
			bodyText + "paragraph: Ekeby kommun\nparagraph: Torget 1\nparagraph: 123 45 Ekeby\n"},
		{"hyphen", newCanvas().lines(70, 100, "Nämnden ansvarar för att målen följs upp och att upp-", "följningen redovisas för kommunfullmäktige varje år."), `
paragraph: Nämnden ansvarar för att målen följs upp och att uppföljningen redovisas för kommunfullmäktige varje år.
`},
		{"hyphen of its own", newCanvas().lines(70, 100, "Arbetet samordnas med andra myndigheter inom BPSD-", "registret och med andra register som nämnden använder."), `
paragraph: Arbetet samordnas med andra myndigheter inom BPSD-registret och med andra register som nämnden använder.
`},
		{"soft hyphens", newCanvas().lines(70, 100, "Kommun\u00adstyrelsen leder och samordnar förvalt\u00ad", "ningen av kommunens angelägenheter."), `
paragraph: Kommunstyrelsen leder och samordnar förvaltningen av kommunens angelägenheter.
`},
		{"size changes", newCanvas().body(100).set(70, 126, 8, plain, "Källa: egen undersökning"), bodyText + "paragraph: Källa: egen undersökning\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { want(t, test.c, test.want) })
	}
}

func TestHeadings(t *testing.T) {
	tests := []struct {
		name string
		c    *canvas
		want string
	}{
		{"large", newCanvas().set(70, 80, 16, plain, "Ansvar").body(100), "heading1: Ansvar\n" + bodyText},
		{"bold", newCanvas().set(70, 86, 10, heavy, "Ansvar").body(100), "heading1: Ansvar\n" + bodyText},
		{"italic", newCanvas().set(70, 84, 11, italic, "Ansvar").body(100), "heading1: Ansvar\n" + bodyText},
		{"two lines", newCanvas().set(70, 80, 16, heavy, "Policy för kommunens").set(70, 99, 16, heavy, "internationella arbete").body(130),
			"heading1: Policy för kommunens internationella arbete\n" + bodyText},
		{"two headings", newCanvas().set(70, 60, 16, heavy, "Ansvar").set(70, 90, 16, heavy, "Nämnden").body(120), "heading1: Ansvar\nheading1: Nämnden\n" + bodyText},
		{"ranks", newCanvas().set(70, 60, 20, heavy, "Policy").set(70, 90, 14, heavy, "Ansvar").body(120), "heading1: Policy\nheading2: Ansvar\n" + bodyText},
		{"numbers", newCanvas().set(70, 60, 14, heavy, "4. Ansvar").set(70, 90, 14, heavy, "4.1 Nämnden").body(120), "heading1: 4. Ansvar\nheading2: 4.1 Nämnden\n" + bodyText},
		{"bold sentence", newCanvas().set(70, 86, 10, heavy, "Detta gäller alla.").body(100), "paragraph: Detta gäller alla.\n" + bodyText},
		{"only a number", newCanvas().set(70, 380, 16, heavy, "2017").body(400), "paragraph: 2017\n" + bodyText},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { want(t, test.c, test.want) })
	}
}

func TestLetterSpaced(t *testing.T) {
	tests := []struct {
		name string
		c    *canvas
		want string
	}{
		{"one word", newCanvas().spaced(70, 80, 14, 5, heavy, "TJÄNSTEUTLÅTANDE"), "TJÄNSTEUTLÅTANDE"},
		{"two words", newCanvas().spaced(70, 80, 14, 4, heavy, "ÖVERGRIPANDE MÅL"), "ÖVERGRIPANDE MÅL"},
		{"a little", newCanvas().spaced(70, 80, 14, 2, heavy, "Uppföljning och ansvar"), "Uppföljning och ansvar"},
		{"with a number", newCanvas().spaced(70, 80, 14, 4, heavy, "Torget 7, Ekeby"), "Torget 7, Ekeby"},
		{"alphabet", newCanvas().spaced(70, 80, 14, 10, heavy, "ABCDEF"), "A B C D E F"},
		{"digits", newCanvas().spaced(70, 80, 14, 10, heavy, "314159"), "3 1 4 1 5 9"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := blocks(test.c.body(120))[0][0].Text; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestHeadAboveColumns: the head of a page that is a document's only one is read before its columns, whatever lies in it.
func TestHeadAboveColumns(t *testing.T) {
	c := newCanvas().set(50, 50, 10, plain, "Norrby stad").set(430, 50, 10, plain, "KS 2022/118")
	c.set(50, 90, 14, heavy, "Plan").lines(50, 106, "Planen gäller alla som bor och verkar i", "staden och de bolag som staden äger. Den", "antogs av fullmäktige i juni.")
	c.lines(310, 90, "Nämnden följer upp planen vart annat år", "och lämnar en rapport till fullmäktige i", "samband med bokslutet.")
	want(t, c, `
paragraph: Norrby stad KS 2022/118
heading1: Plan
paragraph: Planen gäller alla som bor och verkar i staden och de bolag som staden äger. Den antogs av fullmäktige i juni.
paragraph: Nämnden följer upp planen vart annat år och lämnar en rapport till fullmäktige i samband med bokslutet.
`)
}

// TestTracked: where spaces part the words, letter-spacing does not, in digits and in cells either.
func TestTracked(t *testing.T) {
	c := newCanvas()
	for i, l := range []string{"Planen gäller alla som bor i kommunen", "och antogs 2022 av fullmäktige."} {
		c.spaced(70, 80+16*float64(i), 10, 1.8, plain, l)
	}
	for i, r := range [][]string{{"Vad", "När"}, {"Tillsyn", "2023-04-01"}, {"Nr 7", "2024-05-11"}} {
		c.spaced(70, 140+18*float64(i), 10, 1.8, plain, r[0]).spaced(250, 140+18*float64(i), 10, 1.8, plain, r[1])
	}
	want(t, c, `
paragraph: Planen gäller alla som bor i kommunen och antogs 2022 av fullmäktige.
table: Vad|När/Tillsyn|2023-04-01/Nr 7|2024-05-11
`)
}

func TestLists(t *testing.T) {
	tests := []struct {
		name string
		c    *canvas
		want string
	}{
		{"bullets", newCanvas().body(80).set(75, 110, 10, plain, "•").lines(90, 110, "Bidra till ett gott liv för barn och unga i hela kommunen, i dag och", "i morgon.").
			set(75, 136, 10, plain, "•").lines(90, 136, "Stärka näringslivet."), `
list-item: {•} Bidra till ett gott liv för barn och unga i hela kommunen, i dag och i morgon.
list-item: {•} Stärka näringslivet.
`},
		{"private bullets", newCanvas().body(80).set(75, 110, 10, plain, "\uf0b7").lines(90, 110, "Punkt").set(75, 123, 10, italic, "\uf0a7").lines(90, 123, "Punkt två"), `
list-item: {•} Punkt
list-item: {•} Punkt två
`},
		{"numbers", newCanvas().body(80).lines(75, 110, "1. Nämnden beslutar.", "2. Styrelsen följer upp.", "a) Varje år."), `
list-item: {1.} Nämnden beslutar.
list-item: {2.} Styrelsen följer upp.
list-item: {a)} Varje år.
`},
		{"dashes", newCanvas().body(80).lines(75, 110, "– Första", "– Andra"), "list-item: {–} Första\nlist-item: {–} Andra\n"},
		{"o of another font", newCanvas().body(80).set(75, 110, 10, heavy, "o").lines(90, 110, "Andra nivån"), "list-item: {•} Andra nivån\n"},
		{"a number that a line break set first", newCanvas().lines(70, 80, "Planen omfattar alla skolor i kommunen och gäller för barn från", "12. Den ersätter den förra planen helt."), `
paragraph: Planen omfattar alla skolor i kommunen och gäller för barn från 12. Den ersätter den förra planen helt.
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want(t, test.c, strings.TrimPrefix(bodyIf(test.name)+strings.TrimLeft(test.want, "\n"), "\n"))
		})
	}
}

// bodyIf is what the body text of the tests of lists comes out as.
func bodyIf(name string) string {
	if strings.HasPrefix(name, "a number") {
		return ""
	}
	return bodyText
}

func TestContents(t *testing.T) {
	c := newCanvas().body(80).lines(70, 120, "1. Inledning.....................1", "2. Syfte . . . . . . . . . . . . 2", "Mål …………… 3", "4 Ansvar ........ iv")
	want(t, c, bodyText+"contents: 1. Inledning|1\ncontents: 2. Syfte|2\ncontents: Mål|3\ncontents: 4 Ansvar|iv\n")
}

func TestColumns(t *testing.T) {
	left := []string{"Kommunen ska vara en god plats att", "leva på för alla som bor här, unga", "som gamla, och för dem som kommer", "hit för att arbeta eller besöka."}
	right := []string{"Nämnden ansvarar för att målen nås", "och redovisar varje år för styrelsen", "hur arbetet går, vad som är klart och", "vad som återstår att göra."}
	both := func(order func(c *canvas)) *canvas {
		c := newCanvas()
		order(c)
		return c
	}
	text := "paragraph: " + strings.Join(left, " ") + "\nparagraph: " + strings.Join(right, " ") + "\n"
	tests := map[string]*canvas{
		"one after the other": both(func(c *canvas) { c.lines(70, 100, left...).lines(300, 100, right...) }),
		"narrow gutter":       both(func(c *canvas) { c.lines(70, 100, left...).lines(247, 100, right...) }),
		"other base lines":    both(func(c *canvas) { c.lines(70, 100, left...).lines(300, 106, right...) }),
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			want(t, c, text)
			all := blocks(c)[0]
			if all[0].Column != 0 || all[1].Column != 1 {
				t.Errorf("columns %d and %d", all[0].Column, all[1].Column)
			}
		})
	}
	t.Run("heading over both", func(t *testing.T) {
		c := newCanvas().set(70, 60, 20, heavy, "En policy som går över båda spalterna")
		c.lines(70, 100, left...).lines(300, 100, right...)
		want(t, c, "heading1: En policy som går över båda spalterna\n"+text)
	})
	t.Run("across", func(t *testing.T) { // drawn line by line over both columns, as plain programs do
		c := newCanvas()
		for range 2 {
			for i := range left {
				y := 100 + 13*float64(len(c.page.Glyphs)/1000*4+i)
				c.set(70, y, 10, plain, left[i]).set(300, y, 10, plain, right[i])
			}
		}
		_ = blocks(c)
	})
}

func TestTables(t *testing.T) {
	header := []string{"Nämnd", "Ansvar", "Uppföljning"}
	rows := [][]string{{"Kommunstyrelsen", "Samordning", "Varje år"}, {"Barnnämnden", "Skolor", "Varje läsår"}}
	x := []float64{70, 220, 400}
	t.Run("one line a cell", func(t *testing.T) {
		c := newCanvas().body(80)
		for i, r := range append([][]string{header}, rows...) {
			for j, cell := range r {
				c.set(x[j], 130+18*float64(i), 10, plain, cell)
			}
		}
		want(t, c, bodyText+"table: Nämnd|Ansvar|Uppföljning/Kommunstyrelsen|Samordning|Varje år/Barnnämnden|Skolor|Varje läsår\n")
	})
	t.Run("wrapped cells, drawn cell by cell", func(t *testing.T) {
		c := newCanvas().body(80)
		c.lines(70, 130, "Nämnd").lines(220, 130, "Ansvar")
		c.lines(70, 148, "Barn- och", "utbildnings-", "nämnden").lines(220, 148, "Skolor och", "förskolor")
		c.lines(70, 192, "Styrelsen").lines(220, 192, "Samordning")
		want(t, c, bodyText+"table: Nämnd|Ansvar/Barn- och utbildningsnämnden|Skolor och förskolor/Styrelsen|Samordning\n")
	})
	t.Run("wrapped cells, drawn line by line", func(t *testing.T) {
		c := newCanvas().body(80)
		c.lines(70, 130, "Nämnd").lines(150, 130, "Ansvar")
		c.lines(70, 150, "Barn- och").lines(150, 150, "Skolor och").lines(70, 162, "skolnämnden").lines(150, 162, "förskolor")
		c.lines(70, 182, "Styrelsen").lines(150, 182, "Samordning")
		want(t, c, bodyText+"table: Nämnd|Ansvar/Barn- och skolnämnden|Skolor och förskolor/Styrelsen|Samordning\n")
	})
	t.Run("cells that touch", func(t *testing.T) {
		c := newCanvas().body(80)
		c.lines(70, 130, "Nämnd").lines(120, 130, "Ansvar")
		c.lines(70, 150, "Barn- och", "skolnämnd-", "en").lines(120, 150, "Alla skolor", "i kommunen")
		c.lines(70, 200, "Styrelsen").lines(120, 200, "Alla andra")
		want(t, c, bodyText+"table: Nämnd|Ansvar/Barn- och skolnämnden|Alla skolor i kommunen/Styrelsen|Alla andra\n")
	})
	t.Run("cells lie in the text", func(t *testing.T) {
		c := newCanvas().body(80)
		for i, r := range rows {
			for j, cell := range r {
				c.set(x[j], 130+18*float64(i), 10, plain, cell)
			}
		}
		b := blocks(c)[0][1]
		for i, r := range b.Rows {
			for j, cell := range r {
				if got := b.Text[cell.Start:cell.End]; got != rows[i][j] {
					t.Errorf("cell %d %d: %q", i, j, got)
				}
				if cell.Box.X0 != x[j] {
					t.Errorf("cell %d %d: box %+v", i, j, cell.Box)
				}
			}
		}
	})
	t.Run("ruled", func(t *testing.T) {
		c := newCanvas().body(80)
		line := func(x0, y0, x1, y1 float64) {
			c.page.Rules = append(c.page.Rules, content.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1})
		}
		for _, y := range []float64{120, 150, 180, 210} {
			line(70, y, 400, y)
		}
		for _, x := range []float64{70, 200, 400} {
			line(x, 120, x, 210)
		}
		line(300, 150, 300, 180) // parts the second row only
		c.lines(75, 140, "Nämnd").lines(205, 140, "Ansvar för alla skolor i kommunen")
		c.lines(205, 160, "Skolor").lines(305, 160, "Bad").lines(75, 170, "Styrelsen") // in any order
		c.lines(75, 195, "Barn- och", "skolnämnden").lines(205, 200, "Allt")
		want(t, c, bodyText+"table: Nämnd|Ansvar för alla skolor i kommunen|/Styrelsen|Skolor|Bad/Barn- och skolnämnden|Allt|\n")
	})
	t.Run("a frame is no table", func(t *testing.T) {
		c := newCanvas().body(80)
		c.page.Rules = []content.Rule{{X0: 60, Y0: 60, X1: 500, Y1: 60}, {X0: 60, Y0: 120, X1: 500, Y1: 120}, {X0: 60, Y0: 60, X1: 60, Y1: 120}, {X0: 500, Y0: 60, X1: 500, Y1: 120}}
		want(t, c, bodyText)
	})
	t.Run("a list is no table", func(t *testing.T) {
		c := newCanvas().body(80)
		for i, item := range []string{"Bidra till målen", "Stärka näringslivet", "Följa upp varje år"} {
			c.set(70, 130+13*float64(i), 10, plain, fmt.Sprintf("%d.", i+1)).set(110, 130+13*float64(i), 10, plain, item)
		}
		want(t, c, bodyText+"list-item: {1.} Bidra till målen\nlist-item: {2.} Stärka näringslivet\nlist-item: {3.} Följa upp varje år\n")
	})
}

// TestJustified: the wide gaps of a justified line are no columns.
func TestJustified(t *testing.T) {
	c := newCanvas().lines(70, 80, "Kommunens verksamheter påverkas av det som sker i världen utanför")
	c.page.Glyphs = append(c.page.Glyphs, newCanvas().spaced(70, 93, 10, 0, plain, "och").page.Glyphs...)
	x := 125.0
	for _, w := range []string{"styrelsens", "internationaliseringsstrategi", "samt"} {
		c.page.Glyphs = append(c.page.Glyphs, content.Glyph{Text: " ", X: x - 40, Y: 93, DX: 40, Size: 10, Font: plain, MCID: -1})
		for i, g := range newCanvas().set(x, 93, 10, plain, w).page.Glyphs {
			g.Moved = false
			_ = i
			c.page.Glyphs = append(c.page.Glyphs, g)
		}
		x += float64(5*utf8.RuneCountInString(w)) + 40
	}
	c.lines(70, 106, "de planer som nämnderna antar för arbetet under de kommande åren.")
	want(t, c, "paragraph: Kommunens verksamheter påverkas av det som sker i världen utanför och styrelsens internationaliseringsstrategi samt "+
		"de planer som nämnderna antar för arbetet under de kommande åren.\n")
}

func TestHeadsAndFeet(t *testing.T) {
	var pages []*canvas
	for i := range 3 {
		c := newCanvas().set(70, 40, 9, plain, "Ekeby kommun").set(70, 770, 9, plain, fmt.Sprintf("Policy, sida %d (3)", i+1))
		pages = append(pages, c.body(200).lines(70, 250, fmt.Sprintf("Stycke nummer %s", strings.Repeat("x", i+1))))
	}
	for i, got := range blocks(pages...) {
		if got[0].Kind != page.PageHead || got[len(got)-1].Kind != page.PageFoot || len(got) != 4 {
			t.Errorf("page %d:\n%s", i+1, write(got))
		}
	}
	t.Run("one page", func(t *testing.T) {
		for _, foot := range []string{"3", "- 3 -", "Sida 3 av 12", "3 (12)", "3/12", "Policy Sida 3", "Policy 3 (12)"} {
			got := blocks(newCanvas().body(100).set(70, 770, 9, plain, foot))[0]
			if last := got[len(got)-1]; last.Kind != page.PageFoot {
				t.Errorf("%q is a %v", foot, last.Kind)
			}
		}
		for _, text := range []string{"Antagen 2017", "12 345 kronor", "se sida tre"} {
			got := blocks(newCanvas().body(100).set(70, 770, 10, plain, text))[0]
			if last := got[len(got)-1]; last.Kind == page.PageFoot {
				t.Errorf("%q is a foot", text)
			}
		}
	})
}

func TestFootnotes(t *testing.T) {
	c := newCanvas().lines(70, 100, "Arbetet styrs av lagen").set(180, 96, 6, plain, "1").lines(70, 113, "och av det som kommunfullmäktige beslutar om varje år.").body(200)
	c.set(70, 700, 8, plain, "1Kommunallagen, tredje kapitlet.")
	got := write(blocks(c)[0])
	if !strings.Contains(got, "styrs av lagen och") || !strings.Contains(got, "footnote: {1} Kommunallagen, tredje kapitlet.\n") {
		t.Errorf("got\n%s", got)
	}
	t.Run("no note", func(t *testing.T) {
		c := newCanvas().lines(70, 100, "Lokalen är 50 m").set(145, 96, 6, plain, "2").body(200)
		if got := blocks(c)[0][0].Text; got != "Lokalen är 50 m2" {
			t.Errorf("got %q", got)
		}
		c = newCanvas().lines(70, 100, "Enligt lagen").set(130, 96, 6, plain, "7").body(200)
		if got := blocks(c)[0][0].Text; got != "Enligt lagen 7" {
			t.Errorf("got %q", got)
		}
	})
}

// TestRaisedLater: an ordinal's ending that was drawn apart from its line stands on it.
func TestRaisedLater(t *testing.T) {
	c := newCanvas().body(80).set(100, 116, 6, plain, "th").lines(70, 120, "The 24", "next line of the text").set(111, 120, 10, plain, "century")
	text := write(blocks(c)[0])
	if !strings.Contains(text, "The 24th century next") {
		t.Errorf("got\n%s", text)
	}
}

// TestContentsNoTable: a contents list whose lines are drawn in pieces is no table.
func TestContentsNoTable(t *testing.T) {
	c := newCanvas().body(80)
	for i, title := range []string{"Inledning", "Syfte", "Mål"} {
		y := 120 + 13*float64(i)
		c.set(70, y, 10, plain, title).set(200, y, 10, plain, "..........").set(400, y, 10, plain, fmt.Sprint(i+1))
	}
	want(t, c, bodyText+"contents: Inledning|1\ncontents: Syfte|2\ncontents: Mål|3\n")
}

// TestContentsWithoutLeaders: titles with rising page numbers far to the right are a contents list, other numbers a table.
func TestContentsWithoutLeaders(t *testing.T) {
	build := func(numbers ...int) *canvas {
		c := newCanvas().body(80)
		for i, n := range numbers {
			y := 120 + 16*float64(i)
			c.set(70, y, 10, plain, []string{"Inledning", "Syfte", "Ansvar", "Mål"}[i]).set(400, y, 10, plain, fmt.Sprint(n))
		}
		return c
	}
	other := newCanvas().body(200)
	if got := write(blocks(build(1, 2, 2, 3), other, other)[0]); got != bodyText+"contents: Inledning|1\ncontents: Syfte|2\ncontents: Ansvar|2\ncontents: Mål|3\n" {
		t.Errorf("got\n%s", got)
	}
	for _, numbers := range [][]int{{3, 2, 2, 1}, {1, 2, 2, 300}, {1, 2, 3}} {
		if got := write(blocks(build(numbers...), other, other)[0]); strings.Contains(got, "contents") {
			t.Errorf("%v:\n%s", numbers, got)
		}
	}
}

// TestDoubles: text set twice, a little aside, to look bold is read once.
func TestDoubles(t *testing.T) {
	c := newCanvas().lines(70, 100, "Ansvar för planen").lines(70.4, 100, "Ansvar för planen").body(150)
	want(t, c, "paragraph: Ansvar för planen\n"+bodyText)
}

func TestStamp(t *testing.T) {
	c := newCanvas().body(100)
	for i, r := range "INKOM" {
		c.page.Glyphs = append(c.page.Glyphs, content.Glyph{Text: string(r), X: 500, Y: 400 - 7*float64(i), DY: -7, Size: 14, Font: heavy, MCID: -1})
	}
	for i, r := range "UTKAST" {
		d := 10 * float64(i)
		c.page.Glyphs = append(c.page.Glyphs, content.Glyph{Text: string(r), X: 300 + d, Y: 500 - d, DX: 10, DY: -10, Size: 20, Font: heavy, MCID: -1})
	}
	want(t, c, bodyText+"stamp: INKOM\nstamp: UTKAST\n")
	b := blocks(c)[0][1].Box
	if b.X0 < 480 || b.X1 > 510 || b.Y0 < 360 || b.Y1 > 401 {
		t.Errorf("box %+v", b)
	}
}

// TestTurned: a page whose text all runs upwards is read as if it lay so.
func TestTurned(t *testing.T) {
	c := newCanvas()
	for line, text := range []string{"Kommunen ansvarar för planen och", "följer upp den varje år."} {
		for i, r := range []rune(text) {
			c.page.Glyphs = append(c.page.Glyphs, content.Glyph{Text: string(r), X: 100 + 13*float64(line), Y: 700 - 5*float64(i), DY: -5, Size: 10, Font: plain, MCID: -1})
		}
	}
	want(t, c, "paragraph: Kommunen ansvarar för planen och följer upp den varje år.\n")
	if b := blocks(c)[0][0].Box; b.X0 > 100 || b.X1 < 113 || b.Y1 < 699 || b.Y0 > 541 {
		t.Errorf("box %+v", b)
	}
}

// TestAskew: the lines of a page that was scanned a little askew stay lines.
func TestAskew(t *testing.T) {
	c := newCanvas()
	lines := []string{"Kommunen arbetar för att alla som bor och verkar här ska kunna", "leva ett gott liv i en trygg miljö, nu och i den tid som kommer,", "med god service i hela kommunen."}
	for i, l := range lines {
		x := 70.0
		for _, w := range strings.SplitAfter(l, " ") {
			c.set(x, 100+13*float64(i)+0.015*x, 10, plain, w)
			x += float64(5 * utf8.RuneCountInString(w))
		}
	}
	want(t, c, "paragraph: "+strings.Join(lines, " ")+"\n")
	if b := blocks(c)[0][0].Lines[0].Words; b[0].Box.Y1 >= b[len(b)-1].Box.Y1 {
		t.Error("boxes do not follow the slope")
	}
}

func TestRightToLeft(t *testing.T) {
	c := newCanvas().set(70, 100, 10, plain, "ab רבד םולש 12 cd").body(150)
	if got := blocks(c)[0][0].Text; got != "ab שלום דבר 12 cd" {
		t.Errorf("got %q", got)
	}
	if got := reversed("(בא)"); got != "(אב)" {
		t.Errorf("brackets: %q", got)
	}
}

func TestDrawnDots(t *testing.T) {
	dot := func(x, y float64) content.Glyph {
		return content.Glyph{Text: "•", X: x, Y: y, DX: 4, Size: 11, Font: plain, MCID: -1, Drawn: true}
	}
	c := newCanvas().body(80)
	c.page.Glyphs = append(c.page.Glyphs, dot(75, 121))
	c.lines(85, 120, "Första punkten")
	c.page.Glyphs = append(c.page.Glyphs, dot(300, 121), dot(400, 500))
	want(t, c, bodyText+"list-item: {•} Första punkten\n")
}

func TestRoles(t *testing.T) {
	c := newCanvas().lines(70, 60, "Ansvar").body(80).set(70, 700, 8, plain, "Om detta").set(70, 120, 10, heavy, "Fetstil i text")
	ids := map[float64]int32{60: 1, 80: 2, 93: 2, 700: 3, 120: 4}
	for i := range c.page.Glyphs {
		c.page.Glyphs[i].MCID = ids[c.page.Glyphs[i].Y]
	}
	roles := map[int32]Role{1: {Heading: 3}, 2: {Text: true}, 3: {Note: true}, 4: {Text: true}}
	out := Blocks([]*Sheet{NewSheet(&c.page)}, func(_ int, mcid int32) Role { return roles[mcid] })
	Levels(out)
	if got := write(out[0]); got != "heading3: Ansvar\n"+bodyText+"paragraph: Fetstil i text\nfootnote: Om detta\n" {
		t.Errorf("got\n%s", got)
	}
}

func TestEmpty(t *testing.T) {
	if got := blocks(newCanvas(), newCanvas()); len(got) != 2 || len(got[0]) != 0 {
		t.Errorf("got %v", got)
	}
	c := newCanvas()
	c.page.Glyphs = append(c.page.Glyphs, content.Glyph{Font: plain, Size: 10}, content.Glyph{Font: plain, Text: " ", Size: 10})
	if got := blocks(c); len(got[0]) != 0 {
		t.Errorf("got %v", got)
	}
}

// TestScattered: words thrown on the page do not take long, and none is lost.
func TestScattered(t *testing.T) {
	c := newCanvas()
	seed := uint32(1)
	next := func(n uint32) float64 { seed = seed*1664525 + 1013904223; return float64(seed >> 8 % n) }
	for i := range 4000 {
		c.set(float64(int(next(580))%580), float64(int(next(780))%780)+10, 4+float64(int(next(8))%8), plain, fmt.Sprintf("w%d", i))
	}
	n := 0
	for _, b := range blocks(c)[0] {
		n += strings.Count(b.Text, "w")
	}
	if n < 3900 {
		t.Errorf("%d of 4000 words", n)
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("Kommunen ansvarar • för 1. planen\n2 (3)", uint16(70), uint16(100), uint8(10), uint8(1))
	f.Add("a b c d e f g", uint16(0), uint16(0), uint8(1), uint8(30))
	f.Add("שלום 12 x-\nabc", uint16(600), uint16(800), uint8(200), uint8(3))
	f.Fuzz(func(t *testing.T, text string, x, y uint16, size, step uint8) {
		c := newCanvas()
		for i, l := range strings.Split(strings.ToValidUTF8(text, ""), "\n") {
			for j, w := range strings.Split(l, " ") {
				c.set(float64(x)+float64(j)*float64(step), float64(y)+float64(i)*float64(size)*1.2, float64(size)/4+1, plain, w)
			}
		}
		for _, all := range blocks(c, c) {
			for _, b := range all {
				if !utf8.ValidString(b.Text) {
					t.Fatalf("text %q", b.Text)
				}
				last := 0
				for _, l := range b.Lines {
					if l.Start < last || l.End < l.Start || l.End > len(b.Text) {
						t.Fatalf("line %d-%d after %d in %q", l.Start, l.End, last, b.Text)
					}
					last = l.End
				}
			}
		}
	})
}

func BenchmarkBlocks(b *testing.B) {
	var c *canvas
	for b.Loop() {
		b.StopTimer()
		c = newCanvas()
		for i := range 25 {
			c.body(40 + 28*float64(i))
		}
		b.StartTimer()
		blocks(c)
	}
}

func ExampleBlocks() {
	c := newCanvas().set(70, 80, 16, heavy, "Ansvar").body(100)
	out := Blocks([]*Sheet{NewSheet(&c.page)}, nil)
	Levels(out)
	for _, b := range out[0] {
		fmt.Println(b.Kind, b.Level, len(b.Lines))
	}
	// Output:
	// heading 1 1
	// paragraph 0 2
}

// TestTableBox: an empty cell does not draw a table's box to the corner of the page.
func TestTableBox(t *testing.T) {
	c := newCanvas().body(100)
	for i, r := range [][]string{{"Nämnd", "Ansvar", "År"}, {"Socialnämnden", "", "2031"}, {"Skolnämnden", "Skolor", "2032"}, {"Kulturnämnden", "Bibliotek", "2033"}} {
		for j, text := range r {
			c.set(70+150*float64(j), 200+20*float64(i), 10, plain, text)
		}
	}
	for _, b := range blocks(c)[0] {
		if b.Kind == page.Table && (b.Box.X0 < 60 || b.Box.Y0 < 180 || b.Box.X1 < 370 || b.Box.Y1 > 270) {
			t.Errorf("box %+v", b.Box)
		} else if b.Kind == page.Table {
			return
		}
	}
	t.Error("no table")
}

// TestEvenStyles: of two fonts that set as much of a block, the first counts, each time.
func TestEvenStyles(t *testing.T) {
	for range 20 {
		c := newCanvas().set(70, 100, 10, italic, "Ekeby").set(100, 100, 10, heavy, "Ekeby")
		if got := blocks(c)[0][0].Font; got.Name != "Serif-Italic" {
			t.Fatalf("got %+v", got)
		}
	}
}

// TestJoinedFar: a line goes on with a long paragraph as it does with a short one.
func TestJoinedFar(t *testing.T) {
	b := newBlock(&Sheet{Width: 600, Height: 800}, page.Paragraph, 0)
	var want strings.Builder
	for i := range 200 {
		text := fmt.Sprintf("rad%d-", i)
		if i%2 == 1 {
			text = fmt.Sprintf("och uppfölj%s-", strings.Repeat("x", i))
		}
		b.line([]*word{{text: text, font: plain, size: 10, x1: 10}})
		switch {
		case i == 0:
		case i%2 == 1:
			want.WriteByte(' ') // a suspended hyphen
		default:
			joined := strings.TrimSuffix(want.String(), "-") // a broken word
			want.Reset()
			want.WriteString(joined)
		}
		want.WriteString(text)
	}
	if got := b.finish().Text; got != want.String() {
		t.Errorf("got %q\nwant %q", got, want.String())
	}
}
