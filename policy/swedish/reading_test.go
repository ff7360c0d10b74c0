package swedish

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A search for two parts that stand side by side in a longer compound finds it, wherever that is cut.
func TestPartsAcrossTheCut(t *testing.T) {
	for word, want := range map[string]string{
		"miljöledningssystemet": "miljöledning system miljö ledning ledningssystem",
		"vindkraftverken":       "vindkraft verk vind kraft kraftverk",
		"barnhälsovård":         "barnhälsa vård barn hälsa hälsovård",
		"barnkonsekvensanalys":  "barnkonsekvens analys barn konsekvens konsekvensanalys",
		"fluortandkräm":         "fluortand kräm fluor tand tandkräm",
		"fritidschef":           "fritid chef fri tid", // no tidschef
		"klimatbokslut":         "klimat bokslut bok slut",
		"väntetider":            "vänta tid",
		"närsjukvården":         "när sjukvård sjuk vård",
		"KS:s":                  "kommun styrelse",
		"EU-projektavtal":       "eu projektavtal projekt avtal",
		"kommun":                "",
	} {
		w := Analyze(word)[0]
		if got := strings.Join(w.Parts, " "); got != want {
			t.Errorf("parts of %s: %s, want %s", word, got, want)
		}
	}
}

// Whatever is put together, no part is the word itself, and none is empty.
func TestPartsAreParts(t *testing.T) {
	piece := rapid.SampledFrom(strings.Fields("vänorts miljö lednings kraft verk hälso vård skolskjuts bok slut personuppgifts biträdes avtal avgift fritids flonk ks a-s - : ö"))
	rapid.Check(t, func(t *rapid.T) {
		word := strings.Join(rapid.SliceOfN(piece, 1, 5).Draw(t, "pieces"), "")
		for _, w := range Analyze(word) {
			if slices.Contains(w.Parts, "") || slices.Contains(w.Parts, w.Surface) || len(w.Parts) == 1 {
				t.Fatalf("parts of %s: %q", w.Surface, w.Parts)
			}
		}
	})
}
