package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// read reads data and fails the test on an error.
func read(t *testing.T, data []byte) *page.Document {
	t.Helper()
	d, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d)
	return d
}

// text returns a document's text: blocks on lines of their own, pages parted by a form feed.
func text(d *page.Document) string {
	var b strings.Builder
	for i, p := range d.Pages {
		if i > 0 {
			b.WriteString("\f")
		}
		for _, block := range p.Blocks {
			if block.Marker != "" {
				b.WriteString(block.Marker + " ")
			}
			b.WriteString(block.Text + "\n")
		}
	}
	return b.String()
}

// sample is a page's content that most tests of whole files read.
var sample = pdftest.Lines(11, 70, 700, 14, "Kommunstyrelsen ansvarar för planen.")

const sampleText = "Kommunstyrelsen ansvarar för planen.\n"

func TestReadSimple(t *testing.T) {
	d := read(t, pdftest.Pages(sample, sample))
	if got := text(d); got != sampleText+"\f"+sampleText {
		t.Errorf("got %q", got)
	}
	want := policy.Page{Number: 1, Width: 595, Height: 842, Method: policy.MethodText, Words: 4}
	if d.Pages[0].Record != want {
		t.Errorf("record %+v, want %+v", d.Pages[0].Record, want)
	}
	b := d.Pages[0].Blocks[0]
	if b.Font.Name != "Helvetica" || b.Font.Size != 11 {
		t.Errorf("font %+v", b.Font)
	}
	if b.Box.X0 != 70 || b.Box.Y1 < 142 || b.Box.Y0 > 142 {
		t.Errorf("box %+v does not hold the base line at 142 from the top", b.Box)
	}
	if n := len(b.Lines[0].Words); n != 4 {
		t.Errorf("%d words, want 4", n)
	}
}

// TestReadDamaged reads files that were well-formed until something happened to them.
func TestReadDamaged(t *testing.T) {
	good := pdftest.Pages(sample)
	tests := map[string]func() []byte{
		"junk before":     func() []byte { return append([]byte("HTTP/1.1 200 OK\r\n\r\n"), good...) },
		"byte order mark": func() []byte { return append([]byte("\xef\xbb\xbf"), good...) },
		"junk after":      func() []byte { return append(bytes.Clone(good), bytes.Repeat([]byte("x\n"), 2000)...) },
		"zeros after":     func() []byte { return append(bytes.Clone(good), make([]byte, 5000)...) },
		"no EOF mark":     func() []byte { return bytes.TrimSuffix(good, []byte("%%EOF\n")) },
		"header 2.0":      func() []byte { return bytes.Replace(good, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) },
		"no header":       func() []byte { return bytes.Replace(good, []byte("%PDF-1.7"), []byte("        "), 1) },
		"shifted offsets": func() []byte { return bytes.Replace(good, []byte("%PDF-1.7\n"), []byte("%PDF-1.7\n%more\n"), 1) },
		"wrong startxref": func() []byte { return bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1) },
		"no table":        func() []byte { return good[:bytes.Index(good, []byte("xref\n"))] },
		"stream length 0": func() []byte { return replaceLength(good, "0") },
		"stream too long": func() []byte { return replaceLength(good, "99999") },
		"endobj missing":  func() []byte { return bytes.ReplaceAll(good, []byte("endobj\n"), []byte("\n")) },
		"comment in header of an object": func() []byte {
			return bytes.Replace(good, []byte("\n1 0 obj"), []byte("\n1%a\n%b\n 0 obj"), 1)
		},
	}
	for name, damage := range tests {
		t.Run(name, func(t *testing.T) {
			if got := text(read(t, damage())); got != sampleText {
				t.Errorf("got %q", got)
			}
		})
	}
}

func replaceLength(data []byte, length string) []byte {
	i := bytes.Index(data, []byte("/Length "))
	end := i + bytes.IndexByte(data[i:], '>')
	return append(append(bytes.Clone(data[:i]), "/Length "+length...), data[end:]...)
}

// TestReadNothing: files without pages fail with an error that says why.
func TestReadNothing(t *testing.T) {
	tests := map[string]string{
		"empty":       "",
		"header only": "%PDF-1.7\n",
		"html":        "<html><body>Sidan finns inte</body></html>",
		"binary":      strings.Repeat("\x00\xff\x7f\x80obj ", 500),
		"no pages":    string(func() []byte { f := pdftest.New(); return f.Bytes(f.Add("<</Type /Catalog>>")) }()),
		"empty tree":  string(func() []byte { f := pdftest.New(); return f.Bytes(f.AddPages("<<>>")) }()),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Read(context.Background(), strings.NewReader(data), int64(len(data)), Options{})
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("got %v, want ErrDamaged", err)
			}
		})
	}
}

func TestReadCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := pdftest.Pages(sample)
	if _, err := Read(ctx, bytes.NewReader(data), int64(len(data)), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestLedger: the record of each page says how it was read.
func TestLedger(t *testing.T) {
	f := pdftest.New()
	image := f.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x00")
	fonts := f.Fonts()
	resources := strings.TrimSuffix(fonts, ">>") + fmt.Sprintf("/XObject <</Im %d 0 R>>>>", image)
	root := f.AddPages(resources,
		sample,
		"",
		"q 500 0 0 700 40 40 cm /Im Do Q",
		"q 500 0 0 700 40 40 cm /Im Do Q 3 Tr "+sample)
	d := read(t, f.Bytes(root))
	var got []policy.Method
	for _, p := range d.Pages {
		got = append(got, p.Record.Method)
	}
	want := []policy.Method{policy.MethodText, policy.MethodEmpty, policy.MethodUnread, policy.MethodOCR}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if d.Pages[2].Record.Images != 1 {
		t.Errorf("images: %d", d.Pages[2].Record.Images)
	}
	if len(d.Issues) != 1 || d.Issues[0].Code != "page-unread" || d.Issues[0].Page != 3 {
		t.Errorf("issues: %+v", d.Issues)
	}
}

// TestDamagedContent: a page of which a part is lost is read as far as it goes, and says so.
func TestDamagedContent(t *testing.T) {
	var long strings.Builder
	for i := range 400 {
		long.WriteString(pdftest.Lines(9, 50, 800-float64(i), 10, fmt.Sprintf("Rad nummer %d i planen", i*7919%1000)))
	}
	packed := []byte(pdftest.Deflate(long.String()))
	packed[len(packed)/2] ^= 0xff
	f := pdftest.New()
	fonts := f.Fonts()
	root := f.AddPages(fonts, "")
	f.Set(6, fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", len(packed), packed))
	d := read(t, f.Bytes(root))
	if !strings.Contains(text(d), "Rad nummer") {
		t.Error("nothing was read")
	}
	if len(d.Issues) == 0 || d.Issues[0].Code != "page-damaged" {
		t.Errorf("issues: %+v", d.Issues)
	}
}

// TestCutOff: a file whose end is missing says so.
func TestCutOff(t *testing.T) {
	data := pdftest.Pages(sample, sample, sample)
	cut := data[:bytes.Index(data, []byte("xref\n"))-200]
	d, err := Read(context.Background(), bytes.NewReader(cut), int64(len(cut)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	codes := ""
	for _, i := range d.Issues {
		codes += i.Code + " "
	}
	if !strings.Contains(codes, "file-cut") {
		t.Errorf("issues %q", codes)
	}
}
