package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// hostileStreams are streams that hold more than they seem to.
func hostileStreams() (files []hostileFile) {
	stream := func(name, dict string, data func() string) {
		files = append(files, hostileFile{name, func() []byte {
			f := pdftest.New()
			root := f.AddPages(f.Fonts(), "")
			data := data()
			f.Set(6, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
			return f.Bytes(root)
		}})
	}
	packed := func() string { return pdftest.Deflate(sample) }
	for _, p := range []string{"/Columns 2147483647", "/Columns 16777216 /Colors 64 /BitsPerComponent 32", "/Colors 2147483647", "/Columns -1 /Colors -1"} {
		for _, n := range []int{2, 15} {
			stream(fmt.Sprintf("predictor %d %s", n, p), fmt.Sprintf("/Filter /FlateDecode /DecodeParms <</Predictor %d %s>>", n, p), packed)
		}
	}
	stream("filters without end", "/Filter ["+strings.Repeat("/FlateDecode ", 10_000)+"]", packed)
	stream("run lengths", "/Filter [/FlateDecode /RunLengthDecode]", func() string { return pdftest.Deflate(strings.Repeat("\x81 ", 1<<20)) })
	stream("zeros in base 85", "/Filter [/FlateDecode /ASCII85Decode]", func() string { return pdftest.Deflate(strings.Repeat("z", 8<<20)) })
	stream("inline image without end", "", func() string { return "BI /W 9 /H 9 ID " + strings.Repeat("\x00EI\x01", 1<<20) })
	stream("inline images without end", "", func() string { return strings.Repeat("BI ID ", 100_000) + sample })
	object := func(name, dict string, data func() string) {
		files = append(files, hostileFile{name, func() []byte {
			packed := pdftest.Deflate(data())
			return fmt.Appendf(nil, "%s\n90 0 obj <</Type /ObjStm %s /Filter /FlateDecode /Length %d>> stream\n%s\nendstream endobj\n",
				pdftest.Pages(sample), dict, len(packed), packed)
		}})
	}
	object("more objects than there are", "/N 2147483647 /First 4", func() string { return "9 0 null" })
	object("objects before the first", "/N 2 /First -9", func() string { return "9 0 9 0 null" })
	object("one object many times", "/N 200000 /First 1200000", func() string {
		return strings.Repeat("9000 0 ", 200_000)[:1_200_000] + "[" + strings.Repeat("1 ", 100_000) + "]"
	})
	object("an object stream of itself", "/N 1 /First 5 /Extends 90 0 R", func() string { return "90 0 <</Type /ObjStm /N 1 /First 5>>" })
	object("objects by the hundred thousand", "/N 100000 /First 1400000", func() string {
		var index strings.Builder
		for i := range 100_000 {
			fmt.Fprintf(&index, "%6d %6d ", 100+i, 5*i)
		}
		return index.String() + strings.Repeat("<<>> ", 100_000)
	})
	return files
}

// hostilePages are pages that draw without end.
func hostilePages() (files []hostileFile) {
	doubling := func(name, content string, levels int) {
		files = append(files, hostileFile{name, func() []byte {
			f := pdftest.New()
			fonts := strings.TrimSuffix(strings.TrimPrefix(f.Fonts(), "<<"), ">>")
			inner := f.Stream("/Subtype /Form /BBox [0 0 600 900] /Resources <<"+fonts+">>", content)
			for range levels {
				inner = f.Stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 600 900] /Resources <</XObject <</Fm %d 0 R>>>>", inner), strings.Repeat("/Fm Do ", 10))
			}
			return f.Bytes(f.AddPages(fmt.Sprintf("<</XObject <</Fm %d 0 R>>>>", inner), "/Fm Do"))
		}})
	}
	doubling("forms that multiply", sample, 9)
	doubling("forms that multiply and nest too deep", sample, 30)
	doubling("forms that multiply white space", strings.Repeat(" ", 1<<20), 5)
	files = append(files, hostileFile{"glyphs that draw themselves", func() []byte {
		f := pdftest.New()
		glyph := f.Reserve()
		font := f.Add(fmt.Sprintf("<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 97 "+
			"/Widths [500] /Encoding <</Differences [97 /a]>> /CharProcs <</a %d 0 R>> /Resources <</Font <</F1 %d 0 R>>>>>>", glyph, glyph+1))
		body := "BT /F1 9 Tf (aaaa) Tj ET"
		f.Set(glyph, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(body), body))
		return f.Bytes(f.AddPages(fmt.Sprintf("<</Font <</F1 %d 0 R>>>>", font), body))
	}})
	for name, content := range map[string]string{
		"tiny texts without end":     "BT /F1 9 Tf " + strings.Repeat("(a)Tj ", 200_000) + "ET",
		"words on one place":         "BT /F1 9 Tf 9 500 Td " + strings.Repeat("(a )Tj 0 0 Td ", 30_000) + "ET",
		"words on one line":          "BT /F1 9 Tf 9 500 Td " + strings.Repeat("(a )Tj 0.01 0 Td ", 30_000) + "ET",
		"words in a column":          "BT /F1 9 Tf 9 800 Td " + strings.Repeat("(a)Tj 0 -0.02 Td ", 30_000) + "ET",
		"marked content without end": strings.Repeat("/Span <</ActualText (x)>> BDC ", 50_000) + sample + strings.Repeat(" EMC", 50_000),
		"lines without end":          strings.Repeat("0 0 m 500 0 l 500 500 l S 9 9 400 400 re S ", 20_000) + sample,
		"a path without end":         "0 0 m " + strings.Repeat("1 1 l ", 200_000) + "W n " + sample,
		"odd numbers":                "NaN inf -inf 1e400 0x9 cm BT /F1 NaN Tf inf Tc -inf Tw NaN Tz inf TL (abc) Tj T* (abc) ' ET " + sample,
		"scattered words":            scattered(20_000, "/F1 %d Tf 1 0 0 1 %d %d Tm (ab) Tj\n", 8),
		"words in all sizes":         scattered(20_000, "/F1 %d Tf 1 0 0 1 %d %d Tm (ab) Tj\n", 40),
		"words in all directions":    scattered(20_000, "/F1 9 Tf .%d .3 -.2 1 %d %d Tm (ab) Tj\n", 99),
		"many missing fonts":         "BT " + scattered(20_000, "/X%d%d%d 9 Tf (a) Tj\n", 99) + " ET" + sample,
	} {
		files = append(files, hostileFile{name, func() []byte { return pdftest.Pages(content) }})
	}
	return files
}

