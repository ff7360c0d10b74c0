package content

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// interpret shows a content stream on a page of 600 x 800 points with the fonts of package pdftest and the extra resources given
// ("/XObject <<…>>"); build adds their objects to the file.
func interpret(t testing.TB, contents string, build func(f *pdftest.File) (resources string)) *Page {
	t.Helper()
	f := pdftest.New()
	fonts := f.Fonts()
	extra := ""
	if build != nil {
		extra = build(f)
	}
	n := f.Stream("", contents)
	root := f.Add(fmt.Sprintf("<</Type /Catalog /Pages <</Kids []>> /Contents %d 0 R /Resources %s%s>> /OCProperties <</D <</OFF [%d 0 R]>>>>>>",
		n, strings.TrimSuffix(fonts, ">>"), extra, 5))
	data := f.Bytes(root)
	d, err := object.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	c := d.Trailer().Key("Root")
	return NewInterpreter(c).Page(Source{Contents: c.Key("Contents"), Resources: c.Key("Resources"), Annots: c.Key("Resources").Key("Annots"),
		MediaBox: Rect{0, 0, 600, 800}})
}

// shown returns a page's characters.
func shown(p *Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// places returns the page's characters with the whole points of their places: "A@72,92".
func places(p *Page) string {
	var out []string
	for _, g := range p.Glyphs {
		out = append(out, fmt.Sprintf("%s@%.0f,%.0f", g.Text, g.X, g.Y))
	}
	return strings.Join(out, " ")
}

func TestTextState(t *testing.T) {
	// Helvetica's A, B and space are 667, 667 and 278 thousandths wide
	tests := []struct{ name, contents, want string }{
		{"Tj", "BT /F1 10 Tf 100 700 Td (AB) Tj ET", "A@100,100 B@107,100"},
		{"TJ", "BT /F1 10 Tf 100 700 Td [(A) -1000 (B) 500 (A)] TJ ET", "A@100,100 B@117,100 A@118,100"},
		{"Td from the line's start", "BT /F1 10 Tf 100 700 Td (AB) Tj 5 -20 Td (A) Tj ET", "A@100,100 B@107,100 A@105,120"},
		{"TD sets leading", "BT /F1 10 Tf 100 700 TD (A) Tj 0 -15 TD (A) Tj T* (A) Tj ET", "A@100,100 A@100,115 A@100,130"},
		{"TL and '", "BT /F1 10 Tf 12 TL 100 700 Td (A) Tj (B) ' ET", "A@100,100 B@100,112"},
		{"\"", "BT /F1 10 Tf 12 TL 100 700 Td 0 5 (AB) \" ET", "A@100,112 B@112,112"},
		{"Tm", "BT /F1 10 Tf 1 0 0 1 200 500 Tm (A) Tj ET", "A@200,300"},
		{"Tm scales", "BT /F1 1 Tf 20 0 0 20 200 500 Tm (AB) Tj ET", "A@200,300 B@213,300"},
		{"Tc", "BT /F1 10 Tf 3 Tc 100 700 Td (AB) Tj ET", "A@100,100 B@110,100"},
		{"Tw", "BT /F1 10 Tf 4 Tw 100 700 Td (A B) Tj ET", "A@100,100  @107,100 B@113,100"},
		{"Tz", "BT /F1 10 Tf 50 Tz 100 700 Td (AB) Tj ET", "A@100,100 B@103,100"},
		{"Ts", "BT /F1 10 Tf 100 700 Td (A) Tj 4 Ts (B) Tj ET", "A@100,100 B@107,96"},
		{"cm", "1 0 0 1 50 50 cm BT /F1 10 Tf 100 600 Td (A) Tj ET", "A@150,150"},
		{"q and Q", "q 2 0 0 2 0 0 cm Q BT /F1 10 Tf 100 700 Td (A) Tj ET", "A@100,100"},
		{"Q restores the font", "/F1 10 Tf q /F1 99 Tf Q BT 100 700 Td (AB) Tj ET", "A@100,100 B@107,100"},
		{"too many operands", "BT /F1 10 Tf 9 9 100 700 Td (A) Tj ET", "A@100,100"},
		{"BT starts anew", "BT /F1 10 Tf 100 700 Td (A) Tj ET BT 50 700 Td (B) Tj ET", "A@100,100 B@50,100"},
		{"no font", "BT 10 0 0 10 100 700 Tm 1 0 0 1 0 0 cm (A) Tj ET", ""},
		{"font by gs", "BT /G gs 100 700 Td (A) Tj ET", "A@100,100"},
		{"upwards", "BT /F1 10 Tf 0 1 -1 0 100 700 Tm (AB) Tj ET", "A@100,100 B@100,93"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := interpret(t, test.contents, func(*pdftest.File) string { return "/ExtGState <</G <</Font [1 0 R 10]>>>>" })
			if got := places(p); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestGlyph(t *testing.T) {
	p := interpret(t, "BT 3 Tr /F2 10 Tf 100 700 Td (AB) Tj 0 Tr (A) Tj ET", nil)
	if len(p.Glyphs) != 3 {
		t.Fatalf("%d glyphs", len(p.Glyphs))
	}
	a, b, c := p.Glyphs[0], p.Glyphs[1], p.Glyphs[2]
	if !a.Hidden || c.Hidden || !a.Moved || b.Moved || c.Moved {
		t.Errorf("hidden %v %v, moved %v %v %v", a.Hidden, c.Hidden, a.Moved, b.Moved, c.Moved)
	}
	if a.Size != 10 || !a.Font.Bold || a.Font != c.Font || math.Abs(a.DX-7.22) > 0.01 || a.DY != 0 || a.MCID != -1 {
		t.Errorf("glyph %+v", a)
	}
}

func TestClip(t *testing.T) {
	text := "BT /F1 10 Tf 100 700 Td (In) Tj 300 0 Td (Out) Tj ET"
	for name, c := range map[string]string{
		"rectangle": "q 90 690 100 30 re W n " + text + " Q",
		"lines":     "q 90 690 m 190 690 l 190 720 l 90 720 l h W* n " + text,
		"two clips": "q 0 0 600 800 re W n 90 690 100 30 re W n " + text,
	} {
		if got := shown(interpret(t, c, nil)); got != "In" {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := shown(interpret(t, "q 0 0 1 1 re W n Q "+text, nil)); got != "InOut" {
		t.Errorf("the clip outlives Q: %q", got)
	}
	if got := shown(interpret(t, "BT /F1 10 Tf -100 700 Td (Off) Tj 0 2000 Td (Off) Tj 200 -2000 Td (On) Tj ET", nil)); got != "On" {
		t.Errorf("off the page: %q", got)
	}
}

func TestForm(t *testing.T) {
	form := func(dict, data string) func(f *pdftest.File) string {
		return func(f *pdftest.File) string {
			n := f.Stream("/Subtype /Form "+dict, data)
			return fmt.Sprintf("/XObject <</Fm %d 0 R>>", n)
		}
	}
	text := "BT /F1 10 Tf 0 0 Td (A) Tj ET"
	tests := []struct {
		name, contents string
		build          func(f *pdftest.File) string
		want           string
	}{
		{"matrix", "1 0 0 1 100 0 cm /Fm Do", form("/BBox [0 -5 50 50] /Matrix [1 0 0 1 0 700]", text), "A@100,100"},
		{"page's resources", "/Fm Do", form("/BBox [-5 -5 50 50]", text), "A@0,800"},
		{"own resources", "/Fm Do", form("/BBox [-5 -5 50 50] /Resources <</Font <</F1 2 0 R>>>>", text), "A@0,800"},
		{"box clips", "/Fm Do", form("/BBox [200 200 300 300]", text), ""},
		{"state ends with it", "/Fm Do BT /F1 10 Tf 100 700 Td (B) Tj ET", form("/BBox [-5 -5 50 50]", "q q 5 0 0 5 0 0 cm "+text), "A@0,800 B@100,100"},
		{"unknown", "/Fx Do", form("", text), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := places(interpret(t, test.contents, test.build)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestMarkedContent(t *testing.T) {
	text := "BT /F1 10 Tf 100 700 Td (AB) Tj ET "
	tests := []struct{ name, contents, want string }{
		{"actual text", "/Span <</ActualText (fj\\344ll)>> BDC " + text + "EMC " + text, "fjällAB"},
		{"a tab", "/Span <</ActualText <FEFF0009>>> BDC " + text + "EMC " + text, " AB"},
		{"by name", "/Span /P1 BDC " + text + "EMC", "xy"},
		{"nested", "/P <</MCID 1>> BDC /Span <</ActualText (x)>> BDC " + text + "EMC " + text + "EMC", "xAB"},
		{"not ended", "/Span <</ActualText (x)>> BDC " + text, "x"},
		{"ended twice", text + "EMC EMC " + text, "ABAB"},
		{"much too long", "/Span <</ActualText (" + strings.Repeat("x", 50) + ")>> BDC " + text + "EMC", "AB"},
		{"hidden layer", "/OC /L1 BDC " + text + "EMC /OC /L2 BDC " + text + "EMC", "AB"},
		{"hidden group", "/OC /L3 BDC " + text + "EMC", ""},
		{"empty", "/Span <</ActualText ()>> BDC EMC " + text, "AB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := interpret(t, test.contents, func(f *pdftest.File) string {
				off := f.Add("<</Type /OCG>>")
				if off != 5 {
					t.Fatalf("the layer is object %d", off)
				}
				on := f.Add("<</Type /OCG>>")
				return fmt.Sprintf("/Properties <</P1 <</ActualText (xy)>> /L1 %d 0 R /L2 %d 0 R /L3 <</Type /OCMD /OCGs [%d 0 R]>>>>", off, on, off)
			})
			if got := shown(p); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	p := interpret(t, "/P <</MCID 7>> BDC "+text+"EMC /Artifact <</Type /Pagination>> BDC "+text+"EMC", nil)
	if g := p.Glyphs; g[0].MCID != 7 || g[0].Artifact || g[2].MCID != -1 || !g[2].Artifact {
		t.Errorf("marks: %+v %+v", g[0], g[2])
	}
}

func TestImages(t *testing.T) {
	image := func(f *pdftest.File) string {
		n := f.Stream("/Subtype /Image /Width 1 /Height 1", "x")
		return fmt.Sprintf("/XObject <</Im %d 0 R>>", n)
	}
	p := interpret(t, "q 590 0 0 790 0 0 cm /Im Do Q q 50 0 0 50 0 0 cm /Im Do Q", image)
	if p.Images != 2 || !p.Covered {
		t.Errorf("%d images, covered %v", p.Images, p.Covered)
	}
	p = interpret(t, "q 50 0 0 50 900 900 cm /Im Do Q", image)
	if p.Images != 0 {
		t.Error("an image off the page counts")
	}
	inline := "q 50 0 0 50 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G ID \x00EI\xff(\x01 EI Q BT /F1 10 Tf 100 700 Td (A) Tj ET"
	if p = interpret(t, inline, nil); p.Images != 1 || shown(p) != "A" {
		t.Errorf("inline: %d images, text %q", p.Images, shown(p))
	}
}

func TestRules(t *testing.T) {
	tests := map[string]string{
		"line":               "100 700 m 300 700 l S",
		"thin rectangle":     "100 699.5 200 1 re f",
		"drawn rectangle":    "100 699 m 300 699 l 300 701 l 100 701 l h f",
		"slightly askew":     "100 700 m 300 700.2 l S",
		"through a matrix":   "q 2 0 0 2 0 0 cm 50 350 m 150 350 l S Q",
		"filled and stroked": "100 700 m 300 700 l B",
	}
	for name, c := range tests {
		p := interpret(t, c, nil)
		found := false
		for _, r := range p.Rules {
			found = found || math.Abs(r.X0-100) < 1 && math.Abs(r.X1-300) < 1 && math.Abs(r.Y0-100) < 2
		}
		if !found {
			t.Errorf("%s: %v", name, p.Rules)
		}
	}
	for name, c := range map[string]string{"slanted": "100 700 m 300 800 l S", "not painted": "100 700 m 300 700 l n", "short": "100 700 m 102 700 l S", "area": "100 500 200 200 re f"} {
		if p := interpret(t, c, nil); len(p.Rules) != 0 {
			t.Errorf("%s: %v", name, p.Rules)
		}
	}
	if p := interpret(t, "100 500 200 200 re S", nil); len(p.Rules) != 4 {
		t.Errorf("a box has %d lines", len(p.Rules))
	}
}

// TestDrawnBullet: a small filled circle is a bullet.
func TestDrawnBullet(t *testing.T) {
	circle := "104 702 m 104 703.1 103.1 704 102 704 c 100.9 704 100 703.1 100 702 c 100 700.9 100.9 700 102 700 c 103.1 700 104 700.9 104 702 c f "
	p := interpret(t, circle+"BT /F1 11 Tf 110 698 Td (A) Tj ET", nil)
	if shown(p) != "•A" || !p.Glyphs[0].Drawn || math.Abs(p.Glyphs[0].Y-p.Glyphs[1].Y) > 3 {
		t.Errorf("got %q %v", shown(p), places(p))
	}
	if p := interpret(t, "100 500 20 20 re f 100 500 2 9 re f", nil); shown(p) != "" {
		t.Errorf("a box is no bullet: %q", shown(p))
	}
}

func TestAnnotations(t *testing.T) {
	p := interpret(t, "", func(f *pdftest.File) string {
		look := f.Stream("/Subtype /Form /BBox [0 0 50 20] /Resources <</Font <</F1 1 0 R>>>>", "BT /F1 10 Tf 2 5 Td (A) Tj ET")
		field := func(more string) string {
			return fmt.Sprintf("<</Subtype /Widget /Rect [100 700 200 740] %s>>", fmt.Sprintf(more, look))
		}
		return "/Annots [" + field("/AP <</N %d 0 R>>") + field("/AS /On /AP <</N <</On %d 0 R>>>>") + field("/AS /Off /AP <</N <</On %d 0 R>>>>") +
			field("/F 2 /AP <</N %d 0 R>>") + strings.Replace(field("/AP <</N %d 0 R>>"), "Widget", "Popup", 1) + " null]"
	})
	if got := places(p); got != "A@104,90 A@104,90" {
		t.Errorf("got %q", got)
	}
}

func TestDevice(t *testing.T) {
	box := Rect{10, 20, 610, 820}
	tests := []struct {
		rotate, x, y, width, height float64
	}{{0, 0, 0, 600, 800}, {90, 800, 0, 800, 600}, {180, 600, 800, 600, 800}, {270, 0, 600, 800, 600}, {-90, 0, 600, 800, 600}}
	for _, test := range tests {
		m, w, h := Source{MediaBox: box, Rotate: int(test.rotate)}.device()
		if x, y := m.Apply(10, 820); x != test.x || y != test.y || w != test.width || h != test.height {
			t.Errorf("%g: the top left corner is at %g, %g of %g x %g", test.rotate, x, y, w, h)
		}
	}
	if _, w, _ := (Source{MediaBox: box, Unit: 2}).device(); w != 1200 {
		t.Errorf("unit: width %g", w)
	}
}

func TestLimits(t *testing.T) {
	var long strings.Builder
	long.WriteString("BT /F1 1 Tf 100 700 Td ")
	for range 20 {
		long.WriteString("(" + strings.Repeat("i", 40_000) + ") Tj 0 0 Td ")
	}
	p := interpret(t, long.String(), nil)
	if len(p.Glyphs) > MaxGlyphs+40_000 || !p.Cut && len(p.Glyphs) > MaxGlyphs {
		t.Errorf("%d glyphs, cut %v", len(p.Glyphs), p.Cut)
	}
	forms := interpret(t, "/Fm Do", func(f *pdftest.File) string {
		inner := f.Stream("/Subtype /Form /BBox [0 0 9 9]", "BT ET")
		for range maxForms + 3 {
			inner = f.Stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</A %d 0 R>>>>", inner), strings.Repeat("/A Do ", 4))
		}
		return fmt.Sprintf("/XObject <</Fm %d 0 R>>", inner)
	})
	if !forms.Cut {
		t.Error("forms that multiply without end")
	}
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"BT /F1 10 Tf 1 0 0 1 100 700 Tm [(A) -200 (B)] TJ T* (x) ' ET", "q 1 0 0 1 0 0 cm 0 0 9 9 re W n /Fm Do Q",
		"/Span <</ActualText (x)>> BDC BT (a) Tj ET EMC", "BI /W 1 ID x EI 1 1 m 2 2 l S", "BT /F4 1e30 Tf 1e30 Tc (abc) Tj ET",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		defer pdftest.Watch(data)()
		p := interpret(t, string(data), nil)
		for _, g := range p.Glyphs {
			if math.IsNaN(g.X+g.Y+g.DX+g.DY+g.Size) || math.IsInf(g.X+g.Y+g.DX+g.DY+g.Size, 0) || g.Font == nil {
				t.Fatalf("glyph %+v", g)
			}
		}
	})
}

func BenchmarkPage(b *testing.B) {
	contents := strings.Repeat("BT /F1 11 Tf 1 0 0 1 70 700 Tm [(Kommun) -12.5 (styrelsen) -250 (ansvarar)] TJ ET\n", 1000)
	for b.Loop() {
		interpret(b, contents, nil)
	}
}

func ExampleInterpreter_Page() {
	data := pdftest.Pages("BT /F1 10 Tf 100 700 Td (Hej) Tj ET")
	d, err := object.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		fmt.Println(err)
		return
	}
	root := d.Trailer().Key("Root")
	first := root.Key("Pages").Key("Kids").Index(0)
	p := NewInterpreter(root).Page(Source{Contents: first.Key("Contents"), Resources: first.Key("Resources"), MediaBox: Rect{0, 0, 595, 842}})
	for _, g := range p.Glyphs {
		fmt.Printf("%s at %.0f, %.0f\n", g.Text, g.X, g.Y)
	}
	// Output:
	// H at 100, 142
	// e at 107, 142
	// j at 113, 142
}
