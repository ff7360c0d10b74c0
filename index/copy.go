package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/styrdok/styrdok/policy"
)

// ErrOccupied says that there is an index already where one is to be copied to.
var ErrOccupied = errors.New("there is an index already")

// CopyOptions steers [Copy].
type CopyOptions struct {
	// Replace lets a copy take the place of an index that is there; what that held can be gone back to.
	Replace bool
	// Amend is as for a [Writer], with the corrections of the index that is copied.
	Amend func(*policy.Document) *policy.Document
	// Step is called after each document that was copied, and again after each that was compared; nil is fine.
	Step func(done, total int)
}

// A Copied says what [Copy] copied: the generation it came from and the one that it is.
type Copied struct {
	Documents, Passages, SetAside int
	From, To                      int
}

// Copy makes the current generation of the index at from the current one of the index at to, which may have another engine, with
// the corrections, and compares the two: the same documents by their hashes, as many passages, everything as it was written. If they differ, the error
// wraps [ErrDamaged].
func Copy(ctx context.Context, from string, fromEngine Engine, to string, toEngine Engine, o CopyOptions) (*Copied, error) {
	x, err := Open(from, fromEngine)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	c, err := x.contents()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", from, err)
	}
	if _, err := StatusOf(to, toEngine); err == nil && !o.Replace {
		return nil, fmt.Errorf("%s: %w", to, ErrOccupied)
	} else if err != nil && !errors.Is(err, ErrNotFound) && !o.Replace {
		return nil, err
	}
	corrections, err := Corrections(from, fromEngine)
	if err != nil {
		return nil, err
	}
	w, err := NewWriter(to, toEngine, WriterOptions{Fresh: true, Amend: o.Amend})
	if err != nil {
		return nil, err
	}
	defer w.Close()
	if err := x.copyTo(ctx, w, c, o.Step); err != nil {
		return nil, err
	}
	if corrections != nil {
		if err := SetCorrections(to, toEngine, corrections); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(w.Commit(ctx), w.Close()); err != nil {
		return nil, err
	}
	out := &Copied{Documents: x.manifest.Documents, Passages: x.manifest.Passages, SetAside: x.manifest.SetAside, From: x.manifest.Generation}
	out.To, err = x.compare(ctx, to, toEngine, c, o.Step)
	return out, err
}

// copyTo puts what c names into w.
func (x *Index) copyTo(ctx context.Context, w *Writer, c *contents, step func(done, total int)) error {
	for i, r := range c.Documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		doc, err := x.store().get(r.Stored)
		if err != nil {
			return err
		}
		if err := w.Put(doc); err != nil {
			return err
		}
		w.Note(r.ID, r.File)
		if step != nil {
			step(i+1, 2*len(c.Documents))
		}
	}
	w.SetAside(c.SetAside)
	w.SetPassedOver(c.PassedOver)
	w.SetRoots(c.Roots)
	return nil
}

// compare returns the generation at place, and an error unless it holds what c names and x has.
func (x *Index) compare(ctx context.Context, place string, engine Engine, c *contents, step func(done, total int)) (int, error) {
	y, err := Open(place, engine)
	if err != nil {
		return 0, err
	}
	defer y.Close()
	n := y.Generation()
	records, err := y.Records()
	if err != nil {
		return n, err
	}
	if len(records) != len(c.Documents) || y.manifest.Passages != x.manifest.Passages {
		return n, fmt.Errorf("%s: %w: %d documents and %d passages were copied, %d and %d are there", place, ErrDamaged, len(c.Documents),
			x.manifest.Passages, len(records), y.manifest.Passages)
	}
	for i, r := range records {
		if w := c.Documents[i]; r.ID != w.ID || r.Stored != w.Stored || r.Passages != w.Passages {
			return n, fmt.Errorf("%s: %w: document %s is another than was copied", place, ErrDamaged, w.ID)
		}
	}
	found, err := Verify(ctx, place, engine, func(done, total int) {
		if step != nil {
			step(total+done, 2*total)
		}
	})
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%s: %w: %s", place, ErrDamaged, found[0].Problem)
	}
	return n, err
}
