package opensearch_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/opensearch"
)

func Example() {
	e := opensearch.New(opensearch.Options{User: "styrdok", Password: "…", Patience: time.Second})
	defer e.Close()
	_, err := index.Open("opensearch://127.0.0.1:1/kommuner", e)
	fmt.Println(errors.Is(err, opensearch.ErrUnreachable))
	// Output: true
}
