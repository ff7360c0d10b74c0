package compare_test

import (
	"fmt"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
)

// Ten documents of each municipality; a real one of some pages has about as many tagged sentences.
func BenchmarkDocuments(b *testing.B) {
	for _, n := range []int{4, 40, 290} {
		docs := sample.Many(n, 10)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare.Documents(docs, sampleOptions())
			}
		})
	}
}
