package extract_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract"
)

func ExampleBytes() {
	doc, err := extract.Bytes(context.Background(), "plan.md", []byte("# Plan för Ekeby\n\nPlanen gäller i fyra år.\n"), extract.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range doc.Pages[0].Blocks {
		fmt.Println(b.Kind, b.Text)
	}
	// Output:
	// heading Plan för Ekeby
	// paragraph Planen gäller i fyra år.
}

func utf16Bytes(s string, bigEndian bool) []byte {
	out := []byte{0xFF, 0xFE}
	if bigEndian {
		out = []byte{0xFE, 0xFF}
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if bigEndian {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestFormatByContent(t *testing.T) {
	tests := []struct {
		name, file, data, format, text string
	}{
		{"utf-8", "a", "Åtgärder för miljön.", "text", "Åtgärder för miljön."},
		{"utf-8 with a mark", "a", "\xef\xbb\xbfÅtgärder.", "text", "Åtgärder."},
		{"utf-16 little-endian", "a", string(utf16Bytes("Åtgärder.", false)), "text", "Åtgärder."},
		{"utf-16 big-endian", "a", string(utf16Bytes("Åtgärder.", true)), "text", "Åtgärder."},
		{"windows-1252", "a", "\xc5tg\xe4rder \x96 f\xf6r milj\xf6n.", "text", "Åtgärder – för miljön."},
		{"text by content, whatever the name", "plan.bak", "Åtgärder.", "text", "Åtgärder."},
		{"markdown by name", "plan.MD", "*Åtgärder*", "markdown", "Åtgärder"},
		{"markdown by heading", "plan.txt", "## Åtgärder", "markdown", "Åtgärder"},
		{"markdown by front matter", "plan.txt", "---\ntitle: x\n---\nÅtgärder.", "markdown", "Åtgärder."},
		{"a number sign is no heading", "plan.txt", "#1 i landet.", "text", "#1 i landet."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := extract.Bytes(context.Background(), tt.file, []byte(tt.data), extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Format != tt.format || doc.Pages[0].Blocks[0].Text != tt.text {
				t.Errorf("%s %q, want %s %q", doc.Format, doc.Pages[0].Blocks[0].Text, tt.format, tt.text)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name, data string
		want       error
		code       string
	}{
		{"empty", "", extract.ErrEmpty, "empty"},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", extract.ErrUnsupported, "unsupported"},
		{"a piece of an archive", "PK\x03\x04\x14\x00\x06\x00", extract.ErrCorrupt, "corrupt"},
		{"bytes that are no letters", strings.Repeat("\xf0\xf1\xa7\xb6\xbb", 20), extract.ErrUnsupported, "unsupported"},
		{"a pdf that is none", "%PDF-1.4\nslut", extract.ErrCorrupt, "corrupt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := extract.Bytes(context.Background(), "fil", []byte(tt.data), extract.Options{})
			if !errors.Is(err, tt.want) {
				t.Fatalf("error %v, want %v", err, tt.want)
			}
			if got := extract.SetAside("a/fil", err); got.Code != tt.code || got.Source != "a/fil" || got.Reason == "" {
				t.Errorf("set aside as %+v, want code %s", got, tt.code)
			}
		})
	}
}

func TestFile(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "plan.txt"), "Planen gäller.")
	if err := os.Mkdir(filepath.Join(dir, "mapp.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	doc, err := extract.File(context.Background(), filepath.Join(dir, "plan.txt"), extract.Options{})
	if err != nil || doc.Pages[0].Blocks[0].Text != "Planen gäller." {
		t.Errorf("%v, %v", doc, err)
	}
	if _, err := extract.File(context.Background(), filepath.Join(dir, "mapp.pdf"), extract.Options{}); !errors.Is(err, extract.ErrUnsupported) {
		t.Errorf("a folder: %v", err)
	}
	_, err = extract.File(context.Background(), filepath.Join(dir, "borta.pdf"), extract.Options{})
	if !errors.Is(err, fs.ErrNotExist) || extract.SetAside("borta.pdf", err).Code != "vanished" {
		t.Errorf("a file that is not there: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := extract.File(ctx, filepath.Join(dir, "plan.txt"), extract.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budget.pdf")
	write(t, path, "%PDF-1.7\n")
	if err := os.Truncate(path, 1<<30); err != nil { // a hole: it takes no space
		t.Skip(err)
	}
	if _, err := extract.File(context.Background(), path, extract.Options{}); !errors.Is(err, extract.ErrTooLarge) {
		t.Errorf("error %v", err)
	}
	long := bytes.Repeat([]byte("Nämnden ansvarar. "), 2<<20)
	if _, err := extract.Bytes(context.Background(), "lång.txt", long, extract.Options{}); !errors.Is(err, extract.ErrTooLarge) {
		t.Errorf("a long text: %v", err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"kommuner/Sjövik/plan.pdf", "kommuner/Sjövik/bild.png", "kommuner/Sjövik/.dold.pdf",
		"kommuner/Ekeby/2020/policy.TXT", "kommuner/Ekeby/policy.md", "kommuner/.styrdok/post.txt",
		"kommuner/tom.pdf/bild.png", "kommuner/rapport/" + extract.Manifest, "kommuner/rapport/report.md", "kommuner/mapp.pdf/inre.txt", "lös.docx"} {
		write(t, filepath.Join(dir, name), "x")
	}
	if err := os.Symlink(filepath.Join(dir, "kommuner"), filepath.Join(dir, "kommuner", "Ekeby", "runt")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"snurra", "snurra.pdf"} {
		if err := os.Symlink(name, filepath.Join(dir, "kommuner", name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "kommuner", "Sjövik"), filepath.Join(dir, "kommuner", "Vik")); err != nil {
		t.Fatal(err) // the same folder once more: no circle
	}
	if err := os.Symlink(filepath.Join(dir, "borta.pdf"), filepath.Join(dir, "kommuner", "Ekeby", "bruten.pdf")); err != nil {
		t.Fatal(err)
	}
	got, aside, err := extract.Find([]string{filepath.Join(dir, "kommuner"), filepath.Join(dir, "*.docx"), filepath.Join(dir, "kommuner", "Ekeby", "policy.md")})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range got {
		names = append(names, s.Name+" in "+strings.Join(s.Folders, "/"))
	}
	want := []string{"Ekeby/2020/policy.TXT in kommuner/Ekeby/2020", "Ekeby/policy.md in kommuner/Ekeby",
		"Sjövik/plan.pdf in kommuner/Sjövik", "lös.docx in " + filepath.Base(dir), "mapp.pdf/inre.txt in kommuner/mapp.pdf"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	names = nil
	for _, a := range aside {
		names = append(names, a.Source+" "+a.Code)
	}
	want = []string{"Ekeby/bruten.pdf vanished", "Ekeby/runt circular", "snurra unreadable", "snurra.pdf unreadable", "tom.pdf unsupported"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
}

func TestFindMissing(t *testing.T) {
	for _, p := range []string{"finns-inte", "finns-inte/*.pdf"} {
		if _, _, err := extract.Find([]string{filepath.Join(t.TempDir(), p)}); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", p, err)
		}
	}
	got, aside, err := extract.Find([]string{t.TempDir()})
	if len(got)+len(aside) != 0 || err != nil {
		t.Errorf("an empty folder: %v, %v, %v", got, aside, err)
	}
}

func TestFindNamesInNFC(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "A\u030amla", "plan.txt"), "x")
	got, _, err := extract.Find([]string{dir})
	if err != nil || len(got) != 1 || got[0].Name != "Åmla/plan.txt" || got[0].Folders[1] != "Åmla" {
		t.Errorf("%+v, %v", got, err)
	}
}

func FuzzBytes(f *testing.F) {
	for _, s := range []string{"", "Plan", "\xff\xfeA\x00", "---\n# x\n---\n", "%PDF-1.7\n1 0 obj<<>>endobj trailer<</Root 1 0 R>>", "\xc5\xe4"} {
		f.Add("plan.txt", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		doc, err := extract.Bytes(context.Background(), name, data, extract.Options{})
		if (doc == nil) == (err == nil) {
			t.Errorf("document %v and error %v", doc, err)
		}
	})
}
