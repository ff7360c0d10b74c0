package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

// crashes is how often a writer is killed: by "make test-crash" 100 times, otherwise a few.
func crashes(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("STYRDOK_CRASHES"))
	if err != nil {
		return 2
	}
	return n
}

const (
	// crashDocuments are in the collection, crashChanges of them changed before each run, crashBatch committed at once.
	crashDocuments = 30
	crashChanges   = 12
	crashBatch     = 3
)

// A crashed is a collection and its index, whose writers are killed.
type crashed struct {
	t     *testing.T
	rng   *rand.Rand
	dir   string
	index string
	// files are the hashes of the files by ID, current the IDs of those that the index had as they are now, known of those that
	// it had at all.
	files          map[string]string
	current, known map[string]bool
}

func newCrashed(t *testing.T) *crashed {
	t.Helper()
	if testing.Short() {
		t.Skip("the program is started many times")
	}
	c := &crashed{t: t, rng: rand.New(rand.NewPCG(7, 7)), dir: filepath.Join(t.TempDir(), "arkiv"), files: map[string]string{},
		current: map[string]bool{}, known: map[string]bool{}}
	c.index = filepath.Join(t.TempDir(), "index")
	for i := range crashDocuments {
		c.write(i, "")
	}
	return c
}

// write writes document i, with a line of its own.
func (c *crashed) write(i int, line string) {
	c.t.Helper()
	id := fmt.Sprintf("dokument-%03d", i)
	text := string(corpus.Options{}.Document(i).Text()) + "\n\n" + line + "\n"
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.dir, id+".txt"), []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
	c.files[id] = fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
	delete(c.current, id)
}

// styrdok returns the command with args, on the index.
func (c *crashed) styrdok(args ...string) *exec.Cmd {
	cmd := exec.Command("styrdok", append(args, "--index", c.index)...)
	cmd.Env = append(os.Environ(), "HOME="+c.t.TempDir())
	return cmd
}

