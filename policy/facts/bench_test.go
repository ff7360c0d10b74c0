package facts_test

import (
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy/facts"
)

func BenchmarkExtract(b *testing.B) {
	var text strings.Builder
	for range 40 {
		for _, test := range townTests[:10] {
			text.WriteString(test.text + "\nKommunstyrelsen ansvarar för arbetet, som följs upp årligen i årsredovisningen.\n")
		}
	}
	doc := document(text.String())
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		facts.Extract(doc)
	}
}
