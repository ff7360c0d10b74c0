package index

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

func testStore(t *testing.T) (*store, *folder) {
	t.Helper()
	f := newFolder(t.TempDir())
	return &store{storage: f}, f
}

func TestStoreGivesBackWhatItGot(t *testing.T) {
	s, _ := testStore(t)
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

// Any document comes back as the standard library reads it, whatever is in its fields.
func TestStoreReadsAsTheStandardLibrary(t *testing.T) {
	s, _ := testStore(t)
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Make[policy.Document]().Draw(t, "document")
		data, err := json.Marshal(&d)
		if err != nil {
			t.Skip("numbers that JSON does not have")
		}
		var want policy.Document
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		hash, err := s.put(&d)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.get(hash); err != nil || !reflect.DeepEqual(got, &want) {
			t.Fatalf("%+v came back as %+v, %v", &want, got, err)
		}
	})
}

func TestStoreWritesOnlyWhatIsNotSafe(t *testing.T) {
	s, f := testStore(t)
	hash, err := s.put(sample())
	if err = errors.Join(err, s.wait()); err != nil || len(f.written) != 1 {
		t.Fatalf("%d files written, %v", len(f.written), err)
	}
	if err := f.Sync(); err != nil || len(f.written) != 0 {
		t.Errorf("%d files are left to sync, %v", len(f.written), err)
	}
	s.safe = map[string]bool{hash: true}
	if _, err := s.put(sample()); errors.Join(err, s.wait()) != nil || len(f.written) != 0 {
		t.Errorf("%d files written, %v", len(f.written), err)
	}
}

// A file that an interrupted writer left torn is written anew, not trusted by its name.
func TestStoreReplacesATornFile(t *testing.T) {
	s, f := testStore(t)
	hash, err := s.put(sample())
	if err = errors.Join(err, s.wait()); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(f.path(storedName(hash)), 20); err != nil {
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

// What could not be written is told before anybody relies on it: by the next call, or by waiting.
func TestStoreTellsWhatItCouldNotWrite(t *testing.T) {
	for _, n := range []int{1, 3 * maxStoring} {
		s, f := testStore(t)
		if err := os.WriteFile(f.path(documentsName), nil, 0o644); err != nil { // a file where the folder should be
			t.Fatal(err)
		}
		var err error
		for i := range n {
			d := sample()
			d.ID = strconv.Itoa(i)
			_, put := s.put(d)
			err = errors.Join(err, put)
		}
		if err = errors.Join(err, s.wait()); err == nil {
			t.Errorf("%d documents went nowhere, and nobody said so", n)
		}
		if _, err := s.get("other"); err == nil || errors.Is(err, ErrDamaged) {
			t.Errorf("reading says %v", err)
		}
		if s.wait() == nil {
			t.Error("what is missing is forgotten, and could be committed")
		}
	}
}
