package bm25f_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

func TestScoreGrowsWithWhatCounts(t *testing.T) {
	rare, common := bm25f.IDF(1000, 2), bm25f.IDF(1000, 900)
	if rare <= common || common <= 0 {
		t.Errorf("rare %g, common %g", rare, common)
	}
	if a, b := bm25f.Score(rare, 1), bm25f.Score(rare, 2); a >= b || b >= rare*(bm25f.K1+1) {
		t.Errorf("once %g, twice %g", a, b)
	}
	if l := bm25f.Length(bm25f.MeanLength); math.Abs(l-1) > 1e-12 {
		t.Errorf("a passage of mean length has length %g", l)
	}
	if bm25f.Length(90) <= bm25f.Length(10) {
		t.Error("long passages do not count as longer")
	}
}

func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		term index.WeightedTerm
		want bool
	}{
		{index.WeightedTerm{Field: index.FieldLemma, Weight: 1}, true},
		{index.WeightedTerm{Field: index.FieldExact, Weight: 0.2}, true},
		{index.WeightedTerm{Field: index.FieldLemma, Weight: 0.1}, false},
		{index.WeightedTerm{Field: index.FieldHeading, Weight: 1}, false},
	} {
		if got := bm25f.Counts(tt.term); got != tt.want {
			t.Errorf("%v: %v", tt.term, got)
		}
	}
}

func ExampleScore() {
	idf := bm25f.IDF(1000, 10)                                     // of 1,000 passages, ten have the word
	fmt.Printf("%.2f\n", bm25f.Score(idf, 2/bm25f.Length(30)))     // one of thirty words has it twice
	fmt.Printf("%.2f\n", bm25f.Score(idf, 1*0.6/bm25f.Length(30))) // one has it once, as a part of a compound
	// Output:
	// 6.00
	// 3.93
}
