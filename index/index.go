package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// An Index is one generation of an index, open for reading. It is safe for concurrent use, and stays what it is while
// newer generations are written; open again to see them.
type Index struct {
	storage  Storage
	manifest *manifest
	contents func() (*contents, error)
	reader   Reader
	// analyzer remembers words from search to search.
	analyzer swedish.Analyzer
}

// maxOpens is how often opening begins anew because a writer was faster: far more than can happen.
const maxOpens = 100

// Open opens the current generation of the index in dir. The error wraps [ErrNotFound] if there is no index,
// [ErrFormat] if it must be rebuilt by a [Writer] first, [ErrDamaged] if it is not what was written.
func Open(dir string, engine Engine) (*Index, error) {
	s, err := storageOf(dir, engine)
	if err != nil {
		return nil, err
	}
	// A writer may remove a generation while it is opened, if it commits twice in that time; then there is a newer one.
	last := 0
	for range maxOpens {
		var m *manifest
		if m, err = load(s); err == nil {
			var r Reader
			if r, err = openGeneration(s, m, engine); err == nil {
				read := sync.OnceValues(func() (*contents, error) { return m.contents(s) })
				return &Index{storage: s, manifest: m, contents: read, reader: r}, nil
			}
		}
		c, again := loadCurrent(s)
		if again != nil || c.Generation == last || !errors.Is(err, ErrDamaged) {
			break
		}
		last = c.Generation
	}
	return nil, fmt.Errorf("%s: %w", dir, err)
}

// openGeneration opens what the engine has of m's generation.
func openGeneration(s Storage, m *manifest, engine Engine) (Reader, error) {
	if m.Engine != formatOf(engine) {
		return nil, fmt.Errorf("written by %s: %w", m.Engine, ErrFormat)
	}
	if err := s.Check(engineOf(m.Generation), m.Files, false); err != nil {
		return nil, err
	}
	dir, err := s.Place(engineOf(m.Generation), false)
	if err != nil {
		return nil, err
	}
	r, err := engine.Open(dir)
	if err != nil {
		return nil, damaged(err)
	}
	return r, nil
}

// Close ends reading.
func (x *Index) Close() error { return x.reader.Close() }

// Generation returns the number of the generation.
func (x *Index) Generation() int { return x.manifest.Generation }

// Records returns the documents of the index by ID, without what they say.
func (x *Index) Records() ([]DocumentRecord, error) {
	c, err := x.contents()
	if err != nil {
		return nil, err
	}
	return slices.Clone(c.Documents), nil
}

// SetAside returns the files that could not be read when the documents were.
func (x *Index) SetAside() ([]policy.SetAside, error) {
	c, err := x.contents()
	if err != nil {
		return nil, err
	}
	out := make([]policy.SetAside, len(c.SetAside))
	for i, a := range c.SetAside {
		out[i] = a.SetAside
	}
	return out, nil
}

// Documents returns the documents of the index by ID, each read when it is asked for. Damage ends the sequence with
// an error that wraps [ErrDamaged].
func (x *Index) Documents() iter.Seq2[*policy.Document, error] {
	return func(yield func(*policy.Document, error) bool) {
		c, err := x.contents()
		if err != nil {
			yield(nil, err)
			return
		}
		for _, r := range c.Documents {
			doc, err := x.store().get(r.Stored)
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

// Document returns the document with this ID and whether there is one.
func (x *Index) Document(id string) (*policy.Document, bool, error) {
	c, err := x.contents()
	if err != nil {
		return nil, false, err
	}
	i, ok := slices.BinarySearchFunc(c.Documents, id, func(r DocumentRecord, id string) int { return strings.Compare(r.ID, id) })
	if !ok {
		return nil, false, nil
	}
	doc, err := x.store().get(c.Documents[i].Stored)
	return doc, err == nil, err
}

func (x *Index) store() *store { return &store{storage: x.storage} }

// Search returns the passages that match query; see the package documentation for its language. A query that cannot
// be understood is an error that wraps [ErrQuery].
func (x *Index) Search(ctx context.Context, query string, opts SearchOptions) (*Results, error) {
	typed := parse(query)
	results := &Results{Schema: Schema, From: opts.From, Hits: []Hit{}}
	if len(typed) == 0 {
		return results, nil
	}
	typed, results.Synonyms = opts.withSynonyms(typed)
	clauses := typed
	response, err := x.run(ctx, clauses, opts)
	if err != nil {
		return nil, err
	}
	if parts := relax(typed); response.Total == 0 && parts != nil {
		clauses, results.Synonyms = opts.withSynonyms(parts)
		if response, err = x.run(ctx, clauses, opts); err != nil {
			return nil, err
		}
		results.Relaxed = response.Total > 0
	}
	if results.Unknown, err = x.unknown(ctx, clauses); err != nil {
		return nil, err
	}
	if results.Suggestion, err = x.suggest(ctx, query, typed, results.Unknown); err != nil {
		return nil, err
	}
	return results, x.fill(results, response, newMatcher(clauses))
}

// fill takes over what the engine found; m tells what to mark.
func (x *Index) fill(r *Results, response *Response, m *matcher) error {
	r.Total, r.Facets = response.Total, response.Facets
	for _, raw := range response.Hits {
		var h Hit
		if err := json.Unmarshal(raw.Stored, &h); err != nil {
			return fmt.Errorf("%w: passage %s: %w", ErrDamaged, raw.ID, err)
		}
		h.ID, h.Score, h.Snippet = raw.ID, raw.Score, m.snippet(h.Text, &x.analyzer)
		r.Hits = append(r.Hits, h)
	}
	return nil
}

// run lets the engine answer clauses.
func (x *Index) run(ctx context.Context, clauses []clause, opts SearchOptions) (*Response, error) {
	node, err := compile(clauses, defaultWeights)
	if err != nil {
		return nil, err
	}
	return x.search(ctx, node, opts)
}

// search lets the engine answer node.
func (x *Index) search(ctx context.Context, node Node, opts SearchOptions) (*Response, error) {
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
