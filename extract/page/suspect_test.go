package page_test

import (
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/page"
)

func TestSuspectShare(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"prose", strings.Repeat("I en å på väg till byn ö 3 § a) och b) följs planen upp. ", 6), false},
		{"letters apart", strings.Repeat("k o m m u n e n s p l a n f ö r ", 4), true},
		{"words run together", strings.Repeat("kommunfullmäktigesbeslutomdennyaplanenförmiljönochklimatet ", 40), true},
		{"addresses", strings.Repeat("https://www.ekeby.se/politik/planer/miljoplan-2022-2026/bilaga/ ", 40), false},
		{"too little to tell", "A B C D", false},
		{"nothing", "", false},
	}
	for _, tt := range tests {
		got := page.SuspectShare([]page.Block{{Text: tt.text}})
		if got < 0 || got > 1 || (got > page.GarbledShare) != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
