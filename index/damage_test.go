package index_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// filesOf returns the files of an index, without those that hold nothing of it.
func filesOf(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "LOCK" {
			name, _ := filepath.Rel(dir, path)
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Whatever file of an index is cut off, changed or lost, that is found, nothing is told that was not written, and what can be mended is.
func TestEveryFileDamaged(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 0))
	origin := t.TempDir()
	write(t, origin, index.WriterOptions{}, testDocuments()...)
	want := found(search(t, open(t, origin), "avtal", index.SearchOptions{}))
	for what, spoil := range map[string]func(data []byte) []byte{
		"cut off": func(data []byte) []byte { return data[:rng.IntN(len(data))] },
		"changed": func(data []byte) []byte {
			data[rng.IntN(len(data))] ^= byte(1 + rng.IntN(255))
			return data
		},
		"lost":   func([]byte) []byte { return nil },
		"longer": func(data []byte) []byte { return append(data, "x"...) },
	} {
		for _, name := range filesOf(t, origin) {
			t.Run(what+" "+filepath.ToSlash(name), func(t *testing.T) { spoilOne(t, origin, name, want, spoil) })
		}
	}
}

// spoilOne damages one file of a copy of the index in origin, in which a search for "avtal" finds want.
func spoilOne(t *testing.T, origin, name, want string, spoil func([]byte) []byte) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := os.CopyFS(dir, os.DirFS(origin)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if data = spoil(data); data == nil {
		err = os.Remove(path)
	} else {
		err = os.WriteFile(path, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	if x, err := index.Open(dir, engine); err == nil {
		if r, err := x.Search(t.Context(), "avtal", index.SearchOptions{}); err == nil && found(r) != want {
			t.Errorf("a search finds %q, want %q or an error", found(r), want)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}
	damages, err := index.Verify(t.Context(), dir, engine, nil)
	if len(damages) == 0 && err == nil {
		t.Fatal("verify finds nothing")
	}
	r, err := index.Repair(t.Context(), dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatalf("it cannot be mended: %v", err)
	}
	lost := strings.HasPrefix(name, "documents")
	if len(r.Lost) > 0 != lost {
		t.Errorf("lost: %v", r.Lost)
	}
	if damages, err := index.Verify(t.Context(), dir, engine, nil); err != nil || len(damages) > 0 {
		t.Errorf("it is not sound afterwards: %v, %v", damages, err)
	}
	if got := found(search(t, open(t, dir), "avtal", index.SearchOptions{})); !lost && got != want {
		t.Errorf("afterwards a search finds %q, want %q", got, want)
	}
}

// A random sequence of puts, removals, commits, going back and closing without a commit leaves the index that one would have who made it at
// once of the documents that are left: the same records, passages and answers.
func TestAnySequenceIsAsMadeAtOnce(t *testing.T) {
	t.Parallel()
	words := strings.Fields("avtal nämnden ansvarar vänort skola klimat uppföljning kommunen beslutar plan")
	for seed := range uint64(4) {
		rng := rand.New(rand.NewPCG(seed, 0))
		dir := t.TempDir()
		text := func() string {
			var out []string
			for range 3 + rng.IntN(12) {
				out = append(out, words[rng.IntN(len(words))])
			}
			return strings.Join(out, " ") + "."
		}
		committed := map[string][]string{}
		for range 8 {
			w, err := index.NewWriter(dir, engine, index.WriterOptions{Keep: 1 + rng.IntN(3)})
			if err != nil {
				t.Fatal(err)
			}
			now := map[string][]string{}
			for id, texts := range committed {
				now[id] = texts
			}
			for range rng.IntN(10) {
				id := fmt.Sprintf("d%d", rng.IntN(6))
				switch rng.IntN(5) {
				case 0:
					err = errors.Join(err, w.Remove(id))
					delete(now, id)
				case 1:
					err = errors.Join(err, w.Commit(t.Context()))
					committed = map[string][]string{}
					for id, texts := range now {
						committed[id] = texts
					}
				default:
					now[id] = []string{text(), text()}
					err = errors.Join(err, w.Put(newDocument(id, "Ekeby", "plan", "2020", now[id]...)))
				}
			}
			if err = errors.Join(err, w.Close()); err != nil {
				t.Fatal(err)
			}
		}
		if len(committed) == 0 {
			continue
		}
		anew := t.TempDir()
		w, err := index.NewWriter(anew, engine, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for id, texts := range committed {
			err = errors.Join(err, w.Put(newDocument(id, "Ekeby", "plan", "2020", texts...)))
		}
		if err := errors.Join(err, w.Commit(t.Context()), w.Close()); err != nil {
			t.Fatal(err)
		}
		sameIndex(t, open(t, dir), open(t, anew), words)
		if damages, err := index.Verify(t.Context(), dir, engine, nil); err != nil || len(damages) > 0 {
			t.Errorf("verify: %v, %v", damages, err)
		}
	}
}

// sameIndex fails unless both indexes hold and answer the same.
func sameIndex(t *testing.T, got, want *index.Index, words []string) {
	t.Helper()
	a, err1 := got.Records()
	b, err2 := want.Records()
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Fatalf("records\n%v, want\n%v", a, b)
	}
	for i, one := range words {
		for _, query := range []string{one, one + " " + words[(i+1)%len(words)], `"` + one + " " + words[(i+3)%len(words)] + `"`, "+" + one + " kommun:Ekeby", one[:2] + "*", "-" + one} {
			for _, sort := range []index.Sort{index.SortScore, index.SortDocument} {
				o := index.SearchOptions{Limit: 100, Sort: sort, Facets: []index.Field{index.FieldDocument}}
				x, y := search(t, got, query, o), search(t, want, query, o)
				if len(x.Hits) != len(y.Hits) || fmt.Sprint(x.Facets) != fmt.Sprint(y.Facets) {
					t.Fatalf("%s: %d hits, %v, want %d, %v", query, len(x.Hits), x.Facets, len(y.Hits), y.Facets)
				}
				for n, h := range x.Hits {
					if w := y.Hits[n]; h.ID != w.ID || h.Score != w.Score || h.Snippet != w.Snippet {
						t.Fatalf("%s: hit %d is %+v, want %+v", query, n, h, w)
					}
				}
			}
		}
	}
}
