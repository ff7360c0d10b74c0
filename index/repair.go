package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Repaired says what [Repair] did.
type Repaired struct {
	// Lost are the documents whose stored form is damaged. They are in the index no more; read their files again.
	Lost []DocumentRecord
	// Documents is how many are in the index now, Generation the one that holds them.
	Documents, Generation int
}

// Repair makes a sound generation from what is left of the index in dir: from the documents that the current generation names; if
// that cannot be read, from those of the newest that can be; if none can, from all that are kept. The engine's files are made anew.
func Repair(ctx context.Context, dir string, engine Engine, opts WriterOptions) (*Repaired, error) {
	w, err := lockedWriter(dir, engine, opts)
	if err != nil {
		return nil, err
	}
	defer w.Close()
	r, err := w.repair(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	return r, w.Close()
}

func (w *Writer) repair(ctx context.Context) (*Repaired, error) {
	c, err := w.salvage()
	if err != nil {
		return nil, err
	}
	out := &Repaired{}
	if err := w.adopt(c); err != nil {
		return nil, err
	}
	for _, r := range sorted(w.records) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if _, err := w.store.get(r.Stored); err != nil {
			out.Lost = append(out.Lost, r)
			delete(w.records, r.ID)
		}
	}
	out.Documents = len(w.records)
	if err := w.Commit(ctx); err != nil {
		return nil, err
	}
	out.Generation = w.old.Generation
	return out, nil
}

// salvage returns what the current generation holds, or the newest before it whose list can be read; nil if none can.
func (w *Writer) salvage() (*contents, error) {
	if m, err := load(w.storage); err == nil {
		if c, err := m.contents(w.storage); err == nil {
			return c, nil
		}
	} else if errors.Is(err, ErrNotFound) {
		if stored, _ := w.storage.Names(documentsName); len(stored) == 0 {
			return nil, err
		}
	}
	all, err := numbers(w.storage)
	if err != nil {
		return nil, err
	}
	for _, n := range slices.Backward(all) {
		if m, _, err := readManifest(w.storage, n); err == nil {
			if c, err := m.contents(w.storage); err == nil {
				return c, nil
			}
		}
	}
	return nil, nil
}

// adopt takes over c, without the engine's files and without the generations that there are; nil stands for all documents that
// are kept, one of each ID.
func (w *Writer) adopt(c *contents) error {
	w.anew, w.dirty, w.damaged = true, true, true
	if c != nil {
		w.take(c)
		return nil
	}
	names, err := w.storage.Names(documentsName)
	if err != nil {
		return err
	}
	for _, name := range names {
		hash, ok := strings.CutSuffix(name, storeExt)
		if !ok {
			continue
		}
		doc, err := w.store.get(hash)
		if err != nil {
			continue // nothing names it
		}
		w.records[doc.ID] = DocumentRecord{ID: doc.ID, Source: doc.Source, SHA256: doc.SHA256, Numbered: len(doc.Passages),
			Municipality: doc.Municipality.Municipality.Name, Stored: hash, Pages: len(doc.Pages), Partly: partly(doc)}
	}
	return nil
}

func compareRecords(a, b DocumentRecord) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Stored, b.Stored))
}
