package render_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/compare/render"
)

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{4, 40, 290} {
		r := compare.Documents(sample.Many(n, 10), compare.Options{Tags: sample.Tags()})
		for _, format := range render.Formats() {
			b.Run(fmt.Sprintf("%s/%d", format, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := render.Write(io.Discard, format, r, render.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
