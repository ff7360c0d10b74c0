package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	jsonv2 "github.com/go-json-experiment/json"

	"github.com/styrdok/styrdok/policy"
)

// layout counts the changes of what stands in the files of an index. An index of another layout is made anew from the documents
// that it keeps.
const layout = 2

// current is what CURRENT holds.
type current struct {
	Schema     int    `json:"schema"`
	Layout     int    `json:"layout"`
	Generation int    `json:"generation"`
	Manifest   string `json:"manifest_sha256"`
}

// A manifest says what a generation is. What it holds stands in a file of its own, which searching does not need.
type manifest struct {
	Schema     int       `json:"schema"`
	Generation int       `json:"generation"`
	Engine     string    `json:"engine"`
	Updated    time.Time `json:"updated"`
	// Run is when the writer began that made the generation: those of one writer are one run.
	Run       time.Time `json:"run"`
	Documents int       `json:"documents"`
	Passages  int       `json:"passages"`
	SetAside  int       `json:"set_aside"`
	// Records is the hash of the contents.
	Records string `json:"records_sha256"`
	Files   []Sum  `json:"files"`
}

// contents are what a generation holds.
type contents struct {
	Documents []DocumentRecord `json:"documents"`
	SetAside  []Aside          `json:"set_aside"`
	// PassedOver are files that could be read and are no documents.
	PassedOver []Aside `json:"passed_over,omitempty"`
	// Roots are the files, folders and globs that the documents were found at.
	Roots []string `json:"roots"`
}

// A DocumentRecord is a document in an index, without what it says.
type DocumentRecord struct {
	ID           string `json:"id"`
	Source       string `json:"source"`
	SHA256       string `json:"sha256,omitempty"`
	Municipality string `json:"municipality,omitempty"`
	// Passages is how many of its passages are indexed, Numbered how many it has.
	Passages int `json:"passages"`
	Numbered int `json:"numbered"`
	// Pages is how many pages it has; Partly says that something of it could not be read.
	Pages  int  `json:"pages"`
	Partly bool `json:"partly,omitempty"`
	// Stored is the hash that names the stored document.
	Stored string    `json:"stored"`
	File   FileState `json:"file"`
}

// An Aside is a file that could not be read or was passed over, and what it was then.
type Aside struct {
	policy.SetAside
	File FileState `json:"file"`
}

// A FileState is what is known of a file since it was read, by which a later run sees whether it must be read again. The index keeps
// it for its writers and does not look at it.
type FileState struct {
	// Path is absolute.
	Path string `json:"path,omitempty"`
	Size int64  `json:"size,omitempty"`
	// Modified and Changed are the file's times (of its content, and of anything of it), Checked when they were looked at, in
	// nanoseconds since 1970; 0 is unknown.
	Modified int64  `json:"modified,omitempty"`
	Changed  int64  `json:"changed,omitempty"`
	Checked  int64  `json:"checked,omitempty"`
	SHA256   string `json:"sha256,omitempty"`
	// Basis names the program and the settings that it was read by, Given what was told of it beside: whose it is.
	Basis string `json:"basis,omitempty"`
	Given string `json:"given,omitempty"`
	// Text is equal for files that say the same, whatever their Format, which is the document's.
	Text   string `json:"text,omitempty"`
	Format string `json:"format,omitempty"`
}

// load reads the manifest of the current generation.
func load(s Storage) (*manifest, error) {
	c, err := loadCurrent(s)
	if err != nil {
		return nil, err
	}
	m, hash, err := readManifest(s, c.Generation)
	if err == nil && hash != c.Manifest {
		err = fmt.Errorf("%w: the manifest of generation %d is not what was written", ErrDamaged, c.Generation)
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

// loadCurrent reads which generation is current.
func loadCurrent(s Storage) (*current, error) {
	data, err := s.Read(currentName)
	if missing(err) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	c := new(current)
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("%w: %s is not what was written", ErrDamaged, currentName)
	}
	if c.Schema != Schema || c.Layout != layout {
		return nil, ErrFormat
	}
	return c, nil
}

// readManifest reads the manifest of generation n and returns its hash, too.
func readManifest(s Storage, n int) (*manifest, string, error) {
	data, err := s.Read(generationName(n) + "/" + manifestName)
	if err != nil {
		return nil, "", damaged(err)
	}
	m := new(manifest)
	if err := json.Unmarshal(data, m); err != nil || m.Generation != n {
		return nil, "", fmt.Errorf("%w: the manifest of generation %d is not what was written", ErrDamaged, n)
	}
	return m, hashOf(data), nil
}

// contents reads what m's generation holds.
func (m *manifest) contents(s Storage) (*contents, error) {
	data, err := s.Read(generationName(m.Generation) + "/" + recordsName)
	if err != nil {
		return nil, damaged(err)
	}
	c := new(contents)
	if hashOf(data) != m.Records || jsonv2.Unmarshal(data, c) != nil {
		return nil, fmt.Errorf("%w: %s of generation %d is not what was written", ErrDamaged, recordsName, m.Generation)
	}
	return c, nil
}

// publish writes what the generation of m holds and makes it the current one. The engine's files are sealed already.
func publish(s Storage, m *manifest, c *contents) error {
	records, err := json.Marshal(c)
	if err != nil {
		return err
	}
	m.Records = hashOf(records)
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	name := generationName(m.Generation)
	if err := errors.Join(s.Write(name+"/"+recordsName, records), s.Write(name+"/"+manifestName, data)); err != nil {
		return err
	}
	if err := s.Sync(); err != nil {
		return err
	}
	return point(s, m.Generation, hashOf(data))
}

// point makes generation n, whose manifest has this hash, the current one.
func point(s Storage, n int, hash string) error {
	data, err := json.Marshal(current{Schema: Schema, Layout: layout, Generation: n, Manifest: hash})
	if err != nil {
		return err
	}
	return s.Replace(currentName, append(data, '\n'))
}

// numbers lists the numbers of the generations that there are, complete or not, in order.
func numbers(s Storage) ([]int, error) {
	names, err := s.Names(generationsName)
	if err != nil {
		return nil, err
	}
	var out []int
	for _, name := range names {
		if n, err := strconv.Atoi(name); err == nil {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out, nil
}
