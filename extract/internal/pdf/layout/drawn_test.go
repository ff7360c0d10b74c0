package layout

import (
	"strings"
	"testing"
)

// TestCentredTable: a heading left of a table that is narrower than the text makes it no column.
func TestCentredTable(t *testing.T) {
	c := newCanvas().body(80)
	for i, r := range [][]string{{"Insats", "Nämnd", "Klart"}, {"Skolbio", "Utbildningsnämnden", "2024"}, {"Bokbuss", "Kulturnämnden", "2025"}} {
		for j, cell := range r {
			c.set([]float64{180, 250, 400}[j], 130+18*float64(i), 10, plain, cell)
		}
	}
	c.set(70, 196, 14, heavy, "Mål")
	want(t, c, bodyText+"table: Insats|Nämnd|Klart/Skolbio|Utbildningsnämnden|2024/Bokbuss|Kulturnämnden|2025\nheading1: Mål\n")
}

// TestTitleUnderHead: the head of a page that is a document's only one makes no table with the title below.
func TestTitleUnderHead(t *testing.T) {
	c := newCanvas().set(70, 50, 10, plain, "Norrby stad").set(320, 50, 10, plain, "KS 2022/118")
	c.spaced(70, 90, 18, 2, heavy, "PLAN FÖR BARN OCH VI").spaced(70, 112, 18, 2, heavy, "UNGA")
	want(t, c.body(140), "paragraph: Norrby stad KS 2022/118\nheading1: PLAN FÖR BARN OCH VI UNGA\n"+bodyText)
}

// TestTextUnderHead: where a word of the text happens to begin where the right part of the page's head does, no column goes on.
func TestTextUnderHead(t *testing.T) {
	head := rowOf(60, "Norrby@70", "~KS@395")
	for texts, goesOn := range map[string]bool{"att@350 skapa@368 kultur@395.5": false, "Bibliotek@70 ~kultur@395.5": true} {
		text := rowOf(80, strings.Fields(texts)...)
		if next, _ := pass(dividersOf(&head), &text); len(next) > 0 != goesOn {
			t.Errorf("%q: %d dividers", texts, len(next))
		}
	}
}

// TestHeadingBelowTable: what is set larger goes on with no cell.
func TestHeadingBelowTable(t *testing.T) {
	c := newCanvas().body(80)
	for i, r := range [][]string{{"Insats", "Nämnd", "Klart"}, {"Skolbio", "Utbildningsnämnden", "2024"}, {"Ateljébidrag", "Kulturnämnden", "2025"}} {
		for j, cell := range r {
			c.set([]float64{70, 145, 300}[j], 130+12*float64(i), 10, plain, cell)
		}
	}
	c.set(70, 171, 14, heavy, "Ansvar")
	want(t, c, bodyText+"table: Insats|Nämnd|Klart/Skolbio|Utbildningsnämnden|2024/Ateljébidrag|Kulturnämnden|2025\nheading1: Ansvar\n")
}

// TestRowsApart: where a first cell had room, no row goes on with the one above, though other cells were full.
func TestRowsApart(t *testing.T) {
	c := newCanvas().body(80)
	for i, r := range [][]string{{"Insats", "Nämnd", "Klart"}, {"Skolbio", "Utbildningsnämnden", "2024"}, {"Bokbuss", "Kulturnämnden", "2025"}, {"Summa", "Alla", "2026"}} {
		for j, cell := range r {
			c.set([]float64{70, 145, 300}[j], []float64{130, 142, 154, 172}[i], 10, plain, cell)
		}
	}
	want(t, c, bodyText+"table: Insats|Nämnd|Klart/Skolbio|Utbildningsnämnden|2024/Bokbuss|Kulturnämnden|2025/Summa|Alla|2026\n")
}

// TestOneStringRows: TeX draws a row of a table as one string without spaces, right below a paragraph.
func TestOneStringRows(t *testing.T) {
	c := newCanvas()
	line := func(y float64, gap float64, cells ...string) {
		x := 70.0
		for i, cell := range cells {
			for j, w := range strings.Fields(cell) {
				if j > 0 {
					x += 3.5
				}
				start := len(c.page.Glyphs)
				c.set(x, y, 10, plain, w)
				c.page.Glyphs[start].Moved = i == 0 && j == 0
				x += 5 * float64(len([]rune(w)))
			}
			x = max(x+gap, 70+[]float64{0, 30, 150, 240}[min(i+1, 3)])
		}
	}
	line(80, 0, "Samordnaren kallar till möten fyra gånger om året och gruppen följer upp det som")
	line(92, 0, "har bestämts i den plan som fullmäktige har antagit för de kommande åren här.")
	for i, r := range [][]string{{"Nr", "Åtgärd", "Ansvarig", "När"}, {"1", "Utbildning för personal", "Samordnaren", "Årligen"}, {"2", "Översyn av rutiner", "Chefen", "Höst 2023"}} {
		line(104+12*float64(i), 12, r...)
	}
	want(t, c, `
paragraph: Samordnaren kallar till möten fyra gånger om året och gruppen följer upp det som har bestämts i den plan som fullmäktige har antagit för de kommande åren här.
table: Nr|Åtgärd|Ansvarig|När/1|Utbildning för personal|Samordnaren|Årligen/2|Översyn av rutiner|Chefen|Höst 2023
`)
}
