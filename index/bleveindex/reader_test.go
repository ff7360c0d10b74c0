package bleveindex

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// entry returns a passage whose words are exact terms and lemmas at once.
func entry(id, text string) index.Entry {
	return index.Entry{ID: id, Stored: []byte(id), Words: plain(strings.Fields(text)...), Values: map[index.Field][]string{}}
}

// write indexes entries in a folder, starting from another if from is not "".
func write(t testing.TB, from string, entries []index.Entry, remove ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "engine")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	b, err := Engine{}.Begin(dir, from)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Remove(remove); err != nil {
		t.Fatal(err)
	}
	if err := b.Add(entries); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t testing.TB, dir string) index.Reader {
	t.Helper()
	r, err := Engine{}.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// run returns the hits' IDs, the best first.
func run(t testing.TB, r index.Reader, n index.Node) []string {
	t.Helper()
	found, err := r.Search(context.Background(), index.Request{Query: n, Size: 100})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, h := range found.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

func word(texts ...string) index.Node {
	n := index.Node{Op: index.OpWord}
	for _, text := range texts {
		n.Terms = append(n.Terms, index.WeightedTerm{Field: index.FieldLemma, Text: text, Weight: 1})
	}
	return n
}

// A generation that starts from another shares its segments and leaves it as it was.
func TestBeginFromAnother(t *testing.T) {
	first := write(t, "", []index.Entry{entry("a", "x"), entry("b", "x y")})
	before := snapshot(t, first)
	second := write(t, first, []index.Entry{entry("c", "x z")}, "a")
	if got := run(t, open(t, second), word("x")); len(got) != 2 || slices.Contains(got, "a") {
		t.Errorf("the new generation holds %v, want b and c", got)
	}
	if got := snapshot(t, first); got != before {
		t.Errorf("the old generation changed from\n%s to\n%s", before, got)
	}
	r := open(t, first)
	if n, err := r.Count(); n != 2 || err != nil {
		t.Errorf("the old generation counts %d, %v", n, err)
	}
}

// snapshot lists the files of dir with their sizes.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, _ := d.Info()
			fmt.Fprintln(&b, filepath.Base(path), info.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// More passages than one batch holds.
func TestManyBatches(t *testing.T) {
	var entries []index.Entry
	for i := range batchPassages*2 + 7 {
		entries = append(entries, entry(fmt.Sprintf("p%d", i), "x"))
	}
	r := open(t, write(t, "", entries))
	if n, err := r.Count(); n != len(entries) || err != nil {
		t.Errorf("%d passages, want %d (%v)", n, len(entries), err)
	}
}

func TestOpenWhatIsNoIndex(t *testing.T) {
	if _, err := (Engine{}).Open(t.TempDir()); err == nil {
		t.Error("an empty folder opens")
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "engine")
	defer os.RemoveAll(dir)
	w, err := index.NewWriter(dir, Engine{}, index.WriterOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer w.Close()
	fmt.Println(w.Commit(context.Background()))
	// Output: <nil>
}
