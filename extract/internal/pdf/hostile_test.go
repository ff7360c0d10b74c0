package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// hostile are files made to crash or hang a reader: each must end soon, with text or with an error.
func hostile() map[string][]byte {
	files := map[string][]byte{}
	build := func(name string, make func(f *pdftest.File) (root int)) {
		f := pdftest.New()
		files[name] = f.Bytes(make(f))
	}
	build("page tree loop", func(f *pdftest.File) int {
		tree := f.Reserve()
		f.Set(tree, fmt.Sprintf("<</Type /Pages /Kids [%d 0 R %d 0 R] /Count 2>>", tree, tree))
		return f.Add(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", tree))
	})
	build("page tree deep", func(f *pdftest.File) int {
		first := f.Reserve()
		at := first
		for range 5000 {
			next := f.Reserve()
			f.Set(at, fmt.Sprintf("<</Type /Pages /Kids [%d 0 R] /Count 1>>", next))
			at = next
		}
		return f.Add(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", first))
	})
	build("parent loop", func(f *pdftest.File) int {
		root := f.AddPages("<<>>", sample)
		f.Set(3, "<</Type /Page /Parent 3 0 R /Contents 2 0 R>>")
		return root
	})
	build("outline loop", func(f *pdftest.File) int {
		root := f.AddPages(f.Fonts(), sample)
		item := f.Reserve()
		f.Set(item, fmt.Sprintf("<</Title (Om) /First %d 0 R /Next %d 0 R /Dest [7 0 R /Fit]>>", item, item))
		f.Set(root, fmt.Sprintf("<</Type /Catalog /Pages 5 0 R /Outlines <</First %d 0 R>>>>", item))
		return root
	})
	build("form draws itself", func(f *pdftest.File) int {
		form := f.Reserve()
		body := "/Fm Do /Fm Do /Fm Do"
		f.Set(form, fmt.Sprintf("<</Subtype /Form /BBox [0 0 600 900] /Resources <</XObject <</Fm %d 0 R>>>> /Length %d>>\nstream\n%s\nendstream",
			form, len(body), body))
		return f.AddPages(fmt.Sprintf("<</XObject <</Fm %d 0 R>>>>", form), "/Fm Do")
	})
	build("reference to itself", func(f *pdftest.File) int {
		n := f.Reserve()
		f.Set(n, fmt.Sprintf("%d 0 R", n))
		return f.AddPages(fmt.Sprintf("%d 0 R", n), sample)
	})
	build("length refers to its stream", func(f *pdftest.File) int {
		n := f.Reserve()
		f.Set(n, fmt.Sprintf("<</Length %d 0 R>>\nstream\nBT ET\nendstream", n))
		root := f.AddPages("<<>>", "")
		f.Set(3, fmt.Sprintf("<</Type /Page /Contents %d 0 R>>", n))
		return root
	})
	contents := map[string]string{
		"deep q":              strings.Repeat("q ", 200_000) + sample,
		"too many Q":          strings.Repeat("Q ", 200_000) + sample,
		"deep arrays":         strings.Repeat("[", 200_000) + sample,
		"deep dictionaries":   strings.Repeat("<<", 200_000) + sample,
		"deep marked content": strings.Repeat("/P BMC ", 100_000) + sample,
		"unclosed array":      "BT /F1 12 Tf [(abc) 1 2",
		"unclosed string":     "BT /F1 12 Tf (abc",
		"huge numbers":        "BT /F1 1e99 Tf 99999999999999999999 0 0 -99999999999999999999 1e308 1 Tm (abc) Tj 1 0 0 1 1e300 1e300 cm (abc) Tj ET",
		"many digits":         "BT /F1 12 Tf " + strings.Repeat("9", 100_000) + " 0 Td (abc) Tj ET",
		"quote without lines": "BT (abc) ' 1 2 (abc) \" \" ' ET",
		"inline image open":   "BI /W 1 /H 1 ID \x00\x01\x02",
		"no operands":         "Tf Td Tm Tj TJ Do gs cm re l c BDC EMC EMC ' \" Tz w",
		"many glyphs":         "BT /F1 12 Tf " + strings.Repeat("("+strings.Repeat("a", 60_000)+") Tj ", 40) + "ET",
	}
	for name, c := range contents {
		files[name] = pdftest.Pages(c)
	}
	bomb := pdftest.New()
	fonts := bomb.Fonts()
	root := bomb.AddPages(fonts, "")
	packed := pdftest.Deflate(pdftest.Deflate(strings.Repeat(" ", 200<<20)))
	bomb.Set(6, fmt.Sprintf("<</Filter [/FlateDecode /FlateDecode] /Length %d>>\nstream\n%s\nendstream", len(packed), packed))
	files["bomb"] = bomb.Bytes(root)
	good := string(pdftest.Pages(sample))
	files["array instead of the end"] = []byte(strings.TrimSuffix(good, "%%EOF\n") + "[[[[[[")
	files["huge size"] = []byte(strings.Replace(good, "/Size ", "/Size 99999999", 1))
	files["huge table"] = []byte(strings.Replace(good, "xref\n0 ", "xref\n0 99999999", 1))
	files["huge object number"] = []byte(strings.Replace(good, "\n1 0 obj", "\n99999999999 0 obj", 1))
	files["previous table is this one"] = selfPrevious(good)
	files["negative"] = []byte(strings.ReplaceAll(good, "/Length ", "/Length -"))
	return files
}

// selfPrevious gives a file a table whose Prev is itself.
func selfPrevious(good string) []byte {
	at := strings.LastIndex(good, "xref\n0 ")
	return []byte(strings.Replace(good, "trailer\n<<", fmt.Sprintf("trailer\n<</Prev %d ", at), 1))
}

// The limits of one hostile file of these tests: what a slow machine takes when it is busy, and half of what a worker may hold.
const (
	hostileTime   = 10 * time.Second
	hostileMemory = 512 << 20
)

// readHostile reads data within the limits. It gives a document, which holds what documents promise, or an error of this package.
func readHostile(t *testing.T, data []byte) {
	t.Helper()
	defer pdftest.Watch()()
	runtime.GC() // what made the file is not what reading it holds
	stop := make(chan struct{})
	peak := make(chan uint64)
	go func() { peak <- watchHeap(stop) }()
	start := time.Now()
	d, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{})
	took := time.Since(start)
	close(stop)
	if most := <-peak; most > hostileMemory {
		t.Errorf("held %d MB", most>>20)
	}
	if took > hostileTime {
		t.Errorf("took %v", took)
	}
	if err == nil {
		check(t, d)
	} else if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrPassword) {
		t.Errorf("error %v", err)
	}
}

