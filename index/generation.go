package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/google/renameio/v2"

	"github.com/styrdok/styrdok/policy"
)

// Errors of an index folder. Errors of this package wrap one of them where they apply.
var (
	ErrNotFound = errors.New("no index there")
	ErrFormat   = errors.New("the index was written by another version")
	ErrLocked   = errors.New("the index is being written by another process")
)

// The names in an index folder.
const (
	currentName     = "CURRENT"
	lockName        = "LOCK"
	documentsName   = "documents"
	generationsName = "generations"
	manifestName    = "manifest.json"
	engineName      = "engine"
)

// current is what CURRENT holds.
type current struct {
	Schema     int    `json:"schema"`
	Generation int    `json:"generation"`
	Manifest   string `json:"manifest_sha256"`
}

// A manifest says what a generation holds.
type manifest struct {
	Schema     int              `json:"schema"`
	Generation int              `json:"generation"`
	Engine     string           `json:"engine"`
	Updated    time.Time        `json:"updated"`
	Documents  []DocumentRecord `json:"documents"`
	// SetAside are the files that could not be read when the documents were.
	SetAside []policy.SetAside `json:"set_aside,omitempty"`
}

// A DocumentRecord is a document in an index, without what it says.
type DocumentRecord struct {
	ID           string `json:"id"`
	Source       string `json:"source"`
	SHA256       string `json:"sha256,omitempty"`
	Municipality string `json:"municipality,omitempty"`
	Passages     int    `json:"passages"`
	// Stored is the hash that names the stored document.
	Stored string `json:"stored"`
}

// passages returns how many passages the generation holds.
func (m *manifest) passages() int {
	n := 0
	for _, d := range m.Documents {
		n += d.Passages
	}
	return n
}

// A folder is an index folder.
type folder string

func (f folder) path(name ...string) string {
	return filepath.Join(append([]string{string(f)}, name...)...)
}

func (f folder) generation(n int) string { return f.path(generationsName, fmt.Sprintf("%06d", n)) }

func (f folder) engine(n int) string { return filepath.Join(f.generation(n), engineName) }

func (f folder) store() *store { return &store{dir: f.path(documentsName)} }

// load reads the manifest of the current generation.
func (f folder) load() (*manifest, error) {
	data, err := os.ReadFile(f.path(currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", string(f), ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	var c current
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, fmt.Errorf("%s: %w", f.path(currentName), ErrDamaged)
	}
	if c.Schema != Schema {
		return nil, fmt.Errorf("%s: %w", string(f), ErrFormat)
	}
	data, err = os.ReadFile(filepath.Join(f.generation(c.Generation), manifestName))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	m := new(manifest)
	if hashOf(data) != c.Manifest || json.Unmarshal(data, m) != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(f.generation(c.Generation), manifestName), ErrDamaged)
	}
	return m, nil
}

// publish writes m and makes its generation the current one.
func (f folder) publish(m *manifest) error {
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	if err := renameio.WriteFile(filepath.Join(f.generation(m.Generation), manifestName), data, 0o644); err != nil {
		return err
	}
	if err := syncTree(f.generation(m.Generation)); err != nil {
		return err
	}
	for _, dir := range []string{f.path(generationsName), f.path(documentsName)} {
		if err := syncPath(dir); err != nil {
			return err
		}
	}
	c, err := json.Marshal(current{Schema: Schema, Generation: m.Generation, Manifest: hashOf(data)})
	if err != nil {
		return err
	}
	if err := renameio.WriteFile(f.path(currentName), append(c, '\n'), 0o644); err != nil {
		return err
	}
	return syncPath(string(f))
}

// next returns the number of a generation that does not exist, higher than all that do.
func (f folder) next() (int, error) {
	list, err := os.ReadDir(f.path(generationsName))
	if err != nil {
		return 0, err
	}
	last := 0
	for _, e := range list {
		if n, err := strconv.Atoi(e.Name()); err == nil {
			last = max(last, n)
		}
	}
	return last + 1, nil
}

// before returns the newest readable manifest of a generation before m, nil if there is none. It is not checked by its
// hash: it only says what to keep.
func (f folder) before(m *manifest) *manifest {
	list, err := os.ReadDir(f.path(generationsName))
	if err != nil {
		return nil
	}
	for _, e := range slices.Backward(list) { // sorted by name, and so by number
		n, err := strconv.Atoi(e.Name())
		if err != nil || n >= m.Generation {
			continue
		}
		data, err := os.ReadFile(filepath.Join(f.generation(n), manifestName))
		old := new(manifest)
		if err == nil && json.Unmarshal(data, old) == nil {
			return old
		}
	}
	return nil
}

// syncTree waits until all files and names under dir are on the disk.
func syncTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return syncPath(path)
	})
}

// syncPath waits until a file, or the names in a folder, are on the disk.
func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// clean removes what neither of the manifests kept needs: other generations, stored documents. What is open in a reader
// stays readable there.
func (f folder) clean(kept ...*manifest) error {
	generations, documents := map[string]bool{}, map[string]bool{}
	for _, m := range kept {
		if m == nil {
			continue
		}
		generations[filepath.Base(f.generation(m.Generation))] = true
		for _, d := range m.Documents {
			documents[d.Stored+storeExt] = true
		}
	}
	return errors.Join(removeOthers(f.path(generationsName), generations), removeOthers(f.path(documentsName), documents))
}

func removeOthers(dir string, keep map[string]bool) error {
	list, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range list {
		if !keep[e.Name()] {
			errs = append(errs, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return errors.Join(errs...)
}
