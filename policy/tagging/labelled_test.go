package tagging

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
)

// labelledDir holds documents in our own words, in twenty-odd genres, and what each of their sentences is to be tagged as.
const labelledDir = "../../testdata/labelled"

// floor is what F1 on the labelled documents must not fall below, for all tags together and for each.
const (
	floor    = 0.95
	tagFloor = 0.93
)

type labelledDocument struct {
	doc                  *policy.Document
	required, acceptable map[[2]string]bool // sentence, tag
}

func labelled(t testing.TB) []labelledDocument {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(labelledDir, "*.txt"))
	if err != nil || len(files) < 20 {
		t.Fatalf("%d labelled documents, %v", len(files), err)
	}
	rows, err := os.ReadFile(filepath.Join(labelledDir, "passages.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelledDocument
	byID := map[string]int{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(f), ".txt")
		byID[id] = len(out)
		out = append(out, labelledDocument{read(id, string(text)), map[[2]string]bool{}, map[[2]string]bool{}})
	}
	for i, row := range strings.Split(strings.TrimSpace(string(rows)), "\n") {
		f := strings.Split(row, "\t")
		if len(f) != 4 {
			t.Fatalf("passages.tsv:%d: %d fields", i+1, len(f))
		}
		n, ok := byID[f[0]]
		switch {
		case i == 0:
		case !ok || !strings.Contains(out[n].doc.Text, f[3]):
			t.Fatalf("passages.tsv:%d: %s has no %q", i+1, f[0], f[3])
		case f[2] == "required":
			out[n].required[[2]string{f[3], f[1]}] = true
		default:
			out[n].acceptable[[2]string{f[3], f[1]}] = true
		}
	}
	return out
}

// counts are sentences, not words: what is measured against ../shared counts words.
type counts struct{ good, wrong, found, missed int }

func (c counts) f1() float64 {
	p := float64(c.good) / float64(max(c.good+c.wrong, 1))
	r := float64(c.found) / float64(max(c.found+c.missed, 1))
	return 2 * p * r / max(p+r, 1e-9)
}

func TestLabelledDocuments(t *testing.T) {
	g := New(Default())
	all, byTag := counts{}, map[string]*counts{}
	at := func(tag string) *counts {
		if byTag[tag] == nil {
			byTag[tag] = &counts{}
		}
		return byTag[tag]
	}
	sentences := 0
	for _, l := range labelled(t) {
		sentences += len(l.doc.Sentences)
		got := map[[2]string]bool{}
		for _, tag := range g.Tag(l.doc) {
			key := [2]string{l.doc.SentenceText(tag.Sentence), tag.Name}
			if _, four := fourTags[tag.Name]; !four {
				continue
			}
			got[key] = true
			if l.required[key] || l.acceptable[key] {
				at(tag.Name).good++
			} else {
				at(tag.Name).wrong++
				t.Logf("wrong: %s %s: %s %q", l.doc.ID, tag.Name, key[0], tag.Evidence)
			}
		}
		for key := range l.required {
			if got[key] {
				at(key[1]).found++
			} else {
				at(key[1]).missed++
				t.Logf("missed: %s %s: %s", l.doc.ID, key[1], key[0])
			}
		}
	}
	if sentences < 700 {
		t.Errorf("only %d labelled sentences", sentences)
	}
	for name, c := range byTag {
		if f := c.f1(); f < tagFloor {
			t.Errorf("%s: F1 %.3f is below %.2f", name, f, tagFloor)
		}
		all = counts{all.good + c.good, all.wrong + c.wrong, all.found + c.found, all.missed + c.missed}
	}
	if f := all.f1(); f < floor {
		t.Errorf("F1 %.3f is below %.2f", f, floor)
	} else {
		t.Logf("%d sentences: F1 %.3f", sentences, f)
	}
}

var fourTags = map[string]bool{"goals": true, "responsibility": true, "follow-up": true, "partner-towns": true}
