package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
	"github.com/styrdok/styrdok/index/opensearch"
	"github.com/styrdok/styrdok/index/opensearch/opensearchtest"
)

// startCluster starts the nodes that `make test-opensearch` asks for; without it the test is skipped.
func startCluster(t testing.TB, peak bool) *opensearchtest.Cluster {
	t.Helper()
	n, _ := strconv.Atoi(os.Getenv("STYRDOK_OPENSEARCH"))
	if n == 0 {
		t.Skip("STYRDOK_OPENSEARCH is not set: no nodes")
	}
	j, err := opensearchtest.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	c, err := j.Start(context.Background(), opensearchtest.Options{Nodes: n, Peak: peak})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Stop() })
	return c
}

// A clustered is a collection whose index lies in a cluster.
type clustered struct {
	t     testing.TB
	dir   string
	place string
	env   []string
}

func newClustered(t testing.TB, c *opensearchtest.Cluster, prefix string) *clustered {
	return &clustered{t: t, dir: filepath.Join(t.TempDir(), "arkiv"), place: "opensearch://" + c.Hosts() + "/" + prefix,
		env: append(os.Environ(), "HOME="+t.TempDir())}
}

// write writes made documents from to end.
func (c *clustered) write(from, end int) {
	c.t.Helper()
	for i := from; i < end; i++ {
		d := corpus.Options{Seed: 4}.Document(i)
		path := filepath.Join(c.dir, filepath.FromSlash(d.Path("pdf")))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, d.PDF(), 0o644)); err != nil {
			c.t.Fatal(err)
		}
	}
}

func (c *clustered) command(args ...string) *exec.Cmd {
	cmd := exec.Command("styrdok", args...)
	cmd.Env = c.env
	return cmd
}

// run runs the program and returns what it prints, and its messages.
func (c *clustered) run(args ...string) (stdout, stderr string, code int) {
	var out, msg bytes.Buffer
	cmd := c.command(args...)
	cmd.Stdout, cmd.Stderr = &out, &msg
	err := cmd.Run()
	return out.String(), msg.String(), exitCodeOf(err)
}

// must runs the program, which must end well.
func (c *clustered) must(args ...string) string {
	c.t.Helper()
	out, msg, code := c.run(args...)
	if code != 0 {
		c.t.Fatalf("styrdok %v: exit code %d\n%s", args, code, msg)
	}
	return out
}

// A member is a process that indexes together with others.
type member struct {
	cmd *exec.Cmd
	msg bytes.Buffer
}

func (c *clustered) start(args ...string) *member {
	c.t.Helper()
	m := &member{cmd: c.command(append([]string{"index", c.dir, "--index", c.place}, args...)...)}
	m.cmd.Stderr = &m.msg
	if err := m.cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	return m
}

// wait waits until status says what it should, and returns what it says.
func (c *clustered) wait(what string, until func(*index.Status) bool) *index.Status {
	c.t.Helper()
	e := opensearch.New(opensearch.Options{})
	defer e.Close()
	const patience = 3 * time.Minute
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		s, err := index.StatusOf(c.place, e)
		if err == nil && until(s) {
			return s
		}
	}
	c.t.Fatalf("it did not come to this: %s", what)
	return nil
}

// leader returns the process that writes, 0 if none does.
func leader(s *index.Status) int {
	for _, w := range s.Work.Workers {
		if w.Leads && !w.Lost && s.Writer != nil && w.PID == s.Writer.PID {
			return w.PID
		}
	}
	return 0
}

// search searches without pause until the function that it returns is called, which tells how often, how long the longest took, and
// what went wrong.
func (c *clustered) search() (stop func() (n int, longest time.Duration, err error)) {
	ctx, cancel := context.WithCancel(context.Background())
	var n int
	var longest time.Duration
	var failed error
	var done sync.WaitGroup
	done.Go(func() {
		e := opensearch.New(opensearch.Options{})
		defer e.Close()
		for ctx.Err() == nil && failed == nil {
			began := time.Now()
			x, err := index.Open(c.place, e)
			if err == nil {
				_, err = x.Search(context.Background(), "kommunen ansvarar", index.SearchOptions{})
				err = errors.Join(err, x.Close())
			}
			failed = err
			longest = max(longest, time.Since(began))
			n++
		}
	})
	return func() (int, time.Duration, error) { cancel(); done.Wait(); return n, longest, failed }
}

