package batch_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/styrdok/styrdok/cmd/internal/batch"
)

func ExampleReport_Metrics() {
	r := &batch.Report{Seen: 3, Unchanged: 3, Error: "no room"}
	metrics := r.Metrics([]byte("styrdok_index_last_success_timestamp_seconds 1700000000\n"), time.Unix(1700086400, 0))
	fmt.Print(strings.Join(strings.SplitAfter(string(metrics), "\n")[:3], ""))
	// Output:
	// # HELP styrdok_index_last_success_timestamp_seconds When the last run ended that did not fail.
	// # TYPE styrdok_index_last_success_timestamp_seconds gauge
	// styrdok_index_last_success_timestamp_seconds 1700000000
}
