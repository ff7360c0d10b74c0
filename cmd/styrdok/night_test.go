package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
)

// What a night may cost with nightDocuments, as a share of the time that indexing all of them took.
const (
	maxUnchanged = 0.02
	maxOne       = 0.01
	// nightDocuments is for how many these hold. What a night costs beside looking at the documents (to start, to open and to verify) does
	// not shrink with their number, so that fewer are measured against the time that so many would take.
	nightDocuments = 5000
	// maxNightMemory is what the program and its workers may take together, in bytes.
	maxNightMemory = 600e6
)

// nightReport is what the test needs of a run's report.
type nightReport struct {
	Seen, New, Changed, Unchanged, Removed int
	PeakMemory                             int64 `json:"peak_memory_bytes"`
	Seconds                                struct{ Total float64 }
}

// night runs the program on the collection and returns its report and the time that it took, start and end included.
func (c *crashed) night() (nightReport, time.Duration) {
	c.t.Helper()
	file := filepath.Join(c.t.TempDir(), "report.json")
	began := time.Now()
	c.must("index", c.dir, "--report", file)
	took := time.Since(began)
	var r nightReport
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return r, took
}

// TestNight measures nights with STYRDOK_NIGHT documents (5000 in "make bench-night"): all new, none changed, one changed.
func TestNight(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("STYRDOK_NIGHT"))
	if err != nil {
		t.Skip("STYRDOK_NIGHT is not set: see make bench-night")
	}
	c := &crashed{t: t, dir: filepath.Join(t.TempDir(), "arkiv"), index: filepath.Join(t.TempDir(), "index")}
	paths := make([]string, n)
	for i := range n {
		d := corpus.Options{}.Document(i)
		paths[i] = filepath.Join(c.dir, filepath.FromSlash(d.Path("pdf")))
		if err := os.MkdirAll(filepath.Dir(paths[i]), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(paths[i], d.PDF(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all, whole := c.night()
	c.night() // files that were written just now are hashed once more
	none, unchanged := c.night()
	if err := os.WriteFile(paths[n/2], corpus.Options{Seed: 1}.Document(n+1).PDF(), 0o644); err != nil {
		t.Fatal(err)
	}
	one, changed := c.night()
	if all.New != n || none.Unchanged != n || one.Changed != 1 || one.Unchanged != n-1 {
		t.Errorf("%+v, %+v, %+v", all, none, one)
	}
	out := c.must("search", "--limit", "1", fmt.Sprintf("document:%q", strings.TrimSuffix(filepath.Base(paths[n/2]), ".pdf")))
	if strings.HasPrefix(out, "0 of") {
		t.Errorf("the changed document is not found: %s", out)
	}
	t.Logf("bars, of the first night with %d documents: none changed %g %%, one changed %g %%; %d MB", nightDocuments, 100*maxUnchanged, 100*maxOne, int64(maxNightMemory)/1e6)
	t.Logf("%d documents: all new %.1f s (%d MB), none changed %.2f s = %.2f %%, one changed and searchable %.2f s = %.2f %%", n, whole.Seconds(),
		all.PeakMemory/1e6, unchanged.Seconds(), 100*unchanged.Seconds()/whole.Seconds(), changed.Seconds(), 100*changed.Seconds()/whole.Seconds())
	first := whole.Seconds() * max(1, nightDocuments/float64(n))
	if unchanged.Seconds() > maxUnchanged*first || changed.Seconds() > maxOne*first {
		t.Error("a night takes too long")
	}
	if all.PeakMemory > maxNightMemory {
		t.Errorf("%d MB are too much", all.PeakMemory/1e6)
	}
}
