package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/policy"
)

// What takes a worker down is set aside, and its trace is in the ledger, not on stderr.
func TestRunOverCrashes(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("STYRDOK_DOCUMENT_TIMEOUT", "1s")
	for _, name := range []string{"a", "b-crashes", "c", "d-loops", "e-vanishes", "f"} {
		writeFile(t, "in/Ale/"+name+".txt", "Nämnden ansvarar för planen.")
	}
	var out, msg bytes.Buffer
	if code := Main(t.Context(), []string{"run", "in", "--out", "rapport", "--quiet"}, &out, &msg); code != exitPartly {
		t.Errorf("exit code %d", code)
	}
	want := `styrdok: warning: not read: source=Ale/b-crashes.txt code=crashed reason="Filen fick läsningen att krascha; övriga filer påverkades inte."
styrdok: warning: not read: source=Ale/d-loops.txt code=timeout reason="Läsningen tog för lång tid och avbröts."
styrdok: warning: not read: source=Ale/e-vanishes.txt code=vanished reason="Filen fanns inte längre kvar när den skulle läsas."
styrdok: warning: done, but some input could not be read: 3 of 6 files not at all, 0 in part
`
	if msg.String() != want {
		t.Errorf("stderr\n%swant\n%s", msg.String(), want)
	}
	data, err := os.ReadFile("rapport/report.json")
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		SetAside []policy.SetAside `json:"set_aside"`
	}
	if err := json.Unmarshal(data, &report); err != nil || len(report.SetAside) != 3 {
		t.Fatalf("%v, set aside %+v", err, report.SetAside)
	}
	if s := report.SetAside[0]; !strings.HasPrefix(s.Detail, "panic: as its name says\ncli.newHostile.func1 main_test.go:") || s.Municipality != "Ale" {
		t.Errorf("the ledger has %+v", s)
	}
}

// One file that crashes its reader is a message of one line.
func TestExtractOfACrash(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "b-crashes.txt", "Nämnden ansvarar för planen.")
	for _, format := range []string{"text", "json"} {
		var out, msg bytes.Buffer
		code := Main(t.Context(), []string{"extract", "b-crashes.txt", "--format", format}, &out, &msg)
		if code != exitFailed || msg.String() != "styrdok: b-crashes.txt: made the reader crash\n" || out.Len() > 0 {
			t.Errorf("%s: exit code %d, stderr %q", format, code, msg.String())
		}
	}
}

// Without workers nothing is read, and no file is blamed.
func TestNoWorkers(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("STYRDOK_WORKER", "1")
	writeFile(t, "a.txt", "Nämnden ansvarar för planen.")
	for _, args := range [][]string{{"run", "a.txt", "--out", "rapport"}, {"extract", "a.txt"}, {"export", "tags", "a.txt"}} {
		var out, msg bytes.Buffer
		code := Main(t.Context(), append(args, "--quiet"), &out, &msg)
		if code != exitFailed || msg.String() != "styrdok: cannot start a process to read in: this is a worker itself\n" {
			t.Errorf("%v: exit code %d, stderr %q", args, code, msg.String())
		}
	}
	if entries, _ := os.ReadDir("."); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// The worker's command is nobody's concern.
func TestWorkerIsHidden(t *testing.T) {
	var out, msg bytes.Buffer
	if code := Main(t.Context(), []string{"--help"}, &out, &msg); code != exitDone || strings.Contains(out.String(), " "+worker.Name+" ") {
		t.Errorf("exit code %d, help\n%s", code, out.String())
	}
}

// Settings reach the workers.
func TestReaderSetup(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "styrdok.yaml", "document-timeout: 2m\ndocument-memory: 256\nmunicipalities:\n  - name: Ekeby\n")
	writeFile(t, "m.csv", "x,Ekeby\n")
	writeFile(t, "x/a.txt", "Nämnden ansvarar för planen.")
	var out, msg bytes.Buffer
	if code := Main(t.Context(), []string{"export", "facts", "x", "--mapping", "m.csv"}, &out, &msg); code != exitDone {
		t.Fatalf("exit code %d, stderr %s", code, msg.String())
	}
	if !strings.Contains(out.String(), `"municipality": "Ekeby"`) {
		t.Errorf("facts %s", out.String())
	}
}
