package index

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sync"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/klauspost/compress/gzip"

	"github.com/styrdok/styrdok/policy"
)

// storeExt is what the names of stored documents end with.
const storeExt = ".json.gz"

// A store keeps read documents. A document's name is the hash of its JSON, so that it never changes and damage shows.
type store struct {
	storage Storage
	// safe are the hashes of documents that are there for certain: those of generations.
	safe map[string]bool
	// compressor and compressed are used again from document to document.
	compressor *gzip.Writer
	compressed bytes.Buffer
}

func storedName(hash string) string { return documentsName + "/" + hash + storeExt }

// put writes doc, unless it is there, and returns its hash. Only the storage's Sync makes sure that it stays. Not for concurrent use.
func (s *store) put(doc *policy.Document) (string, error) {
	data, err := json.Marshal(doc)
	if err != nil {
		return "", err
	}
	hash := hashOf(data)
	if s.safe[hash] {
		return hash, nil
	}
	if s.compressor == nil {
		s.compressor, _ = gzip.NewWriterLevel(nil, gzip.BestSpeed) // a level that there is
	}
	s.compressed.Reset()
	s.compressor.Reset(&s.compressed)
	if _, err := s.compressor.Write(data); err != nil {
		return "", err
	}
	if err := s.compressor.Close(); err != nil {
		return "", err
	}
	return hash, s.storage.Write(storedName(hash), s.compressed.Bytes())
}

// get reads the document with this hash.
func (s *store) get(hash string) (*policy.Document, error) {
	data, err := s.storage.Read(storedName(hash))
	if err != nil {
		return nil, damaged(err)
	}
	name := storedName(hash)
	u := unpackers.Get().(*unpacker)
	defer unpackers.Put(u)
	if data, err = u.unpack(data); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	if hashOf(data) != hash {
		return nil, fmt.Errorf("%w: %s does not hold what it should", ErrDamaged, name)
	}
	doc := new(policy.Document)
	if err := jsonv2.Unmarshal(data, doc); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrFormat, name, err)
	}
	return doc, nil
}

// An unpacker inflates one stored document after the other into the same memory.
type unpacker struct {
	z   gzip.Reader
	out bytes.Buffer
}

var unpackers = sync.Pool{New: func() any { return new(unpacker) }}

// unpack returns what data holds, until the next call.
func (u *unpacker) unpack(data []byte) ([]byte, error) {
	if err := u.z.Reset(bytes.NewReader(data)); err != nil {
		return nil, err
	}
	u.out.Reset()
	_, err := u.out.ReadFrom(&u.z)
	return u.out.Bytes(), err
}
