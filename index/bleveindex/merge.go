package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	api "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

const (
	// storeName is the folder of scorch in that of a generation.
	storeName = "store"
	// maxSegments is how many segments a generation may have until they are merged: each makes a search a little slower, and merging
	// takes a fourth of the time that making them took.
	maxSegments = 16
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

// finish merges the segments of x where there are too many of like size, closes x, and removes the files of segments that are not
// needed any more, which scorch would do some time.
func finish(x bleve.Index) error {
	err := merge(x)
	var names []string
	if err == nil {
		names, err = segmentNames(x)
	}
	if err = errors.Join(err, x.Close()); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(x.Name(), storeName, "*.zap"))
	for _, f := range files {
		if !slices.Contains(names, filepath.Base(f)) {
			err = errors.Join(err, os.Remove(f))
		}
	}
	return err
}

// merge merges, if that is to be done, and waits until it is on the disk.
func merge(x bleve.Index) error {
	names, err := segmentNames(x)
	if err != nil || len(names) <= maxSegments {
		return err
	}
	advanced, err := x.Advanced()
	if err != nil {
		return err
	}
	s, ok := advanced.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("bleveindex: %T merges nothing", advanced)
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

// segmentNames returns the names of the files of the segments that x has.
func segmentNames(x bleve.Index) (names []string, err error) {
	r := reader{index: x}
	err = r.with(func(view api.IndexReader) error {
		snapshot, ok := view.(*scorch.IndexSnapshot)
		if !ok {
			return fmt.Errorf("bleveindex: %T has no segments", view)
		}
		for _, s := range snapshot.Segments() {
			if p, ok := s.Segment().(segment.PersistedSegment); ok {
				names = append(names, filepath.Base(p.Path()))
			}
		}
		return nil
	})
	return names, err
}
