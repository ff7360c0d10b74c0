package bleveindex

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// format counts the changes of what is written; a new number makes indexes be rebuilt from their documents.
const format = "bleve/1"

// Engine is bleve as an engine of index. The zero value works.
type Engine struct{}

// Name implements [index.Engine].
func (Engine) Name() string { return format }

// batchPassages is how many passages are handed to bleve at once: large enough for segments that need little merging,
// small enough for some tens of megabytes.
const batchPassages = 2000

// Begin implements [index.Engine]. A generation that starts from another shares its immutable files by hard links.
func (Engine) Begin(dir, from string) (index.Batch, error) {
	var b bleve.Index
	var err error
	if from == "" {
		b, err = bleve.NewUsing(dir, bleve.NewIndexMapping(), bleve.Config.DefaultIndexType, bleve.Config.DefaultKVStore, nil)
	} else {
		if err = link(from, dir); err != nil {
			return nil, err
		}
		b, err = bleve.OpenUsing(dir, map[string]any{"bolt_timeout": lockTimeout})
	}
	if err != nil {
		return nil, err
	}
	return &batch{index: b, pending: b.NewBatch()}, nil
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

// A batch is a generation being written.
type batch struct {
	index   bleve.Index
	pending *bleve.Batch
}

// Add implements [index.Batch].
func (b *batch) Add(entries []index.Entry) error {
	for _, e := range entries {
		if err := b.pending.IndexAdvanced(newDocument(e)); err != nil {
			return fmt.Errorf("passage %s: %w", e.ID, err)
		}
		if err := b.flush(batchPassages); err != nil {
			return err
		}
	}
	return nil
}

// Remove implements [index.Batch].
func (b *batch) Remove(ids []string) error {
	for _, id := range ids {
		b.pending.Delete(id)
	}
	return b.flush(batchPassages)
}

// flush writes what is pending if it is at least n passages.
func (b *batch) flush(n int) error {
	if b.pending.Size() < n || b.pending.Size() == 0 {
		return nil
	}
	if err := b.index.Batch(b.pending); err != nil {
		return err
	}
	b.pending.Reset()
	return nil
}

// Close implements [index.Batch].
func (b *batch) Close() error { return errors.Join(b.flush(1), b.index.Close()) }

// storedField holds what a hit shows.
const storedField = "stored"

// newDocument returns e as bleve's fields. Only exact words keep their positions, for phrases; marking is done from the
// text.
func newDocument(e index.Entry) *document.Document {
	doc := document.NewDocument(e.ID)
	for _, f := range tokenFields {
		if tokens := e.Tokens[f]; len(tokens) > 0 {
			options := api.IndexField
			if f == index.FieldExact {
				options |= api.IncludeTermVectors
			}
			doc.AddField(document.NewTextFieldCustom(string(f), nil, nil, options, tokenAnalyzer(tokens)))
		}
	}
	for _, f := range valueFields {
		for i, v := range e.Values[f] {
			pos := []uint64{uint64(i)}
			doc.AddField(document.NewTextFieldCustom(string(f), pos, []byte(v), api.IndexField|api.DocValues|api.SkipFreqNorm, nil))
			if f != index.FieldYear {
				continue
			}
			if y, err := strconv.ParseFloat(v, 64); err == nil {
				doc.AddField(document.NewNumericFieldWithIndexingOptions(yearNumber, nil, y, api.IndexField|api.DocValues))
			}
		}
		for i, v := range e.Values[index.FilterField(f)] {
			pos := []uint64{uint64(i)}
			doc.AddField(document.NewTextFieldCustom(string(index.FilterField(f)), pos, []byte(v), api.IndexField|api.SkipFreqNorm, nil))
		}
	}
	doc.AddField(document.NewTextFieldCustom(storedField, nil, e.Stored, api.StoreField, nil))
	return doc
}

// yearNumber is the field of the year as a number, for ranges and sorting.
const yearNumber = "year_number"

var (
	tokenFields = []index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot, index.FieldFolded, index.FieldHeading}
	valueFields = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear, index.FieldDocument, index.FieldZone}
)

// A tokenAnalyzer hands bleve tokens that are there already.
type tokenAnalyzer []index.Token

// Analyze implements bleve's analysis.Analyzer; it does not look at the text.
func (t tokenAnalyzer) Analyze([]byte) analysis.TokenStream {
	out := make(analysis.TokenStream, len(t))
	for i, tok := range t {
		out[i] = &analysis.Token{Term: []byte(tok.Text), Start: tok.Start, End: tok.End, Position: tok.Position}
	}
	return out
}
