package swedish_test

import (
	"fmt"

	"github.com/styrdok/styrdok/policy/swedish"
)

func ExampleAnalyze() {
	for _, t := range swedish.Analyze("Nämnderna följer upp vänortsavtalen.") {
		fmt.Println(t.Start, t.Surface, t.Lemmas, t.Parts)
	}
	// Output:
	// 0 nämnderna [nämnd] []
	// 11 följer [följa] []
	// 19 upp [upp] []
	// 23 vänortsavtalen [vänortsavtal] [vänort avtal vän ort]
}

func ExampleParts() {
	fmt.Println(swedish.Parts("klimatstrategin"), swedish.Parts("strategin"))
	// Output: [klimat strategi] []
}
