package layout

import "testing"

// TestBrokenWords: programs break words that are wider than their cell, without a hyphen.
func TestBrokenWords(t *testing.T) {
	t.Run("broken", func(t *testing.T) {
		c := newCanvas().body(80)
		c.lines(70, 130, "Nämnd").lines(150, 130, "Uppföl", "jning")
		c.lines(70, 170, "Omsorgsnä", "mnden").lines(150, 170, "Årlige", "n")
		c.lines(70, 210, "Barn- och", "ungdomsut", "skottet").lines(150, 210, "2021-0", "3-02")
		want(t, c, bodyText+"table: Nämnd|Uppföljning/Omsorgsnämnden|Årligen/Barn- och ungdomsutskottet|2021-03-02\n")
	})
	t.Run("an article ends no cell", func(t *testing.T) {
		c := newCanvas().body(80)
		c.lines(70, 130, "Vem").lines(160, 130, "När")
		c.lines(70, 150, "Skolnämn", "den").lines(160, 150, "Hösten 2023")
		c.lines(70, 190, "En rektor").lines(160, 190, "Våren 2024")
		want(t, c, bodyText+"table: Vem|När/Skolnämnden|Hösten 2023/En rektor|Våren 2024\n")
	})
	t.Run("not broken", func(t *testing.T) {
		c := newCanvas().body(80)
		c.lines(70, 130, "Nämnd").lines(200, 130, "Uppföljning")
		c.lines(70, 150, "Omsorgsnämnden", "samordnar").lines(200, 150, "Kvartalsvis", "rapporter")
		c.lines(70, 190, "Skolnämnden och", "fritidsgårdarna").lines(200, 190, "Varje", "termin")
		want(t, c, bodyText+"table: Nämnd|Uppföljning/Omsorgsnämnden samordnar|Kvartalsvis rapporter/Skolnämnden och fritidsgårdarna|Varje termin\n")
	})
}

func TestNoWord(t *testing.T) {
	for _, c := range []struct {
		left, right string
		want        bool
	}{
		{"samordnin", "g", true}, {"bildningsnä", "mnden", true}, {"vattenv", "ård", false}, {"kommunstyr", "elsen", true}, {"kommunsty", "relsen", false},
		{"ledningsc", "hef", false}, {"ordn", "aren", true}, {"cirka", "kl", false}, {"öppet", "st", false}, {"plats", "a", true},
		{"granska", "é", true}, {"del", "på", false}, {"", "n", true}, {"varje", "skola", false}, {"från", "3", false},
	} {
		if got := noWord(c.left, c.right); got != c.want {
			t.Errorf("%q %q: %v", c.left, c.right, got)
		}
	}
}
