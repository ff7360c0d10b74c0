package bleveindex

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

const (
	// maxSegments is how many segments a generation may have until they are merged: each makes a search a little slower.
	maxSegments = 8
	// growth is how many segments of a size there may be beside larger ones afterwards.
	growth = 4
)

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
	if err := s.ForceMerge(context.Background(), &o); err != nil {
		return err
	}
	return s.SetInternal([]byte("merged"), []byte{1}) // is written after what was merged
}
