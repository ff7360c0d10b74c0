package indextest_test

import (
	"fmt"
	"testing"

	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
)

// An engine's own test runs the suite. Places are made when they are asked for.
func Example() {
	test := func(t *testing.T) {
		s := indextest.Suite{Engine: bleveindex.Engine{},
			Place: func(t testing.TB) string { return t.TempDir() + "/index" },
			Dir:   func(t testing.TB) string { return t.TempDir() },
		}
		s.Test(t)
	}
	fmt.Println(test != nil)
	// Output: true
}

// What people judged is measured as nDCG@10.
func ExampleJudged() {
	mean, lines := indextest.Judged(nil, func(string) []indextest.Found { return nil })
	fmt.Println(mean, len(lines))
	// Output: 0 0
}
