package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// TestFiles reads what qpdf made: see testdata/README.md.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			open := func(password string) (*page.Document, error) {
				return Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{Password: password})
			}
			passwords := []string{""}
			if strings.Contains(file, "user") {
				passwords = []string{"hemligt", "agare"}
				for _, wrong := range []string{"", "fel", strings.Repeat("x", 500)} {
					if _, err := open(wrong); !errors.Is(err, ErrPassword) {
						t.Errorf("password %.9q: %v, want ErrPassword", wrong, err)
					}
				}
			}
			for _, password := range passwords {
				d, err := open(password)
				if err != nil {
					t.Fatal(err)
				}
				check(t, d)
				if got := text(d); got != sampleText {
					t.Errorf("got %q", got)
				}
				if d.Pages[0].Record.Method != policy.MethodText || len(d.Issues) > 0 {
					t.Errorf("a sound file counts as repaired: %+v %+v", d.Pages[0].Record, d.Issues)
				}
			}
		})
	}
}

// TestOtherSecurity: a file locked by certificates cannot be opened by any password.
func TestOtherSecurity(t *testing.T) {
	f := pdftest.New()
	root := f.AddPages(f.Fonts(), sample)
	f.Trailer = "/Encrypt <</Filter /Adobe.PubSec /V 4>>"
	data := f.Bytes(root)
	if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{}); !errors.Is(err, ErrPassword) {
		t.Errorf("got %v", err)
	}
}

