package bleveindex_test

import (
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
)

func TestConformance(t *testing.T) {
	s := indextest.Suite{Engine: bleveindex.Engine{},
		Place: func(t testing.TB) string { return filepath.Join(t.TempDir(), "index") },
		Dir:   func(t testing.TB) string { return t.TempDir() },
	}
	s.Test(t)
}
