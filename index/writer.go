package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// WriterOptions steers a [Writer]; the zero value works.
type WriterOptions struct {
	// Fresh starts with an empty generation; otherwise the new one starts with what the current one holds.
	Fresh bool
	// Now is the time that the generation is stamped with; the zero time means the clock's.
	Now time.Time
	// Amend returns a document as it is to be found, with what people corrected in it, without changing the one that it is
	// given; nil finds documents as they are. The index keeps documents as they are put. Text and passages must stay.
	Amend func(*policy.Document) *policy.Document
}

// A Writer makes a new generation of an index. Nothing of it can be seen until Commit; after an error or a Close without
// Commit the index is as it was. Use it from one goroutine.
type Writer struct {
	folder  folder
	engine  Engine
	lock    *flock.Flock
	batch   Batch
	old     *manifest // nil if there was none
	new     manifest
	records map[string]DocumentRecord
	store   *store
	done    bool
	// analyzer remembers words from document to document.
	analyzer swedish.Analyzer
	amend    func(*policy.Document) *policy.Document
}

// NewWriter locks the index in dir, which is made if it does not exist, and begins a generation. It returns an error that
// wraps [ErrLocked] if another writer is at work, [ErrNotOurs] if dir holds something else than an index.
func NewWriter(dir string, engine Engine, opts WriterOptions) (*Writer, error) {
	f := folder(dir)
	if err := f.ours(); err != nil {
		return nil, err
	}
	for _, d := range []string{f.path(documentsName), f.path(generationsName)} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return nil, err
		}
	}
	if opts.Now.IsZero() {
		opts.Now = time.Now()
	}
	l, err := f.lock(opts.Now)
	if err != nil {
		return nil, err
	}
	w := &Writer{folder: f, engine: engine, lock: l, records: map[string]DocumentRecord{}, store: f.store(), amend: opts.Amend}
	if err := w.begin(opts); err != nil {
		return nil, errors.Join(err, l.Unlock())
	}
	return w, nil
}

