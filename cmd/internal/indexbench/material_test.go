package main

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

// What is measured finds something: each phrase stands in the documents, and filters and facets have values.
func TestWhatIsMeasured(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ours")
	m, err := indexOurs(dir, bleveindex.Engine{}, 200, 120)
	if err != nil {
		t.Fatal(err)
	}
	if mean := m.Passages / 200; mean < 30 || mean > 50 || m.Bytes == 0 {
		t.Errorf("%d passages a document, %d bytes", mean, m.Bytes)
	}
	for _, p := range phrases(10) {
		if got, err := searchOurs(dir, []string{`"` + p + `"`}, nil, 1); err != nil || got.Hits == 0 {
			t.Errorf("the phrase %q is not found: %v", p, err)
		}
	}
	var asked []string
	for _, q := range queries(10) {
		asked = append(asked, q.ours())
	}
	got, err := searchOurs(dir, asked, []index.Field{index.FieldMunicipality, index.FieldTag}, 1)
	if err != nil || got.Hits < 50 || got.P99 < got.P50 {
		t.Errorf("%+v, %v", got, err)
	}
}

// The peers get as many passages as we index, each with all its fields.
func TestExportedPassages(t *testing.T) {
	path := filepath.Join(t.TempDir(), "passages.tsv")
	if err := exportPassages(path, filepath.Join(t.TempDir(), "none"), 3); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, d := range documents(0, 3) {
		want += len(d.Passages)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
	for _, l := range lines {
		if f := strings.Split(l, "\t"); len(f) != 2+len(tokenFields)+len(valueFields) || f[1] == "" || !strings.HasPrefix(f[len(f)-1], "{") {
			t.Fatalf("%d fields: %.200s", len(f), l)
		}
	}
}

// A missed bar, and a ratio that is no number, is an error; a held one is not.
func TestBars(t *testing.T) {
	r := newReport(io.Discard)
	r.atLeast("rate", 0.7, 0.7)
	r.atMost("size", 1.99, 2)
	if err := r.end(); err != nil {
		t.Error(err)
	}
	r.atLeast("rate", 0.69, 0.7)
	r.atMost("size", 2.01, 2)
	r.atMost("time", math.NaN(), 1)
	if err := r.end(); err == nil || len(r.missed) != 3 || !strings.Contains(err.Error(), "size is 2.01, not at most 2") {
		t.Errorf("%v", err)
	}
}
