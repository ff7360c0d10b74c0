package font

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// load reads a font whose dictionary build makes in a file.
func load(t testing.TB, build func(f *pdftest.File) string) *Font {
	t.Helper()
	f := pdftest.New()
	dict := build(f)
	font := f.Add(dict)
	data := f.Bytes(f.Add(fmt.Sprintf("<</Type /Catalog /Font %d 0 R /Pages <</Kids []>>>>", font)))
	d, err := object.OpenRebuilt(bytes.NewReader(data), int64(len(data)), "")
	if err != nil {
		t.Fatal(err)
	}
	return Load(d.Trailer().Key("Root").Key("Font"))
}

// show returns the characters that a font shows for the codes in s; "_" stands for what it does not tell.
func show(f *Font, s string) string {
	var b strings.Builder
	for codes := []byte(s); len(codes) > 0; {
		g, n := f.Next(codes)
		codes = codes[n:]
		if g.Text == "" {
			b.WriteByte('_')
		}
		b.WriteString(g.Text)
	}
	return b.String()
}

func cmapFile(body string) string {
	return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n" + body + "\nendcmap end end"
}

func TestSimpleEncodings(t *testing.T) {
	tests := []struct{ name, dict, codes, want string }{
		{"WinAnsi", "/Subtype /TrueType /Encoding /WinAnsiEncoding", "\xe5\xe4\xf6\x80\x96\x95\xad\x81", "åäö€–•-•"},
		{"MacRoman", "/Subtype /Type1 /Encoding /MacRomanEncoding", "\x8c\x8a\x9a\xde", "åäöfi"},
		{"Standard", "/Subtype /Type1 /Encoding /StandardEncoding", "A\x27\xae\xe1", "A’fiÆ"},
		{"none", "/Subtype /Type1 /BaseFont /Times-Roman", "A\x60", "A‘"},
		{"none, TrueType", "/Subtype /TrueType", "\xe5", "å"},
		{"Symbol", "/Subtype /Type1 /BaseFont /Symbol", "a\xb7", "α•"},
		{"ZapfDingbats", "/Subtype /Type1 /BaseFont /ZapfDingbats", "4n", "✔■"},
		{"differences", "/Subtype /Type1 /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [65 /aring /odieresis 70 /f_i.alt]>>", "ABCF", "åöCfi"},
		{"no glyph", "/Subtype /Type1 /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [65 /.notdef]>>", "A", "_"},
		{"coded names", "/Subtype /Type1 /Encoding <</Differences [65 /g65 /C0066 /a43]>>", "ABC", "ABC"},
		{"absurd differences", "/Subtype /Type1 /Encoding <</Differences [-5 /A 999 /B /C 255 /D /E]>>", "A", "A"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := load(t, func(*pdftest.File) string { return "<</Type /Font " + test.dict + ">>" })
			if got := show(f, test.codes); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestToUnicodeFirst: what ToUnicode says counts before the encoding, which fills what it leaves out.
func TestToUnicodeFirst(t *testing.T) {
	f := load(t, func(file *pdftest.File) string {
		n := file.Deflated("", cmapFile("1 beginbfchar <41> <00E5> endbfchar 1 beginbfrange <43> <44> <0061> endbfrange 1 beginbfchar <45> <0000> endbfchar"))
		return fmt.Sprintf("<</Subtype /TrueType /Encoding /WinAnsiEncoding /ToUnicode %d 0 R>>", n)
	})
	if got := show(f, "ABCDE"); got != "åBabE" {
		t.Errorf("got %q", got)
	}
}

func TestWidths(t *testing.T) {
	f := load(t, func(*pdftest.File) string {
		return "<</Subtype /TrueType /FirstChar 65 /Widths [500 250] /FontDescriptor <</MissingWidth 333 /Flags 64 /FontName /AAAAAA+Arial,Bold>>>>"
	})
	for code, want := range map[byte]float64{'A': 0.5, 'B': 0.25, 'C': 0.333} {
		if g, _ := f.Next([]byte{code}); math.Abs(g.Width-want) > 1e-9 {
			t.Errorf("%c: %g, want %g", code, g.Width, want)
		}
	}
	if f.Name != "Arial,Bold" || !f.Bold || !f.Italic {
		t.Errorf("style: %+v", f)
	}
	for name, want := range map[string]float64{"Helvetica": 0.667, "Helvetica-Bold": 0.722, "Times-Roman": 0.722, "Courier": 0.6, "Times-BoldItalic": 0.667} {
		f := load(t, func(*pdftest.File) string { return "<</Subtype /Type1 /BaseFont /" + name + ">>" })
		if g, _ := f.Next([]byte{'A'}); math.Abs(g.Width-want) > 1e-9 {
			t.Errorf("%s: %g, want %g", name, g.Width, want)
		}
	}
}

func TestComposite(t *testing.T) {
	type0 := func(encoding, descendant, more string) func(*pdftest.File) string {
		return func(*pdftest.File) string {
			return fmt.Sprintf("<</Subtype /Type0 /Encoding %s /DescendantFonts [<<%s>>] %s>>", encoding, descendant, more)
		}
	}
	t.Run("widths", func(t *testing.T) {
		f := load(t, type0("/Identity-H", "/DW 700 /W [3 [100 200] 10 12 300 20]", ""))
		for cid, want := range map[byte]float64{3: 0.1, 4: 0.2, 5: 0.7, 10: 0.3, 12: 0.3, 13: 0.7} {
			if g, n := f.Next([]byte{0, cid}); math.Abs(g.Width-want) > 1e-9 || n != 2 {
				t.Errorf("%d: %g in %d bytes, want %g", cid, g.Width, n, want)
			}
		}
	})
	t.Run("default width", func(t *testing.T) {
		f := load(t, type0("/Identity-V", "", ""))
		if g, _ := f.Next([]byte{0, 9}); g.Width != 1 || !f.Vertical {
			t.Errorf("width %g, vertical %v", g.Width, f.Vertical)
		}
	})
	tests := []struct{ name, encoding, codes, want string }{
		{"UTF-16", "/UniJIS-UTF16-H", "\x00\xe5\xd8\x3d\xde\x00", "å😀"},
		{"UCS-2", "/UniGB-UCS2-H", "\x4e\x2d", "中"},
		{"Shift-JIS", "/90ms-RKSJ-H", "A\x93\xfa", "A日"},
		{"GBK", "/GBK-EUC-H", "A\xd6\xd0", "A中"},
		{"Big5", "/ETen-B5-H", "\xa4\xa4", "中"},
		{"Korean", "/KSCms-UHC-H", "\xc7\xd1", "한"},
		{"EUC", "/EUC-H", "\xc6\xfc", "日"},
		{"no map", "/Identity-H", "\x00\x05", "_"},
		{"odd byte", "/Identity-H", "\x00\x05\x01", "__"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := show(load(t, type0(test.encoding, "", "")), test.codes); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	t.Run("ToUnicode by name", func(t *testing.T) {
		if got := show(load(t, type0("/Identity-H", "", "/ToUnicode /Identity-H")), "\x00\xe5"); got != "å" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("embedded CMap", func(t *testing.T) {
		f := load(t, func(file *pdftest.File) string {
			e := file.Stream("/WMode 1", cmapFile("2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange "+
				"1 begincidrange <41> <43> 7 endcidrange 1 begincidchar <8001> 3 endcidchar"))
			u := file.Stream("", cmapFile("1 beginbfrange <41> <43> [<0061> <00620063> /odieresis] endbfrange 1 beginbfchar <8001> <00E5> endbfchar"))
			return fmt.Sprintf("<</Subtype /Type0 /Encoding %d 0 R /ToUnicode %d 0 R /DescendantFonts [<</W [3 [400] 7 [100 200 300]]>>]>>", e, u)
		})
		if got := show(f, "ABC\x80\x01"); got != "abcå" && got != "abc_å" {
			t.Errorf("got %q", got)
		}
		if g, n := f.Next([]byte("\x80\x01")); g.Width != 0.4 || n != 2 || !f.Vertical {
			t.Errorf("width %g, %d bytes, vertical %v", g.Width, n, f.Vertical)
		}
	})
}

func TestClean(t *testing.T) {
	tests := map[string]string{"": "", "a": "a", "ﬁ": "fi", "ﬀﬄﬆ": "fffflst", "a\x00b\x07": "ab", "\t": " ", "\uFFFD": "", "å\uFEFF": "å"}
	for in, want := range tests {
		if got := clean(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestGlyphNames(t *testing.T) {
	tests := []struct {
		name string
		code int
		want string
	}{
		{"A", 0, "A"}, {"zero", 0, "0"}, {"aring", 0, "å"}, {"Adieresis", 0, "Ä"}, {"endash", 0, "–"}, {"afii10017", 0, "А"}, {"zukatakana", 0, ""},
		{"uni00E5", 0, "å"}, {"uni00410042", 0, "AB"}, {"u1F600", 0, "😀"}, {"uniXYZW", 0, ""}, {"a.sc", 0, "a"}, {"f_f_i", 0, "ffi"},
		{".notdef", 65, ""}, {"", 65, ""}, {"g65", 65, "A"}, {"g65", 66, ""}, {"C0041", 65, "A"}, {"nonsense", 0, ""}, {"a28", 28, "fi"}, {"a12", 12, "fi"}, {"a136", 136, "•"}, {"a229", 229, "å"}, {"a3", 3, ""},
		{"zzz", 0, ""}, {"\x00", 0, ""}, {"A-first", 0, ""},
	}
	for _, test := range tests {
		if got := nameText(test.name, test.code); got != test.want {
			t.Errorf("%q: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestGlyphList: each name of the list is found in it.
func TestGlyphList(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(glyphList), "\n")
	n := 0
	for _, line := range lines {
		if name, codes, ok := strings.Cut(line, " "); ok && !strings.HasPrefix(line, "#") {
			n++
			if got := listed(name); got != hexText(codes) {
				t.Fatalf("%s: got %q", name, got)
			}
		}
	}
	if n < 2000 {
		t.Errorf("only %d names", n)
	}
}

func TestType1Program(t *testing.T) {
	f := load(t, func(file *pdftest.File) string {
		n := file.Stream("", "%!PS-AdobeFont\n/FontName /X def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"+
			"dup 65 /aring put\ndup 66 /odieresis put\nreadonly def\ncurrentfile eexec\ndup 67 /A put")
		return fmt.Sprintf("<</Subtype /Type1 /FontDescriptor <</Flags 4 /FontFile %d 0 R>>>>", n)
	})
	if got := show(f, "AB"); got != "åö" {
		t.Errorf("got %q", got)
	}
	standard := type1([]byte("/Encoding StandardEncoding def"))
	if standard.simple(0xae) != "ﬁ" {
		t.Errorf("got %q", standard.simple(0xae))
	}
}

// trueTypeFont makes a font file with nothing but a cmap that has the subtables given, each for a platform and an encoding.
func trueTypeFont(subtables map[[2]uint16][]byte) []byte {
	var cmap, bodies bytes.Buffer
	put := func(b *bytes.Buffer, values ...any) {
		for _, v := range values {
			_ = binary.Write(b, binary.BigEndian, v)
		}
	}
	put(&cmap, uint16(0), uint16(len(subtables)))
	for key, body := range subtables {
		put(&cmap, key[0], key[1], uint32(4+8*len(subtables)+bodies.Len()))
		bodies.Write(body)
	}
	var out bytes.Buffer
	put(&out, uint32(0x10000), uint16(1), [6]byte{})
	put(&out, []byte("cmap"), uint32(0), uint32(28), uint32(cmap.Len()+bodies.Len()))
	out.Write(cmap.Bytes())
	out.Write(bodies.Bytes())
	return out.Bytes()
}

// words16 writes numbers as 16 bits each.
func words16(values ...int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func TestTrueTypeProgram(t *testing.T) {
	unicode := words16(4, 32, 0, 4, 0, 0, 0, 'B', 0xffff, 0, 'A', 0xffff, (5-'A')&0xffff, 1, 0, 0) // A, B are the glyphs 5, 6
	symbol := words16(6, 14, 0, 0xf041, 2, 6, 5)                                                   // codes 41, 42 (hex) are the glyphs 6, 5
	long := append(words16(12, 0, 0, 28, 0, 0, 0, 1), words16(0, 0xe5, 0, 0xe6, 0, 9)...)
	font := trueTypeFont(map[[2]uint16][]byte{{3, 1}: unicode, {3, 0}: symbol, {3, 10}: long})
	t.Run("composite", func(t *testing.T) {
		f := load(t, func(file *pdftest.File) string {
			n := file.Deflated("", string(font))
			return fmt.Sprintf("<</Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<</FontDescriptor <</FontFile2 %d 0 R>>>>]>>", n)
		})
		if got := show(f, "\x00\x05\x00\x06\x00\x09\x00\x0a\x00\x07"); got != "ABåæ_" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("glyphs of their own", func(t *testing.T) {
		f := load(t, func(file *pdftest.File) string {
			n := file.Deflated("", string(font))
			g := file.Stream("", "\x00\x00\x00\x06")
			return fmt.Sprintf("<</Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<</CIDToGIDMap %d 0 R /FontDescriptor <</FontFile2 %d 0 R>>>>]>>", g, n)
		})
		if got := show(f, "\x00\x01"); got != "B" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("symbols", func(t *testing.T) {
		f := load(t, func(file *pdftest.File) string {
			n := file.Deflated("", string(font))
			return fmt.Sprintf("<</Subtype /TrueType /FontDescriptor <</Flags 4 /FontFile2 %d 0 R>>>>", n)
		})
		if got := show(f, "AB"); got != "BA" {
			t.Errorf("got %q", got)
		}
	})
}

// compactFontFile makes a CFF font of the glyphs .notdef, aring, B for the codes 65 and 66.
func compactFontFile() []byte {
	list := func(items ...[]byte) []byte {
		out := words16(len(items))
		if len(items) == 0 {
			return out
		}
		out = append(out, 1)
		at := 1
		for _, i := range items {
			out = append(out, byte(at))
			at += len(i)
		}
		out = append(out, byte(at))
		for _, i := range items {
			out = append(out, i...)
		}
		return out
	}
	number := func(n int) []byte { return append([]byte{28}, words16(n)...) }
	build := func(charset, encoding, glyphs int) (data []byte, ends [3]int) {
		var top []byte
		top = append(append(top, number(charset)...), 15)
		top = append(append(top, number(encoding)...), 16)
		top = append(append(top, number(glyphs)...), 17)
		data = append([]byte{1, 0, 4, 1}, list([]byte("X"))...)
		data = append(data, list(top)...)
		data = append(data, list([]byte("aring.alt"))...)
		data = append(data, list()...)
		ends[0] = len(data)
		data = append(append(data, 0), words16(391, 35)...) // charset: the font's own string, "B"
		ends[1] = len(data)
		data = append(data, 0, 2, 65, 66)
		ends[2] = len(data)
		return append(data, list([]byte{14}, []byte{14}, []byte{14})...), ends
	}
	_, e := build(0, 0, 0)
	data, _ := build(e[0], e[1], e[2])
	return data
}

func TestCompactProgram(t *testing.T) {
	f := load(t, func(file *pdftest.File) string {
		n := file.Stream("/Subtype /Type1C", string(compactFontFile()))
		return fmt.Sprintf("<</Subtype /Type1 /FontDescriptor <</FontFile3 %d 0 R>>>>", n)
	})
	if got := show(f, "AB"); got != "åB" {
		t.Errorf("got %q", got)
	}
	if standardString(1) != "space" || standardString(390) != "Semibold" || standardString(-1) != "" || standardString(391) != "" {
		t.Error("standard strings")
	}
}

func TestType3(t *testing.T) {
	f := load(t, func(*pdftest.File) string {
		return "<</Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 100 100] /FirstChar 65 /Widths [50] /Encoding <</Differences [65 /aring]>>>>"
	})
	if g, _ := f.Next([]byte{'A'}); g.Width != 0.5 || g.Text != "å" || math.Abs(f.Unit-1) > 1e-9 {
		t.Errorf("got %+v, unit %g", g, f.Unit)
	}
}

// TestNull: a font that is not there shows its codes as they are.
func TestNull(t *testing.T) {
	if got := show(Load(object.Value{}), "Abc"); got != "Abc" {
		t.Errorf("got %q", got)
	}
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte(cmapFile("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <0041> endbfrange")), []byte("abc"))
	f.Add([]byte(cmapFile("1 beginbfrange <00> <FFFFFFFF> [<0041> <0042>] endbfrange 1 begincidrange <0000> <FFFFFFFF> 4294967295 endcidrange")), []byte("\x00\x01"))
	f.Fuzz(func(t *testing.T, data, codes []byte) {
		defer pdftest.Watch(data, codes)()
		m := parseCMap(data)
		for len(codes) > 0 {
			code, n := m.next(codes)
			if n < 1 || n > len(codes) {
				t.Fatalf("a code of %d bytes in %d", n, len(codes))
			}
			m.cid(code)
			m.text(code)
			codes = codes[n:]
		}
	})
}

func FuzzProgram(f *testing.F) {
	f.Add(trueTypeFont(map[[2]uint16][]byte{{3, 1}: words16(4, 24, 0, 2, 0, 0, 0, 0xffff, 0, 0, 1, 0)}))
	f.Add(compactFontFile())
	f.Add([]byte("/Encoding 256 array dup 65 /A put def"))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer pdftest.Watch(data)()
		for _, p := range []*program{type1(data), trueType(data), compact(data)} {
			if p != nil {
				p.simple(65)
			}
		}
	})
}

func ExampleLoad() {
	f := Load(object.Value{})
	g, n := f.Next([]byte("A"))
	fmt.Println(g.Text, n)
	// Output: A 1
}
