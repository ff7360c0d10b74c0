package index

import (
	"errors"
	"fmt"
	"slices"
)

// ErrNoGeneration says that there is no such generation to go back to.
var ErrNoGeneration = errors.New("there is no generation to go back to")

// Rollback makes an earlier generation of the index in dir the current one again, and returns its number: the one called to,
// or, if to is 0, the last one of the run before. It is checked first. What was gone back from stays until the next commit.
func Rollback(dir string, engine Engine, to int) (int, error) {
	w, err := lockedWriter(dir, engine, WriterOptions{})
	if err != nil {
		return 0, err
	}
	defer w.Close()
	n, err := w.rollback(to)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", dir, err)
	}
	return n, w.Close()
}

func (w *Writer) rollback(to int) (int, error) {
	now, err := load(w.storage)
	if errors.Is(err, ErrNotFound) || errors.Is(err, ErrFormat) {
		return 0, err
	}
	all, err := numbers(w.storage)
	if err != nil {
		return 0, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		m, hash, err := readManifest(w.storage, all[i])
		if err != nil || !eligible(m, now, to) {
			continue
		}
		if _, err := verifyGeneration(w.storage, m, m.Generation, w.engine); err != nil {
			return 0, err
		}
		return m.Generation, point(w.storage, m.Generation, hash)
	}
	return 0, ErrNoGeneration
}

// eligible reports whether m is what to asks for; now is the current generation, nil if it cannot be read.
func eligible(m, now *manifest, to int) bool {
	if to != 0 {
		return m.Generation == to
	}
	return now == nil || m.Generation < now.Generation && !m.Run.Equal(now.Run)
}

// GoneBackFrom returns the documents of the generations that were gone back from, those of the newest first. [Writer.Document] reads them until
// the next Commit, which removes what the index does not need. What cannot be read of them is left out.
func (w *Writer) GoneBackFrom() []DocumentRecord {
	all, err := numbers(w.storage)
	if err != nil || w.old == nil {
		return nil
	}
	var out []DocumentRecord
	for _, n := range slices.Backward(all) {
		if n <= w.old.Generation {
			break
		}
		m, _, err := readManifest(w.storage, n)
		if err != nil {
			continue
		}
		if c, err := m.contents(w.storage); err == nil {
			out = append(out, c.Documents...)
		}
	}
	return out
}

// Prune removes from the index in dir all but the last generations of so many runs, and what interrupted writers left.
func Prune(dir string, engine Engine, runs int) error {
	if _, err := StatusOf(dir, engine); errors.Is(err, ErrNotFound) {
		return err
	}
	w, err := NewWriter(dir, engine, WriterOptions{Keep: runs})
	if err != nil {
		return err
	}
	defer w.Close()
	if w.old == nil {
		return fmt.Errorf("%s: %w", dir, ErrFormat)
	}
	older := w.kept[:len(w.kept)-1]
	w.kept = append(keep(older, w.old, w.opts.Keep), w.kept[len(w.kept)-1])
	if w.opts.Keep == 1 {
		w.kept = w.kept[len(w.kept)-1:]
	}
	return errors.Join(w.clean(), w.Close())
}
