package styrdok_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/compare/render"
)

var update = flag.Bool("update", false, "write the golden report anew")

// The whole report on our own four municipalities, from PDF to every file that is text. A change of reading, tagging, facts, comparing or
// writing shows here; look at it, and write the report anew with: go test . -run GoldenReport -update
func TestGoldenReport(t *testing.T) {
	const file = "testdata/golden/kommuner.txtar"
	c := read(t, styrdok.Options{}, "testdata/kommuner")
	report := styrdok.Compare(c, styrdok.CompareOptions{AsOf: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC), Folder: "testdata/rapport",
		Generator: "styrdok test", Taxonomy: "default"})
	dir := filepath.Join(t.TempDir(), "rapport")
	if err := styrdok.Write(t.Context(), report, dir, styrdok.WriteOptions{Workers: 4}); err != nil {
		t.Fatal(err)
	}
	got := textFiles(t, dir)
	var english bytes.Buffer
	if err := render.Write(&english, "md", report, render.Options{Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	got.Files = append(got.Files, txtar.File{Name: "report.en.md", Data: english.Bytes()})
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(want.Files, got.Files, func(a, b txtar.File) bool { return a.Name == b.Name }) {
		t.Fatalf("%s holds other files than the report", file)
	}
	for i, f := range got.Files {
		if diff := cmp.Diff(string(want.Files[i].Data), string(f.Data)); diff != "" {
			t.Errorf("%s (-want +got); if that is meant: go test . -run GoldenReport -update\n%s", f.Name, diff)
		}
	}
}

// textFiles returns the files of a report that are text.
func textFiles(t *testing.T, dir string) *txtar.Archive {
	t.Helper()
	a := &txtar.Archive{Comment: []byte("The report on testdata/kommuner. Write it anew with: go test . -run GoldenReport -update\n")}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		switch ext := filepath.Ext(e.Name()); {
		case ext == ".docx" || ext == ".xlsx" || e.Name() == render.ManifestFile:
			continue // the manifest has the hashes of the others
		case ext == ".html": // the style sheet, the script and their hashes would change with every touch of a colour
			data = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`).ReplaceAll(data, []byte("<$1>…</$1>"))
			data = regexp.MustCompile(`sha256-.*?&#39;`).ReplaceAll(data, []byte("sha256-…&#39;"))
		}
		a.Files = append(a.Files, txtar.File{Name: e.Name(), Data: data})
	}
	return a
}
