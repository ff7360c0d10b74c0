package index_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

func put(t *testing.T, dir, name string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A home folder that is named by mistake must not lose what lies in its "documents".
func TestWriterLeavesAForeignFolderAlone(t *testing.T) {
	for _, files := range [][]string{
		{"documents/brev.txt", "bilder/bild.png"},
		{"documents/brev.txt"},
		{"LOCK", "anteckning.txt"},
	} {
		dir := t.TempDir()
		for _, f := range files {
			put(t, dir, f)
		}
		if _, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{}); !errors.Is(err, index.ErrNotOurs) {
			t.Errorf("%v: error %v", files, err)
		}
		for _, f := range files {
			if _, err := os.Stat(filepath.Join(dir, f)); err != nil {
				t.Errorf("%v: %v", files, err)
			}
		}
	}
}

func TestWriterTakesItsOwnFolder(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
			t.Fatal(err)
		}
		put(t, dir, "corrections.jsonl")
	}
	if _, err := os.Stat(filepath.Join(dir, "corrections.jsonl")); err != nil {
		t.Errorf("a person's corrections are gone: %v", err)
	}
}

func TestCloseWithoutCommitLeavesNothingOfANewIndex(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nytt")
	w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}
