package extract_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/page"
)

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../testdata/format", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// zipOf returns a zip file with one stored part.
func zipOf(t testing.TB, name, text string) string {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name})
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// The content says what a file is; the name does not.
func TestOfficeAndHTMLByContent(t *testing.T) {
	tests := []struct{ file, name, format string }{
		{"tallmora-avfallsplan.docx", "plan.pdf", "docx"},
		{"tallmora-avfallsplan.odt", "plan.docx", "odt"},
		{"ekeby-klimatpolicy-sitevision.html", "policy.pdf", "html"},
		{"sjovik-vanorter-episerver.htm", "vanorter", "html"},
		{"tallmora-riktlinje-drupal.html", "riktlinje.txt", "html"},
	}
	for _, tt := range tests {
		doc, err := extract.Bytes(context.Background(), tt.name, sample(t, tt.file), extract.Options{})
		if err != nil || doc.Format != tt.format {
			t.Errorf("%s named %s: %v, %v", tt.file, tt.name, doc, err)
		}
	}
}

func TestIsHTML(t *testing.T) {
	tests := []struct{ name, data, format string }{
		{"a", "<!-- sparad --><!DOCTYPE HTML><p>Planen gäller.", "html"},
		{"a", "\ufeff \n<?xml version=\"1.0\"?><html><body>Planen gäller.", "html"},
		{"a", "<BODY>Planen gäller.", "html"},
		{"a", string(utf16Bytes("<html><body>Planen gäller.", false)), "html"},
		{"a.html", "<p>Planen gäller.</p>", "html"},
		{"a.htm", "Planen gäller.", "text"},
		{"a.txt", "Skriv <p> före stycket och </p> efter det.", "text"},
		{"a.txt", "a < b och b > c", "text"},
		{"a.md", "# Rubrik\n\nSkriv `<html><head>` först.", "markdown"},
	}
	for _, tt := range tests {
		doc, err := extract.Bytes(context.Background(), tt.name, []byte(tt.data), extract.Options{})
		if err != nil || doc.Format != tt.format {
			t.Errorf("%s %q: %v, %v, want %s", tt.name, tt.data, doc, err, tt.format)
		}
	}
}

func TestFormatsSetAside(t *testing.T) {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(make([]byte, 1<<20-16))
	tests := []struct {
		name, data string
		want       error
	}{
		{"a spreadsheet", zipOf(t, "xl/workbook.xml", "<workbook/>"), extract.ErrUnsupported},
		{"an archive of a PDF", zipOf(t, "plan.pdf", "%PDF-1.4\n"), extract.ErrUnsupported},
		{"an old Word file", ole, extract.ErrUnsupported},
		{"a DOCX behind a password", ole + string(name), extract.ErrEncrypted},
		{"a page that a program fills", "<html><body><nav>Meny</nav><div id=app></div><script>x</script></body></html>", extract.ErrNoText},
		{"a page without end", "<html>" + string(bytes.Repeat([]byte("<div>"), 5000)), extract.ErrCorrupt},
	}
	for _, tt := range tests {
		if _, err := extract.Bytes(context.Background(), "plan.pdf", []byte(tt.data), extract.Options{}); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

// Each reader finds the same text in one document, whatever word processor's format it came in.
func TestSameTextInAllOfficeFormats(t *testing.T) {
	text := func(file string) (out []string) {
		doc, err := extract.Bytes(context.Background(), file, sample(t, file), extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range doc.Pages {
			for _, b := range p.Blocks {
				if b.Kind != page.PageFoot {
					out = append(out, b.Kind.String()+" "+b.Text)
				}
			}
		}
		return out
	}
	docx, odt := text("tallmora-avfallsplan.docx"), text("tallmora-avfallsplan.odt")
	if len(docx) != len(odt) {
		t.Fatalf("%d and %d blocks", len(docx), len(odt))
	}
	for i := range docx {
		if docx[i] != odt[i] {
			t.Errorf("%q in DOCX, %q in ODT", docx[i], odt[i])
		}
	}
}

// Plain text has no mark of its own: it is believed only where the file's name does not claim to be something that has.
func TestTextUnderTheNameOfAnotherFormat(t *testing.T) {
	for _, tt := range []struct {
		name string
		want error
	}{
		{"x.pdf", extract.ErrCorrupt}, {"x.PDF", extract.ErrCorrupt}, {"x.docx", extract.ErrCorrupt}, {"x.odt", extract.ErrCorrupt}, {"x.txt", nil}, {"x", nil},
	} {
		if _, err := extract.Bytes(t.Context(), tt.name, []byte("Nämnden ansvarar för planen.\n"), extract.Options{}); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
	if doc, err := extract.Bytes(t.Context(), "x.pdf", []byte("<!doctype html><html><body><main><p>Nämnden ansvarar för planen och följer upp den.</p></main></body></html>"), extract.Options{}); err != nil || doc.Format != "html" {
		t.Errorf("a web page called x.pdf: %v", err)
	}
}
