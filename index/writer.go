package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// WriterOptions steers a [Writer]; the zero value works.
type WriterOptions struct {
	// Fresh starts with nothing; otherwise the new generation starts with what the current one holds.
	Fresh bool
	// Rebuild makes the engine's files anew from the documents that the index keeps, as happens by itself if they are of another
	// format.
	Rebuild bool
	// Keep is how many runs of a writer can be gone back to, the last one counted in; 0 is DefaultKeep. The generation before
	// the current one stays in any case, for those who read it.
	Keep int
	// Now is the time that generations are stamped with; the zero time means the clock's.
	Now time.Time
	// Amend returns a document as it is to be found, with what people corrected in it, without changing the one that it is
	// given; nil finds documents as they are. The index keeps documents as they are put. Text and passages must stay.
	Amend func(*policy.Document) *policy.Document
	// Progress is called while the engine's files are made anew, which takes time: after how many documents of how many. Nil is
	// fine.
	Progress func(done, total int)
}

// DefaultKeep is how many runs of a writer are kept: the last one, and the one before to go back to.
const DefaultKeep = 2

// A Writer makes new generations of an index. Nothing of one can be seen until Commit, which may be called again and again:
// each time, readers see all that was done until then. After an error or a Close without Commit the index is as after the last
// Commit. Use it from one goroutine, and Close it: until then no other writer can begin.
type Writer struct {
	storage Storage
	engine  Engine
	unlock  func() error
	opts    WriterOptions
	run     time.Time
	clock   func() time.Time
	store   *store
	// old is the current generation, nil if there is none or it is not to be looked at; kept are those that stay, old the last.
	old  *manifest
	kept []generation
	// damaged says that what is there cannot be read and stays as it is until there is something better.
	damaged bool

	// batch is the new generation, nil until it is begun, number its number.
	batch  Batch
	number int
	// anew says that the engine's files are not taken over, dirty that there is something to commit.
	anew, dirty bool
	checked     bool
	records     map[string]DocumentRecord
	aside       []Aside
	passed      []Aside
	roots       []string
	analyzer    swedish.Analyzer
	ended       bool
}

// NewWriter locks the index in dir, which is made if it does not exist. It returns an error that wraps [ErrLocked] if another
// writer is at work, [ErrNotOurs] if dir holds something else than an index, [ErrDamaged] if the index is not what was written
// (see [Repair]).
func NewWriter(dir string, engine Engine, opts WriterOptions) (*Writer, error) {
	w, err := lockedWriter(dir, engine, opts)
	if err != nil {
		return nil, err
	}
	if err := w.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", dir, err), w.unlock())
	}
	return w, nil
}

// lockedWriter returns a writer that knows nothing yet of what the index holds.
func lockedWriter(dir string, engine Engine, opts WriterOptions) (*Writer, error) {
	s, err := storageOf(dir, engine)
	if err != nil {
		return nil, err
	}
	clock := func() time.Time { return opts.Now }
	if opts.Now.IsZero() {
		clock = time.Now
	}
	if opts.Keep <= 0 {
		opts.Keep = DefaultKeep
	}
	now := clock()
	unlock, err := s.Lock(thisProcess(now))
	if err != nil {
		return nil, err
	}
	return &Writer{storage: s, engine: engine, unlock: unlock, opts: opts, run: now.UTC(), clock: clock, records: map[string]DocumentRecord{},
		store: &store{storage: s, safe: map[string]bool{}}}, nil
}

// load takes over what the current generation holds.
func (w *Writer) load() error {
	m, err := load(w.storage)
	switch {
	case errors.Is(err, ErrNotFound):
		w.anew, w.dirty = true, true
		return nil
	case w.opts.Fresh && (errors.Is(err, ErrDamaged) || errors.Is(err, ErrFormat)):
		w.anew, w.dirty, w.damaged = true, true, true
		return nil
	case errors.Is(err, ErrFormat):
		return w.adopt(nil)
	case err != nil:
		return err
	}
	c, err := m.contents(w.storage)
	if err != nil && !(w.opts.Fresh && errors.Is(err, ErrDamaged)) {
		return err
	}
	w.old, w.kept = m, generationsUpTo(w.storage, m, c)
	for _, g := range w.kept {
		for hash := range g.stored {
			w.store.safe[hash] = true
		}
	}
	if w.opts.Fresh {
		w.anew, w.dirty = true, true
		return nil
	}
	w.take(c)
	if w.opts.Rebuild || m.Engine != formatOf(w.engine) {
		w.anew, w.dirty = true, true
		return nil
	}
	return w.storage.Check(engineOf(m.Generation), m.Files, false)
}

