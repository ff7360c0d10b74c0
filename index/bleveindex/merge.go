package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

const (
	// storeName is the folder of scorch in that of a generation.
	storeName = "store"
	// maxSegments is how many segments a generation may have until they are merged: each makes a search a little slower.
	maxSegments = 8
	// growth is how many segments of a size there may be beside larger ones afterwards.
	growth = 4
)

// failing are what is to be told of errors of scorch's goroutines, by the folder of the index: a merge that failed, for want of room for
// example, would be tried again without end.
var failing sync.Map

// failingName is the name by which scorch knows [failing].
const failingName = "styrdok"

func init() {
	scorch.RegistryAsyncErrorCallbacks[failingName] = func(err error, path string) {
		if tell, ok := failing.Load(filepath.Clean(path)); ok {
			tell.(context.CancelCauseFunc)(err)
		}
	}
}

// noMerging keeps scorch from merging in the background, which the end of a generation mostly stops halfway.
var noMerging = map[string]any{"MaxSegmentSize": 1}

// merge merges the segments of x where there are too many of like size, and waits until that is on the disk.
func merge(x bleve.Index) error {
	advanced, err := x.Advanced()
	if err != nil {
		return err
	}
	s, ok := advanced.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("bleveindex: %T merges nothing", advanced)
	}
	view, err := s.Reader()
	if err != nil {
		return err
	}
	snapshot, ok := view.(*scorch.IndexSnapshot)
	n := 0
	if ok {
		n = len(snapshot.Segments())
	}
	if err := view.Close(); err != nil || n <= maxSegments {
		return err
	}
	o := mergeplan.DefaultMergePlanOptions
	o.MaxSegmentsPerTier, o.SegmentsPerMergeTask, o.FloorSegmentSize = growth, maxSegments, batchPassages
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	path := filepath.Join(x.Name(), storeName)
	failing.Store(path, cancel)
	defer failing.Delete(path)
	if err := errors.Join(s.ForceMerge(ctx, &o), context.Cause(ctx)); err != nil {
		return fmt.Errorf("merging: %w", err)
	}
	return s.SetInternal([]byte("merged"), []byte{1}) // is written after what was merged
}
