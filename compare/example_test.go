package compare_test

import (
	"fmt"
	"time"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
)

func ExampleDocuments() {
	docs := sample.Documents() // read, tagged and with their facts
	report := compare.Documents(docs, compare.Options{
		AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		Tags: sample.Tags(),
	})
	for _, m := range report.Municipalities {
		if !m.Assigned() {
			continue
		}
		towns := m.Cells[3]
		fmt.Printf("%s: %s %q\n", m.Name, towns.State, towns.Detail)
		for _, q := range towns.Quotes {
			fmt.Printf("  %s (%s, page %d)\n", q.Quote, q.Document, q.Page)
		}
	}
	// Output:
	// Ale: says-not "none"
	//   Det finns inga vänorter. (ale-plan, page 1)
	// Ekeby: says ""
	//   Ekeby har tre vänorter, bland dem Brattvika i Norge och Kivikoski i Finland. (ekeby-policy, page 2)
	//   Kommunfullmäktige beslutar om nya vänorter. (ekeby-policy, page 1)
	// Sjövik: says-not "dormant"
	//   Vänortsutbytet med Hansdorf i Tyskland har varit vilande sedan 2009. (sjovik-webb, page 1)
	//   Vänorter var förr ett sätt att lära känna våra grannländer. (sjovik-webb, page 1)
	// Älmhult: unread ""
}
