package indextest_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
)

// Two indexes of the same documents are the same, and those of others are told apart.
func TestSame(t *testing.T) {
	docs := indextest.Documents(t, filepath.Join("..", "..", "testdata", "gold", "text"))
	if len(docs) < 3 {
		t.Fatalf("%d documents", len(docs))
	}
	all := indextest.Fill(t, t.TempDir(), bleveindex.Engine{}, docs)
	again := indextest.Fill(t, t.TempDir(), bleveindex.Engine{}, docs)
	less := indextest.Fill(t, t.TempDir(), bleveindex.Engine{}, docs[1:])
	for _, sort := range []index.Sort{index.SortScore, index.SortYear, index.SortDocument} {
		if diff, err := indextest.Same(all, again, "kommunen ansvarar", sort); diff != "" || err != nil {
			t.Errorf("the same documents differ: %s, %v", diff, err)
		}
	}
	if diff, err := indextest.Same(all, less, "kommunen ansvarar", index.SortScore); !strings.Contains(diff, "hits") || err != nil {
		t.Errorf("fewer documents: %q, %v", diff, err)
	}
}
