package indextest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// Fill makes docs the content of the index at place and opens it.
func Fill(t testing.TB, place string, engine index.Engine, docs []*policy.Document) *index.Index {
	t.Helper()
	w, err := index.NewWriter(place, engine, index.WriterOptions{Fresh: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, d := range docs {
		if err := w.Put(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(place, engine)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// deep is how many hits of a query are compared.
const deep = 200

// Same returns how two indexes of the same documents answer query differently, "" if they do not: as many passages, the same ones in
// the same order but for those of equal score, the same counts of facets, the same suggestion.
func Same(a, b *index.Index, query string, sort index.Sort) (string, error) {
	opts := index.SearchOptions{Limit: deep, Sort: sort, Facets: []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear, index.FieldDocument}}
	x, err := a.Search(context.Background(), query, opts)
	if err != nil {
		return "", err
	}
	y, err := b.Search(context.Background(), query, opts)
	if err != nil {
		return "", err
	}
	switch {
	case x.Total != y.Total || len(x.Hits) != len(y.Hits):
		return fmt.Sprintf("%d hits and %d", x.Total, y.Total), nil
	case x.Suggestion != y.Suggestion || x.Relaxed != y.Relaxed:
		return fmt.Sprintf("suggestions %q and %q", x.Suggestion, y.Suggestion), nil
	case fmt.Sprint(x.Facets) != fmt.Sprint(y.Facets):
		return fmt.Sprintf("facets %v and %v", x.Facets, y.Facets), nil
	}
	return sameHits(x.Hits, y.Hits), nil
}

func sameHits(x, y []index.Hit) string {
	settle(x)
	settle(y)
	for i, h := range x {
		switch {
		case !near(h.Score, y[i].Score):
			return fmt.Sprintf("hit %d scores %g and %g", i, h.Score, y[i].Score)
		case h.ID != y[i].ID && (len(x) < deep || !near(h.Score, x[len(x)-1].Score)): // of those that tie where the list is cut, either may be in it
			return fmt.Sprintf("hit %d is %s and %s", i, h.ID, y[i].ID)
		case h.ID == y[i].ID && h.Snippet != y[i].Snippet:
			return fmt.Sprintf("%s shows %q and %q", h.ID, h.Snippet, y[i].Snippet)
		}
	}
	return ""
}

// settle puts hits that tie in the order of their IDs.
func settle(hits []index.Hit) {
	for i := 0; i < len(hits); {
		j := i + 1
		for j < len(hits) && near(hits[i].Score, hits[j].Score) {
			j++
		}
		slices.SortFunc(hits[i:j], func(a, b index.Hit) int { return cmp.Compare(a.ID, b.ID) })
		i = j
	}
}
