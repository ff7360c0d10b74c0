package indextest

import (
	"context"
	"errors"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// A writer changes what it must, and who reads sees one generation whole.
func (s Suite) writing(t *testing.T) {
	place, docs := s.Place(t), documents()
	s.put(t, place, index.WriterOptions{}, docs...)
	old := s.index(t, place)
	changed := document("sj-plan", "Sjövik", "plan", "2022", "#goals Biblioteken är öppna.")
	w, err := index.NewWriter(place, s.Engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.SetAside([]index.Aside{{SetAside: policy.SetAside{Source: "x.pdf", Code: "corrupt"}}})
	if err := errors.Join(w.Put(changed), w.Put(docs[0]), w.Remove("never")); err != nil {
		t.Fatal(err)
	}
	if got := hits(t, s.index(t, place), "bibliotek"); got != "" {
		t.Errorf("what is not committed is found: %s", got)
	}
	for range 2 { // the second one finds nothing new
		if err := w.Commit(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	x := s.index(t, place)
	if got := hits(t, x, "bibliotek skola vänort"); got != "sj-plan#0 ek-policy#0" && got != "ek-policy#0 sj-plan#0" {
		t.Errorf("afterwards: %s", got)
	}
	if got := hits(t, old, "skola"); got == "" || hits(t, old, "bibliotek") != "" {
		t.Errorf("the generation that is open has changed: %q", got)
	}
	status, err := index.StatusOf(place, s.Engine)
	if err != nil || status.Documents != 2 || status.Passages != 4 || status.SetAside != 1 || status.EngineBytes == 0 || status.Writer != nil {
		t.Errorf("%+v, %v", status, err)
	}
	doc, ok, err := x.Document("sj-plan")
	if err != nil || !ok || doc.Text != changed.Text {
		t.Errorf("the document is %v, %v, %v", doc, ok, err)
	}
	if err := s.rebuilt(place); err != nil {
		t.Error(err)
	}
	if got := hits(t, s.index(t, place), "bibliotek"); got != "sj-plan#0" {
		t.Errorf("after it was made anew: %s", got)
	}
}

// rebuilt makes the engine's part anew.
func (s Suite) rebuilt(place string) error {
	w, err := index.NewWriter(place, s.Engine, index.WriterOptions{Rebuild: true})
	if err != nil {
		return err
	}
	return errors.Join(w.Commit(context.Background()), w.Close())
}

func (s Suite) goingBack(t *testing.T) {
	place, docs := s.Place(t), documents()
	s.put(t, place, index.WriterOptions{Fresh: true}, docs[0])
	s.put(t, place, index.WriterOptions{}, docs[1])
	if n, err := index.Rollback(place, s.Engine, 0); n != 1 || err != nil {
		t.Fatalf("back to %d, %v", n, err)
	}
	if got := hits(t, s.index(t, place), "ansvarar"); got != "ek-policy#1" {
		t.Errorf("after going back: %s", got)
	}
	for range 3 {
		docs[1] = document("sj-plan", "Sjövik", "plan", "2022", docs[1].Text[7:])
		s.put(t, place, index.WriterOptions{}, docs[1])
	}
	if err := index.Prune(place, s.Engine, 1); err != nil {
		t.Fatal(err)
	}
	status, err := index.StatusOf(place, s.Engine)
	if err != nil || len(status.Generations) != 1 || status.Documents != 2 {
		t.Errorf("%+v, %v", status, err)
	}
	if _, err := index.Rollback(place, s.Engine, 0); !errors.Is(err, index.ErrNoGeneration) {
		t.Errorf("nothing to go back to: %v", err)
	}
}

func (s Suite) locked(t *testing.T) {
	place := s.Place(t)
	w, err := index.NewWriter(place, s.Engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if other, err := index.NewWriter(place, s.Engine, index.WriterOptions{}); !errors.Is(err, index.ErrLocked) {
		t.Errorf("a second writer: %v", err)
		other.Close()
	}
	if err := errors.Join(w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	s.put(t, place, index.WriterOptions{}, documents()...)
}

func (s Suite) notThere(t *testing.T) {
	place := s.Place(t)
	if _, err := index.Open(place, s.Engine); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("opening: %v", err)
	}
	if _, err := index.StatusOf(place, s.Engine); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("status: %v", err)
	}
	w, err := index.NewWriter(place, s.Engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Put(documents()[0]), w.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Open(place, s.Engine); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("after a writer that committed nothing: %v", err)
	}
}

func (s Suite) verify(t *testing.T) {
	place := s.Place(t)
	s.put(t, place, index.WriterOptions{}, documents()...)
	if d, err := index.Verify(context.Background(), place, s.Engine, nil); len(d) > 0 || err != nil {
		t.Errorf("a sound index: %v, %v", d, err)
	}
	r, err := index.Repair(context.Background(), place, s.Engine, index.WriterOptions{})
	if err != nil || r.Documents != 2 || len(r.Lost) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
	if got := hits(t, s.index(t, place), "nämnd"); got != "sj-plan#1" {
		t.Errorf("after repair: %s", got)
	}
}
