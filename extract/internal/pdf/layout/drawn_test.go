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
