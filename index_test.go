package styrdok_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/index"
)

func TestIndexAndSearch(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	c := read(t, styrdok.Options{}, "testdata/kommuner")
	if err := styrdok.Index(t.Context(), dir, c); err != nil {
		t.Fatal(err)
	}
	// The document has "vänorter"; the query asks with another form of the word.
	got, err := styrdok.Search(t.Context(), dir, "vänorten municipality:Hylte", index.SearchOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Hits) == 0 || got.Hits[0].Document != "hylte-riktlinjer" || got.Hits[0].Page == 0 {
		t.Errorf("hits %+v", got.Hits)
	}
}

func TestIndexReplacesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"testdata/kommuner", "testdata/kommuner/Ale"} {
		if err := styrdok.Index(t.Context(), dir, read(t, styrdok.Options{}, folder)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := styrdok.Search(t.Context(), dir, "municipality:Hylte", index.SearchOptions{})
	if err != nil || len(got.Hits) != 0 {
		t.Errorf("%v, %+v", err, got)
	}
}

func TestIndexErrors(t *testing.T) {
	if _, err := styrdok.Search(t.Context(), t.TempDir(), "mål", index.SearchOptions{}); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("search without an index: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "brev.txt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := styrdok.Index(t.Context(), dir, &styrdok.Collection{}); !errors.Is(err, index.ErrNotOurs) {
		t.Errorf("index in a folder of letters: %v", err)
	}
}
