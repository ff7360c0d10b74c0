package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/policy"
)

func TestSoon(t *testing.T) {
	failure := errors.New("failure")
	if err, ended := soon(t.Context(), func() error { return failure }); err != failure || !ended {
		t.Errorf("%v, %v", err, ended)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err, ended := soon(ctx, func() error { time.Sleep(50 * time.Millisecond); return failure }); err != failure || !ended {
		t.Errorf("one that ends in time: %v, %v", err, ended)
	}
	began, hang := time.Now(), make(chan struct{})
	defer close(hang)
	err, ended := soon(ctx, func() error { <-hang; return nil })
	if !errors.Is(err, context.Canceled) || ended {
		t.Errorf("one that does not: %v, %v", err, ended)
	}
	if took := time.Since(began); took < patience || took > patience+2*time.Second {
		t.Errorf("it took %v", took)
	}
}

// What bears on what is read is part of the basis, and nothing else is.
func TestBasis(t *testing.T) {
	a := &app{config: &config.Config{}}
	seen := map[string]string{}
	for name, setup := range map[string]worker.Setup{
		"nothing":        {},
		"taxonomy":       {Taxonomy: []byte("tags: []")},
		"municipalities": {Municipalities: []policy.Municipality{{Name: "Ekeby"}}},
		"ocr":            {OCR: &worker.OCR{Languages: "swe"}},
		"ocr in English": {OCR: &worker.OCR{Languages: "eng"}},
	} {
		b := a.basis(&reader{setup: setup})
		if other, ok := seen[b]; ok {
			t.Errorf("%s and %s have the same basis", name, other)
		}
		seen[b] = name
		setup.Municipality, setup.Limits = "Ale", worker.Limits{Time: time.Hour}
		if a.basis(&reader{setup: setup}) != b {
			t.Errorf("%s: the basis is another with other limits", name)
		}
	}
}

func TestSpace(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("space is known on Linux")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a"), make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(filepath.Join(dir, "a"), filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	free, used, err := space(dir)
	if err != nil || free <= 0 || used < 1<<20 || used > 3<<19 {
		t.Errorf("%d free, %d used (a file of two names counts once), %v", free, used, err)
	}
	if later, used, err := space(filepath.Join(dir, "not", "yet")); err != nil || later <= 0 || used != 0 {
		t.Errorf("where nothing is yet: %d free, %d used, %v", later, used, err)
	}
	if peakMemory(1) < 1<<20 {
		t.Error("this process takes no memory")
	}
}

func TestHeapLimitIsTakenBack(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	back := limitHeap()
	if os.Getenv("GOMEMLIMIT") == "" && debug.SetMemoryLimit(-1) != heapLimit {
		t.Error("no limit is set")
	}
	back()
	if debug.SetMemoryLimit(-1) != before {
		t.Error("the limit stays")
	}
}

// What could not be read is told once, what changed is read, and a file of sources gives municipalities; see
// cmd/styrdok/testdata/script/index.txtar for the rest.
func TestIndexTellsOnlyWhatIsNew(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a.txt", "Nämnden ansvarar för planen.")
	writeFile(t, "b-crashes.txt", "Nämnden leder arbetet.")
	for i, want := range []string{"code=crashed", "1 unchanged, 0 removed, 1 set aside; "} {
		var out, msg strings.Builder
		code := Main(t.Context(), []string{"index", "."}, &out, &msg)
		if code != []int{exitPartly, exitDone}[i] || !strings.Contains(msg.String(), want) {
			t.Errorf("night %d: exit code %d, %s", i, code, msg.String())
		}
	}
	var out, msg strings.Builder
	if code := Main(t.Context(), []string{"status", "--format", "json"}, &out, &msg); code != exitDone || !strings.Contains(out.String(), `"set_aside": 1`) {
		t.Errorf("exit code %d, %s%s", code, out.String(), msg.String())
	}
}