// scattered repeats an operation with three numbers: one below most, a place across and one up.
func scattered(n int, op string, most int) string {
	random := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	b.WriteString("BT\n")
	for range n {
		fmt.Fprintf(&b, op, 1+random.IntN(most), random.IntN(590), random.IntN(800))
	}
	b.WriteString("ET")
	return b.String()
}

// hostileFonts are fonts that say more of their characters than there is to say.
func hostileFonts() (files []hostileFile) {
	composite := func(name, descendant string, toUnicode string, n int) {
		files = append(files, hostileFile{name, func() []byte {
			f := pdftest.New()
			m := f.Deflated("", "1 begincmap "+strings.Repeat(toUnicode, n)+" endcmap")
			font := f.Add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<<%s>>] /ToUnicode %d 0 R>>", descendant, m))
			return f.Bytes(f.AddPages(fmt.Sprintf("<</Font <</F1 %d 0 R>>>>", font), "BT /F1 9 Tf 9 500 Td <000100020003FFFF> Tj ET"))
		}})
	}
	composite("map of all codes", "", "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange", 1)
	composite("map of all codes, many times", "", "1 beginbfrange <0000> <FFFF> <0041> endbfrange ", 50_000)
	composite("map of a character, many times", "", "1 beginbfchar <0001> <00410042004300440045> endbfchar ", 50_000)
	composite("map to a long text", "", "1 beginbfchar <0001> <"+strings.Repeat("0041", 1<<18)+"> endbfchar", 1)
	composite("map with a list without end", "", "1 beginbfrange <0001> <0002> ["+strings.Repeat("<0041> ", 100_000), 1)
	composite("code spaces without end", "", "9 begincodespacerange "+strings.Repeat("<00000000> <FFFFFFFF> ", 50_000)+"endcodespacerange", 1)
	composite("widths of all codes", "/W [0 2147483647 1e30 0 2147483647 [1 2 3] -5 -1 9]", "", 1)
	composite("widths of many ranges", "/W ["+strings.Repeat("1 65000 500 ", 5_000)+"]", "", 1)
	composite("absurd default width", "/DW 1e38", "1 beginbfrange <0000> <FFFF> <0041> endbfrange", 1)
	for _, w := range []string{"1e30", "-1e30", "99999999999999999999", "NaN", "(x)", "[[[]]]"} {
		files = append(files, hostileFile{"widths of " + w, func() []byte {
			f := pdftest.New()
			font := f.Add(fmt.Sprintf("<</Type /Font /Subtype /Type1 /BaseFont /A /FirstChar -9 /LastChar 2147483647 /Widths [%s]>>", strings.Repeat(w+" ", 300)))
			return f.Bytes(f.AddPages(fmt.Sprintf("<</Font <</F1 %d 0 R>>>>", font), sample))
		}})
	}
	files = append(files, hostileFile{"many fonts of many characters", func() []byte {
		f := pdftest.New()
		var all strings.Builder
		for i := range 20_000 {
			fmt.Fprintf(&all, "<%04x> <0041> ", i)
		}
		m := f.Deflated("", "1 beginbfchar "+all.String()+"endbfchar")
		var list, shown strings.Builder
		for i := range 120 {
			fmt.Fprintf(&list, "/F%d %d 0 R ", i, f.Add(fmt.Sprintf("<</Subtype /Type0 /Encoding /Identity-H /ToUnicode %d 0 R /N %d>>", m, i)))
			fmt.Fprintf(&shown, "BT /F%d 9 Tf 9 500 Td <0001> Tj ET ", i)
		}
		return f.Bytes(f.AddPages("<</Font <<"+list.String()+">>>>", shown.String()))
	}})
	return files
}
