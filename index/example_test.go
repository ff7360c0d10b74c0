package index_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

func Example() {
	dir, err := os.MkdirTemp("", "index")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		log.Fatal(err)
	}
	defer w.Close()
	for _, doc := range testDocuments() {
		if err := w.Put(doc); err != nil {
			log.Fatal(err)
		}
	}
	if err := w.Commit(context.Background()); err != nil {
		log.Fatal(err)
	}
	x, err := index.Open(dir, bleveindex.Engine{})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()
	results, err := x.Search(context.Background(), "vänorter kommun:Sjövik", index.SearchOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, h := range results.Hits {
		fmt.Println(h.Municipality, h.Page, h.Snippet)
	}
	// Output: Sjövik 1 <mark>Vänortsavtalet</mark> med staden sades upp för tio år sedan.
}
