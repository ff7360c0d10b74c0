package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

func TestRunLeavesAForeignFolderAlone(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "annat/documents/brev.txt", "x")
	writeFile(t, "a.txt", "Nämnden ansvarar för planen.")
	var out strings.Builder
	if code := Main(t.Context(), []string{"run", "a.txt", "--out", "rapport", "--index", "annat"}, &out, &out); code != exitFailed {
		t.Errorf("exit code %d: %s", code, out.String())
	}
	if _, err := os.Stat("annat/documents/brev.txt"); err != nil {
		t.Errorf("the letter is gone: %v", err)
	}
}

func TestMarked(t *testing.T) {
	for _, test := range []struct {
		snippet string
		color   bool
		want    string
	}{
		{"ett <mark>mål</mark> för A&amp;B", false, "ett mål för A&B"},
		{"ett <mark>mål</mark> för", true, "ett \x1b[1mmål\x1b[0m för"},
		{"&lt;mark&gt;\n \x1b[2J <mark>a</mark><mark>b</mark>", false, "<mark> \uFFFD[2J ab"},
		{"<mark>never closed", true, "\x1b[1mnever closed\x1b[0m"},
	} {
		if got := marked(test.snippet, test.color); got != test.want {
			t.Errorf("marked(%q) = %q, want %q", test.snippet, got, test.want)
		}
	}
}

// While one writes, another is told so before it reads anything, and nothing is touched.
func TestLockedIndex(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a.txt", "Nämnden ansvarar för planen.")
	w, err := index.NewWriter(".styrdok", bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, args := range [][]string{{"run", "a.txt", "--out", "rapport"}, {"index", "a.txt"}} {
		var stdout, stderr strings.Builder
		if code := Main(t.Context(), args, &stdout, &stderr); code != exitLocked {
			t.Errorf("%v: exit code %d", args, code)
		}
		if got := stderr.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "being written by another process") {
			t.Errorf("%v: stderr %q", args, got)
		}
	}
	if _, err := os.Stat("rapport"); err == nil {
		t.Error("a report was written")
	}
}
