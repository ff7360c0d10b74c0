package compare_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// filler is text of n words in sentences of ten, none of which stands out.
func filler(n int) string {
	return strings.Repeat("Arbetet sker varje dag och alla hjälps åt med det.\n", n/10)
}

func distinctiveOf(t *testing.T, text, rest string) []string {
	t.Helper()
	r := compare.Documents([]*policy.Document{made("Ale", "plan", "2020", "Plan", text), made("Ekeby", "plan", "2020", "Plan", rest)}, compare.Options{})
	words := []string{}
	for _, w := range municipality(t, r, "Ale").Distinctive {
		words = append(words, w.Word)
	}
	return words
}

// Of a page or two, two sentences with a word that nobody else has are enough; of a long document they are not.
func TestDistinctiveWordsOfShortDocuments(t *testing.T) {
	fyr := "Hamnens fyr lyser.\nNär båtar kommer syns fyren.\n"
	if got := distinctiveOf(t, fyr+filler(100), filler(1500)); !slices.Contains(got, "fyr") {
		t.Errorf("a short document: %v", got)
	}
	if got := distinctiveOf(t, fyr+filler(2500), filler(1500)); slices.Contains(got, "fyr") {
		t.Errorf("a long document: %v", got)
	}
}

// A word that a single sentence repeats marks nothing.
func TestOneSentenceMarksNothing(t *testing.T) {
	if got := distinctiveOf(t, "Fyr efter fyr och åter fyr vid fyr.\n"+filler(100), filler(1500)); slices.Contains(got, "fyr") {
		t.Errorf("%v", got)
	}
}

// An abbreviation is shown as it is written, and not as a form of something else.
func TestAbbreviationsAreDistinctive(t *testing.T) {
	got := distinctiveOf(t, "Kommunen söker medel från ICLD.\nMed ICLD finns avtal.\nSedan länge ger ICLD stöd.\n"+filler(100), filler(1500))
	if !slices.Contains(got, "ICLD") {
		t.Errorf("%v", got)
	}
}

// That a municipality's documents name it marks nothing, in capitals neither.
func TestOwnNameMarksNothing(t *testing.T) {
	got := distinctiveOf(t, "ALE är stort.\nI ALE bor många.\nFram med ALE i dag.\n"+filler(100), filler(1500))
	if slices.ContainsFunc(got, func(w string) bool { return strings.EqualFold(w, "ale") || w == "al" }) {
		t.Errorf("%v", got)
	}
}
