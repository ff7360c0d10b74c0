package styrdok_test

import (
	"testing"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

// BenchmarkTagging tags what extraction gives of our PDFs: sentences a second, and how much of extraction's time tagging takes,
// both in this run. A ratio above 1 fails.
func BenchmarkTagging(b *testing.B) {
	sources, _, err := styrdok.Find([]string{"testdata/kommuner", "testdata/fiktiva"})
	if err != nil {
		b.Fatal(err)
	}
	g := tagging.New(tagging.Default())
	var extracting, tagged time.Duration
	sentences := 0
	for b.Loop() {
		var docs []*policy.Document
		start := time.Now()
		for _, s := range sources {
			pages, err := extract.File(b.Context(), s.Path, extract.Options{})
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, segment.Document(pages))
		}
		middle := time.Now()
		for _, d := range docs {
			g.Tag(d)
			sentences += len(d.Sentences)
		}
		extracting, tagged = extracting+middle.Sub(start), tagged+time.Since(middle)
	}
	ratio := tagged.Seconds() / extracting.Seconds()
	b.ReportMetric(float64(sentences)/tagged.Seconds(), "sentences/s")
	b.ReportMetric(ratio, "of-extraction")
	if ratio > 1 {
		b.Errorf("tagging takes %.2f times as long as extraction", ratio)
	}
}
