package corpus

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// The page, in points: A4 with margins.
const (
	pageWidth, pageHeight = 595, 842
	left, right           = 71, 524
	top, bottom           = 770, 70
	headY, footY          = 805, 36
	leading               = 1.3 // of the size
)

// A style is how a role is set.
type style struct {
	font   string
	size   float64
	before float64 // space above, in points
	indent float64
}

var styles = map[Role]style{
	Owner: {"F2", 12, 0, 0}, Title: {"F2", 20, 18, 0}, Info: {"F1", 9, 6, 0}, Heading: {"F2", 15, 16, 0},
	Subheading: {"F2", 12, 10, 0}, Paragraph: {"F1", 11, 7, 0}, Item: {"F1", 11, 2, 14},
}

// PDF returns the document as a PDF: text in two of the standard fonts, with a page head and a page number.
func (d *Document) PDF() []byte {
	l := layout{}
	l.newPage()
	for _, b := range d.Blocks {
		l.add(b)
	}
	return d.file(l.pages)
}

// A layout sets blocks on pages.
type layout struct {
	pages []*bytes.Buffer
	y     float64
}

func (l *layout) newPage() {
	l.pages = append(l.pages, new(bytes.Buffer))
	l.y = top
}

func (l *layout) add(b Block) {
	s := styles[b.Role]
	l.y -= s.before
	prefix := ""
	if b.Role == Item {
		prefix = "• "
	}
	hang := width(s, prefix)
	for i, line := range wrap(s, b.Text, right-left-s.indent-hang) {
		if l.y -= s.size * leading; l.y < bottom {
			l.newPage()
			l.y -= s.size
		}
		x := left + s.indent + hang
		if i == 0 && prefix != "" {
			show(l.pages[len(l.pages)-1], s, left+s.indent, l.y, prefix)
		}
		show(l.pages[len(l.pages)-1], s, x, l.y, line)
	}
}

// wrap breaks text into lines of at most width points.
func wrap(s style, text string, most float64) []string {
	var lines []string
	line, used := "", 0.0
	space := width(s, " ")
	for _, w := range strings.Fields(text) {
		n := width(s, w)
		if line != "" && used+space+n > most {
			lines = append(lines, line)
			line, used = "", 0
		}
		if line != "" {
			line += " "
			used += space
		}
		line += w
		used += n
	}
	return append(lines, line)
}

// show writes the operators that put text at x, y.
func show(b *bytes.Buffer, s style, x, y float64, text string) {
	code, _ := charmap.Windows1252.NewEncoder().String(text)
	code = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(code)
	fmt.Fprintf(b, "BT /%s %g Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET\n", s.font, s.size, x, y, code)
}

// file puts the pages into a PDF file: the catalogue, two fonts, and for each page its object and its content.
func (d *Document) file(pages []*bytes.Buffer) []byte {
	f := pdfFile{}
	f.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	const firstPage = 6
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", firstPage+2*i)
	}
	f.object("<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>")
	f.object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages)))
	f.object(fontObject("Helvetica"))
	f.object(fontObject("Helvetica-Bold"))
	title, _ := charmap.Windows1252.NewEncoder().String(d.Title)
	f.object(fmt.Sprintf("<< /Title (%s) /Producer (makecorpus) >>", title))
	small := style{font: "F1", size: 8}
	for i, content := range pages {
		show(content, small, left, headY, d.Municipality.LongName+", "+d.Title)
		show(content, small, right-40, footY, fmt.Sprintf("Sida %d (%d)", i+1, len(pages)))
		f.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>",
			pageWidth, pageHeight, firstPage+2*i+1))
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write(content.Bytes())
		_ = w.Close()
		f.object(fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", z.Len(), z.String()))
	}
	return f.end()
}

// A pdfFile is a file being written, with where its objects begin.
type pdfFile struct {
	bytes.Buffer
	offsets []int
}

func (f *pdfFile) object(body string) {
	f.offsets = append(f.offsets, f.Len())
	fmt.Fprintf(f, "%d 0 obj\n%s\nendobj\n", len(f.offsets), body)
}

func (f *pdfFile) end() []byte {
	at := f.Len()
	fmt.Fprintf(f, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, o := range f.offsets {
		fmt.Fprintf(f, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(f, "trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(f.offsets)+1, at)
	return f.Bytes()
}
