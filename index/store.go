package index

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/policy"
)

// ErrDamaged is the error of a file in an index that is not what was written.
var ErrDamaged = errors.New("the index is damaged")

// storeExt is what the names of stored documents end with.
const storeExt = ".json.gz"

// A store is the folder of read documents. A file's name is the hash of the JSON in it, so that a file never changes and
// damage shows.
type store struct {
	dir string
	// safe are the hashes of documents that are on the disk for certain: those of the current generation.
	safe map[string]bool
	// written are the paths of those that may still be on their way there.
	written []string
}

// put writes doc, unless it is there, and returns its hash. Only sync makes sure that it stays.
func (s *store) put(doc *policy.Document) (string, error) {
	data, err := json.Marshal(doc)
	if err != nil {
		return "", err
	}
	hash := hashOf(data)
	if s.safe[hash] {
		return hash, nil
	}
	var buf bytes.Buffer
	z, _ := gzip.NewWriterLevel(&buf, gzip.BestSpeed)
	if _, err := z.Write(data); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	path := s.path(hash)
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		return "", err
	}
	s.written = append(s.written, path)
	return hash, nil
}

// syncers is how many files are synced at once: the disk takes them together, in little more time than one.
const syncers = 16

// sync waits until what was written is on the disk.
func (s *store) sync() error {
	var g errgroup.Group
	g.SetLimit(syncers)
	for _, path := range s.written {
		g.Go(func() error { return syncPath(path) })
	}
	return g.Wait()
}

// get reads the document with this hash.
func (s *store) get(hash string) (*policy.Document, error) {
	f, err := os.Open(s.path(hash))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, f.Name(), err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, f.Name(), err)
	}
	if hashOf(data) != hash {
		return nil, fmt.Errorf("%w: %s does not hold what it should", ErrDamaged, f.Name())
	}
	doc := new(policy.Document)
	if err := json.Unmarshal(data, doc); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrFormat, f.Name(), err)
	}
	return doc, nil
}

func (s *store) path(hash string) string { return filepath.Join(s.dir, hash+storeExt) }

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
