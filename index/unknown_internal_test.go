package index

import (
	"math/rand/v2"
	"testing"
)

func TestEdits(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"ale", "", 3}, {"", "åmål", 4}, {"ale", "ale", 0}, {"ale", "alle", 1}, {"hylte", "hytle", 1}, {"åmål", "amal", 2},
		{"nämnd", "nämdn", 1}, {"policy", "polisy", 1}, {"abc", "cab", 2}, {"ca", "abc", 3},
	} {
		if got := edits(tt.a, tt.b); got != tt.want {
			t.Errorf("%q to %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// It is the same both ways, nothing only for equals, and no detour is shorter than the longer word is.
func TestEditsIsADistance(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	word := func() string {
		out := make([]rune, rng.IntN(7))
		for i := range out {
			out[i] = []rune("aåb")[rng.IntN(3)]
		}
		return string(out)
	}
	for range 2000 {
		a, b := word(), word()
		n := edits(a, b)
		if n != edits(b, a) || (n == 0) != (a == b) || n > max(len([]rune(a)), len([]rune(b))) || n < len([]rune(a))-len([]rune(b)) {
			t.Fatalf("%q to %q: %d, and back %d", a, b, n, edits(b, a))
		}
	}
}

func TestReplaceFilters(t *testing.T) {
	for _, tt := range []struct {
		query   string
		unknown []Unknown
		want    string
	}{
		{"mål", nil, "mål"},
		{"kommun:Alle mål", []Unknown{{Value: "Alle", Nearest: "Ale"}}, "kommun:Ale mål"},
		{"kommun:Alle mål", []Unknown{{Value: "Alle"}}, "kommun:Alle mål"},
		{`kommun:"Alle" mål`, []Unknown{{Value: "Alle", Nearest: "Ale"}}, "kommun:Ale mål"},
		{"kommun:Upplands -kommun:Upp", []Unknown{{Value: "Upp", Nearest: "Uppsala"}, {Value: "Upplands", Nearest: "Upplands Väsby"}},
			`kommun:"Upplands Väsby" -kommun:Uppsala`},
	} {
		if got := replaceFilters(tt.query, tt.unknown); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.query, got, tt.want)
		}
	}
}
