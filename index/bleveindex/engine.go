package bleveindex

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/styrdok/styrdok/index"
)

// format counts the changes of what is written; a new number makes indexes be rebuilt from their documents.
const format = "bleve/4"

// Engine is bleve as an engine of index. The zero value works.
type Engine struct{}

// Name implements [index.Engine].
func (Engine) Name() string { return format }

// Begin implements [index.Engine]. A generation that starts from another shares its immutable files by hard links.
func (Engine) Begin(dir, from string) (index.Batch, error) {
	x, err := begin(dir, from)
	if err != nil {
		return nil, err
	}
	return newBatch(x), nil
}

func begin(dir, from string) (bleve.Index, error) {
	if from == "" {
		return bleve.NewUsing(dir, bleve.NewIndexMapping(), scorch.Name, scorch.Name, map[string]any{"forceSegmentType": segmentType,
			"forceSegmentVersion": segmentVersion, "scorchMergePlanOptions": noMerging, "asyncErrorCallbackName": failingName})
	}
	if err := link(from, dir); err != nil {
		return nil, err
	}
	return bleve.OpenUsing(dir, map[string]any{"bolt_timeout": lockTimeout})
}

// lockTimeout bounds the wait for the lock of a file that nobody else should have open.
const lockTimeout = "5s"

// Open implements [index.Engine].
func (Engine) Open(dir string) (index.Reader, error) {
	b, err := bleve.OpenUsing(dir, map[string]any{"read_only": true, "bolt_timeout": lockTimeout})
	if err != nil {
		return nil, err
	}
	return &reader{index: b}, nil
}

// link makes dir hold what from holds: segments, which never change, as hard links, the rest as copies.
func link(from, dir string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, rel)
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		if filepath.Ext(path) == ".zap" && os.Link(path, to) == nil {
			return nil
		}
		return copyFile(path, to)
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