// take makes c what the writer holds.
func (w *Writer) take(c *contents) {
	for _, r := range c.Documents {
		w.records[r.ID] = r
	}
	w.aside, w.passed, w.roots = c.SetAside, c.PassedOver, c.Roots
}

// Prepare does what takes time before the first Put: it starts the new generation and loads the word list. Who has to wait for
// documents may call it meanwhile.
func (w *Writer) Prepare() error {
	loaded := make(chan struct{})
	go func() {
		defer close(loaded)
		w.analyzer.Words("ord")
	}()
	err := w.begin()
	<-loaded
	return explain(err)
}

// begin starts the new generation, unless it is begun.
func (w *Writer) begin() error {
	if w.batch != nil {
		return nil
	}
	if w.ended {
		return errEnded
	}
	all, err := numbers(w.storage)
	if err != nil {
		return err
	}
	w.number = 1
	if len(all) > 0 {
		w.number = all[len(all)-1] + 1
	}
	dir, err := w.storage.Place(engineOf(w.number), true)
	if err != nil {
		return err
	}
	from := ""
	if !w.anew {
		if err := w.checkOnce(); err != nil {
			return err
		}
		if from, err = w.storage.Place(engineOf(w.old.Generation), false); err != nil {
			return err
		}
	}
	if w.batch, err = w.engine.Begin(dir, from); err != nil || !w.anew {
		return explain(err)
	}
	return w.rebuild()
}

// checkOnce compares the generation that a new one starts from closely with its hashes: what has rotted would be merged into new
// files, whose hashes are right. Those that the writer made itself it knows.
func (w *Writer) checkOnce() error {
	if w.checked {
		return nil
	}
	w.checked = true
	return w.storage.Check(engineOf(w.old.Generation), w.old.Files, true)
}

var errEnded = errors.New("index: the writer has ended")

// rebuild indexes the stored documents anew.
func (w *Writer) rebuild() error {
	for i, r := range sorted(w.records) {
		doc, err := w.store.get(r.Stored)
		if err != nil {
			return err
		}
		if r.Passages, err = w.add(doc); err != nil {
			return err
		}
		r.Numbered = len(doc.Passages)
		w.records[r.ID] = r
		if w.opts.Progress != nil {
			w.opts.Progress(i+1, len(w.records))
		}
	}
	return nil
}

// entries returns the passages of doc as they are to be found.
func (w *Writer) entries(doc *policy.Document) ([]Entry, error) {
	if w.opts.Amend != nil {
		doc = w.opts.Amend(doc)
	}
	return entriesOf(doc, &w.analyzer)
}

// add gives the passages of doc, as they are to be found, to the engine and returns how many they are.
func (w *Writer) add(doc *policy.Document) (int, error) {
	es, err := w.entries(doc)
	if err == nil {
		err = w.batch.Add(es)
	}
	if err != nil {
		return 0, explain(fmt.Errorf("indexing %s: %w", doc.ID, err))
	}
	return len(es), nil
}

// Documents returns what the new generation holds so far, by ID.
func (w *Writer) Documents() []DocumentRecord { return sorted(w.records) }

// Generation returns the number of the current generation, 0 if there is none.
func (w *Writer) Generation() int {
	if w.old == nil {
		return 0
	}
	return w.old.Generation
}

// Aside returns the files that could not be read, as [Writer.SetAside] or an earlier generation has them.
func (w *Writer) Aside() []Aside { return slices.Clone(w.aside) }

// Roots returns what documents were found at, as [Writer.SetRoots] or an earlier generation has it.
func (w *Writer) Roots() []string { return slices.Clone(w.roots) }

// Document returns the document of r, which is one of Documents or was before Put or Remove since the last Commit. Damage is
// an error that wraps [ErrDamaged].
func (w *Writer) Document(r DocumentRecord) (*policy.Document, error) { return w.store.get(r.Stored) }

// Put adds doc, in the place of one with the same ID if there is one. It keeps no reference to doc.
func (w *Writer) Put(doc *policy.Document) error {
	if doc.ID == "" {
		return errors.New("index: a document without ID")
	}
	if err := w.begin(); err != nil {
		return err
	}
	old, ok := w.records[doc.ID]
	if !ok {
		return w.putNew(doc)
	}
	hash, err := w.store.put(doc)
	if err != nil {
		return explain(fmt.Errorf("storing %s: %w", doc.ID, err))
	}
	if old.Stored == hash {
		return nil
	}
	if err := w.Remove(doc.ID); err != nil {
		return err
	}
	return w.index(doc, hash)
}

