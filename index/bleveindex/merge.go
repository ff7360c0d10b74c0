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
	// maxSmall is how many segments of fewer than small passages there may be until they are merged while others are made: then the
	// end of a generation seldom waits for merging.
	maxSmall = 11
	small    = 4 * batchPassages
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
	o := mergeplan.DefaultMergePlanOptions
	o.MaxSegmentsPerTier, o.SegmentsPerMergeTask, o.FloorSegmentSize = growth, maxSegments, batchPassages
	return mergeBy(x, o)
}

// mergeSmall merges the small segments of x into one, if there are too many. It may be called while others are added.
func mergeSmall(x bleve.Index) error {
	n, err := smallSegments(x)
	if err != nil || n <= maxSmall {
		return err
	}
	o := mergeplan.SingleSegmentMergePlanOptions
	o.SegmentsPerMergeTask, o.MaxSegmentSize, o.FloorSegmentFileSize = maxSegments, 2*small, 0
	return mergeBy(x, o)
}

// mergeBy merges as o says, and waits until it is on the disk.
func mergeBy(x bleve.Index, o mergeplan.MergePlanOptions) error {
	advanced, err := x.Advanced()
	if err != nil {
		return err
	}
	s, ok := advanced.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("bleveindex: %T merges nothing", advanced)
	}
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
	err = eachSegment(x, func(s *scorch.SegmentSnapshot) {
		if p, ok := s.Segment().(segment.PersistedSegment); ok {
			names = append(names, filepath.Base(p.Path()))
		}
	})
	return names, err
}

// smallSegments returns how many small segments x has.
func smallSegments(x bleve.Index) (n int, err error) {
	err = eachSegment(x, func(s *scorch.SegmentSnapshot) {
		if s.LiveSize() < small {
			n++
		}
	})
	return n, err
}

func eachSegment(x bleve.Index, do func(*scorch.SegmentSnapshot)) error {
	r := reader{index: x}
	return r.with(func(view api.IndexReader) error {
		snapshot, ok := view.(*scorch.IndexSnapshot)
		if !ok {
			return fmt.Errorf("bleveindex: %T has no segments", view)
		}
		for _, s := range snapshot.Segments() {
			do(s)
		}
		return nil
	})
}
