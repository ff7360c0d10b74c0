package extract_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok/extract"
)

func TestHashFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "abc.txt")
	write(t, file, "abc")
	// the example of FIPS 180-4
	if got, err := extract.HashFile(file); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" || err != nil {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := extract.HashFile(dir); !errors.Is(err, extract.ErrUnsupported) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := extract.HashFile(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}
