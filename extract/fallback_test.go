package extract_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/policy"
)

// mute is a PDF of two pages whose first font does not tell which characters it shows.
const mute = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj
4 0 obj<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X
/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>endobj
5 0 obj<</Length 60>>stream
BT /F 12 Tf 50 700 Td <000100020003000400050006> Tj ET
endstream endobj
6 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 7 0 R>>>>/Contents 8 0 R>>endobj
7 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
8 0 obj<</Length 50>>stream
BT /F 12 Tf 50 700 Td (Bilaga till planen) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
`

// install puts a program called pdftotext, a shell script, before all others.
func install(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pdftotext"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestFallback(t *testing.T) {
	install(t, `printf 'Planen gäller\nfrån 2024.\fEn annan\f'`)
	doc, err := extract.Bytes(t.Context(), "plan.pdf", []byte(mute), extract.Options{Fallback: &extract.Fallback{Program: "pdftotext"}})
	if err != nil {
		t.Fatal(err)
	}
	first, second := doc.Pages[0], doc.Pages[1]
	if first.Record.Method != policy.MethodFallback || first.Record.Reader != "pdftotext" || first.Record.Words != 4 || first.Record.Width != 595 {
		t.Errorf("the ledger says %+v", first.Record)
	}
	if len(first.Blocks) != 1 || first.Blocks[0].Text != "Planen gäller från 2024." {
		t.Errorf("blocks: %+v", first.Blocks)
	}
	if second.Record.Method == policy.MethodFallback || second.Blocks[0].Text != "Bilaga till planen" {
		t.Errorf("a page that was read is read anew: %+v", second)
	}
	codes := ""
	for _, i := range doc.Issues {
		codes += i.Code + " "
	}
	if strings.Contains(codes, "page-unmapped") || !strings.Contains(codes, "fallback") {
		t.Errorf("issues: %s", codes)
	}
}

func TestFallbackOfMissing(t *testing.T) {
	install(t, `printf 'Planen gäller.\f'`)
	opts := extract.Options{Fallback: &extract.Fallback{Program: "pdftotext"}}
	doc, err := extract.Bytes(t.Context(), "plan.pdf", []byte("%PDF-1.4\nskräp"), opts)
	if err != nil || len(doc.Pages) != 1 || doc.Pages[0].Record.Reader != "pdftotext" {
		t.Errorf("%+v, %v", doc, err)
	}
	install(t, "exit 1")
	if _, err := extract.Bytes(t.Context(), "plan.pdf", []byte("%PDF-1.4\nskräp"), opts); !errors.Is(err, extract.ErrCorrupt) {
		t.Errorf("a program that fails: %v", err)
	}
	if doc, err := extract.Bytes(t.Context(), "plan.pdf", []byte(mute), opts); err != nil || doc.Pages[0].Record.Method != policy.MethodUnread {
		t.Errorf("a program that fails: %+v, %v", doc, err)
	}
}

// TestNoFallback: no program is started unasked.
func TestNoFallback(t *testing.T) {
	started := filepath.Join(t.TempDir(), "started")
	install(t, "touch "+started)
	if doc, err := extract.Bytes(t.Context(), "plan.pdf", []byte(mute), extract.Options{}); err != nil || doc.Pages[0].Record.Method != policy.MethodUnread {
		t.Errorf("%+v, %v", doc, err)
	}
	if _, err := os.Stat(started); err == nil {
		t.Error("a program was started")
	}
}
