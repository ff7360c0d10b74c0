package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
	"github.com/styrdok/styrdok/extract/page"
)

// TestPageTwice: a page that stands twice in the tree is read once.
func TestPageTwice(t *testing.T) {
	f := pdftest.New()
	root := f.AddPages(f.Fonts(), sample)
	f.Set(5, "<</Type /Pages /Kids [7 0 R 7 0 R] /Count 2>>")
	if d := read(t, f.Bytes(root)); len(d.Pages) != 1 {
		t.Errorf("%d pages", len(d.Pages))
	}
}

// TestInherited: pages take what they do not say from the nodes above them.
func TestInherited(t *testing.T) {
	f := pdftest.New()
	fonts := f.Fonts()
	root := f.AddPages(fonts, sample)
	f.Set(7, "<</Type /Page /Parent 5 0 R /Contents 6 0 R>>")
	f.Set(5, fmt.Sprintf("<</Type /Pages /Kids [<</Kids [7 0 R] /Rotate 90>>] /Resources %s /MediaBox [0 0 600 800]>>", fonts))
	d := read(t, f.Bytes(root))
	if text(d) != sampleText || d.Pages[0].Record.Width != 800 {
		t.Errorf("got %q on %+v", text(d), d.Pages[0].Record)
	}
}

// TestOddBoxes: a page without a usable size has that of a letter.
func TestOddBoxes(t *testing.T) {
	for _, box := range []string{"", "/MediaBox [0 0 0 0]", "/MediaBox [1 2]", "/MediaBox (x)", "/MediaBox [0 0 1e12 5]", "/MediaBox [null null null null]"} {
		f := pdftest.New()
		fonts := f.Fonts()
		root := f.AddPages(fonts, sample)
		f.Set(7, fmt.Sprintf("<</Type /Page %s /Resources %s /Contents 6 0 R>>", box, fonts))
		d := read(t, f.Bytes(root))
		if r := d.Pages[0].Record; r.Width != 612 || r.Height != 792 || text(d) != sampleText {
			t.Errorf("%q: %+v %q", box, r, text(d))
		}
	}
	f := pdftest.New()
	fonts := f.Fonts()
	root := f.AddPages(fonts, sample)
	f.Set(7, fmt.Sprintf("<</Type /Page /MediaBox [595 842 0 0] /Resources %s /Contents 6 0 R>>", fonts))
	if d := read(t, f.Bytes(root)); text(d) != sampleText {
		t.Errorf("corners the other way round: %q", text(d))
	}
}

// TestUnmapped: a page whose font tells no characters is unread, and not garbled.
func TestUnmapped(t *testing.T) {
	f := pdftest.New()
	root := f.AddPages("<</Font <</F1 <</Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<<>>]>>>>>>",
		"BT /F1 11 Tf 70 700 Td <000100020003> Tj ET")
	d := read(t, f.Bytes(root))
	if r := d.Pages[0].Record; r.Method != "unread" || r.UnmappedShare != 1 || r.Words != 0 {
		t.Errorf("record %+v", r)
	}
	if len(d.Issues) != 1 || d.Issues[0].Code != "page-unmapped" {
		t.Errorf("issues %+v", d.Issues)
	}
}

// TestManyPages: what is beyond the limit is said to be.
func TestManyPages(t *testing.T) {
	f := pdftest.New()
	tree := f.Reserve()
	var kids strings.Builder
	for range maxPages + 5 {
		fmt.Fprintf(&kids, "%d 0 R ", f.Add("<</Type /Page>>"))
	}
	f.Set(tree, fmt.Sprintf("<</Type /Pages /Kids [%s]>>", kids.String()))
	d := read(t, f.Bytes(f.Add(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", tree))))
	if len(d.Pages) != maxPages || len(d.Issues) == 0 || d.Issues[0].Code != "too-many-pages" {
		t.Errorf("%d pages, issues %+v", len(d.Pages), d.Issues)
	}
}

// TestRepairChosen: an object that cannot be read as it stands makes the whole file be read by way of its image.
func TestRepairChosen(t *testing.T) {
	data := pdftest.Pages(sample, sample)
	at := bytes.LastIndex(data, []byte("/Length "))
	broken := append(bytes.Clone(data[:at]), append([]byte("/Length 0"), data[at+len("/Length 0"):]...)...)
	d := read(t, broken)
	if got := text(d); got != sampleText+"\f"+sampleText {
		t.Errorf("got %q", got)
	}
	if d.Pages[0].Record.Method != "repaired" {
		t.Errorf("record %+v", d.Pages[0].Record)
	}
}

// TestDeterministic: reading a file twice gives the same.
func TestDeterministic(t *testing.T) {
	data := outlined()
	want := fmt.Sprintf("%+v", read(t, data))
	for range 5 {
		if got := fmt.Sprintf("%+v", read(t, data)); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// TestConcurrent: documents may be read at the same time.
func TestConcurrent(t *testing.T) {
	data := pdftest.Pages(sample, sample, sample)
	results := make(chan *page.Document)
	for range 8 {
		go func() {
			d, _ := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Options{})
			results <- d
		}()
	}
	for range 8 {
		if d := <-results; d == nil || text(d) != sampleText+"\f"+sampleText+"\f"+sampleText {
			t.Error("a document that differs")
		}
	}
}

func TestSameTitle(t *testing.T) {
	tests := []struct {
		title, text string
		want        bool
	}{{"4. Mål", "4. Mål", true}, {"Mål", "4. Mål", true}, {"4. Mål", "Mål", true}, {"MÅL  OCH ANSVAR", "Mål och ansvar", true}, {"Mål", "Målen", false}, {"Mål", "", false}}
	for _, test := range tests {
		if got := sameTitle(test.title, &page.Block{Text: test.text}); got != test.want {
			t.Errorf("%q, %q: got %v", test.title, test.text, got)
		}
	}
}
