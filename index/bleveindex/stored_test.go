package bleveindex

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPackAndUnpack(t *testing.T) {
	var p packer
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.SliceOfN(rapid.Byte(), 0, 2000).Draw(t, "data")
		packed, err := p.pack(data)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := unpack(packed); err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%d bytes came back as %d: %v", len(data), len(got), err)
		}
	})
}

func TestPackHalvesAPassage(t *testing.T) {
	data := []byte(`{"document":"ek-policy","source":"Ekeby/ek-policy.pdf","municipality":"Ekeby","title":"Policy för Ekeby","kind":"policy",` +
		`"year":2014,"section":["4 Ansvar"],"text":"Kommunstyrelsen ansvarar för att policyn följs upp varje år och att nämndernas arbete samordnas.",` +
		`"page":3,"pages":[3],"span":[120,410],"zone":"body","passage":7,"tags":["follow-up","responsibility"],"score":0,"snippet":""}`)
	packed, err := new(packer).pack(data)
	if err != nil || len(packed) > len(data)/2 {
		t.Errorf("%d bytes became %d (%v)", len(data), len(packed), err)
	}
}

// What a few damaged bytes may become is bounded, and an error.
func TestUnpackIsBounded(t *testing.T) {
	packed, err := new(packer).pack([]byte(strings.Repeat("a", maxStored+10)))
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{packed, packed[:len(packed)/2], []byte("no such thing"), nil} {
		if _, err := unpack(data); err == nil {
			t.Errorf("%.20q… is taken", data)
		}
	}
}
