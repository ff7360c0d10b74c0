package bleveindex

import (
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
)

// mergeAtOnce is how many segments are merged into one: so many that each passage is merged once in an index of 5,000
// documents, few enough that the files can be open together.
const mergeAtOnce = 100

// A creation makes an index of its own with scorch's builder: segments are written as they come and merged once at the end, into
// one, which is half the work of an index that can be searched all the time, and the fastest to search.
type creation struct{ builder *scorch.Builder }

// newCreation begins an index in dir. The builder is not to be had with documents of our own through package bleve, so that the
// description that belongs to it is written here.
func newCreation(dir string) (*creation, error) {
	mapping, err := json.Marshal(bleve.NewIndexMapping())
	if err != nil {
		return nil, err
	}
	meta, err := json.Marshal(map[string]string{"storage": scorch.Name, "index_type": scorch.Name})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "index_meta.json"), meta, 0o644); err != nil {
		return nil, err
	}
	b, err := scorch.NewBuilder(map[string]any{
		"path": filepath.Join(dir, "store"), "buildPathPrefix": dir, "mergeMax": mergeAtOnce, "batchSize": batchPassages,
		"internal": map[string][]byte{string(util.MappingInternalKey): mapping},
	})
	if err != nil {
		return nil, err
	}
	return &creation{b}, nil
}

// write adds passages.
func (b *creation) write(docs []*document.Document) error {
	for _, d := range docs {
		if err := b.builder.Index(d); err != nil {
			return err
		}
	}
	return nil
}

// close ends the index in dir; nil makes an empty one there.
func (b *creation) close(dir string) error {
	if b != nil {
		return b.builder.Close()
	}
	x, err := bleve.NewUsing(dir, bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return err
	}
	return x.Close()
}
