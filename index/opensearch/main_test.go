package opensearch_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/styrdok/styrdok/index/opensearch/opensearchtest"
)

// cluster is the nodes that tests run on, nil if STYRDOK_OPENSEARCH, their number, is not set. `make test-opensearch` sets it.
var cluster *opensearchtest.Cluster

func TestMain(m *testing.M) { os.Exit(withCluster(m)) }

func withCluster(m *testing.M) int {
	if n, _ := strconv.Atoi(os.Getenv("STYRDOK_OPENSEARCH")); n > 0 {
		j, err := opensearchtest.Build(context.Background())
		if err == nil {
			cluster, err = j.Start(context.Background(), opensearchtest.Options{Nodes: n})
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer cluster.Stop()
	}
	return m.Run()
}

var places atomic.Int64

// newPlace returns a place of its own for a test.
func newPlace(t testing.TB) string {
	t.Helper()
	if cluster == nil {
		t.Skip("STYRDOK_OPENSEARCH is not set: no nodes")
	}
	name := strings.ToLower(strings.NewReplacer("/", "-", "_", "-", " ", "-").Replace(t.Name()))
	return fmt.Sprintf("opensearch://%s/%s-%d", cluster.Hosts(), name, places.Add(1))
}
