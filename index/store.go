package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/klauspost/compress/gzip"

	"github.com/styrdok/styrdok/index/internal/queue"
	"github.com/styrdok/styrdok/policy"
)

// storeExt is what the names of stored documents end with.
const storeExt = ".json.gz"

// A store keeps read documents. A document's name is the hash of its JSON, so that it never changes and damage shows. Use it from
// one goroutine.
type store struct {
	storage Storage
	// safe are the hashes of documents that are there for certain: those of generations.
	safe map[string]bool
	// writing is what writes meanwhile, nil if nothing is to be written.
	writing *queue.Queue[storing]
	// err is why something was not written: nothing that relies on it may be committed.
	err error
}

func storedName(hash string) string { return documentsName + "/" + hash + storeExt }

// put takes doc to be written, unless it is there, and returns its hash. It is there after wait; only the storage's Sync makes sure that
// it stays.
func (s *store) put(doc *policy.Document) (string, error) {
	data, err := json.Marshal(doc)
	if err != nil {
		return "", err
	}
	hash := hashOf(data)
	if s.safe[hash] {
		return hash, nil
	}
	if s.err != nil {
		return "", s.err
	}
	if s.writing == nil {
		s.writing = queue.Start(maxStoring, s.write)
	}
	if s.writing.Do(storing{storedName(hash), data}) != nil {
		return "", s.wait()
	}
	return hash, nil
}

// wait waits until all that was put is written. Once something was not, it is an error for good.
func (s *store) wait() error {
	if q := s.writing; q != nil {
		s.writing = nil
		s.err = q.Close()
	}
	return s.err
}

// A storing is a document to be written: under which name, and its JSON.
type storing struct {
	name string
	data []byte
}

// maxStoring is how many documents may wait to be written.
const maxStoring = 4

// write compresses and writes documents, while others are analysed: a disk that is busy with one file holds up nobody.
func (s *store) write(docs <-chan storing) error {
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestSpeed)
	if err != nil {
		return err
	}
	for d := range docs {
		buf.Reset()
		z.Reset(&buf)
		_, err := z.Write(d.data)
		if err = errors.Join(err, z.Close()); err == nil {
			err = s.storage.Write(d.name, buf.Bytes())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// get reads the document with this hash.
func (s *store) get(hash string) (*policy.Document, error) {
	if err := s.wait(); err != nil {
		return nil, err
	}
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
