package index

import (
	"errors"
	"fmt"
	"time"
)

// commit makes the generation that was begun the current one.
func (w *Writer) commit() error {
	err := errors.Join(w.batch.Close(), w.store.wait())
	w.batch = nil
	if err != nil {
		return err
	}
	m := &manifest{Schema: Schema, Generation: w.number, Engine: formatOf(w.engine), Run: w.run, Updated: w.clock().UTC().Truncate(time.Second),
		Documents: len(w.records), SetAside: len(w.aside)}
	for _, r := range w.records {
		m.Passages += r.Passages
	}
	from, known := "", []Sum(nil)
	if !w.anew {
		from, known = engineOf(w.old.Generation), w.old.Files
	}
	if m.Files, err = w.storage.Seal(engineOf(w.number), from, known); err != nil {
		return err
	}
	if err := w.count(m); err != nil {
		return err
	}
	c := &contents{Documents: sorted(w.records), SetAside: w.aside, PassedOver: w.passed, Roots: w.roots}
	if err := publish(w.storage, m, c); err != nil {
		return err
	}
	w.old, w.damaged, w.anew, w.dirty, w.checked = m, false, false, false, true
	g := newGeneration(m, c)
	for hash := range g.stored {
		w.store.safe[hash] = true
	}
	w.kept = append(keep(w.kept, m, w.opts.Keep), g)
	_ = w.clean() // what cannot be removed now, since a system does not let what is open be removed, is removed by a later commit
	return nil
}

// count opens the generation as a reader does and counts.
func (w *Writer) count(m *manifest) error {
	dir, err := w.storage.Place(engineOf(m.Generation), false)
	if err != nil {
		return err
	}
	return countIn(w.engine, dir, m.Passages)
}

// countIn returns an error that wraps [ErrDamaged] unless what the engine has in dir can be opened and has n passages.
func countIn(e Engine, dir string, n int) error {
	r, err := e.Open(dir)
	if err != nil {
		return damaged(err)
	}
	got, err := r.Count()
	if err == nil && got != n {
		err = fmt.Errorf("%w: %d passages were written, %d are there", ErrDamaged, n, got)
	}
	return errors.Join(err, r.Close())
}

// clean removes what none of the kept generations needs. What is open in a reader stays readable there.
func (w *Writer) clean() error {
	generations, documents := map[string]bool{}, map[string]bool{}
	for _, g := range w.kept {
		generations[fmt.Sprintf("%06d", g.number)] = true
		for hash := range g.stored {
			documents[hash+storeExt] = true
		}
	}
	return errors.Join(w.removeOthers(generationsName, generations), w.removeOthers(documentsName, documents))
}

func (w *Writer) removeOthers(under string, keep map[string]bool) error {
	names, err := w.storage.Names(under)
	for _, name := range names {
		if keep[name] {
			continue
		}
		if under == generationsName { // first what says that it is complete: the rest cannot be removed in one step
			err = errors.Join(err, w.storage.Remove(under+"/"+name+"/"+manifestName))
		}
		err = errors.Join(err, w.storage.Remove(under+"/"+name))
	}
	return err
}

// Close ends the writer; what was not committed is thrown away.
func (w *Writer) Close() error {
	if w.ended {
		return nil
	}
	w.ended = true
	_ = w.store.wait() // nobody will read what was not committed
	var errs []error
	if w.batch != nil {
		errs = append(errs, w.batch.Close())
		w.batch = nil
	}
	if w.number > 0 && (w.old == nil || w.old.Generation != w.number) {
		errs = append(errs, w.abandon())
	}
	errs = append(errs, w.unlock())
	if w.old == nil {
		w.storage.Discard()
	}
	return errors.Join(errs...)
}

// abandon removes the new generation and what was stored for it, unless it became the current one in a Commit that
// failed after that.
func (w *Writer) abandon() error {
	if c, err := loadCurrent(w.storage); err == nil && c.Generation == w.number {
		return nil
	}
	err := w.storage.Remove(generationName(w.number))
	if w.damaged || err != nil { // what is damaged stays as it is, for a person to see
		return err
	}
	return w.clean()
}

// explain says of an error for want of room that it is one.
func explain(err error) error {
	if isFull(err) {
		return fmt.Errorf("the disk is full, and the index stays as it was: %w", err)
	}
	return err
}
