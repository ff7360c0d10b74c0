package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/styrdok/styrdok/policy"
)

// An Index is one generation of an index, open for reading. It is safe for concurrent use, and stays what it is while
// newer generations are written; open again to see them.
type Index struct {
	folder   folder
	manifest *manifest
	reader   Reader
}

// Open opens the current generation of the index in dir. The error wraps [ErrNotFound] if there is no index,
// [ErrFormat] if it must be rebuilt by a [Writer] first, [ErrDamaged] if it is not what was written.
func Open(dir string, engine Engine) (*Index, error) {
	f := folder(dir)
	// A writer may remove the generation between the two steps, if it commits twice in that time; then there is a newer.
	const attempts = 3
	var err error
	for range attempts {
		var m *manifest
		if m, err = f.load(); err != nil {
			if errors.Is(err, ErrDamaged) {
				continue
			}
			return nil, err
		}
		if m.Engine != formatOf(engine) {
			return nil, fmt.Errorf("%s: written by %s: %w", dir, m.Engine, ErrFormat)
		}
		var r Reader
		if r, err = engine.Open(f.engine(m.Generation)); err == nil {
			return &Index{folder: f, manifest: m, reader: r}, nil
		}
		err = fmt.Errorf("%s: %w: %w", dir, ErrDamaged, err)
	}
	return nil, err
}

// Close ends reading.
func (x *Index) Close() error { return x.reader.Close() }

// Status says what an index holds; as JSON it is what `styrdok status --format json` prints.
type Status struct {
	Schema     int       `json:"schema"`
	Documents  int       `json:"documents"`
	Passages   int       `json:"passages"`
	Generation int       `json:"generation"`
	Updated    time.Time `json:"updated"`
}

// Status returns what the generation holds.
func (x *Index) Status() Status {
	m := x.manifest
	return Status{Schema: Schema, Documents: len(m.Documents), Passages: m.passages(), Generation: m.Generation, Updated: m.Updated}
}

// Records returns the documents of the index by ID, without what they say.
func (x *Index) Records() []DocumentRecord { return slices.Clone(x.manifest.Documents) }

// SetAside returns the files that could not be read when the documents were.
func (x *Index) SetAside() []policy.SetAside { return slices.Clone(x.manifest.SetAside) }

// Documents returns the documents of the index by ID, each read when it is asked for. Damage ends the sequence with
// an error that wraps [ErrDamaged].
func (x *Index) Documents() iter.Seq2[*policy.Document, error] {
	return func(yield func(*policy.Document, error) bool) {
		for _, r := range x.manifest.Documents {
			doc, err := x.folder.store().get(r.Stored)
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

// Document returns the document with this ID and whether there is one.
func (x *Index) Document(id string) (*policy.Document, bool, error) {
	docs := x.manifest.Documents
	i, ok := slices.BinarySearchFunc(docs, id, func(r DocumentRecord, id string) int { return strings.Compare(r.ID, id) })
	if !ok {
		return nil, false, nil
	}
	doc, err := x.folder.store().get(docs[i].Stored)
	return doc, err == nil, err
}

// Search returns the passages that match query; see the package documentation for its language. A query that cannot
// be understood is an error that wraps [ErrQuery].
func (x *Index) Search(ctx context.Context, query string, opts SearchOptions) (*Results, error) {
	clauses := parse(query)
	results := &Results{Schema: Schema, From: opts.From, Hits: []Hit{}}
	if len(clauses) == 0 {
		return results, nil
	}
	response, err := x.run(ctx, clauses, opts)
	if err != nil {
		return nil, err
	}
	if parts := relax(clauses); response.Total == 0 && parts != nil {
		clauses, results.Relaxed = parts, true
		if response, err = x.run(ctx, clauses, opts); err != nil {
			return nil, err
		}
	}
	results.Total, results.Facets = response.Total, response.Facets
	m := newMatcher(clauses)
	for _, raw := range response.Hits {
		var h Hit
		if err := json.Unmarshal(raw.Stored, &h); err != nil {
			return nil, fmt.Errorf("%w: passage %s: %w", ErrDamaged, raw.ID, err)
		}
		h.Score, h.Snippet = raw.Score, m.snippet(h.Text)
		results.Hits = append(results.Hits, h)
	}
	return results, nil
}

// run lets the engine answer clauses.
func (x *Index) run(ctx context.Context, clauses []clause, opts SearchOptions) (*Response, error) {
	node, err := compile(clauses, defaultWeights)
	if err != nil {
		return nil, err
	}
	if opts.Limit <= 0 {
		opts.Limit = DefaultLimit
	}
	response, err := x.reader.Search(ctx, Request{Query: node, From: max(opts.From, 0), Size: min(opts.Limit, MaxLimit),
		Facets: opts.Facets, FacetSize: facetSize, Sort: opts.Sort})
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	return response, nil
}