// must runs the program, which must end well, and returns what it says.
func (c *crashed) must(args ...string) string {
	c.t.Helper()
	out, err := c.styrdok(args...).CombinedOutput()
	if err != nil {
		c.t.Fatalf("styrdok %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// kill starts the program and kills it, with what it started, after some time. It returns what it said of commits until then: the
// last generation and how many documents that it read are safe; and whether it ended before it was killed.
func (c *crashed) kill(after time.Duration, args ...string) (generation, read int, ended bool) {
	c.t.Helper()
	cmd := c.styrdok(append(args, "--log-format", "json")...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		c.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		var m struct {
			Msg              string
			Read, Generation int
		}
		if json.Unmarshal(lines.Bytes(), &m) == nil && m.Msg == "committed" {
			generation, read = m.Generation, m.Read
		}
	}
	ended = timer.Stop()
	if err := cmd.Wait(); ended && err != nil {
		c.t.Fatalf("styrdok %v: %v", args, err)
	}
	return generation, read, ended
}

// check looks at the index as other processes do.
func (c *crashed) check(generation int) {
	c.t.Helper()
	c.must("verify")
	c.must("search", "ansvar")
	x, err := index.Open(c.index, bleveindex.Engine{})
	if err != nil {
		c.t.Fatal(err)
	}
	defer x.Close()
	if x.Generation() < generation {
		c.t.Errorf("generation %d is current, but %d was committed", x.Generation(), generation)
	}
	records, err := x.Records()
	if err != nil {
		c.t.Fatal(err)
	}
	has := map[string]string{}
	for _, r := range records {
		has[r.ID] = r.SHA256
	}
	for id := range c.known {
		if has[id] == "" {
			c.t.Errorf("%s was in the index and is lost", id)
		}
		if c.current[id] && has[id] != c.files[id] {
			c.t.Errorf("%s is not any more what it was", id)
		}
	}
	for id, hash := range has {
		c.known[id], c.current[id] = true, hash == c.files[id]
	}
}

// watch is another process' view: it opens, searches and closes the index again and again, and counts what goes wrong.
func (c *crashed) watch(ctx context.Context) (wait func() (searches int, err error)) {
	var wg sync.WaitGroup
	searches, failed := 0, error(nil)
	wg.Go(func() {
		for ctx.Err() == nil && failed == nil {
			x, err := index.Open(c.index, bleveindex.Engine{})
			if err == nil {
				_, err = x.Search(context.Background(), "ansvar +kommunstyrelse", index.SearchOptions{})
				err = errors.Join(err, x.Close())
			}
			failed = err
			searches++
		}
	})
	return func() (int, error) { wg.Wait(); return searches, failed }
}

// A writer that is killed at any moment takes nothing with it that was committed, disturbs nobody, and leaves nothing that a
// later one does not clear away.
func TestKilledWriters(t *testing.T) {
	c := newCrashed(t)
	began := time.Now()
	c.must("index", c.dir, "--batch", strconv.Itoa(crashBatch))
	whole := time.Since(began) * crashChanges / crashDocuments
	c.check(0)
	ctx, stop := context.WithCancel(t.Context())
	wait := c.watch(ctx)
	killed := 0
	for i := range crashes(t) {
		if t.Failed() {
			break
		}
		for range crashChanges {
			c.write(c.rng.IntN(crashDocuments), fmt.Sprintf("Nämnden ansvarar i omgång%d för planen.", i))
		}
		args := []string{"index", c.dir, "--batch", strconv.Itoa(crashBatch)}
		if c.rng.IntN(5) == 0 {
			args = []string{"rebuild"}
		}
		after := time.Duration(c.rng.Int64N(int64(whole) + 1))
		generation, read, ended := c.kill(after, args...)
		if !ended {
			killed++
		}
		c.check(generation)
		t.Logf("%d: %s killed after %v: %v, generation %d, %d documents safe", i, args[0], after.Round(time.Millisecond), !ended, generation, read)
	}
	stop()
	if n, err := wait(); err != nil || n == 0 {
		t.Errorf("another process searched %d times: %v", n, err)
	} else {
		t.Logf("%d writers killed; another process searched %d times", killed, n)
	}
	c.must("index", c.dir)
	c.check(0)
	c.same()
}

// same compares the index with one that is made at once, and looks for what is left over.
func (c *crashed) same() {
	c.t.Helper()
	c.must("prune", "--keep", "1")
	fresh := *c
	fresh.index = filepath.Join(c.t.TempDir(), "nytt")
	fresh.must("index", c.dir)
	got, want := contentOf(c.t, c.index), contentOf(c.t, fresh.index)
	if got != want {
		c.t.Errorf("the index differs from one that is made at once:\n%s\nwant\n%s", got, want)
	}
	generations, _ := os.ReadDir(filepath.Join(c.index, "generations"))
	stored, _ := os.ReadDir(filepath.Join(c.index, "documents"))
	if len(generations) != 1 || len(stored) != crashDocuments {
		c.t.Errorf("%d generations and %d documents are kept", len(generations), len(stored))
	}
}

// contentOf returns what the index in dir holds: documents with their hashes and passages.
func contentOf(t *testing.T, dir string) string {
	t.Helper()
	x, err := index.Open(dir, bleveindex.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	records, err := x.Records()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range records {
		fmt.Fprintln(&b, r.ID, r.SHA256, r.Stored, r.Passages)
	}
	found, err := x.Search(t.Context(), "avsnitt:ansvar kommunstyrelse", index.SearchOptions{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&b, found.Total)
	return b.String()
}

// mount mounts a small disk of its own at a folder of the test's.
func mount(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).Run(); err != nil {
		t.Skip("no disk can be mounted here: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// A disk that is too small is told of before anything is written; one that can only be read, when it is to be written. The index
// stays what it was.
func TestDisks(t *testing.T) {
	c := newCrashed(t)
	disk := mount(t, "20m")
	c.index = filepath.Join(disk, "index")
	out, err := c.styrdok("index", c.dir).CombinedOutput()
	if code := exitCodeOf(err); code != 1 || strings.Count(string(out), "\n") != 1 || !strings.Contains(string(out), "not enough room on the disk") {
		t.Errorf("a small disk: exit code %d, %s", code, out)
	}
	if entries, _ := os.ReadDir(disk); len(entries) != 0 {
		t.Errorf("it is not empty: %v", entries)
	}
	if err := exec.Command("mount", "-o", "remount,size=200m", disk).Run(); err != nil {
		t.Fatal(err)
	}
	c.must("index", c.dir)
	if err := exec.Command("mount", "-o", "remount,ro", disk).Run(); err != nil {
		t.Fatal(err)
	}
	c.write(0, "Nytt.")
	out, err = c.styrdok("index", c.dir).CombinedOutput()
	if code := exitCodeOf(err); code != 1 || strings.Count(string(out), "\n") != 1 || !strings.Contains(string(out), "read-only file system") {
		t.Errorf("a disk that can only be read: exit code %d, %s", code, out)
	}
	c.check(1)
	if out := c.must("status"); !strings.Contains(out, fmt.Sprintf("documents   %d\n", crashDocuments)) {
		t.Errorf("status: %s", out)
	}
}

// A disk that gets full while it is written to: the error says so, and the index is what was committed before.
func TestFullDisk(t *testing.T) {
	c := newCrashed(t)
	disk := mount(t, "6m")
	dir := filepath.Join(disk, "index")
	w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	fill := filepath.Join(t.TempDir(), "annat")
	c.index = fill
	c.must("index", c.dir)
	x, err := index.Open(fill, bleveindex.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	safe, n, full := 0, 0, error(nil)
	for round := 0; full == nil; round++ {
		for d, err := range x.Documents() {
			if err != nil {
				t.Fatal(err)
			}
			d.ID += "#" + strconv.Itoa(round)
			if full = w.Put(d); full != nil {
				break
			}
			if n++; n%7 != 0 {
				continue
			}
			if full = w.Commit(t.Context()); full != nil {
				break
			}
			safe = n
		}
	}
	if !strings.Contains(full.Error(), "the disk is full, and the index stays as it was") {
		t.Errorf("error %v", full)
	}
	if err := w.Close(); err != nil && !strings.Contains(err.Error(), "no space left on device") { // what was being written may have met the full disk
		t.Errorf("closing: %v", err)
	}
	c.index = dir
	if out := c.must("verify"); !strings.Contains(out, fmt.Sprintf("%d documents", safe)) {
		t.Errorf("%d documents were committed; %s", safe, out)
	}
	c.must("search", "ansvar")
	t.Logf("%d documents fit: %v", safe, full)
}

func exitCodeOf(err error) int {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}
