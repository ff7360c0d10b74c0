package index

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestStoreGivesBackWhatItGot(t *testing.T) {
	s := &store{dir: t.TempDir()}
	rapid.Check(t, func(t *rapid.T) {
		d := sample()
		d.ID = rapid.String().Draw(t, "id")
		d.Text = rapid.StringMatching(`[a-zåäö \n\t"<>&]{0,200}`).Draw(t, "text")
		hash, err := s.put(d)
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.put(d)
		if err != nil || again != hash {
			t.Fatalf("the same document is stored as %s and %s", hash, again)
		}
		got, err := s.get(hash)
		if err != nil {
			t.Fatal(err)
		}
		if got.Text != d.Text || !reflect.DeepEqual(got.Passages, d.Passages) {
			t.Fatalf("%q came back as %q", d.Text, got.Text)
		}
	})
}

func TestStoreWritesOnlyWhatIsNotSafe(t *testing.T) {
	s := &store{dir: t.TempDir()}
	hash, err := s.put(sample())
	if err != nil || len(s.written) != 1 {
		t.Fatalf("%d files written, %v", len(s.written), err)
	}
	if err := s.sync(); err != nil {
		t.Error(err)
	}
	s.safe = map[string]bool{hash: true}
	if _, err := s.put(sample()); err != nil || len(s.written) != 1 {
		t.Errorf("%d files written, %v", len(s.written), err)
	}
}

// A file that an interrupted writer left torn is written anew, not trusted by its name.
func TestStoreReplacesATornFile(t *testing.T) {
	s := &store{dir: t.TempDir()}
	hash, err := s.put(sample())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(s.path(hash), 20); err != nil {
		t.Fatal(err)
	}
	if _, err := s.get(hash); !errors.Is(err, ErrDamaged) {
		t.Errorf("a torn file: %v", err)
	}
	if _, err := s.put(sample()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.get(hash); err != nil {
		t.Error(err)
	}
	if _, err := s.get("nothing"); !errors.Is(err, ErrDamaged) {
		t.Errorf("a missing file: %v", err)
	}
}

// newFolder returns a folder with a published generation for each of numbers.
func newFolder(t *testing.T, numbers ...int) folder {
	t.Helper()
	f := folder(t.TempDir())
	if err := os.MkdirAll(f.path(documentsName), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, n := range numbers {
		if err := os.MkdirAll(f.engine(n), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := f.publish(&manifest{Schema: Schema, Generation: n, Engine: "e"}); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func TestGenerations(t *testing.T) {
	f := newFolder(t, 3, 4, 7)
	m, err := f.load()
	if err != nil || m.Generation != 7 {
		t.Fatalf("the current generation is %+v, %v", m, err)
	}
	if n, err := f.next(); n != 8 || err != nil {
		t.Errorf("next is %d, %v", n, err)
	}
	old := f.before(m)
	if old == nil || old.Generation != 4 {
		t.Errorf("before it is %+v", old)
	}
	if f.before(&manifest{Generation: 3}) != nil {
		t.Error("there is one before the first")
	}
	if err := f.clean(m, old); err != nil {
		t.Error(err)
	}
	left, err := filepath.Glob(f.path(generationsName, "*"))
	if err != nil || len(left) != 2 {
		t.Errorf("left are %q", left)
	}
}

func TestAnotherSchema(t *testing.T) {
	f := newFolder(t, 1)
	if err := os.WriteFile(f.path(currentName), []byte(`{"schema":99,"generation":1}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := f.load(); !errors.Is(err, ErrFormat) {
		t.Errorf("error %v", err)
	}
}

func TestPublishIsSeenOnlyWhole(t *testing.T) {
	f := newFolder(t, 1)
	if err := f.publish(&manifest{Schema: Schema, Generation: 2}); err == nil { // its folder is not there
		t.Fatal("a generation without a folder is published")
	}
	if m, err := f.load(); err != nil || m.Generation != 1 {
		t.Errorf("the current generation is %+v, %v", m, err)
	}
}

func TestLockTellsItsOwner(t *testing.T) {
	f := folder(t.TempDir())
	l, err := f.lock(time.Date(2025, 3, 1, 2, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.lock(time.Now()); !errors.Is(err, ErrLocked) {
		t.Errorf("error %v", err)
	}
	if f.owner() == "" {
		t.Error("the lock does not tell its owner")
	}
	if err := os.WriteFile(f.path(lockName), []byte("?"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := f.owner(); got != "" {
		t.Errorf("owner %q of an unreadable lock", got)
	}
	if err := l.Unlock(); err != nil {
		t.Fatal(err)
	}
	if l, err = f.lock(time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := l.Unlock(); err != nil {
		t.Error(err)
	}
}

func TestPassagesAreCounted(t *testing.T) {
	m := manifest{Documents: []DocumentRecord{{Passages: 3}, {Passages: 4}}}
	if m.passages() != 7 {
		t.Error(m.passages())
	}
	if got := storedIn(nil); len(got) != 0 {
		t.Error(got)
	}
}
