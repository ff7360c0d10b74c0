package content

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// TestFilledFields: what was filled in is text of the page, also where the program left a field's appearance to the viewer.
func TestFilledFields(t *testing.T) {
	const rect = "/Subtype /Widget /Rect [100 700 200 720] "
	tests := []struct{ name, fields, want string }{
		{"a text field", rect + `/FT /Tx /DA (/Helv 10 Tf 0 g) /V (Ale 1)`, "Ale 1"},
		{"in UTF-16", rect + `/FT /Tx /V <FEFF00C5006D00E5006C>`, "Åmål"},
		{"by its parent", rect + `/Parent <</FT /Tx /V (A)>>`, "A"},
		{"one that is its own parent", rect + `/Parent 9 0 R`, ""},
		{"a choice", rect + `/FT /Ch /Opt [[(1) (Ja)] [(2) (Nej)]] /V (2)`, "Nej"},
		{"two of them", rect + `/FT /Ch /Opt [(B) (C)] /V [(B) (C)]`, "BC"},
		{"a password", rect + `/FT /Tx /Ff 8192 /V (A)`, ""},
		{"a button", rect + `/FT /Btn /V /Yes`, ""},
		{"hidden", rect + `/F 2 /FT /Tx /V (A)`, ""},
		{"a typed note", `/Subtype /FreeText /Rect [100 700 200 720] /Contents (A)`, "A"},
		{"a comment that pops up", `/Subtype /Text /Rect [100 700 200 720] /Contents (A)`, ""},
		{"no place", `/Subtype /Widget /FT /Tx /V (A)`, ""},
		{"no number", `/Subtype /Widget /Rect [1e300 0 1e308 9e307] /FT /Tx /V (A)`, ""},
		{"an appearance that shows it", rect + `/FT /Tx /V (Z) /AP <</N 10 0 R>>`, "A"},
		{"one that shows nothing", rect + `/FT /Tx /V (Z) /AP <</N 11 0 R>>`, "Z"},
	}
	for _, test := range tests {
		p := interpret(t, "", func(f *pdftest.File) string {
			for f.Reserve() < 9 {
			}
			f.Set(9, "<</Parent 9 0 R /FT /Tx>>")
			f.Stream("/Subtype /Form /BBox [0 0 50 20] /Resources <</Font <</F1 1 0 R>>>>", "BT /F1 10 Tf 2 5 Td (A) Tj ET")
			f.Stream("/Subtype /Form /BBox [0 0 50 20]", "/Tx BMC EMC")
			return "/Annots [<<" + test.fields + ">>]"
		})
		if got := shown(p); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLongField: a long answer is broken between words, and shrinks until it fits.
func TestLongField(t *testing.T) {
	p := interpret(t, "", func(f *pdftest.File) string {
		return "/Annots [<</Subtype /Widget /Rect [100 600 200 700] /FT /Tx /Ff 4096 /V (" + strings.Repeat("kommun ", 60) + ")>>]"
	})
	if len(p.Glyphs) < 60*6 {
		t.Fatalf("%d glyphs", len(p.Glyphs))
	}
	for _, g := range p.Glyphs {
		if g.X < 100 || g.X > 200 || g.Y < 100 || g.Y > 200 {
			t.Fatalf("%q lies at %g, %g", g.Text, g.X, g.Y)
		}
	}
	huge := interpret(t, "", func(f *pdftest.File) string {
		return "/Annots [<</Subtype /Widget /Rect [100 600 200 700] /FT /Tx /Ff 4096 /V (" + strings.Repeat("a ", 1<<20) + ")>>]"
	})
	if len(huge.Glyphs) > maxFieldText {
		t.Errorf("%d glyphs", len(huge.Glyphs))
	}
}

// TestStaleForm: a form that says that its appearances are out of date is read by its values.
func TestStaleForm(t *testing.T) {
	f := pdftest.New()
	fonts := f.Fonts()
	look := f.Stream("/Subtype /Form /BBox [0 0 50 20] /Resources "+fonts, "BT /F1 10 Tf 2 5 Td (old) Tj ET")
	annots := fmt.Sprintf("[<</Subtype /Widget /Rect [100 700 200 720] /FT /Tx /V (new) /AP <</N %d 0 R>>>>]", look)
	root := f.Add("<</Type /Catalog /Pages <</Kids []>> /AcroForm <</NeedAppearances true>> /Annots " + annots + ">>")
	data := f.Bytes(root)
	d, err := object.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	c := d.Trailer().Key("Root")
	if got := shown(NewInterpreter(c).Page(Source{Annots: c.Key("Annots"), MediaBox: Rect{0, 0, 600, 800}})); got != "new" {
		t.Errorf("got %q", got)
	}
}
