package people_test

import (
	"fmt"

	"github.com/styrdok/styrdok/policy/people"
)

func ExampleWithout() {
	fmt.Println(people.Without("Kommunchef Eva Lund, tfn 0500-12 34 56"))
	fmt.Println(people.Without("Kultur- och fritidsnämnden"))
	// Output:
	// Kommunchef
	// Kultur- och fritidsnämnden
}
