package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
)

var update = flag.Bool("update", false, "write the golden files")

// archiveOf returns a zip file of parts.
func archiveOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func read(t testing.TB, data []byte) *page.Document {
	t.Helper()
	doc, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// show returns the blocks of a document, one a line: kind, marker, text. A line of dashes parts pages.
func show(doc *page.Document) []string {
	var out []string
	for i, p := range doc.Pages {
		if i > 0 {
			out = append(out, "---")
		}
		for _, b := range p.Blocks {
			s := b.Kind.String()
			if b.Level > 0 {
				s += fmt.Sprint(b.Level)
			}
			if b.Marker != "" {
				s += " " + b.Marker
			}
			out = append(out, s+": "+strings.ReplaceAll(strings.ReplaceAll(b.Text, "\t", " | "), "\n", " // "))
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	for _, name := range []string{"tallmora-avfallsplan.docx", "tallmora-avfallsplan.odt"} {
		data, err := os.ReadFile(filepath.Join("../../../testdata/format", name))
		if err != nil {
			t.Fatal(err)
		}
		doc := read(t, data)
		got := fmt.Sprintf("title %q author %q language %q links %v issues %v\n", doc.Metadata.Title, doc.Metadata.Author, doc.Metadata.Language,
			doc.Links, doc.Issues) + strings.Join(show(doc), "\n") + "\n"
		golden := filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func ExampleRead() {
	data, err := os.ReadFile("../../../testdata/format/tallmora-avfallsplan.docx")
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range doc.Pages[1].Blocks[:2] {
		fmt.Println(b.Kind, b.Text)
	}
	// Output:
	// heading 3 Ansvar och uppföljning
	// paragraph Tekniska nämnden ansvarar för planen. Nämnden redovisar hur målen nås varje år i mars för kommunfullmäktige.
}

// flat is a DOCX of one paragraph of n bytes.
func flat(n int) map[string]string {
	return map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": docxHead + "<w:p><w:r><w:t>" + strings.Repeat("a", n) + "</w:t></w:r></w:p>" + docxTail}
}

func TestHostileArchives(t *testing.T) {
	many := map[string]string{"[Content_Types].xml": ""}
	for i := range maxEntries {
		many[fmt.Sprint("a", i)] = ""
	}
	bomb := archiveOf(t, flat(maxUnpacked))
	deep := docxHead + strings.Repeat("<w:tbl><w:tr><w:tc>", 200) + docxTail
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrDamaged},
		{"no archive", []byte("PK\x03\x04 och så vidare"), ErrDamaged},
		{"an empty archive", archiveOf(t, nil), ErrFormat},
		{"a spreadsheet", archiveOf(t, map[string]string{"[Content_Types].xml": "", "xl/workbook.xml": "<workbook/>"}), ErrFormat},
		{"a drawing", archiveOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.graphics", "content.xml": "<a/>"}), ErrFormat},
		{"a book", archiveOf(t, map[string]string{"mimetype": "application/epub+zip", "content.xml": "<a/>"}), ErrFormat},
		{"no text", archiveOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": "<a/>"}), ErrFormat},
		{"no xml", archiveOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": "inget"}), ErrFormat},
		{"damaged before its text", archiveOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": "<a"}), ErrDamaged},
		{"too many entries", archiveOf(t, many), ErrTooLarge},
		{"a bomb", bomb, ErrTooLarge},
		{"a bomb that lies about its size", lie(t, bomb), ErrDamaged},
		{"nested deep", archiveOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": deep}), ErrTooLarge},
		{"many elements", archiveOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": docxHead + strings.Repeat("<w:p/>", maxNodes) + docxTail}), ErrTooLarge},
		{"entities", archiveOf(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]>` + docxHead + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>" + docxTail}), ErrDamaged},
		{"an encrypted odt", archiveOf(t, map[string]string{"mimetype": odtType, "content.xml": "x",
			"META-INF/manifest.xml": `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}), ErrPassword},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Read(context.Background(), bytes.NewReader(tt.data), int64(len(tt.data)))
			if !errors.Is(err, tt.want) || doc != nil {
				t.Errorf("error %v, want %v", err, tt.want)
			}
		})
	}
}

// lie makes the archive's directory say that its large part has ten bytes.
func lie(t *testing.T, data []byte) []byte {
	size := []byte{0, 0, 0, 0}
	n := maxUnpacked + len(flat(0)["word/document.xml"])
	for i := range size {
		size[i] = byte(n >> (8 * i))
	}
	if !bytes.Contains(data, size) {
		t.Fatal("the size is not in the directory")
	}
	return bytes.ReplaceAll(data, size, []byte{10, 0, 0, 0})
}

// A file that was cut off on its way keeps what stands before.
func TestDamagedPart(t *testing.T) {
	parts := map[string]string{"[Content_Types].xml": "", "word/document.xml": docxHead + "<w:p><w:r><w:t>Planen gäller.</w:t></w:r></w:p><w:p><w:r><w:t>Den följs u",
		"word/styles.xml": "<w:styles"}
	doc := read(t, archiveOf(t, parts))
	if diff := cmp.Diff([]string{"paragraph: Planen gäller.", "paragraph: Den följs u"}, show(doc)); diff != "" {
		t.Error(diff)
	}
	if len(doc.Issues) != 1 || doc.Issues[0].Code != "cut-off" {
		t.Errorf("issues %+v", doc.Issues)
	}
}

func TestNamesOfParts(t *testing.T) {
	for _, name := range []string{`word\document.xml`, "/word/document.xml", "Word/Document.xml", "word/./document.xml"} {
		doc := read(t, archiveOf(t, map[string]string{"[Content_Types].xml": "", name: docxHead + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" + docxTail}))
		if len(show(doc)) != 1 {
			t.Errorf("%s: %q", name, show(doc))
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := archiveOf(t, flat(1))
	if _, err := Read(ctx, bytes.NewReader(data), int64(len(data))); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestFigure(t *testing.T) {
	tests := []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"1", 3, "3"}, {"decimalZero", 7, "07"}, {"decimalZero", 17, "17"}, {"none", 3, ""}, {"", 3, ""},
		{"lowerLetter", 1, "a"}, {"a", 26, "z"}, {"A", 27, "AA"}, {"lowerLetter", 0, "0"}, {"a", 1_000_000, "1000000"},
		{"upperRoman", 4, "IV"}, {"i", 1999, "mcmxcix"}, {"I", 5000, "5000"}, {"i", -1, "-1"}, {"chicago", 2, "2"},
	}
	for _, tt := range tests {
		if got := figure(tt.format, tt.n); got != tt.want {
			t.Errorf("figure(%q, %d) = %q, want %q", tt.format, tt.n, got, tt.want)
		}
	}
}

func TestHeadingName(t *testing.T) {
	for name, want := range map[string]int{"heading 1": 1, "Rubrik 2": 2, "Rubrik3": 3, "Heading_20_4": 4, "Numrerad rubrik 2": 2, "Rubrik 1 numrerad": 1, "Title": titleLevel, "Titel": titleLevel,
		"Rubrik": 0, "Rubrik 12": 0, "Normal": 0, "": 0, "Subtitle": 0, "Tabellrubrik 1": 0} {
		if got := headingName(name); got != want {
			t.Errorf("headingName(%q) = %d, want %d", name, got, want)
		}
	}
}

func TestCleanBullet(t *testing.T) {
	for in, want := range map[string]string{"•": "•", "-": "-", "–": "–", "o": "o", "\uf0b7": "•", "": "•", " ": "•", "mycket långt": "•"} {
		if got := cleanBullet(in); got != want {
			t.Errorf("cleanBullet(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzArchive(f *testing.F) {
	for _, name := range []string{"docx", "odt"} {
		data, err := os.ReadFile("../../../testdata/format/tallmora-avfallsplan." + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
		if (doc == nil) == (err == nil) {
			t.Fatalf("document %v and error %v", doc, err)
		}
		checkDocument(t, doc)
	})
}

// checkDocument holds what page.Block promises.
func checkDocument(t *testing.T, doc *page.Document) {
	t.Helper()
	if doc == nil {
		return
	}
	for i, p := range doc.Pages {
		if p.Record.Number != i+1 {
			t.Errorf("page %d is number %d", i, p.Record.Number)
		}
		for _, b := range p.Blocks {
			if strings.TrimSpace(b.Text) == "" && b.Kind != page.Table || !utf8.ValidString(b.Text) || b.Kind < 0 || b.Level < 0 {
				t.Errorf("%v level %d %q", b.Kind, b.Level, b.Text)
			}
			at := 0
			for _, l := range b.Lines {
				if l.Start < at || l.End < l.Start || l.End > len(b.Text) {
					t.Errorf("lines %+v of %q", b.Lines, b.Text)
				}
				at = l.End
			}
		}
	}
}
