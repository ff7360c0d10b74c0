package bleveindex

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/styrdok/styrdok/index"
)

// group returns n passages of a document, and what is stored of them.
func group(t *testing.T, ids ...string) ([]index.Entry, [][]byte) {
	t.Helper()
	var entries []index.Entry
	for _, id := range ids {
		entries = append(entries, index.Entry{ID: id, Stored: []byte(`{"text":"Kommunen ansvarar för ` + id + `"}`)})
	}
	p, err := newPacker()
	if err != nil {
		t.Fatal(err)
	}
	return entries, p.pack(entries)
}

func TestGroups(t *testing.T) {
	var ids []string
	for i := range 2*together + 3 {
		ids = append(ids, fmt.Sprintf("plan#%d", 3*i))
	}
	ids = append(ids, "policy#1", "policy#0", "utan nummer", "utan nummer") // others never stand after the first of a group
	entries, stored := group(t, ids...)
	heads := 0
	for i, s := range stored {
		if s[0] != 0 {
			continue
		}
		heads++
		hits, err := unpack(s[1:])
		if err != nil {
			t.Fatal(err)
		}
		for j, h := range hits {
			if e := entries[i+j]; h.ID != e.ID || !bytes.Equal(h.Stored, e.Stored) {
				t.Errorf("passage %d of the group of %s is %s", j, e.ID, h.ID)
			}
			if _, n := parts(shortID(h.ID)); j > 0 && int(stored[i+j][0]) != j || j > 0 && n == 0 {
				t.Errorf("%s does not say that it is number %d", h.ID, j)
			}
		}
	}
	if heads != 3+2+2 {
		t.Errorf("%d groups", heads)
	}
}

// Damage is an error, not another passage.
func TestUnpackDamaged(t *testing.T) {
	_, stored := group(t, "plan#1", "plan#2")
	for cut := range stored[0][1:] {
		if _, err := unpack(stored[0][1 : 1+cut]); cut > 0 && !errors.Is(err, errStored) {
			t.Fatalf("%d bytes of a group: %v", cut, err)
		}
	}
	p, _ := newPacker()
	for _, data := range []string{"\x05ab", "\x01a", "\x01a\x09bc", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"} {
		if _, err := unpack(p.encoder.EncodeAll([]byte(data), nil)); !errors.Is(err, errStored) {
			t.Errorf("%q: %v", data, err)
		}
	}
	if _, err := unpack(p.encoder.EncodeAll(make([]byte, maxStored+10), nil)); err == nil {
		t.Error("unpacked more than the limit")
	}
}

func TestShortIDs(t *testing.T) {
	last := ""
	for _, n := range []int{0, 1, 9, 10, 255, 256, 70_000, 1<<numberBits - 1} {
		id := shortID(fmt.Sprintf("ale-plan#%d", n))
		document, got := parts(id)
		if got != n || len(id) != 11 || id <= last || short(document, n) != id {
			t.Errorf("%d: %x", n, id)
		}
		last = id
	}
	seen := map[string]string{}
	for _, id := range []string{"a#1", "a", "a#01", "a#", "a#+1", "a#-1", "a#16777216", "a#1#1", "b#1", "", "#", "#1"} {
		s := shortID(id)
		if other, ok := seen[s]; ok {
			t.Errorf("%q and %q are the same", id, other)
		}
		seen[s] = id
	}
}
