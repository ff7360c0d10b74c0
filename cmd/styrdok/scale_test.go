package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestScale measures how many documents a second 1, 2 and 4 processes index together, each with one core to read with, on one node: what
// docs/scale.md reckons with. `make bench-scale` runs it.
func TestScale(t *testing.T) {
	if os.Getenv("STYRDOK_BENCH") == "" {
		t.Skip("STYRDOK_BENCH is not set")
	}
	cluster := startCluster(t, true)
	const documents = 120
	c := newClustered(t, cluster, "varm")
	c.env = append(c.env, "GOMAXPROCS=1")
	c.write(0, documents)
	c.must("index", c.dir, "--index", c.place) // the node gets warm
	for i, n := range []int{1, 2, 4} {
		c.place = fmt.Sprintf("opensearch://%s/skala%d", cluster.Hosts(), i)
		reports, began := filepath.Join(t.TempDir(), "r"), time.Now()
		var members []*member
		for k := range n {
			members = append(members, c.start("--report", fmt.Sprint(reports, k)))
		}
		var errs []error
		var sum report
		for k, m := range members {
			errs = append(errs, m.cmd.Wait())
			data, err := os.ReadFile(fmt.Sprint(reports, k))
			var r report
			errs = append(errs, err, json.Unmarshal(data, &r))
			if r.Documents > 0 {
				sum.Seconds, sum.Documents = r.Seconds, r.Documents
			}
			sum.Helped += r.Helped
		}
		took := time.Since(began).Seconds()
		if err := errors.Join(errs...); err != nil || sum.Documents != documents {
			t.Fatalf("%d processes: %d documents, %v", n, sum.Documents, err)
		}
		own := float64(documents - sum.Helped)
		t.Logf("%d processes: %.1f documents/s (%.1f s); %d of %d read by others than the one that writes; reading takes it %.0f ms a document, writing %.0f ms", n,
			documents/took, took, sum.Helped, documents, 1000*(sum.Seconds.Read+sum.Seconds.Tag)/max(own, 1), 1000*sum.Seconds.Index/documents)
		if n > 1 && sum.Helped == 0 {
			t.Errorf("of %d processes one did all", n)
		}
	}
}

// A report is what is read of a run's report.
type report struct {
	Documents, Helped int
	Seconds           struct{ Read, Tag, Index float64 }
}