// watchHeap returns how large the heap was at most until stop is closed.
func watchHeap(stop <-chan struct{}) (most uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for {
		metrics.Read(sample)
		most = max(most, sample[0].Value.Uint64())
		select {
		case <-stop:
			return most
		case <-tick.C:
		}
	}
}

func TestHostile(t *testing.T) {
	for name, data := range hostile() {
		t.Run(name, func(t *testing.T) { readHostile(t, data) })
	}
	for kind, files := range map[string][]hostileFile{
		"trees": hostileTrees(), "syntax": hostileSyntax(), "streams": hostileStreams(), "pages": hostilePages(), "fonts": hostileFonts(),
	} {
		for _, f := range files {
			t.Run(kind+"/"+f.name, func(t *testing.T) { readHostile(t, f.make()) })
		}
	}
}

// TestWordAcrossStreams: the streams of a page are parts of one, which end between two tokens.
func TestWordAcrossStreams(t *testing.T) {
	f := pdftest.New()
	fonts := f.Fonts()
	root := f.AddPages(fonts, "")
	a := f.Stream("", "BT /F1 11 Tf 70 700 Td (Kommun) Tj")
	b := f.Stream("", "(styrelsen) Tj ET")
	f.Set(7, fmt.Sprintf("<</Type /Page /MediaBox [0 0 595 842] /Resources %s /Contents [%d 0 R %d 0 R]>>", fonts, a, b))
	if got := text(read(t, f.Bytes(root))); got != "Kommunstyrelsen\n" {
		t.Errorf("got %q", got)
	}
}

func FuzzRead(f *testing.F) {
	for name, data := range hostile() {
		if len(data) < 20_000 && name != "bomb" {
			f.Add(data)
		}
	}
	f.Add(pdftest.Pages(sample, sample))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer pdftest.Watch(data)()
		d, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{})
		if err == nil {
			check(t, d)
		}
	})
}
