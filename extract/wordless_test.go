package extract_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"testing"

	"github.com/styrdok/styrdok/extract"
)

// onePage returns a PDF with one page that shows content, deflated and then spoilt if spoil is true, with a picture if picture is.
func onePage(content string, spoil, picture bool) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	fmt.Fprint(w, content)
	w.Close()
	data := z.Bytes()
	for i := range data {
		if spoil && i >= 2 {
			data[i] ^= 0xff
		}
	}
	resources := ""
	if picture {
		resources = "/Resources<</XObject<</I 5 0 R>>>>"
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n")
	fmt.Fprintf(&b, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>\nendobj\n", resources)
	fmt.Fprintf(&b, "4 0 obj\n<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n", len(data), data)
	fmt.Fprintf(&b, "5 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n0\nendstream\nendobj\n")
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size 6>>\n")
	return b.Bytes()
}

// A damaged file without a word is damaged. Only one with a picture may be a scan, whatever else is wrong with it.
func TestWhyThereIsNoWord(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"a page that is spoilt", onePage("q Q BT /F1 12 Tf (Mål för skolan) Tj ET", true, false), extract.ErrCorrupt},
		{"only the beginning of the file", onePage("q Q", false, false)[:200], extract.ErrCorrupt},
		{"a picture", onePage("q 100 0 0 100 0 0 cm /I Do Q", false, true), extract.ErrNoText},
		{"sound and empty", soundAndEmpty(), extract.ErrNoText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := extract.Bytes(t.Context(), "a.pdf", tt.data, extract.Options{}); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
		})
	}
}

// soundAndEmpty returns a PDF with one page and nothing on it.
func soundAndEmpty() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, body := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := b.Len()
	b.WriteString("xref\n0 4\n0000000000 65535 f \n")
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF\n", table)
	return b.Bytes()
}
