package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
)

// cmdStranger is "stranger DIR": it makes a tree with all that one may find in a stranger's folder.
func cmdStranger(ts *testscript.TestScript, _ bool, args []string) {
	const text = "Kommunstyrelsen ansvarar för att policyn följs.\n"
	dir := ts.MkAbs(args[0])
	deep := filepath.Join(dir, strings.Repeat("ned/", 20))
	for _, d := range []string{deep, filepath.Join(dir, "mapp.pdf"), filepath.Join(dir, "full.pdf")} {
		ts.Check(os.MkdirAll(d, 0o777))
	}
	for name, data := range map[string][]byte{
		"ned/" + strings.Repeat("ned/", 19) + "djup.txt": []byte(text),
		"full.pdf/inre.txt":   []byte(text),
		"tom.pdf":             nil,
		"bomb.docx":           officeBomb(ts),
		"bomb.pdf":            pdfBomb(),
		"rad\nbrytning.txt":   []byte(text),
		"ogiltig\xe5\xff.txt": []byte(text),
		"\x1b[31mröd.pdf":     []byte("%PDF-1.4 no more"),
		"låst.txt":            []byte(text),
		"bild.png":            []byte("nobody's concern"),
	} {
		ts.Check(os.WriteFile(filepath.Join(dir, name), data, 0o666))
	}
	ts.Check(os.Chmod(filepath.Join(dir, "låst.txt"), 0))
	for name, target := range map[string]string{
		"ned/runt": "..", "snurra": "snurra", "a.pdf": "b.pdf", "b.pdf": "a.pdf", "borta.pdf": "ingenstans.pdf",
	} {
		ts.Check(os.Symlink(target, filepath.Join(dir, name)))
	}
	ts.Check(syscall.Mkfifo(filepath.Join(dir, "rör.pdf"), 0o666))
}

// bombSize is what the bombs unpack to: more than a text document may hold.
const bombSize = 192 << 20

// officeBomb returns an archive of some kB whose text is megabytes of nothing.
func officeBomb(ts *testscript.TestScript) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, size := range map[string]int{"[Content_Types].xml": 0, "_rels/.rels": 0, "word/document.xml": bombSize} {
		w, err := z.Create(name)
		ts.Check(err)
		if size == 0 {
			_, err := w.Write([]byte("<x/>"))
			ts.Check(err)
		}
		for chunk := make([]byte, 1<<20); size > 0; size -= len(chunk) {
			_, err := w.Write(chunk)
			ts.Check(err)
		}
	}
	ts.Check(z.Close())
	return b.Bytes()
}

// pdfBomb returns a page whose content is packed twice: a few hundred bytes that would be megabytes.
func pdfBomb() []byte {
	var once bytes.Buffer
	z := zlib.NewWriter(&once)
	for chunk, n := make([]byte, 1<<20), bombSize; n > 0; n -= len(chunk) {
		_, _ = z.Write(chunk) // a buffer takes all
	}
	_ = z.Close()
	var twice bytes.Buffer
	z = zlib.NewWriter(&twice)
	_, _ = z.Write(once.Bytes())
	_ = z.Close()
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"+
		"4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n", twice.Len(), twice.Bytes())
}
