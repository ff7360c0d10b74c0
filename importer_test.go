package styrdok_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program in a module of its own does the main job through the facade in under 20 lines.
func TestImporter(t *testing.T) {
	source, err := os.ReadFile("testdata/importer/main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(source), "func main() {\n")
	if n := strings.Count(body, "\n"); n >= 20 {
		t.Errorf("main has %d lines, want under 20", n)
	}
	out := filepath.Join(t.TempDir(), "rapport")
	input, err := filepath.Abs("testdata/kommuner")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", ".", out, input)
	cmd.Dir = "testdata/importer"
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=readonly")
	printed, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("go run: %v\n%s", err, printed)
	}
	if got := strings.TrimSpace(string(printed)); got != "5 documents, 0 set aside" {
		t.Errorf("printed %q", got)
	}
	page, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ale", "Älmhult", "Hylte", "Åmål"} {
		if !strings.Contains(string(page), name) {
			t.Errorf("%s is not in the report", name)
		}
	}
}