// putNew adds doc, which the index does not have. It is stored while its words are analysed.
func (w *Writer) putNew(doc *policy.Document) error {
	w.dirty = true
	var hash string
	var es []Entry
	var g errgroup.Group
	g.Go(func() (err error) { hash, err = w.store.put(doc); return err })
	g.Go(func() (err error) { es, err = w.entries(doc); return err })
	err := g.Wait()
	if err == nil {
		err = w.batch.Add(es)
	}
	if err != nil {
		return explain(fmt.Errorf("indexing %s: %w", doc.ID, err))
	}
	w.record(doc, hash, len(es))
	return nil
}

// index adds doc, which is stored by hash and not indexed.
func (w *Writer) index(doc *policy.Document, hash string) error {
	w.dirty = true
	n, err := w.add(doc)
	if err != nil {
		return err
	}
	w.record(doc, hash, n)
	return nil
}

// record notes that doc, stored by hash, is indexed with n passages.
func (w *Writer) record(doc *policy.Document, hash string, n int) {
	w.records[doc.ID] = DocumentRecord{ID: doc.ID, Source: doc.Source, SHA256: doc.SHA256, Passages: n, Numbered: len(doc.Passages),
		Municipality: doc.Municipality.Municipality.Name, Stored: hash, Pages: len(doc.Pages), Partly: partly(doc)}
}

// partly reports whether something of doc could not be read.
func partly(doc *policy.Document) bool {
	return slices.ContainsFunc(doc.Issues, func(i policy.Issue) bool { return i.Severity == policy.Error }) ||
		slices.ContainsFunc(doc.Pages, func(p policy.Page) bool { return p.Method == policy.MethodUnread })
}

// Note keeps, with the document of this ID, what is known of its file.
func (w *Writer) Note(id string, f FileState) {
	if r, ok := w.records[id]; ok && r.File != f {
		r.File = f
		w.records[id], w.dirty = r, true
	}
}

// Reindex makes the passages of the document with this ID anew from what the index keeps of it, after what Amend returns
// for it has changed; there need be none.
func (w *Writer) Reindex(id string) error {
	old, ok := w.records[id]
	if !ok {
		return nil
	}
	doc, err := w.store.get(old.Stored)
	if err != nil {
		return err
	}
	if err := w.Remove(id); err != nil {
		return err
	}
	if err := w.index(doc, old.Stored); err != nil {
		return err
	}
	w.Note(id, old.File)
	return nil
}

// Remove takes out the document with this ID; there need be none.
func (w *Writer) Remove(id string) error {
	r, ok := w.records[id]
	if !ok {
		return nil
	}
	if err := w.begin(); err != nil {
		return err
	}
	r = w.records[id] // a generation that was made anew may have counted anew
	ids := make([]string, r.Numbered)
	for i := range ids {
		ids[i] = passageID(id, i)
	}
	if err := w.batch.Remove(ids); err != nil {
		return explain(fmt.Errorf("removing %s: %w", id, err))
	}
	delete(w.records, id)
	w.dirty = true
	return nil
}

// SetAside says which files could not be read, for those who compare what the index holds. It takes the place of what an
// earlier call or an earlier generation said.
func (w *Writer) SetAside(list []Aside) {
	if !slices.Equal(list, w.aside) {
		w.aside, w.dirty = slices.Clone(list), true
	}
}

// SetRoots says which files, folders and globs the documents were found at.
func (w *Writer) SetRoots(roots []string) {
	if !slices.Equal(roots, w.roots) {
		w.roots, w.dirty = slices.Clone(roots), true
	}
}

func sorted(records map[string]DocumentRecord) []DocumentRecord {
	out := make([]DocumentRecord, 0, len(records))
	for _, r := range records {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b DocumentRecord) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// Commit writes the new generation to the disk, checks it and makes it the current one, if there is anything new. See
// [WriterOptions.Keep] for what becomes of older ones. ctx is looked at before, not while it is done. After an error there is nothing to
// be done but Close.
func (w *Writer) Commit(ctx context.Context) error {
	if w.ended {
		return errEnded
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if !w.dirty {
		return nil
	}
	err := w.begin()
	if err == nil {
		err = w.commit()
	}
	return explain(err)
}
