package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// A Damage is what [Verify] found.
type Damage struct {
	// Generation is which one is damaged, 0 if it is not known; Document is the ID of the damaged document, "" where it is something
	// else.
	Generation int    `json:"generation,omitempty"`
	Document   string `json:"document,omitempty"`
	Problem    string `json:"problem"`
}

// Verify reads all that the index in dir keeps, of the current generation and of those that can be gone back to, compares it
// with the hashes of what was written, and lets the engine count. step is called for each document; nil is fine. It
// returns what is damaged. The error is that of an index that is not there or of another format, or ctx's.
func Verify(ctx context.Context, dir string, engine Engine, step func(done, total int)) ([]Damage, error) {
	s, err := storageOf(dir, engine)
	if err != nil {
		return nil, err
	}
	for range maxOpens {
		before, err := loadCurrent(s)
		if err != nil && !errors.Is(err, ErrDamaged) {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		damages, err := verify(ctx, s, engine, step)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		after, err := loadCurrent(s)
		if len(damages) == 0 || err != nil || before == nil || before.Generation == after.Generation {
			return damages, nil
		}
		// A writer removed what was being read.
	}
	return nil, fmt.Errorf("%s: %w", dir, ErrLocked)
}

func verify(ctx context.Context, s Storage, engine Engine, step func(done, total int)) ([]Damage, error) {
	m, err := load(s)
	if errors.Is(err, ErrDamaged) {
		return []Damage{{Problem: err.Error()}}, nil
	}
	if err != nil {
		return nil, err
	}
	var damages []Damage
	stored := map[string]DocumentRecord{}
	all, err := numbers(s)
	if err != nil {
		return nil, err
	}
	for _, n := range all {
		records, problem := verifyGeneration(s, m, n, engine)
		if problem != nil {
			damages = append(damages, Damage{Generation: n, Problem: problem.Error()})
		}
		for _, r := range records {
			stored[r.Stored] = r
		}
	}
	hashes := make([]string, 0, len(stored))
	for hash := range stored {
		hashes = append(hashes, hash)
	}
	slices.SortFunc(hashes, func(a, b string) int { return compareRecords(stored[a], stored[b]) })
	for i, hash := range hashes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if _, err := (&store{storage: s}).get(hash); err != nil {
			damages = append(damages, Damage{Document: stored[hash].ID, Problem: err.Error()})
		}
		if step != nil {
			step(i+1, len(hashes))
		}
	}
	return damages, nil
}

// verifyGeneration reads generation n, of which m is the current one, and returns what it holds and what is wrong. One
// without a manifest, which is not the current one, was never complete.
func verifyGeneration(s Storage, m *manifest, n int, engine Engine) ([]DocumentRecord, error) {
	g := m
	if n != m.Generation {
		if _, err := s.Read(generationName(n) + "/" + manifestName); missing(err) {
			return nil, nil
		}
		var err error
		if g, _, err = readManifest(s, n); err != nil {
			return nil, err
		}
	}
	c, err := g.contents(s)
	if err != nil {
		return nil, err
	}
	if err := s.Check(engineOf(n), g.Files, true); err != nil {
		return c.Documents, err
	}
	if g.Engine != formatOf(engine) {
		return c.Documents, nil // it cannot be opened, but it is what was written
	}
	dir, err := s.Place(engineOf(n), false)
	if err != nil {
		return c.Documents, err
	}
	return c.Documents, countIn(engine, dir, g.Passages)
}
