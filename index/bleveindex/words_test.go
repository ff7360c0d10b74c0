package bleveindex_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy/swedish"
)

// TestWordQuality measures lemmas and compound parts against word lists that were not made here. `make bench-search`
// prints it beside TestSearchQuality.
func TestWordQuality(t *testing.T) {
	shared := os.Getenv(sharedEnv)
	if shared == "" {
		t.Skip(sharedEnv + " is not set: no word lists")
	}
	inflections := readTable(t, filepath.Join(shared, "search", "inflections.tsv"), inflectionRight)
	compounds := readTable(t, filepath.Join(shared, "search", "compounds.tsv"), compoundRight)
	t.Logf("inflections right %.3f, compounds right %.3f", inflections, compounds)
	if inflections < 0.95 || compounds < 0.90 {
		t.Error("below 0.95 or 0.90")
	}
}

// inflectionRight judges a, b and "same" or "different".
func inflectionRight(row []string) bool {
	return shareLemma(row[0], row[1]) == (row[2] == "same")
}

// compoundRight judges a word and its parts, "-" for a word that is none.
func compoundRight(row []string) bool {
	got := swedish.Parts(row[0])
	if row[1] == "-" {
		return got == nil
	}
	want := strings.Fields(row[1])
	return len(got) == len(want) && !slices.ContainsFunc(want, func(w string) bool {
		return !slices.ContainsFunc(got, func(g string) bool { return g == w || shareLemma(g, w) })
	})
}

func shareLemma(a, b string) bool {
	lemmas := swedish.Lemmas(b)
	return slices.ContainsFunc(swedish.Lemmas(a), func(l string) bool { return slices.Contains(lemmas, l) })
}

// readTable returns the share of a file's rows that are right.
func readTable(t *testing.T, path string, right func([]string) bool) float64 {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, good := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		row := strings.Split(strings.TrimSpace(line), "\t")
		rows++
		if right(row) {
			good++
		} else {
			t.Logf("wrong: %s", line)
		}
	}
	return float64(good) / float64(rows)
}
