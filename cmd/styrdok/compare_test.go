package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
)

// What a report on all municipalities may cost, from an existing index: on two cores that do nothing else.
const (
	maxCompareSeconds = 20.0
	maxCompareMB      = 1000.0
	// maxCompareGrowth is how much more a passage may cost among many than among few.
	maxCompareGrowth = 1.3
	// maxInterrupt is how long the program may take to end when it is asked to.
	maxInterrupt = 2 * time.Second
)

// A compared is a collection of made documents, indexed, and the place of its report.
type compared struct {
	t          *testing.T
	index, out string
	passages   int
}

// newCompared indexes made documents of n municipalities, so many of each.
func newCompared(t *testing.T, n, each int) *compared {
	t.Helper()
	work := t.TempDir()
	c := &compared{t: t, index: filepath.Join(work, "index"), out: filepath.Join(work, "rapport")}
	archive := filepath.Join(work, "arkiv")
	for i := range each * n {
		d := corpus.Options{Municipalities: n}.Document(i)
		path := filepath.Join(archive, filepath.FromSlash(d.Path("txt")))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, d.Text(), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	c.must("index", archive, "--quiet")
	var status struct{ Passages int }
	if err := json.Unmarshal(c.must("status", "--format", "json"), &status); err != nil {
		t.Fatal(err)
	}
	c.passages = status.Passages
	return c
}

func (c *compared) styrdok(args ...string) *exec.Cmd {
	cmd := exec.Command("styrdok", append(args, "--index", c.index)...)
	cmd.Env = append(os.Environ(), "HOME="+c.t.TempDir())
	return cmd
}

func (c *compared) must(args ...string) []byte {
	c.t.Helper()
	out, err := c.styrdok(args...).Output()
	if err != nil {
		c.t.Fatalf("styrdok %s: %v", strings.Join(args, " "), err)
	}
	return out
}

func (c *compared) compare() *exec.Cmd {
	return c.styrdok("compare", "--out", c.out, "--as-of", "2026-11-28", "--quiet")
}

// snapshot returns the names in the folder of the report, and those beside it.
func (c *compared) snapshot() []string {
	c.t.Helper()
	var names []string
	for _, dir := range []string{c.out, filepath.Dir(c.out)} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			c.t.Fatal(err)
		}
		for _, e := range entries {
			info, err := e.Info()
			if err != nil {
				c.t.Fatal(err)
			}
			names = append(names, fmt.Sprint(e.Name(), " ", info.ModTime().UnixNano()))
		}
	}
	return names
}

// interrupt starts a comparison, asks it to end after some time, and checks that it does so at once and that nothing has changed. It
// returns whether the comparison had not ended by itself, and whether it heard of it.
func (c *compared) interrupt(after time.Duration) (unfinished, heard bool) {
	c.t.Helper()
	before := c.snapshot()
	cmd := c.compare()
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	time.Sleep(after)
	asked := time.Now()
	_ = cmd.Process.Signal(syscall.SIGTERM) // it may have ended
	err := cmd.Wait()
	took := time.Since(asked)
	var exit *exec.ExitError
	if err == nil {
		return false, false
	}
	if !errors.As(err, &exit) || exit.ExitCode() != 130 && !endedBySignal(exit) {
		c.t.Errorf("interrupted after %v: %v", after, err)
	}
	if took > maxInterrupt {
		c.t.Errorf("interrupted after %v, it took %v to end", after, took)
	}
	if now := c.snapshot(); !slices.Equal(before, now) {
		c.t.Errorf("interrupted after %v, the folder has changed or something is left beside it:\n%s", after, strings.Join(now, "\n"))
	}
	return true, exit != nil && exit.ExitCode() == 130
}

// endedBySignal reports whether the signal ended the process before it could listen for it, as happens on a busy machine.
func endedBySignal(exit *exec.ExitError) bool {
	status, ok := exit.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGTERM
}

// Whenever a comparison is interrupted, it ends, and the earlier report is whole.
func TestInterruptedComparison(t *testing.T) {
	if testing.Short() {
		t.Skip("the program is started many times")
	}
	c := newCompared(t, 15, 3)
	if out, err := c.compare().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	met := 0
	for after := 30 * time.Millisecond; after < 5*time.Second; after = after * 3 / 2 {
		unfinished, heard := c.interrupt(after)
		if !unfinished {
			break
		}
		if heard {
			met++
		}
	}
	if met < 3 {
		t.Errorf("only %d comparisons were still at work when they were interrupted", met)
	}
}

// TestCompareScale measures the whole of "compare --out" from an index, for 4, 40 and 290 municipalities with ten documents each.
func TestCompareScale(t *testing.T) {
	if os.Getenv("STYRDOK_COMPARE") == "" {
		t.Skip("STYRDOK_COMPARE is not set: see make bench-compare")
	}
	var cpuEach, mbEach []float64
	for _, n := range []int{4, 40, 290} {
		c := newCompared(t, n, 10)
		began := time.Now()
		cpu, mb := measure(t, "styrdok", c.compare().Args[1:]...)
		wall := time.Since(began).Seconds()
		size := 0.0
		for _, name := range c.files() {
			if info, err := os.Stat(name); err == nil {
				size += float64(info.Size()) / 1e6
			}
		}
		t.Logf("%3d municipalities, %6d passages: %5.1f s, %5.1f s CPU (%.0f µs a passage), %4.0f MB (%.1f kB a passage), %.0f MB written", n, c.passages,
			wall, cpu, 1e6*cpu/float64(c.passages), mb, 1e3*mb/float64(c.passages), size)
		cpuEach, mbEach = append(cpuEach, cpu/float64(c.passages)), append(mbEach, mb/float64(c.passages))
		if wall > maxCompareSeconds || mb > maxCompareMB {
			t.Errorf("%d municipalities take more than %.0f s or %.0f MB", n, maxCompareSeconds, maxCompareMB)
		}
		if n == 290 {
			for _, after := range []time.Duration{time.Second, 5 * time.Second, 9 * time.Second, 13 * time.Second} {
				c.interrupt(after)
			}
		}
	}
	for i := 1; i < len(cpuEach); i++ {
		if cpuEach[i] > maxCompareGrowth*cpuEach[i-1] || mbEach[i] > maxCompareGrowth*mbEach[i-1] {
			t.Errorf("a passage costs more among many: %v CPU seconds, %v MB", cpuEach, mbEach)
		}
	}
}

func (c *compared) files() []string {
	names, _ := filepath.Glob(filepath.Join(c.out, "*")) // the pattern is good
	return names
}
