package swedish

import (
	"slices"
	"testing"
)

func TestLemmasMeet(t *testing.T) {
	for _, pair := range [][2]string{
		{"mål", "målet"}, {"mål", "målen"}, {"avtal", "avtalen"}, {"policy", "policyn"}, {"samarbete", "samarbetet"},
		{"vänort", "vänorterna"}, {"vänortsavtal", "vänortsavtalets"}, {"nämndens", "nämnderna"}, {"stad", "städerna"},
	} {
		if !share(pair[0], pair[1]) {
			t.Errorf("%v share no lemma: %v, %v", pair, Lemmas(pair[0]), Lemmas(pair[1]))
		}
	}
}

func TestLemmasDoNotMeet(t *testing.T) {
	for _, pair := range [][2]string{{"mål", "mal"}, {"plan", "plane"}, {"ort", "ord"}, {"rad", "råd"}, {"stat", "stad"}} {
		if share(pair[0], pair[1]) {
			t.Errorf("%v share a lemma: %v, %v", pair, Lemmas(pair[0]), Lemmas(pair[1]))
		}
	}
}

func share(a, b string) bool {
	for _, l := range Lemmas(a) {
		if slices.Contains(Lemmas(b), l) {
			return true
		}
	}
	return false
}

func TestParts(t *testing.T) {
	for word, want := range map[string][]string{
		"vänortsavtalet": {"vänort", "avtal"}, "kommunstyrelsen": {"kommun", "styrelse"}, "avtal": nil, "styrelse": nil,
	} {
		if got := Parts(word); !slices.Equal(got, want) {
			t.Errorf("Parts(%q) = %q, want %q", word, got, want)
		}
	}
}
