package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/extract"
)

// writeFile writes a file and makes the folders above it.
func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestCheckOut(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "kommuner/Ale/policy.txt", "x")
	writeFile(t, "Dokument/brev.txt", "x")
	writeFile(t, "fil", "x")
	for _, dir := range []string{"tom", ".styrdok"} {
		if err := os.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("kommuner", "genväg"); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ out, index, want string }{
		{"rapport", ".styrdok", ""},
		{"", ".styrdok", "--out is empty"},
		{"ny/djupt/rapport", ".styrdok", ""},
		{"tom", ".styrdok", ""},
		{"kommuner/rapport", ".styrdok", ""},
		{"kommuner/Ale/policy.txt/rapport", ".styrdok", "is a file, not a folder"},
		{".", ".styrdok", "holds the input kommuner/Ale"},
		{"kommuner", ".styrdok", "holds the input kommuner/Ale"},
		{"kommuner/Ale", ".styrdok", "holds the input kommuner/Ale"},
		{"genväg", ".styrdok", "holds the input kommuner/Ale"},
		{"/", ".styrdok", "holds the input kommuner/Ale"},
		{".styrdok", ".styrdok", "may not lie in one another"},
		{".styrdok/rapport", ".styrdok", "may not lie in one another"},
		{"tom", "tom/index", "may not lie in one another"},
		{"rapport", "rapport", "may not lie in one another"},
		{"Dokument", ".styrdok", "not from an earlier report"},
		{"fil", ".styrdok", "it is a file, not a folder"},
		{"fil/rapport", ".styrdok", "is a file, not a folder"},
		{"fil/djupt/rapport", ".styrdok", "is a file, not a folder"},
	} {
		err := checkOut(test.out, test.index, []string{"kommuner/Ale", "kommuner/Ale/policy.txt"})
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("checkOut(%s, %s): %v, want %q", test.out, test.index, err, test.want)
		}
	}
	for _, name := range []string{"tom", ".styrdok"} {
		if entries, err := os.ReadDir(name); err != nil || len(entries) != 0 {
			t.Errorf("%s was touched: %v, %v", name, entries, err)
		}
	}
	if _, err := os.Lstat("rapport"); err == nil {
		t.Error("checking made the folder")
	}
	if left, _ := filepath.Glob(".styrdok-*"); len(left) > 0 {
		t.Errorf("checking left %v behind", left)
	}
}

// A walk passes over reports by the file that marks them.
func TestManifestHasOneName(t *testing.T) {
	if extract.Manifest != render.ManifestFile {
		t.Errorf("extract knows reports by %s, render writes %s", extract.Manifest, render.ManifestFile)
	}
}