// TestCluster first makes mistakes of every kind, then has three processes index 300 documents on three nodes, while the process that writes is killed, and then the elected manager
// node: every document is there once, nobody who searches sees an error, and all is found as in a folder.
func TestCluster(t *testing.T) {
	cluster := startCluster(t, false)
	t.Run("faults", func(t *testing.T) { faults(t, cluster) })
	t.Run("killed", func(t *testing.T) { killed(t, cluster) })
}

func killed(t *testing.T, cluster *opensearchtest.Cluster) {
	const documents, before = 300, 12
	c := newClustered(t, cluster, "kommuner")
	c.write(0, before)
	c.must("index", c.dir, "--index", c.place)
	c.write(before, documents)
	stop := c.search()
	members := []*member{c.start(), c.start(), c.start()}
	s := c.wait("three workers, and something read", func(s *index.Status) bool { return len(s.Work.Workers) == 3 && leader(s) != 0 && s.Documents > before })
	killed := leader(s)
	for _, m := range members {
		if m.cmd.Process.Pid == killed {
			_ = m.cmd.Process.Kill()
			_ = m.cmd.Wait()
		}
	}
	c.wait("another one writes", func(s *index.Status) bool { return leader(s) != 0 && leader(s) != killed })
	manager, err := cluster.KillManager(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range members {
		if m.cmd.Process.Pid == killed {
			continue
		}
		if err := m.cmd.Wait(); err != nil {
			t.Errorf("process %d: %v\n%s", m.cmd.Process.Pid, err, m.msg.String())
		}
	}
	n, longest, err := stop()
	t.Logf("killed process %d and node %s; %d searches, the longest took %s", killed, manager, n, longest.Round(time.Millisecond))
	if err != nil || longest > opensearch.DefaultPatience {
		t.Errorf("a search failed, or took %s: %v", longest, err)
	}
	c.compare(documents)
}

// compare compares the index with one of the same documents in a folder.
func (c *clustered) compare(documents int) {
	t, folder := c.t, filepath.Join(c.t.TempDir(), "folder")
	c.must("index", c.dir, "--index", folder)
	e := opensearch.New(opensearch.Options{})
	defer e.Close()
	x, err := index.Open(c.place, e)
	if err != nil {
		t.Fatal(err)
	}
	y, err := index.Open(folder, bleveindex.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	defer y.Close()
	a, errA := x.Records()
	b, errB := y.Records()
	if errA != nil || errB != nil || len(a) != documents || len(b) != documents {
		t.Fatalf("%d and %d documents, want %d (%v, %v)", len(a), len(b), documents, errA, errB)
	}
	if i := slices.IndexFunc(a, func(r index.DocumentRecord) bool {
		return !slices.ContainsFunc(b, func(s index.DocumentRecord) bool {
			return s.ID == r.ID && s.Stored == r.Stored && s.Passages == r.Passages
		})
	}); i >= 0 {
		t.Errorf("%s is another document than in the folder", a[i].ID)
	}
	for _, q := range []string{"kommunen ansvarar", "+mål uppfölj*", `"följs upp"`, "year:2010..2020 vänort", "kommunsens ansvra"} {
		if diff, err := indextest.Same(y, x, q, index.SortScore); diff != "" || err != nil {
			t.Errorf("%s: %s, %v", q, diff, err)
		}
	}
	if out := c.must("verify", "--index", c.place); !strings.HasPrefix(out, "sound: ") {
		t.Errorf("verify: %s", out)
	}
	back := filepath.Join(t.TempDir(), "back")
	c.must("copy", "--from", c.place, "--to", back)
	for _, args := range [][]string{{"search", "--format", "json", "kommunen"}, {"export", "facts"}, {"export", "tags"}, {"compare", "--format", "json", "--as-of", "2026-01-01"}} {
		in, out := c.must(append(args, "--index", c.place)...), c.must(append(args, "--index", back)...)
		if args[0] != "search" && in != out {
			t.Errorf("%v says another thing of the copy", args)
		}
		var parsed any
		if args[0] != "export" && json.Unmarshal([]byte(in), &parsed) != nil {
			t.Errorf("%v: no JSON: %.100s", args, in)
		}
	}
	fmt.Fprint(os.Stderr, c.must("status", "--index", c.place))
}
