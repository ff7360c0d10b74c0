package opensearchtest_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"testing"

	"github.com/styrdok/styrdok/index/opensearch/opensearchtest"
)

// A node starts, answers, and is gone after Stop. `make test-opensearch` runs it.
func TestStart(t *testing.T) {
	if os.Getenv("STYRDOK_OPENSEARCH") == "" {
		t.Skip("STYRDOK_OPENSEARCH is not set")
	}
	j, err := opensearchtest.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, err := j.Start(context.Background(), opensearchtest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	url := c.URLs()[0]
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	if r, err := http.Get(url); err == nil {
		r.Body.Close()
		t.Error("the node still answers")
	}
}

func Example() {
	start := func(ctx context.Context) error {
		j, err := opensearchtest.Build(ctx)
		if err != nil {
			return err
		}
		c, err := j.Start(ctx, opensearchtest.Options{Nodes: 3})
		if err != nil {
			return err
		}
		defer c.Stop()
		fmt.Println(c.Hosts())
		return nil
	}
	fmt.Println(start != nil)
	// Output: true
}