func TestMetadata(t *testing.T) {
	f := pdftest.New()
	root := f.AddPages(f.Fonts(), sample)
	xmp := f.Stream("/Type /Metadata /Subtype /XML", `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"><rdf:Description
 xmlns:dc="d" xmlns:xmp="m" xmp:CreateDate="2019-01-02"><dc:title><rdf:Alt><rdf:li xml:lang="sv">Annan titel</rdf:li></rdf:Alt></dc:title>
 <dc:creator><rdf:Seq><rdf:li>Ekeby kommun</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`)
	info := f.Add("<</Title <FEFF005000E5> /Producer (Writer \\(7\\)) /ModDate (D:20230215101500+01'00')>>")
	f.Set(root, fmt.Sprintf("<</Type /Catalog /Pages 5 0 R /Lang (sv-SE) /Metadata %d 0 R>>", xmp))
	f.Trailer = fmt.Sprintf("/Info %d 0 R", info)
	got := read(t, f.Bytes(root)).Metadata
	want := policy.Metadata{Title: "På", Author: "Ekeby kommun", Producer: "Writer (7)", Created: "2019-01-02",
		Modified: "2023-02-15T10:15:00+01:00", Language: "sv-SE"}
	if got != want {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestISODate(t *testing.T) {
	tests := map[string]string{
		"D:2017": "2017", "D:201703": "2017-03", "D:20170302": "2017-03-02", "D:2017030210": "2017-03-02T10:00",
		"D:201703021015": "2017-03-02T10:15", "D:20170302101530Z": "2017-03-02T10:15:30Z", "20170302101530": "2017-03-02T10:15:30",
		"D:20170302101530+01'00'": "2017-03-02T10:15:30+01:00", "D:20170302101530-05": "2017-03-02T10:15:30-05:00",
		"": "", "i går": "", "D:17": "",
	}
	for in, want := range tests {
		if got := isoDate(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestPageLabels(t *testing.T) {
	f := pdftest.New()
	root := f.AddPages(f.Fonts(), sample, sample, sample, sample, sample)
	tree := 5
	f.Set(root, fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /PageLabels <</Kids [<</Nums [0 <</S /r>> 2 <</S /D /St 5 /P (Bilaga )>>]>>"+
		"<</Nums [4 <</S /A>>]>>]>>>>", tree))
	var got []string
	for _, p := range read(t, f.Bytes(root)).Pages {
		got = append(got, p.Record.Label)
	}
	if want := []string{"i", "ii", "Bilaga 5", "Bilaga 6", "A"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumeral(t *testing.T) {
	tests := []struct {
		style string
		n     int
		want  string
	}{{"D", 12, "12"}, {"R", 1994, "MCMXCIV"}, {"r", 4, "iv"}, {"A", 27, "AA"}, {"a", 3, "c"}, {"", 3, ""}, {"D", 0, ""}, {"R", 1 << 30, ""}}
	for _, test := range tests {
		if got := numeral(test.style, test.n); got != test.want {
			t.Errorf("%s %d: got %q, want %q", test.style, test.n, got, test.want)
		}
	}
}

// outlined returns a file of two pages with bookmarks that lead to them in each way there is.
func outlined() []byte {
	f := pdftest.New()
	root := f.AddPages(f.Fonts(), pdftest.Lines(11, 70, 700, 14, "Mål"), pdftest.Lines(11, 70, 700, 14, "Ansvar"))
	pages := []int{7, 9}
	items := []string{
		fmt.Sprintf("/Title (Mål) /Dest [%d 0 R /Fit]", pages[0]),
		fmt.Sprintf("/Title (Ansvar) /A <</S /GoTo /D [%d 0 R /Fit]>>", pages[1]),
		"/Title (Namn) /Dest /plats", "/Title (Text) /Dest (ställe)", "/Title (Ingenstans)", "/Title (Nummer) /Dest [1 /Fit]", "/Title ( )"}
	var numbers []int
	for range items {
		numbers = append(numbers, f.Reserve())
	}
	for i, item := range items {
		next := ""
		if i+1 < len(items) {
			next = fmt.Sprintf("/Next %d 0 R", numbers[i+1])
		}
		f.Set(numbers[i], "<<"+pdftest.Latin1(item)+next+">>")
	}
	child := f.Add(fmt.Sprintf("<</Title (Delm\xe5l) /Dest [%d 0 R /Fit]>>", pages[0]))
	f.Set(numbers[0], fmt.Sprintf("<</Title (M\xe5l) /Dest [%d 0 R /Fit] /First %d 0 R /Next %d 0 R>>", pages[0], child, numbers[1]))
	f.Set(root, fmt.Sprintf("<</Type /Catalog /Pages 5 0 R /Outlines <</First %d 0 R>> /Dests <</plats [%d 0 R]>>"+
		"/Names <</Dests <</Kids [<</Names [(st\xe4lle) <</D [%d 0 R]>>]>>]>>>>>>", numbers[0], pages[1], pages[0]))
	return f.Bytes(root)
}

func TestOutline(t *testing.T) {
	d := read(t, outlined())
	want := []page.OutlineEntry{{Level: 1, Title: "Mål", Page: 1}, {Level: 2, Title: "Delmål", Page: 1}, {Level: 1, Title: "Ansvar", Page: 2},
		{Level: 1, Title: "Namn", Page: 2}, {Level: 1, Title: "Text", Page: 1}, {Level: 1, Title: "Ingenstans"}, {Level: 1, Title: "Nummer", Page: 2}}
	if !reflect.DeepEqual(d.Outline, want) {
		t.Errorf("got  %+v\nwant %+v", d.Outline, want)
	}
	for i, p := range d.Pages {
		if b := p.Blocks[0]; b.Kind != page.Heading || b.Level != 1 {
			t.Errorf("page %d: a bookmark names its block, which is %v %d", i+1, b.Kind, b.Level)
		}
	}
}

func TestLinks(t *testing.T) {
	f := pdftest.New()
	root := f.AddPages(f.Fonts(), sample)
	f.Set(7, "<</Type /Page /Parent 5 0 R /Contents 6 0 R /Annots [<</Subtype /Link /A <</S /URI /URI (https://www.ekeby.se/)>>>>"+
		"<</Subtype /Link /Dest [7 0 R]>> <</Subtype /Text /A <</URI (x)>>>> null]>>")
	got := read(t, f.Bytes(root)).Links
	if want := []page.Link{{Page: 1, Target: "https://www.ekeby.se/"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

// TestTagged: headings get their level from the tags, through the file's own names for them.
func TestTagged(t *testing.T) {
	f := pdftest.New()
	fonts := f.Fonts()
	root := f.AddPages(fonts, "/Rubrik <</MCID 0>> BDC "+pdftest.Lines(11, 70, 700, 14, "Ansvar")+" EMC /P <</MCID 1>> BDC "+
		pdftest.Lines(11, 70, 670, 14, "Nämnden ansvarar.")+" EMC")
	f.Set(7, fmt.Sprintf("<</Type /Page /Parent 5 0 R /Contents 6 0 R /Resources %s /StructParents 0>>", fonts))
	heading := f.Add("<</S /Span /P <</S /Rubrik>>>>")
	paragraph := f.Add("<</S /P>>")
	f.Set(root, fmt.Sprintf("<</Type /Catalog /Pages 5 0 R /StructTreeRoot <</RoleMap <</Rubrik /H2>> /ParentTree <</Nums [0 [%d 0 R %d 0 R]]>>>>>>",
		heading, paragraph))
	blocks := read(t, f.Bytes(root)).Pages[0].Blocks
	if len(blocks) != 2 || blocks[0].Kind != page.Heading || blocks[0].Level != 2 || blocks[1].Kind != page.Paragraph {
		t.Errorf("got %+v", blocks)
	}
}

// TestRotatedPage: a page that is shown turned is read as it is shown.
func TestRotatedPage(t *testing.T) {
	for _, rotate := range []int{90, 180, 270, -90, 450} {
		f := pdftest.New()
		fonts := f.Fonts()
		root := f.AddPages(fonts, sample)
		f.Set(7, fmt.Sprintf("<</Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources %s /Rotate %d>>", fonts, rotate))
		d := read(t, f.Bytes(root))
		if got := text(d); got != sampleText {
			t.Errorf("%d: got %q", rotate, got)
		}
		r := d.Pages[0].Record
		if turned := rotate%180 != 0; turned != (r.Width > r.Height) {
			t.Errorf("%d: page of %g x %g", rotate, r.Width, r.Height)
		}
		b := d.Pages[0].Blocks[0].Box
		if b.X0 < 0 || b.Y0 < 0 || b.X1 > r.Width || b.Y1 > r.Height {
			t.Errorf("%d: box %+v is off the page", rotate, b)
		}
	}
}

// TestCropBox: what is outside the part of the page that is shown is not read.
func TestCropBox(t *testing.T) {
	f := pdftest.New()
	fonts := f.Fonts()
	root := f.AddPages(fonts, sample+pdftest.Lines(11, 70, 100, 14, "Skärmärke"))
	f.Set(7, fmt.Sprintf("<</Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] /CropBox [0 400 595 842] /Contents 6 0 R /Resources %s>>", fonts))
	if got := text(read(t, f.Bytes(root))); got != sampleText {
		t.Errorf("got %q", got)
	}
}

func ExampleRead() {
	data := pdftest.Pages(pdftest.Lines(11, 70, 700, 14, "Policyn följs upp varje år."))
	d, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Pages[0].Blocks {
		fmt.Println(b.Kind, b.Text)
	}
	// Output: paragraph Policyn följs upp varje år.
}

func BenchmarkRead(b *testing.B) {
	var pages []string
	for i := range 100 {
		var lines []string
		for j := range 45 {
			lines = append(lines, fmt.Sprintf("Rad %d på sida %d: nämnden ansvarar för att planen följs upp varje år.", j+1, i+1))
		}
		pages = append(pages, pdftest.Lines(10, 70, 780, 14, lines...))
	}
	data := pdftest.Pages(pages...)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
