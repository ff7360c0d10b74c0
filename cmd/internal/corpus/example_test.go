package corpus_test

import (
	"fmt"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
)

func Example() {
	d := corpus.Options{Seed: 1, Municipalities: 4}.Document(2)
	fmt.Println(d.Municipality.LongName, d.Blocks[len(d.Blocks)-1].Role >= corpus.Paragraph)
	// Output: Österåkers kommun true
}
