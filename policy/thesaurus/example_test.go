package thesaurus_test

import (
	"fmt"

	"github.com/styrdok/styrdok/policy/thesaurus"
)

func ExampleFind() {
	words := []string{"avgifter", "svenska", "för", "invandrare"}
	for _, m := range thesaurus.Find(words) {
		for _, x := range m.Also {
			fmt.Println(words[m.First:m.Last], x.Text)
		}
	}
	// Output:
	// [avgifter] taxa
	// [svenska för invandrare] SFI
}
