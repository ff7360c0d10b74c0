package page

import "testing"

func TestNumerals(t *testing.T) {
	for _, tt := range []struct {
		n              int
		roman, letters string
	}{
		{1, "i", "a"}, {4, "iv", "d"}, {9, "ix", "i"}, {14, "xiv", "n"}, {26, "xxvi", "z"}, {27, "xxvii", "aa"}, {28, "xxviii", "bb"},
		{1994, "mcmxciv", "1994"}, {3999, "mmmcmxcix", "3999"}, {4000, "4000", "4000"}, {0, "0", "0"}, {-3, "-3", "-3"},
	} {
		if got := Roman(tt.n); got != tt.roman {
			t.Errorf("Roman(%d) = %q, want %q", tt.n, got, tt.roman)
		}
		if got := Letters(tt.n); got != tt.letters {
			t.Errorf("Letters(%d) = %q, want %q", tt.n, got, tt.letters)
		}
	}
}
