package ocr

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// needTesseract skips the test where tesseract or its Swedish data is missing; in CI nothing may be skipped.
func needTesseract(t *testing.T) {
	t.Helper()
	out, err := exec.Command("tesseract", "--list-langs").CombinedOutput()
	if err == nil && strings.Contains(string(out), "swe") {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("tesseract with Swedish is not installed: apt-get install tesseract-ocr-swe")
	}
	t.Skip("tesseract with Swedish is not installed: apt-get install tesseract-ocr-swe")
}

// picture returns a PNG with lines of black text on white, as a scanner at 200 dpi would give it.
func picture(t testing.TB, lines ...string) []byte {
	t.Helper()
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 12, DPI: 200})
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewGray(image.Rect(0, 0, 1400, 120+60*len(lines)))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(color.Black), Face: face}
	for i, l := range lines {
		d.Dot = fixed.P(80, 100+60*i)
		d.DrawString(l)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func text(p *Page) string {
	var words []string
	for _, w := range p.Words {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

func TestRecognizeReadsSwedish(t *testing.T) {
	needTesseract(t)
	var e Engine
	p, err := e.Recognize(t.Context(), picture(t, "Nämnden följer upp målen", "varje år och rapporterar."), 200)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := text(p), "Nämnden följer upp målen varje år och rapporterar."; got != want {
		t.Fatalf("read %q, want %q", got, want)
	}
	first, last := p.Words[0], p.Words[len(p.Words)-1]
	if first.Line != 0 || last.Line != 1 || last.Top <= first.Bottom {
		t.Errorf("lines: %+v, %+v", first, last)
	}
	if first.Left < 60 || first.Left > 100 || first.Confidence < 0.5 {
		t.Errorf("first word: %+v", first)
	}
}

func TestRecognizeOfAnEmptyPage(t *testing.T) {
	needTesseract(t)
	var e Engine
	p, err := e.Recognize(t.Context(), picture(t, ""), 200)
	if err != nil || len(p.Words) != 0 {
		t.Errorf("%v, %v", p, err)
	}
}

func TestRecognizeKeepsWhatItRead(t *testing.T) {
	needTesseract(t)
	e := Engine{Cache: t.TempDir()}
	img := picture(t, "Policy")
	if _, err := e.Recognize(t.Context(), img, 200); err != nil {
		t.Fatal(err)
	}
	e.Command = "finns-inte"
	p, err := e.Recognize(t.Context(), img, 200)
	if err != nil || text(p) != "Policy" {
		t.Errorf("from the cache: %v, %v", p, err)
	}
	if _, err := e.Recognize(t.Context(), img, 300); !errors.Is(err, ErrNotInstalled) {
		t.Errorf("another resolution is another question, got %v", err)
	}
	damage(t, e.Cache)
	if _, err := e.Recognize(t.Context(), img, 200); !errors.Is(err, ErrNotInstalled) {
		t.Errorf("a damaged result was used: %v", err)
	}
}

func damage(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("cache holds %v, %v", files, err)
	}
	if err := os.WriteFile(files[0], []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestRecognizeErrors(t *testing.T) {
	needTesseract(t)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	sleeper := filepath.Join(t.TempDir(), "tesseract")
	if err := os.WriteFile(sleeper, []byte("#!/bin/sh\nexec sleep 60\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		ctx     context.Context
		engine  Engine
		picture []byte
		want    error
	}{
		{"no program", t.Context(), Engine{Command: "finns-inte"}, []byte("x"), ErrNotInstalled},
		{"no language", t.Context(), Engine{Languages: "xyz"}, picture(t, "a"), ErrNotInstalled},
		{"no picture", t.Context(), Engine{}, []byte("detta är ingen bild"), ErrFailed},
		{"too large", t.Context(), Engine{}, make([]byte, maxPicture+1), ErrFailed},
		{"too slow", t.Context(), Engine{Command: sleeper, Timeout: 50 * time.Millisecond}, []byte("x"), ErrFailed},
		{"interrupted", cancelled, Engine{}, picture(t, "a"), context.Canceled},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := tt.engine.Recognize(tt.ctx, tt.picture, 0); !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
		})
	}
}

func TestParse(t *testing.T) {
	const head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
	for _, tt := range []struct {
		name, rows, want string
	}{
		{"words", "5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\tEtt\n5\t1\t1\t1\t1\t2\t50\t20\t30\t40\t90\tord\n", "Ett ord"},
		{"other levels", "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n", ""},
		{"blank word", "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t95\t \n", ""},
		{"too few columns", "5\t1\t1\t1\n", ""},
		{"no number", "5\t1\t1\t1\t1\t1\tx\t0\t9\t9\t95\tord\n", ""},
		{"negative", "5\t1\t1\t1\t1\t1\t-5\t0\t9\t9\t95\tord\n", ""},
		{"not a confidence", "5\t1\t1\t1\t1\t1\t5\t0\t9\t9\tNaN\tord\n", ""},
		{"a tab in the text stays in the text", "5\t1\t1\t1\t1\t1\t5\t0\t9\t9\t95\ta\tb\n", "a\tb"},
		{"no line end", "5\t1\t1\t1\t1\t1\t5\t0\t9\t9\t95\tord", "ord"},
	} {
		if got := text(parse([]byte(head + tt.rows))); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\tEtt\n"))
	f.Add([]byte("5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\t\xff\n"))
	f.Fuzz(func(t *testing.T, table []byte) {
		last := 0
		for _, w := range parse(table).Words {
			if w.Text == "" || !utf8.ValidString(w.Text) || w.Right < w.Left || w.Bottom < w.Top || w.Line < last || !(w.Confidence >= 0 && w.Confidence <= 1) {
				t.Errorf("word %+v", w)
			}
			last = w.Line
		}
	})
}
