package index_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

func TestCopy(t *testing.T) {
	from, to := filepath.Join(t.TempDir(), "from"), filepath.Join(t.TempDir(), "to")
	if _, err := index.Copy(context.Background(), from, engine, to, engine, index.CopyOptions{}); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("nothing to copy: %v", err)
	}
	w, err := index.NewWriter(from, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range testDocuments() {
		if err := w.Put(d); err != nil {
			t.Fatal(err)
		}
		w.Note(d.ID, index.FileState{Path: "/srv/" + d.ID, Size: 7})
	}
	w.SetAside([]index.Aside{{SetAside: policy.SetAside{Source: "x.pdf", Code: "corrupt"}}})
	w.SetRoots([]string{"/srv"})
	if err := errors.Join(w.Commit(context.Background()), w.Close(), index.SetCorrections(from, engine, []byte("{}\n"))); err != nil {
		t.Fatal(err)
	}
	steps := 0
	c, err := index.Copy(context.Background(), from, engine, to, engine, index.CopyOptions{Step: func(done, total int) {
		if steps++; done != steps || total != 4 {
			t.Errorf("step %d of %d, want %d of 4", done, total, steps)
		}
	}})
	if err != nil || c.Documents != 2 || c.Passages != 6 || c.SetAside != 1 || c.To != 1 || steps != 4 {
		t.Fatalf("%+v, %d steps, %v", c, steps, err)
	}
	a, b := open(t, from), open(t, to)
	x, _ := a.Records()
	y, _ := b.Records()
	if len(x) != len(y) || x[0] != y[0] || x[1] != y[1] {
		t.Errorf("records %+v and %+v", x, y)
	}
	if data, err := index.Corrections(to, engine); string(data) != "{}\n" || err != nil {
		t.Errorf("corrections %q, %v", data, err)
	}
}

// What is there is not replaced unasked.
func TestCopyOverAnother(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	docs := testDocuments()
	write(t, from, index.WriterOptions{}, docs...)
	write(t, to, index.WriterOptions{}, docs[0])
	if _, err := index.Copy(context.Background(), from, engine, to, engine, index.CopyOptions{}); !errors.Is(err, index.ErrOccupied) {
		t.Errorf("%v", err)
	}
	if _, err := index.Copy(context.Background(), from, engine, to, engine, index.CopyOptions{Replace: true}); err != nil {
		t.Fatal(err)
	}
	if n, err := index.Rollback(to, engine, 1); n != 1 || err != nil {
		t.Errorf("what it held cannot be gone back to: %v", err)
	}
}

// A damaged document is not copied as a sound one.
func TestCopyDamage(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "to")
	write(t, from, index.WriterOptions{}, testDocuments()...)
	files, _ := filepath.Glob(filepath.Join(from, "documents", "*"))
	if err := os.WriteFile(files[0], []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Copy(context.Background(), from, engine, to, engine, index.CopyOptions{}); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("%v", err)
	}
	if _, err := index.Open(to, engine); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("half a copy is there: %v", err)
	}
}
