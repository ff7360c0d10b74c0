package render

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A file that comes in while the report is written is found before anything is lost: the folder is put back with it.
func TestFileThatComesInMeanwhile(t *testing.T) {
	parent := t.TempDir()
	dir, temp := filepath.Join(parent, "rapport"), filepath.Join(parent, "temp")
	write(t, filepath.Join(dir, "brev.txt"), "viktigt")
	write(t, filepath.Join(temp, "index.html"), "ny")
	err := replace(dir, temp)
	if !errors.Is(err, ErrNotOurs) || !strings.Contains(err.Error(), dir+":") {
		t.Errorf("error %v", err)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "brev.txt")); string(data) != "viktigt" {
		t.Error("the file is lost")
	}
}

// Where the new folder cannot take its place, the earlier one comes back.
func TestEarlierReportComesBack(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "rapport")
	write(t, filepath.Join(dir, ManifestFile), `{"kind":"styrdok-report","files":[]}`)
	if err := replace(dir, parent); err == nil { // no folder can move into itself
		t.Error("no error")
	}
	entries, err := os.ReadDir(parent)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside it stand %v, %v", entries, err)
	}
	if _, err := os.Stat(filepath.Join(dir, ManifestFile)); err != nil {
		t.Error(err)
	}
}

func TestPutBackThatFails(t *testing.T) {
	parent := t.TempDir()
	cause := errors.New("cause")
	err := putBack(filepath.Join(parent, "gone"), filepath.Join(parent, "rapport"), cause)
	if !errors.Is(err, cause) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "gone") {
		t.Errorf("error %v", err)
	}
}
