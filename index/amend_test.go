package index_test

import (
	"errors"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// tagAs returns a correction that gives the first sentence of every document the tag name.
func tagAs(name *string) func(*policy.Document) *policy.Document {
	return func(d *policy.Document) *policy.Document {
		c := *d
		c.Tags = append([]policy.Tag{{Name: *name, Sentence: 0, By: policy.ByPerson}}, d.Tags...)
		return &c
	}
}

func TestAmendedDocumentsAreFoundButKeptAsTheyWere(t *testing.T) {
	t.Parallel()
	dir, name := t.TempDir(), "funding"
	doc := newDocument("ek-policy", "Ekeby", "policy", "2024", "Samarbetet med vänorterna är vilande.")
	if len(doc.Sentences) == 0 {
		doc.Sentences = []policy.Sentence{{Span: doc.Passages[0].Span}}
	}
	before := len(doc.Tags)
	opts := index.WriterOptions{Amend: tagAs(&name)}
	write(t, dir, opts, doc)
	if got := found(search(t, open(t, dir), "tag:funding", index.SearchOptions{})); got != "ek-policy/0" {
		t.Errorf("by the tag that was added: %q", got)
	}
	x := open(t, dir)
	if h := search(t, x, "tag:funding", index.SearchOptions{}).Hits[0]; len(h.Reviewed) != 1 || h.Reviewed[0] != "funding" {
		t.Errorf("a person vouches for %v", h.Reviewed)
	}
	kept, ok, err := x.Document("ek-policy")
	if err != nil || !ok || len(kept.Tags) != before {
		t.Errorf("kept with %d tags, want %d; %v", len(kept.Tags), before, err)
	}

	// The correction becomes another one: only Reindex sees it, since the document is the same.
	name = "goals"
	w, err := index.NewWriter(dir, engine, opts)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Put(kept), w.Reindex("unknown"), w.Reindex("ek-policy"), w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if got := search(t, open(t, dir), "tag:funding", index.SearchOptions{}).Total; got != 0 {
		t.Errorf("by the tag that was taken back: %d", got)
	}
	if got := found(search(t, open(t, dir), "tag:goals", index.SearchOptions{})); got != "ek-policy/0" {
		t.Errorf("by the new tag: %q", got)
	}
	if s := status(t, dir); s.Documents != 1 || s.Passages != 1 {
		t.Errorf("%+v", s)
	}
}

// Corrections that are left where an index was make it no foreign folder.
func TestCorrectionsAloneAreOurs(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corrections.jsonl")
	w, err := index.NewWriter(dir, engine, index.WriterOptions{Fresh: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
}
