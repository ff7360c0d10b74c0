package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// A hostile file is one made to crash a reader, to hang it, or to fill its memory.
type hostileFile struct {
	name string
	make func() []byte
}

// hostileTrees are files whose trees are as large, deep, or circular as their makers like.
func hostileTrees() (files []hostileFile) {
	catalog := func(name, entries string, more func(f *pdftest.File)) {
		files = append(files, hostileFile{name, func() []byte {
			f := pdftest.New()
			root := f.AddPages(f.Fonts(), sample)
			f.Set(root, fmt.Sprintf("<</Type /Catalog /Pages 5 0 R %s>>", entries))
			if more != nil {
				more(f)
			}
			return f.Bytes(root)
		}})
	}
	circle := func(f *pdftest.File) { f.Add("<</Kids [" + strings.Repeat("9 0 R ", 1000) + "]>>") }
	catalog("page labels in circles", "/PageLabels 9 0 R", circle)
	catalog("names in circles", "/Names <</Dests 9 0 R>> /Outlines <</First <</Title (Om) /Dest (x)>>>>", circle)
	catalog("structure in circles", "/StructTreeRoot <</ParentTree 9 0 R>>", circle)
	catalog("layers without end", "/OCProperties <</D <</OFF ["+strings.Repeat("9 0 R ", 50_000)+"]>>>>", nil)
	catalog("bookmarks to many names", "/Dests 9 0 R /Outlines <</First 10 0 R>>", func(f *pdftest.File) {
		var dests strings.Builder
		for i := range 5_000 {
			fmt.Fprintf(&dests, "/d%d [7 0 R /Fit] ", i)
		}
		f.Add("<<" + dests.String() + ">>")
		for i := range 5_000 {
			f.Add(fmt.Sprintf("<</Title (Om) /Dest /d%d /Next %d 0 R>>", i, i+11))
		}
	})
	tree := func(name, one string, n int) {
		files = append(files, hostileFile{name, func() []byte {
			f := pdftest.New()
			root := f.AddPages(f.Fonts(), sample)
			f.Set(5, "<</Type /Pages /Kids ["+strings.Repeat(one, n)+"]>>")
			return f.Bytes(root)
		}})
	}
	tree("a page many times", "7 0 R ", 200_000)
	tree("pages of nothing", "<<>> ", 50_000)
	tree("no page many times", "null ", 200_000)
	tree("deep kids", "<</Kids [", 50_000)
	return files
}

// hostileSyntax are files whose syntax is made to be read again and again.
func hostileSyntax() (files []hostileFile) {
	good := string(pdftest.Pages(sample))
	lost := strings.TrimSuffix(good, "%%EOF\n") // it has to be searched
	add := func(name string, make func() string) {
		files = append(files, hostileFile{name, func() []byte { return []byte(make()) }})
	}
	replaced := func(name, old, with string) { add(name, func() string { return strings.ReplaceAll(good, old, with) }) }
	repeated := func(name, before, one string, n int) {
		add(name, func() string { return before + strings.Repeat(one, n) })
	}
	repeated("trailers without end", lost, "trailer ", 200_000)
	repeated("objects on one line", lost, "1 0 obj ", 200_000)
	repeated("objects of nothing", lost, "1 0 obj null endobj\n", 50_000)
	repeated("streams without end", strings.ReplaceAll(lost, "endstream", ""), "9 0 obj<<>>stream endobj ", 50_000)
	repeated("comments between numbers", lost, "1 %\n%\n%\n 0 obj ", 50_000)
	repeated("open strings", lost, "1 0 obj (", 50_000)
	repeated("open dictionaries", lost, "1 0 obj << /A ", 50_000)
	repeated("numbers and no reference", lost+"9 0 obj [", "1 2 ", 100_000)
	replaced("negative offset", "\n0000000009 00000 n", "\n-000000009 00000 n")
	replaced("offset beyond the end", "\n0000000009 00000 n", "\n9999999999 00000 n")
	replaced("length beyond all", "/Length ", "/Length 99999999999999")
	add("many previous tables", func() string {
		var b strings.Builder
		for i := range 1000 {
			fmt.Fprintf(&b, "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Root 8 0 R /Prev %d>>\nstartxref\n%d\n", i*70, i*70)
		}
		return lost + b.String() + "%%EOF\n"
	})
	for _, xref := range []string{"/W [2147483647 2147483647 2147483647]", "/W [-1 -2 -3]", "/W [1 4 2] /Size 2147483647", "/W [1 2 1] /Index [0 4294967295 4294967295]"} {
		add("cross-reference stream with "+xref, func() string {
			return lost + fmt.Sprintf("9 0 obj <</Type /XRef %s /Root 8 0 R /Length 4>> stream\nabcd\nendstream endobj\nstartxref\n%d\n%%%%EOF\n", xref, len(lost))
		})
	}
	for _, encrypt := range []string{"<<>>", "99 0 R", "<</Filter [/Standard] /V (5) /R /6 /O 1 /U 2 /P (x) /CF 3>>",
		"<</Filter /Standard /V 4 /R 4 /Length 99999999 /O (x) /U (y) /P -1 /CF <</StdCF <</CFM /AESV2 /Length -9>>>> /StmF /StdCF /StrF /StdCF>>",
		"<</Filter /Standard /V 5 /R 6 /O () /U () /OE () /UE () /Perms ()>>"} {
		replaced("encryption with "+encrypt, "trailer\n<<", "trailer\n<</Encrypt "+encrypt+" ")
	}
	flips := rand.New(rand.NewPCG(1, 2))
	for i := range 20 {
		add(fmt.Sprintf("bytes changed at random %d", i), func() string {
			data := pdftest.Pages(sample, sample, sample)
			for range 1 + i*5 {
				data[flips.IntN(len(data))] = byte(flips.Uint32())
			}
			return string(data)
		})
	}
	return files
}
