package index

import (
	"errors"
	"fmt"
	"time"
)

// Status says what an index holds; as JSON it is what `styrdok status --format json` prints.
type Status struct {
	Schema     int       `json:"schema"`
	Documents  int       `json:"documents"`
	Passages   int       `json:"passages"`
	Generation int       `json:"generation"`
	Updated    time.Time `json:"updated"`
	// SetAside is how many files could not be read.
	SetAside int `json:"set_aside"`
	// PassedOver is how many files could be read and are no documents of the index.
	PassedOver int `json:"passed_over"`
	// Engine names the engine and what it was fed with.
	Engine string `json:"engine"`
	// EngineBytes is the size of the engine's files.
	EngineBytes int64 `json:"engine_bytes"`
	// Generations are those that there are, the oldest first.
	Generations []GenerationStatus `json:"generations"`
	// Roots are the files, folders and globs that the documents were found at.
	Roots []string `json:"roots"`
	// Writer is who is writing now, nil if nobody is.
	Writer *Owner `json:"writer,omitempty"`
	// Work is who reads for it and what is left to be read, nil where one process does all.
	Work *Work `json:"work,omitempty"`
}

// A GenerationStatus is one generation of an index.
type GenerationStatus struct {
	Generation int       `json:"generation"`
	Updated    time.Time `json:"updated"`
	// Run is when the run began that made it.
	Run       time.Time `json:"run"`
	Documents int       `json:"documents"`
	Passages  int       `json:"passages"`
	Current   bool      `json:"current"`
}

// StatusOf returns what the index in dir holds, also of one that must be rebuilt. It waits for nobody. The error wraps [ErrNotFound] if there
// is no index, and [ErrLocked], too, while somebody is making its first generation.
func StatusOf(dir string, engine Engine) (*Status, error) {
	s, err := storageOf(dir, engine)
	if err != nil {
		return nil, err
	}
	m, c, err := loadAll(s)
	if o, ok := s.Owner(); ok && errors.Is(err, ErrNotFound) {
		return nil, fmt.Errorf("%s: %w yet; %w (%s)", dir, err, ErrLocked, o.describe(time.Now()))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	out := &Status{Schema: Schema, Documents: m.Documents, Passages: m.Passages, Generation: m.Generation, Updated: m.Updated,
		SetAside: m.SetAside, PassedOver: len(c.PassedOver), Engine: m.Engine, Roots: c.Roots}
	for _, f := range m.Files {
		out.EngineBytes += f.Size
	}
	all, err := numbers(s)
	if err != nil {
		return nil, err
	}
	for _, n := range all {
		if g, _, err := readManifest(s, n); err == nil { // one that is being written or removed has none
			out.Generations = append(out.Generations, GenerationStatus{Generation: n, Updated: g.Updated, Run: g.Run, Documents: g.Documents,
				Passages: g.Passages, Current: n == m.Generation})
		}
	}
	if o, ok := s.Owner(); ok {
		out.Writer = &o
	}
	if e, ok := engine.(Sharer); ok {
		if out.Work, err = e.Work(dir); err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
	}
	return out, nil
}

// loadAll reads the current generation's manifest and what it holds; where a writer was faster, those of the newer one.
func loadAll(s Storage) (m *manifest, c *contents, err error) {
	const attempts = 3
	for range attempts {
		if m, err = load(s); err == nil {
			if c, err = m.contents(s); err == nil {
				return m, c, nil
			}
		}
		if !errors.Is(err, ErrDamaged) {
			break
		}
	}
	return nil, nil, err
}
