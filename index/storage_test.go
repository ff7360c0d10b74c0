package index_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

// A memory is a storage that is no folder: blobs live in a map, and only the engine has a folder. It vouches for what the engine
// wrote, as a cluster does.
type memory struct {
	mu    sync.Mutex
	blobs map[string][]byte
	owner *index.Owner
	dir   string
}

func (m *memory) Lock(o index.Owner) (func() error, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.owner != nil {
		return nil, fmt.Errorf("memory: %w", index.ErrLocked)
	}
	m.owner = &o
	return func() error { m.mu.Lock(); defer m.mu.Unlock(); m.owner = nil; return nil }, nil
}

func (m *memory) Owner() (index.Owner, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.owner == nil {
		return index.Owner{}, false
	}
	return *m.owner, true
}

func (m *memory) Read(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.blobs[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return bytes.Clone(data), nil
}

func (m *memory) Write(name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blobs[name] = bytes.Clone(data)
	return nil
}

func (m *memory) Sync() error                            { return nil }
func (m *memory) Replace(name string, data []byte) error { return m.Write(name, data) }

func (m *memory) Names(under string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	names := map[string]bool{}
	for name := range m.blobs {
		if rest, ok := strings.CutPrefix(name, under+"/"); ok {
			first, _, _ := strings.Cut(rest, "/")
			names[first] = true
		}
	}
	return slices.Sorted(maps.Keys(names)), nil
}

func (m *memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.blobs, func(k string, _ []byte) bool { return k == name || strings.HasPrefix(k, name+"/") })
	return os.RemoveAll(filepath.Join(m.dir, name))
}

func (m *memory) Place(name string, write bool) (string, error) {
	dir := filepath.Join(m.dir, name)
	if write {
		return dir, os.MkdirAll(dir, 0o755)
	}
	return dir, nil
}

func (m *memory) Seal(string, string, []index.Sum) ([]index.Sum, error) { return nil, nil }
func (m *memory) Check(string, []index.Sum, bool) error                 { return nil }
func (m *memory) Discard()                                              {}

// An elsewhere is bleve with its indexes in a memory.
type elsewhere struct {
	bleveindex.Engine
	memory *memory
}

func (e elsewhere) Storage(place string) (index.Storage, error) {
	if place != "memory://a" {
		return nil, fs.ErrNotExist
	}
	return e.memory, nil
}

// All that an index does it does in any storage.
func TestAnIndexElsewhere(t *testing.T) {
	const place = "memory://a"
	m := &memory{blobs: map[string][]byte{}, dir: t.TempDir()}
	e := elsewhere{memory: m}
	if _, err := index.Open(place, e); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if _, err := index.Open("memory://b", e); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	hits := func(want int) {
		t.Helper()
		x, err := index.Open(place, e)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		if got := search(t, x, "vänort", index.SearchOptions{}).Total; got != want {
			t.Errorf("%d hits, want %d", got, want)
		}
	}
	for i, d := range testDocuments() {
		w, err := index.NewWriter(place, e, index.WriterOptions{Now: time.Unix(int64(i+1), 0)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := index.NewWriter(place, e, index.WriterOptions{}); !errors.Is(err, index.ErrLocked) {
			t.Errorf("error %v", err)
		}
		if err := errors.Join(w.Put(d), w.Commit(t.Context()), w.Close()); err != nil {
			t.Fatal(err)
		}
		hits(i + 1)
	}
	if n, err := index.Rollback(place, e, 0); n != 1 || err != nil {
		t.Errorf("generation %d, %v", n, err)
	}
	hits(1)
	if n, err := index.Rollback(place, e, 2); n != 2 || err != nil {
		t.Errorf("generation %d, %v", n, err)
	}
	if err := m.Remove("CURRENT"); err != nil {
		t.Fatal(err)
	}
	if r, err := index.Repair(t.Context(), place, e, index.WriterOptions{}); err != nil || r.Documents != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	hits(2)
	if d, err := index.Verify(t.Context(), place, e, nil); err != nil || len(d) != 0 {
		t.Errorf("%v, %v", d, err)
	}
	if s, err := index.StatusOf(place, e); err != nil || s.Documents != 2 || len(s.Generations) != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	if entries, _ := os.ReadDir(filepath.Join(m.dir, "generations")); len(entries) != 1 {
		t.Errorf("the engine has %d generations", len(entries))
	}
}
