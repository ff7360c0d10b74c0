package compare_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// Ten documents of each municipality; a real one of some pages has about as many sentences. The time a passage must not grow.
func BenchmarkDocuments(b *testing.B) {
	for _, n := range []int{4, 40, 290} {
		docs := sample.Many(n, 10)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare.Documents(docs, sampleOptions())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*passages(docs)), "ns/passage")
		})
	}
}

func passages(docs []*policy.Document) (n int) {
	for _, d := range docs {
		n += len(d.Passages)
	}
	return n
}

// The memory that a passage takes does not grow with the number of passages, whatever is compared with whatever.
func TestMemoryGrowsWithThePassages(t *testing.T) {
	perPassage := func(municipalities int) float64 {
		docs := sample.Many(municipalities, 5)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		compare.Documents(docs, sampleOptions())
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc-before.TotalAlloc) / float64(passages(docs))
	}
	perPassage(2) // what is made once
	small, large := perPassage(10), perPassage(40)
	if large > 1.3*small {
		t.Errorf("%.0f bytes a passage among 40 municipalities, %.0f among 10", large, small)
	}
}
