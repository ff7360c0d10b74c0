package corpus_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/corpus"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/policy"
)

func read(t *testing.T, name string, data []byte) *policy.Document {
	t.Helper()
	path := filepath.Join(t.TempDir(), filepath.Base(name))
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	d, err := styrdok.NewReader(styrdok.Options{}).Read(context.Background(), styrdok.Source{Source: extract.Source{Path: path, Name: name}, ID: name})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheSameNumbersGiveTheSameBytes(t *testing.T) {
	o := corpus.Options{Seed: 7}
	for _, n := range []int{0, 3, 4999} {
		a, b := o.Document(n), o.Document(n)
		if !bytes.Equal(a.Text(), b.Text()) || !bytes.Equal(a.PDF(), b.PDF()) || a.Path("pdf") != b.Path("pdf") {
			t.Errorf("document %d is not the same twice", n)
		}
		if other := (corpus.Options{Seed: 8}).Document(n); bytes.Equal(a.Text(), other.Text()) {
			t.Errorf("document %d is the same with another seed", n)
		}
	}
}

func TestSpreadOverMunicipalities(t *testing.T) {
	count := map[string]int{}
	paths := map[string]bool{}
	o := corpus.Options{Municipalities: 3}
	for n := range 9 {
		d := o.Document(n)
		count[d.Municipality.Name]++
		paths[d.Path("txt")] = true
	}
	if len(count) != 3 || len(paths) != 9 {
		t.Errorf("9 documents of 3 municipalities: %v, %d paths", count, len(paths))
	}
	if a, b := (corpus.Options{}).Document(1), (corpus.Options{}).Document(291); a.Municipality != b.Municipality {
		t.Errorf("%s and %s", a.Municipality.Name, b.Municipality.Name)
	}
}

// What is read from a PDF or a text is what was written, in order; facts and tags are found, so that filters and facets work.
func TestDocumentsAreReadAsWritten(t *testing.T) {
	tags := map[string]int{}
	for n := range 12 {
		made := corpus.Options{Seed: 1}.Document(n)
		for _, ext := range []string{"txt", "pdf"} {
			data := made.Text()
			if ext == "pdf" {
				data = made.PDF()
			}
			d := read(t, made.Path(ext), data)
			if got, want := words(d.Text), words(string(made.Text())); !slices.Equal(got, want) {
				t.Errorf("%s: the words read are not those written: %s", made.Path(ext), firstDifference(got, want))
			}
			if got := d.Municipality.Municipality.Name; got != made.Municipality.Name {
				t.Errorf("%s: municipality %q", made.Path(ext), got)
			}
			if got := d.Facts.Kind.Value; got != strings.ToLower(made.Kind) {
				t.Errorf("%s: kind %q, want %q", made.Path(ext), got, made.Kind)
			}
			if got := d.Facts.Date.Value; got != made.Adopted {
				t.Errorf("%s: adopted %q, want %q", made.Path(ext), got, made.Adopted)
			}
			for _, tag := range d.Tags {
				tags[tag.Name]++
			}
		}
	}
	for _, name := range []string{"goals", "responsibility", "follow-up", "partner-towns"} {
		if tags[name] == 0 {
			t.Errorf("no sentence is tagged %s: %v", name, tags)
		}
	}
}

// words returns the words of a text without what only marks or counts.
func words(s string) []string {
	return strings.Fields(strings.NewReplacer("•", " ", "- ", " ").Replace(s))
}

func firstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return strings.Join(got[max(0, i-3):min(len(got), i+4)], " ") + " / " + strings.Join(want[max(0, i-3):min(len(want), i+4)], " ")
		}
	}
	return "one is longer"
}

// The sizes that measurements speak of: about 40 passages a document; and words as in real texts: most of the
// different ones are rare, a hundred make half of the text.
func TestSizeAndSpreadOfWords(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 60 documents")
	}
	const documents = 60
	passages, all := 0, 0
	count := map[string]int{}
	for n := range documents {
		made := corpus.Options{Seed: 1}.Document(n)
		d := read(t, made.Path("txt"), made.Text())
		passages += len(d.Passages)
		for _, w := range words(strings.ToLower(d.Text)) {
			count[strings.Trim(w, ".,:")]++
			all++
		}
	}
	if mean := passages / documents; mean < 36 || mean > 46 {
		t.Errorf("%d passages a document, want about 40", mean)
	}
	var counts []int
	once := 0
	for _, n := range count {
		counts = append(counts, n)
		if n == 1 {
			once++
		}
	}
	slices.SortFunc(counts, func(a, b int) int { return b - a })
	frequent := 0
	for _, n := range counts[:100] {
		frequent += n
	}
	if share := float64(frequent) / float64(all); share < 0.35 || share > 0.65 {
		t.Errorf("the hundred most frequent words are %.2f of the text", share)
	}
	if share := float64(once) / float64(len(count)); share < 0.4 || share > 0.8 {
		t.Errorf("%.2f of the %d different words occur once", share, len(count))
	}
}
