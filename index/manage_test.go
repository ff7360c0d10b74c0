package index_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/index"
)

// twoRuns returns an index of two runs: ek-policy alone, then both documents, each in a generation of its own.
func twoRuns(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	docs := testDocuments()
	write(t, dir, index.WriterOptions{Now: time.Unix(1, 0)}, docs[0])
	w, err := index.NewWriter(dir, engine, index.WriterOptions{Now: time.Unix(2, 0)})
	if err != nil {
		t.Fatal(err)
	}
	third := newDocument("tredje", "Ekeby", "plan", "", "En tredje text om vänorter.")
	if err := errors.Join(w.Put(docs[1]), w.Commit(t.Context()), w.Put(third), w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// One writer may commit again and again; each commit is seen, and all of them are one run.
func TestCommitsOfOneWriter(t *testing.T) {
	t.Parallel()
	dir := twoRuns(t)
	if got := found(search(t, open(t, dir), "vänort", index.SearchOptions{})); got != "ek-policy/0 sj-plan/0 tredje/0" {
		t.Errorf("finds %q", got)
	}
	s := status(t, dir)
	if s.Generation != 3 || len(s.Generations) != 3 || !s.Generations[2].Current || s.Generations[0].Documents != 1 || s.Writer != nil {
		t.Errorf("status %+v", s)
	}
	write(t, dir, index.WriterOptions{Now: time.Unix(3, 0)}, newDocument("fjärde", "Ekeby", "plan", "", "Mer."))
	if s = status(t, dir); len(s.Generations) != 2 || s.Generations[0].Generation != 3 {
		t.Errorf("after the next run: %+v", s.Generations)
	}
}

func TestRollback(t *testing.T) {
	t.Parallel()
	dir := twoRuns(t)
	if n, err := index.Rollback(dir, engine, 0); n != 1 || err != nil {
		t.Fatalf("generation %d, %v", n, err)
	}
	if got := found(search(t, open(t, dir), "vänort", index.SearchOptions{})); got != "ek-policy/0" {
		t.Errorf("finds %q", got)
	}
	if _, err := index.Rollback(dir, engine, 0); !errors.Is(err, index.ErrNoGeneration) {
		t.Errorf("before the first: %v", err)
	}
	if n, err := index.Rollback(dir, engine, 3); n != 3 || err != nil {
		t.Errorf("and forth: generation %d, %v", n, err)
	}
	if _, err := index.Rollback(dir, engine, 1); err != nil {
		t.Fatal(err)
	}
	// What was gone back from is gone with the next commit, and its number is not used again.
	write(t, dir, index.WriterOptions{}, newDocument("ny", "Ekeby", "plan", "", "Ny text om vänorter."))
	s := status(t, dir)
	if s.Generation != 4 || len(s.Generations) != 2 || s.Generations[0].Generation != 1 || s.Documents != 2 {
		t.Errorf("status %+v", s)
	}
	if _, err := index.Rollback(filepath.Join(dir, "nothing"), engine, 0); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "nothing")); err == nil {
		t.Error("an index was made")
	}
}

func TestPrune(t *testing.T) {
	t.Parallel()
	dir := twoRuns(t)
	put(t, dir, "documents/left.json.gz.part")
	put(t, dir, "generations/000009/engine/left")
	put(t, dir, ".CURRENT123")
	if err := index.Prune(dir, engine, 2); err != nil {
		t.Fatal(err)
	}
	if s := status(t, dir); len(s.Generations) != 3 {
		t.Errorf("%+v", s.Generations)
	}
	if err := index.Prune(dir, engine, 1); err != nil {
		t.Fatal(err)
	}
	if s := status(t, dir); len(s.Generations) != 1 || s.Documents != 3 {
		t.Errorf("%+v", s.Generations)
	}
	for _, left := range []string{"documents/left.json.gz.part", "generations/000009", ".CURRENT123"} {
		if _, err := os.Stat(filepath.Join(dir, left)); err == nil {
			t.Errorf("%s is left", left)
		}
	}
	if err := index.Prune(filepath.Join(dir, "nothing"), engine, 1); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func verify(t *testing.T, dir string) []index.Damage {
	t.Helper()
	damages, err := index.Verify(t.Context(), dir, engine, nil)
	if err != nil {
		t.Fatal(err)
	}
	return damages
}

// files returns the paths that match, one at least.
func glob(t *testing.T, pattern ...string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(pattern...))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%v: %v", pattern, err)
	}
	return paths
}

