package cli

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

func TestChosen(t *testing.T) {
	all := func() []index.DocumentRecord { return []index.DocumentRecord{{ID: "a"}, {ID: "b"}, {ID: "c"}} }
	got, err := chosen(all(), []string{"c", "a"})
	if err != nil || len(got) != 2 || got[0].ID != "a" || got[1].ID != "c" {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := chosen(all(), []string{"a", "x", "y"}); exitCode(err) != exitUsage || !strings.Contains(err.Error(), "x, y") {
		t.Errorf("unknown IDs: %v", err)
	}
}

// Documents come in order, whichever is read first; the first error and an end of the context end it.
func TestLoad(t *testing.T) {
	docs, err := load(t.Context(), 50, func(i int) (*policy.Document, error) {
		return &policy.Document{ID: strings.Repeat("x", i)}, nil
	})
	if err != nil || len(docs) != 50 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	for i, d := range docs {
		if len(d.ID) != i {
			t.Errorf("document %d is %q", i, d.ID)
		}
	}
	_, err = load(t.Context(), 50, func(i int) (*policy.Document, error) {
		if i == 7 {
			return nil, index.ErrDamaged
		}
		return &policy.Document{}, nil
	})
	if !errors.Is(err, index.ErrDamaged) {
		t.Errorf("damage: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := load(ended, 50, func(int) (*policy.Document, error) { return &policy.Document{}, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// What nobody waits for is not written.
func TestUntil(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w := until{ctx, io.Discard}
	if n, err := w.Write([]byte("abc")); n != 3 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	cancel()
	if n, err := w.Write([]byte("abc")); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %d, %v", n, err)
	}
}
