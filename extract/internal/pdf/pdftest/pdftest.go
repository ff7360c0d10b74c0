package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// A File is a PDF file under construction.
type File struct {
	objects []string
	// Trailer is added to the trailer dictionary: "/Info 5 0 R".
	Trailer string
	// Header is the first line; "%PDF-1.7" if it is "".
	Header string
}

// New returns an empty file.
func New() *File { return &File{} }

// Add adds an object and returns its number.
func (f *File) Add(body string) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

// Reserve adds an object whose body is set later.
func (f *File) Reserve() int { return f.Add("null") }

// Set replaces the body of object n.
func (f *File) Set(n int, body string) { f.objects[n-1] = body }

// Stream adds a stream with dict's entries ("/Type /XObject") and returns its number.
func (f *File) Stream(dict, data string) int {
	return f.Add(fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

// Deflated adds a stream compressed with Flate.
func (f *File) Deflated(dict, data string) int {
	return f.Stream(dict+" /Filter /FlateDecode", Deflate(data))
}

// Deflate compresses data as FlateDecode expects it.
func Deflate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return b.String()
}

// Bytes returns the file with a cross-reference table and object root as its catalog.
func (f *File) Bytes(root int) []byte {
	var b bytes.Buffer
	header := f.Header
	if header == "" {
		header = "%PDF-1.7"
	}
	b.WriteString(header + "\n")
	offsets := make([]int, len(f.objects))
	for i, body := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, root, f.Trailer, start)
	return b.Bytes()
}

// Fonts adds the fonts that [Pages] offers and returns a resource dictionary with them: F1 is Helvetica, F2 its bold one, F3 Times,
// F4 Symbol.
func (f *File) Fonts() string {
	var b strings.Builder
	b.WriteString("<</Font <<")
	for i, name := range []string{"Helvetica", "Helvetica-Bold", "Times-Roman", "Symbol"} {
		encoding := "/Encoding /WinAnsiEncoding"
		if name == "Symbol" {
			encoding = ""
		}
		n := f.Add(fmt.Sprintf("<</Type /Font /Subtype /Type1 /BaseFont /%s %s>>", name, encoding))
		fmt.Fprintf(&b, "/F%d %d 0 R ", i+1, n)
	}
	b.WriteString(">>>>")
	return b.String()
}

// AddPages adds a page tree with an A4 page for each content stream, and returns the catalog's number.
func (f *File) AddPages(resources string, contents ...string) int {
	tree := f.Reserve()
	var kids strings.Builder
	for _, c := range contents {
		stream := f.Stream("", c)
		fmt.Fprintf(&kids, "%d 0 R ", f.Add(fmt.Sprintf(
			"<</Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R>>", tree, resources, stream)))
	}
	f.Set(tree, fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", kids.String(), len(contents)))
	return f.Add(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", tree))
}

// Pages returns a file with an A4 page for each content stream and the fonts of [File.Fonts].
func Pages(contents ...string) []byte {
	f := New()
	return f.Bytes(f.AddPages(f.Fonts(), contents...))
}

// Lines returns a content stream that sets lines in font F1 of the given size, from the point x, y downwards with the given leading.
func Lines(size, x, y, leading float64, lines ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F1 %g Tf %g TL %g %g Td\n", size, leading, x, y)
	for _, l := range lines {
		fmt.Fprintf(&b, "(%s) Tj T*\n", Latin(l))
	}
	b.WriteString("ET\n")
	return b.String()
}

// Latin returns text as the bytes of Windows-1252 with what a literal string must escape.
func Latin(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '(' || r == ')' || r == '\\':
			b.WriteByte('\\')
			b.WriteByte(byte(r))
		case r == '•':
			b.WriteByte(0x95)
		case r == '–':
			b.WriteByte(0x96)
		default:
			b.WriteByte(byte(r))
		}
	}
	return b.String()
}

// Latin1 returns text as the bytes of Latin-1, with nothing escaped.
func Latin1(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteByte(byte(r))
	}
	return b.String()
}
