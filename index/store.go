package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/klauspost/compress/gzip"

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
	writing *storeWriter
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
		s.writing = startStoreWriter(s.storage)
	}
	if !s.writing.write(storing{storedName(hash), data}) {
		return "", s.wait()
	}
	return hash, nil
}

// wait waits until all that was put is written. Once something was not, it is an error for good.
func (s *store) wait() error {
	if w := s.writing; w != nil {
		s.writing = nil
		close(w.queue)
		<-w.done
		s.err = w.err
	}
	return s.err
}

// A storeWriter compresses and writes documents while others are analysed: a disk that is busy with one file holds up nobody.
type storeWriter struct {
	queue chan storing
	// failed is closed when a document could not be written, done when there will be no more writing; then err is why.
	failed, done chan struct{}
	err          error
}

// A storing is a document to be written: under which name, and its JSON.
type storing struct {
	name string
	data []byte
}

// maxStoring is how many documents may wait to be written.
const maxStoring = 4

func startStoreWriter(storage Storage) *storeWriter {
	w := &storeWriter{queue: make(chan storing, maxStoring), failed: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		var buf bytes.Buffer
		z, _ := gzip.NewWriterLevel(&buf, gzip.BestSpeed) // a level that there is
		for d := range w.queue {
			buf.Reset()
			z.Reset(&buf)
			_, err := z.Write(d.data)
			if err = errors.Join(err, z.Close()); err == nil {
				err = storage.Write(d.name, buf.Bytes())
			}
			if err != nil {
				w.err = err
				close(w.failed)
				return
			}
		}
	}()
	return w
}

// write hands over d, and reports whether it could: not after a document that could not be written.
func (w *storeWriter) write(d storing) bool {
	select {
	case w.queue <- d:
		return true
	case <-w.failed:
		return false
	}
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
