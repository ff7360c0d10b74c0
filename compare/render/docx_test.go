package render_test

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
)

// memoParts returns the parts of the memo on a report, each checked to be well-formed.
func memoParts(t *testing.T, r *compare.Report, lang string) map[string]string {
	t.Helper()
	data := write(t, "docx", r, render.Options{Lang: lang})
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
		d := xml.NewDecoder(strings.NewReader(parts[f.Name]))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	return parts
}

// Every footnote has its mark and every mark its footnote, every link leads somewhere, and every style is known.
func TestMemoHoldsTogether(t *testing.T) {
	for name, r := range map[string]*compare.Report{"sample": analysedReport(), "hostile": hostileReport(), "nothing": compare.Documents(nil, compare.Options{})} {
		for _, lang := range []string{"sv", "en"} {
			parts := memoParts(t, r, lang)
			document, notes := parts["word/document.xml"], parts["word/footnotes.xml"]
			marks, texts := ids(document, `<w:footnoteReference w:id="(\d+)"/>`), ids(notes, `<w:footnote w:id="(\d+)">`)
			if strings.Join(marks, " ") != strings.Join(texts, " ") {
				t.Errorf("%s %s: marks %v, notes %v", name, lang, marks, texts)
			}
			if name == "sample" && len(marks) < 8 {
				t.Errorf("only %d footnotes", len(marks))
			}
			for _, part := range []string{"document", "footnotes"} {
				rels := parts["word/_rels/"+part+".xml.rels"]
				for _, id := range ids(parts["word/"+part+".xml"], `r:id="([^"]*)"`) {
					if !strings.Contains(rels, `Id="`+id+`"`) {
						t.Errorf("%s %s: %s has no target %s", name, lang, part, id)
					}
				}
			}
			for _, id := range ids(document+notes, `<w:(?:p|r|tbl)Style w:val="([^"]*)"/>`) {
				if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+id+`"`) {
					t.Errorf("%s %s: no style %s", name, lang, id)
				}
			}
		}
	}
}

func ids(s, pattern string) []string {
	var found []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(s, -1) {
		found = append(found, m[1])
	}
	return found
}

// LibreOffice opens the memo, and finds in it the headings, the quotes with the footnotes for their sources, and the facts.
func TestMemoInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	soffice := program(t, "soffice", "libreoffice")
	dir := t.TempDir()
	for name, r := range map[string]*compare.Report{"sample": analysedReport(), "hostile": hostileReport()} {
		if err := os.WriteFile(filepath.Join(dir, name+".docx"), []byte(write(t, "docx", r, render.Options{})), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", "html:HTML (StarWriter):EmbedImages",
		"--outdir", dir, filepath.Join(dir, "sample.docx"), filepath.Join(dir, "hostile.docx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	page, err := os.ReadFile(filepath.Join(dir, "sample.html"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(page)), " ")
	for _, want := range []string{"<h1", "<h2", "Kommunstyrelsen ansvarar för att leda och samordna arbetet.", "../kommuner/Ekeby/ekeby-policy.pdf#page=1",
		"sdfootnote", "Brattvika", "Uppgifterna avser 2026-11-22", "Kunde inte läsas", "Filen är skyddad med lösenord."} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice shows no %q", want)
		}
	}
	page, err = os.ReadFile(filepath.Join(dir, "hostile.html"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(strings.ToLower(string(page)), "<script>alert") {
		t.Error("a document's markup became markup")
	}
}

func TestMemoIsTheSameTwice(t *testing.T) {
	if a, b := write(t, "docx", sampleReport(), render.Options{}), write(t, "docx", sampleReport(), render.Options{}); a != b {
		t.Error("the same report gave other bytes")
	}
}