// begin starts the new generation with what the current one holds.
func (w *Writer) begin(opts WriterOptions) error {
	old, err := w.folder.load()
	if err != nil && !errors.Is(err, ErrNotFound) && !(opts.Fresh && (errors.Is(err, ErrDamaged) || errors.Is(err, ErrFormat))) {
		return err
	}
	w.old = old
	w.store.safe = storedIn(old)
	w.new = manifest{Schema: Schema, Generation: 1, Engine: formatOf(w.engine), Updated: opts.Now.UTC().Truncate(time.Second)}
	if w.new.Generation, err = w.folder.next(); err != nil {
		return err
	}
	dir := w.folder.engine(w.new.Generation)
	if err := os.RemoveAll(w.folder.generation(w.new.Generation)); err != nil { // left by a writer that was stopped
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	from := ""
	if old != nil && !opts.Fresh && old.Engine == formatOf(w.engine) {
		from = w.folder.engine(old.Generation)
	}
	if w.batch, err = w.engine.Begin(dir, from); err != nil {
		return err
	}
	if old == nil || opts.Fresh {
		return nil
	}
	for _, r := range old.Documents {
		w.records[r.ID] = r
	}
	w.new.SetAside = old.SetAside
	if from == "" {
		return w.rebuild(old)
	}
	return nil
}

// rebuild indexes the stored documents anew, as another engine or another format of it needs it.
func (w *Writer) rebuild(old *manifest) error {
	for _, r := range old.Documents {
		doc, err := w.store.get(r.Stored)
		if err != nil {
			return err
		}
		es, err := w.entries(doc)
		if err != nil {
			return err
		}
		if err := w.batch.Add(es); err != nil {
			return err
		}
	}
	return nil
}

// entries returns the passages of doc as they are to be found.
func (w *Writer) entries(doc *policy.Document) ([]Entry, error) {
	if w.amend != nil {
		doc = w.amend(doc)
	}
	return entries(doc, &w.analyzer)
}

// Reindex makes the passages of the document with this ID anew from what the index keeps of it, after what Amend returns
// for it has changed; there need be none.
func (w *Writer) Reindex(id string) error {
	doc, err := w.kept(id)
	if err != nil || doc == nil {
		return err
	}
	if err := w.remove(doc); err != nil {
		return err
	}
	return w.Put(doc)
}

// kept returns what the index keeps of the document with this ID, nil if there is none.
func (w *Writer) kept(id string) (*policy.Document, error) {
	r, ok := w.records[id]
	if !ok {
		return nil, nil
	}
	return w.store.get(r.Stored)
}

// Documents returns what the new generation holds so far, by ID.
func (w *Writer) Documents() []DocumentRecord { return sorted(w.records) }

// Put adds doc, in the place of one with the same ID if there is one. It keeps no reference to doc.
func (w *Writer) Put(doc *policy.Document) error {
	if doc.ID == "" {
		return errors.New("index: a document without ID")
	}
	hash, err := w.store.put(doc)
	if err != nil {
		return fmt.Errorf("storing %s: %w", doc.ID, err)
	}
	if old, ok := w.records[doc.ID]; ok {
		if old.Stored == hash {
			return nil
		}
		if err := w.Remove(doc.ID); err != nil {
			return err
		}
	}
	es, err := w.entries(doc)
	if err != nil {
		return fmt.Errorf("indexing %s: %w", doc.ID, err)
	}
	if err := w.batch.Add(es); err != nil {
		return fmt.Errorf("indexing %s: %w", doc.ID, err)
	}
	w.records[doc.ID] = DocumentRecord{ID: doc.ID, Source: doc.Source, SHA256: doc.SHA256,
		Municipality: doc.Municipality.Municipality.Name, Passages: len(es), Stored: hash}
	return nil
}

// SetAside says which files could not be read, for those who compare what the index holds. It takes the place of what an
// earlier call or an earlier generation said.
func (w *Writer) SetAside(list []policy.SetAside) { w.new.SetAside = slices.Clone(list) }

// Remove takes out the document with this ID; there need be none.
func (w *Writer) Remove(id string) error {
	doc, err := w.kept(id)
	if err != nil || doc == nil {
		return err
	}
	return w.remove(doc)
}

// remove takes out doc, which the index keeps.
func (w *Writer) remove(doc *policy.Document) error {
	if err := w.batch.Remove(passageIDs(doc)); err != nil {
		return fmt.Errorf("removing %s: %w", doc.ID, err)
	}
	delete(w.records, doc.ID)
	return nil
}

// Commit writes the new generation to the disk, checks it, makes it the current one, and ends the writer. The generation
// before is kept for those who read it; older ones are removed.
func (w *Writer) Commit(ctx context.Context) error {
	if w.done {
		return errors.New("index: the writer has ended")
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.batch.Close(); err != nil {
		w.batch = nil
		return err
	}
	w.batch = nil
	w.new.Documents = sorted(w.records)
	if err := w.check(); err != nil {
		return err
	}
	if err := w.store.sync(); err != nil {
		return err
	}
	if err := w.folder.publish(&w.new); err != nil {
		return err
	}
	w.done = true
	return errors.Join(w.folder.clean(w.old, &w.new), w.lock.Unlock())
}

// check opens the generation as a reader does and counts.
func (w *Writer) check() error {
	r, err := w.engine.Open(w.folder.engine(w.new.Generation))
	if err != nil {
		return err
	}
	n, err := r.Count()
	if err == nil && n != w.new.passages() {
		err = fmt.Errorf("%w: %d passages were written, %d are there", ErrDamaged, w.new.passages(), n)
	}
	return errors.Join(err, r.Close())
}

// Close ends the writer; without a Commit before, it throws the new generation away.
func (w *Writer) Close() error {
	if w.done {
		return nil
	}
	w.done = true
	var errs []error
	if w.batch != nil {
		errs = append(errs, w.batch.Close())
	}
	errs = append(errs, w.abandon(), w.lock.Unlock())
	if w.old == nil {
		w.folder.discard()
	}
	return errors.Join(errs...)
}

// abandon removes the new generation and what was stored for it, unless it became the current one in a Commit that
// failed after that.
func (w *Writer) abandon() error {
	now, err := w.folder.load()
	switch {
	case err == nil && now.Generation == w.new.Generation:
		return nil
	case err == nil:
		return w.folder.clean(now, w.folder.before(now))
	case errors.Is(err, ErrNotFound):
		return w.folder.clean()
	}
	return os.RemoveAll(w.folder.generation(w.new.Generation)) // what is damaged stays as it is, for a person to see
}

// storedIn returns the hashes of the documents that m, which may be nil, holds.
func storedIn(m *manifest) map[string]bool {
	hashes := map[string]bool{}
	if m != nil {
		for _, r := range m.Documents {
			hashes[r.Stored] = true
		}
	}
	return hashes
}

func sorted(records map[string]DocumentRecord) []DocumentRecord {
	out := make([]DocumentRecord, 0, len(records))
	for _, r := range records {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b DocumentRecord) int { return strings.Compare(a.ID, b.ID) })
	return out
}