func TestVerifyAndRepair(t *testing.T) {
	truncate := func(t *testing.T, path string) {
		t.Helper()
		if err := os.Truncate(path, 11); err != nil {
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct {
		damage func(t *testing.T, dir string)
		// documents is how many are there after the repair, lost how many of those that were are named.
		documents, lost int
	}{
		"CURRENT":         {func(t *testing.T, dir string) { overwrite(t, dir, "CURRENT") }, 3, 0},
		"no CURRENT":      {func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "CURRENT")) }, 3, 0},
		"manifest":        {func(t *testing.T, dir string) { overwrite(t, dir, "generations/000003/manifest.json") }, 2, 0},
		"records":         {func(t *testing.T, dir string) { overwrite(t, dir, "generations/000003/documents.json") }, 2, 0},
		"engine":          {func(t *testing.T, dir string) { overwrite(t, dir, "generations/000003/engine/index_meta.json") }, 3, 0},
		"segment":         {func(t *testing.T, dir string) { truncate(t, glob(t, dir, "generations/000003/engine/store/*.zap")[0]) }, 3, 0},
		"engine's folder": {func(t *testing.T, dir string) { os.RemoveAll(filepath.Join(dir, "generations/000003/engine")) }, 3, 0},
		"generations":     {func(t *testing.T, dir string) { os.RemoveAll(filepath.Join(dir, "generations")) }, 3, 0},
		"a document": {func(t *testing.T, dir string) {
			r, err := open(t, dir).Records()
			if err != nil {
				t.Fatal(err)
			}
			truncate(t, filepath.Join(dir, "documents", r[0].Stored+".json.gz"))
		}, 2, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := twoRuns(t)
			if d := verify(t, dir); len(d) != 0 {
				t.Fatalf("a sound index: %+v", d)
			}
			test.damage(t, dir)
			damages, err := index.Verify(t.Context(), dir, engine, nil)
			if len(damages) == 0 && err == nil {
				t.Fatal("the damage is not seen")
			}
			r, err := index.Repair(t.Context(), dir, engine, index.WriterOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if r.Documents != test.documents || len(r.Lost) != test.lost {
				t.Errorf("%+v", r)
			}
			if d := verify(t, dir); len(d) != 0 {
				t.Errorf("after the repair: %+v", d)
			}
			if got := search(t, open(t, dir), "vänort", index.SearchOptions{}).Total; got != test.documents {
				t.Errorf("%d hits, want %d", got, test.documents)
			}
		})
	}
}

func TestRepairOfNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nothing")
	if _, err := index.Repair(t.Context(), dir, engine, index.WriterOptions{}); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("an index was made")
	}
	if _, err := index.Verify(t.Context(), dir, engine, nil); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

// An index whose files are laid out as by an earlier version is made anew from the documents in it.
func TestAnotherLayoutIsMadeAnew(t *testing.T) {
	t.Parallel()
	dir := twoRuns(t)
	if err := os.WriteFile(filepath.Join(dir, "CURRENT"), []byte(`{"schema":1,"generation":3,"manifest_sha256":"x"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Open(dir, engine); !errors.Is(err, index.ErrFormat) {
		t.Errorf("error %v", err)
	}
	calls := 0
	write(t, dir, index.WriterOptions{Progress: func(done, total int) { calls++ }})
	if got := search(t, open(t, dir), "vänort", index.SearchOptions{}).Total; got != 3 || calls != 3 {
		t.Errorf("%d hits, %d steps", got, calls)
	}
}

func TestStatusTellsTheWriter(t *testing.T) {
	dir := twoRuns(t)
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if s := status(t, dir); s.Writer == nil || s.Writer.PID != os.Getpid() {
		t.Errorf("status %+v", s)
	}
}

// What the index keeps beside documents stays from writer to writer; nothing new is no new generation.
func TestWhatIsKeptOfFiles(t *testing.T) {
	t.Parallel()
	dir := twoRuns(t)
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	state := index.FileState{Path: "/srv/ek.pdf", Size: 3, Modified: 4, SHA256: "ab", Basis: "c"}
	w.Note("ek-policy", state)
	w.Note("unknown", state)
	aside := index.Aside{File: state}
	aside.Source, aside.Code = "x.pdf", "corrupt"
	w.SetAside([]index.Aside{aside})
	w.SetRoots([]string{"/srv"})
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if w, err = index.NewWriter(dir, engine, index.WriterOptions{}); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if r := w.Documents()[0]; r.File != state || r.Passages != 3 {
		t.Errorf("%+v", r)
	}
	if a := w.Aside(); len(a) != 1 || a[0] != aside || strings.Join(w.Roots(), "") != "/srv" {
		t.Errorf("%+v, %v", a, w.Roots())
	}
	w.Note("ek-policy", state)
	w.SetAside(w.Aside())
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if s := status(t, dir); s.Generation != 4 || s.SetAside != 1 {
		t.Errorf("%+v", s)
	}
}

// What has rotted under an unchanged time is not merged into a new generation.
func TestAWriterStartsFromNothingRotten(t *testing.T) {
	t.Parallel()
	dir := twoRuns(t)
	path := glob(t, dir, "generations/000003/engine/store/*.zap")[0]
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := errors.Join(os.WriteFile(path, data, 0o644), os.Chtimes(path, time.Time{}, info.ModTime())); err != nil {
		t.Fatal(err)
	}
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Put(newDocument("ny", "Ekeby", "plan", "", "Ny.")); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("error %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if d := verify(t, dir); len(d) == 0 {
		t.Error("the damage is not seen")
	}
}
