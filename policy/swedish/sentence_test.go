package swedish_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy/swedish"
)

func split(text string) []string {
	var out []string
	for _, r := range swedish.Sentences(text) {
		out = append(out, text[r.Start:r.End])
	}
	return out
}

func ExampleSentences() {
	text := "Nämnden beslutar enl. 3 kap. 8 § om avgifter m.m. Taxan gäller fr.o.m. den 1 maj."
	for _, r := range swedish.Sentences(text) {
		fmt.Println(text[r.Start:r.End])
	}
	// Output:
	// Nämnden beslutar enl. 3 kap. 8 § om avgifter m.m.
	// Taxan gäller fr.o.m. den 1 maj.
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"two", "Planen antas i maj. Den gäller i fyra år.", []string{"Planen antas i maj.", "Den gäller i fyra år."}},
		{"empty", " \n ", nil},
		{"no full stop", "Mål för arbetet", []string{"Mål för arbetet"}},
		{"abbreviation inside", "Stödet ges till t.ex. föreningar. Det söks årligen.",
			[]string{"Stödet ges till t.ex. föreningar.", "Det söks årligen."}},
		{"abbreviation before a capital", "Bidrag ges till bl.a. Röda Korset och s.k. Fritidsbanker.",
			[]string{"Bidrag ges till bl.a. Röda Korset och s.k. Fritidsbanker."}},
		{"abbreviation that may end", "Det gäller skolor, bad m.m. Nämnden följer upp.",
			[]string{"Det gäller skolor, bad m.m.", "Nämnden följer upp."}},
		{"abbreviation that goes on", "Det gäller skolor, bad m.m. som drivs av kommunen.",
			[]string{"Det gäller skolor, bad m.m. som drivs av kommunen."}},
		{"law", "Detta följer av 3 kap. 8 § kommunallagen. Se även 5 kap. 2 §.",
			[]string{"Detta följer av 3 kap. 8 § kommunallagen.", "Se även 5 kap. 2 §."}},
		{"case number", "Ärendet har dnr. KS 2024/12. Det avslutades.", []string{"Ärendet har dnr. KS 2024/12.", "Det avslutades."}},
		{"time and number", "Mötet börjar kl. 8.30 och slutar 16.00. Kaffe serveras.",
			[]string{"Mötet börjar kl. 8.30 och slutar 16.00.", "Kaffe serveras."}},
		{"year ends", "Målet ska nås år 2030. Därefter revideras planen.",
			[]string{"Målet ska nås år 2030.", "Därefter revideras planen."}},
		{"page in a source", "Se Boverket, Parkera rätt, s. 14. Den är från 2019.", []string{"Se Boverket, Parkera rätt, s. 14.", "Den är från 2019."}},
		{"words that look like abbreviations", "Allt fler saknar bil. Den nya normen gäller den som är ung. Den prövas.",
			[]string{"Allt fler saknar bil.", "Den nya normen gäller den som är ung.", "Den prövas."}},
		{"date ends", "Förslaget är från 2023-11-20. Planen ersätter en äldre.", []string{"Förslaget är från 2023-11-20.", "Planen ersätter en äldre."}},
		{"initial", "Planen är skriven av B. Ek och K. Å. Sund. Den är kort.",
			[]string{"Planen är skriven av B. Ek och K. Å. Sund.", "Den är kort."}},
		{"enumeration", "Arbetet har fyra steg: 1. Planera, 2. Pröva, 3. Mät, 4. Ändra. Sedan börjar det om.",
			[]string{"Arbetet har fyra steg: 1. Planera, 2. Pröva, 3. Mät, 4. Ändra.", "Sedan börjar det om."}},
		{"number at the beginning", "Det är klart. 2. Syfte Planen ska ge stöd.", []string{"Det är klart.", "2. Syfte Planen ska ge stöd."}},
		{"footnote mark", "Målet är nått.1 Nu följer nästa steg.12", []string{"Målet är nått.", "Nu följer nästa steg."}},
		{"superscript mark", "Målet är nått.² Nu följer nästa.", []string{"Målet är nått.", "Nu följer nästa."}},
		{"no mark after a number", "Version 2.1 gäller.", []string{"Version 2.1 gäller."}},
		{"quote", "Visionen är ”Livet vid sjön.” Den är från 2019.", []string{"Visionen är ”Livet vid sjön.”", "Den är från 2019."}},
		{"bracket", "Det följs upp varje år (se bilaga 2). Rapporten går till nämnden.",
			[]string{"Det följs upp varje år (se bilaga 2).", "Rapporten går till nämnden."}},
		{"question", "Vem ansvarar? Nämnden ansvarar!", []string{"Vem ansvarar?", "Nämnden ansvarar!"}},
		{"question in a sentence", "Frågan ”varför?” ställs ofta.", []string{"Frågan ”varför?” ställs ofta."}},
		{"ellipsis", "Så var det… Nu är det annorlunda.", []string{"Så var det…", "Nu är det annorlunda."}},
		{"leader", "Inledning ........ Tre", []string{"Inledning ........ Tre"}},
		{"line feed", "Syfte\nPlanen gäller.", []string{"Syfte", "Planen gäller."}},
		{"address", "Läs mer på www.ekeby.example/plan. Välkommen.", []string{"Läs mer på www.ekeby.example/plan.", "Välkommen."}},
		{"no space", "Det är klart.Nu följer nästa.", []string{"Det är klart.Nu följer nästa."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, split(tt.text)); diff != "" {
				t.Errorf("Sentences(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// check holds what is true of the sentences of any text: they lie in order and in bounds, begin and end with no space,
// hold no line feed, and leave out nothing but space and footnote marks.
func check(t interface{ Fatalf(string, ...any) }, text string) {
	at := 0
	for _, r := range swedish.Sentences(text) {
		if r.Start < at || r.End <= r.Start || r.End > len(text) {
			t.Fatalf("range %v after %d in %d bytes of %q", r, at, len(text), text)
		}
		s := text[r.Start:r.End]
		if strings.TrimSpace(s) != s || strings.Contains(s, "\n") {
			t.Fatalf("sentence %q of %q", s, text)
		}
		gap := strings.TrimSpace(text[at:r.Start])
		if strings.Trim(gap, "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰") != "" {
			t.Fatalf("%q was left out of %q", gap, text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(s) {
			t.Fatalf("%q cuts a character of %q", s, text)
		}
		at = r.End
	}
	if gap := strings.TrimSpace(text[at:]); strings.Trim(gap, "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰") != "" {
		t.Fatalf("%q was left out of %q", gap, text)
	}
}

func TestSentencesProperties(t *testing.T) {
	piece := rapid.SampledFrom([]string{"Nämnden", "ska", "t.ex", ".", "?", "!", "…", " ", "\n", "1", "2.", "\"", "”", ")", "Å", "kap", "m.m",
		":", ",", "år", "\u00a0", "é", "•"})
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), ""))
	})
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{"", "A. B? C!", "kl. 8.30.", "x.1 Y", "\xff. A", "... ……", "”.” »"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}
