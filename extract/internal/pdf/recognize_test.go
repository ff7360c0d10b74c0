package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
	"github.com/styrdok/styrdok/policy"
)

// pictured returns a file of one page, 200 x 100 points, that draws what content says; X is the picture.
func pictured(dict, data, content string) []byte {
	f := pdftest.New()
	x := f.Stream("/Subtype /Image "+dict, data)
	c := f.Stream("", content)
	pages := f.Reserve()
	p := f.Add(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 200 100] /Contents %d 0 R /Resources <</XObject <</X %d 0 R>>>>>>",
		pages, c, x))
	f.Set(pages, fmt.Sprintf("<</Type /Pages /Kids [%d 0 R] /Count 1>>", p))
	return f.Bytes(f.Add(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", pages)))
}

const (
	onePixelGray = "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
	wholePage    = "q 200 0 0 100 0 0 cm /X Do Q"
)

// two lines on a picture of 400 x 200 pixels, that a page of 200 x 100 points shows at 144 dpi.
func readTwoLines(_ context.Context, _ []byte, _ int) ([]Word, error) {
	return []Word{
		{"Nämnden", 40, 40, 120, 60, 0}, {"bidrar", 130, 40, 180, 60, 0},
		{"varje", 40, 70, 90, 94, 1}, {"år", 100, 70, 120, 90, 1},
	}, nil
}

func TestRecognizedTextIsLaidOut(t *testing.T) {
	file := pictured("/Width 400 /Height 200 /BitsPerComponent 1 /ColorSpace /DeviceGray", strings.Repeat("\xff", 50*200), wholePage)
	d, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{Recognize: readTwoLines})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d)
	p := d.Pages[0]
	if p.Record.Method != policy.MethodOCR || p.Record.Words != 4 || len(d.Issues) != 0 {
		t.Errorf("record %+v, issues %v", p.Record, d.Issues)
	}
	if len(p.Blocks) != 1 || p.Blocks[0].Text != "Nämnden bidrar varje år" {
		t.Fatalf("blocks %+v", p.Blocks)
	}
	box := p.Blocks[0].Lines[0].Words[0].Box
	if box.X0 < 19 || box.X0 > 21 || box.X1 < 58 || box.X1 > 62 || box.Y1 < 27 || box.Y1 > 34 {
		t.Errorf("the first word stands at %+v", box)
	}
}

func TestRecognizerIsAskedForScansOnly(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		want          bool
	}{
		{"a scan", wholePage, true},
		{"a scan in strips", "q 200 0 0 50 0 50 cm /X Do Q q 200 0 0 50 0 0 cm /X Do Q", true},
		{"a logo", "q 40 0 0 20 0 0 cm /X Do Q", false},
		{"a picture under text", wholePage + " BT /F 12 Tf (text) Tj ET", false},
		{"no picture", "", false},
	} {
		asked := false
		file := pictured(onePixelGray, "\xff", tt.content)
		_, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{
			Recognize: func(context.Context, []byte, int) ([]Word, error) { asked = true; return nil, nil }})
		if err != nil || asked != tt.want {
			t.Errorf("%s: asked %v, want %v (%v)", tt.name, asked, tt.want, err)
		}
	}
}

func TestRecognizerGetsTheResolution(t *testing.T) {
	got := 0
	file := pictured("/Width 400 /Height 200 /BitsPerComponent 1 /ImageMask true", strings.Repeat("\x00", 50*200), wholePage)
	_, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{
		Recognize: func(_ context.Context, _ []byte, dpi int) ([]Word, error) { got = dpi; return nil, nil }})
	if err != nil || got != 144 {
		t.Errorf("dpi %d, want 144 (%v)", got, err)
	}
}

// What keeps a picture from being read is said to the person who looks for the page.
func TestWhyAPictureWasNotRead(t *testing.T) {
	broken := errors.New("textigenkänning saknas")
	for _, tt := range []struct {
		name, dict string
		read       Recognizer
		want       string
	}{
		{"no recognizer", onePixelGray, nil, "Sidan är en bild utan text och kunde inte läsas."},
		{"its error", onePixelGray, func(context.Context, []byte, int) ([]Word, error) { return nil, broken }, "textigenkänning saknas"},
		{"an unknown format", onePixelGray + " /Filter /JBIG2Decode", readTwoLines, "format kan inte avkodas"},
		{"absurd size", "/Width 2000000000 /Height 2000000000 /BitsPerComponent 8 /ColorSpace /DeviceGray", readTwoLines, "avkodas"},
		{"nothing on it", onePixelGray, func(context.Context, []byte, int) ([]Word, error) { return nil, nil }, "utan text"},
	} {
		file := pictured(tt.dict, "\xff", wholePage)
		d, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{Recognize: tt.read})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if len(d.Issues) != 1 || d.Issues[0].Code != "page-unread" || !strings.Contains(d.Issues[0].Message, tt.want) {
			t.Errorf("%s: issues %v, want %q", tt.name, d.Issues, tt.want)
		}
	}
}

func TestRecognizingStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	file := pictured(onePixelGray, "\xff", wholePage)
	_, err := Read(ctx, bytes.NewReader(file), int64(len(file)), Options{
		Recognize: func(context.Context, []byte, int) ([]Word, error) { cancel(); return nil, ctx.Err() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// Pictures of every kind reach the recognizer as a file that it can open, dark where they are dark.
func TestPictures(t *testing.T) {
	const size = "/Width 2 /Height 1 "
	for _, tt := range []struct {
		name, dict, data string
		left, right      uint8 // brightness
	}{
		{"gray", "/BitsPerComponent 8 /ColorSpace /DeviceGray", "\x00\xff", 0, 255},
		{"gray, inverted", "/BitsPerComponent 8 /ColorSpace /DeviceGray /Decode [1 0]", "\x00\xff", 255, 0},
		{"one bit", "/BitsPerComponent 1 /ColorSpace /DeviceGray", "\x40", 0, 255},
		{"a mask paints its zeros", "/ImageMask true", "\x40", 0, 255},
		{"four bits", "/BitsPerComponent 4 /ColorSpace /CalGray", "\x0f", 0, 255},
		{"sixteen bits", "/BitsPerComponent 16 /ColorSpace /DeviceGray", "\x00\x00\xff\xff", 0, 255},
		{"color", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "\x00\x00\x00\xff\xff\xff", 0, 255},
		{"ink", "/BitsPerComponent 8 /ColorSpace /DeviceCMYK", "\x00\x00\x00\xff\x00\x00\x00\x00", 0, 255},
		{"a palette", "/BitsPerComponent 1 /ColorSpace [/Indexed /DeviceRGB 1 (\\000\\000\\000\\377\\377\\377)]", "\x40", 0, 255},
		{"a color that the palette lacks", "/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceGray 0 <00>]", "\x00\x07", 0, 255},
		{"compressed", "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", pdftest.Deflate("\x00\xff"), 0, 255},
	} {
		var got []byte
		file := pictured(size+tt.dict, tt.data, wholePage)
		d, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{
			Recognize: func(_ context.Context, p []byte, _ int) ([]Word, error) { got = p; return nil, nil }})
		if err != nil || got == nil {
			t.Errorf("%s: no picture (%v): %v", tt.name, err, d.Issues)
			continue
		}
		img, err := png.Decode(bytes.NewReader(got))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		left, right := img.(*image.Gray).GrayAt(0, 0).Y, img.(*image.Gray).GrayAt(1, 0).Y
		if left != tt.left || right != tt.right {
			t.Errorf("%s: brightness %d, %d, want %d, %d", tt.name, left, right, tt.left, tt.right)
		}
	}
}

// A JPEG is handed on as it lies in the file.
func TestPicturesThatAreFiles(t *testing.T) {
	for _, filter := range []string{"DCTDecode", "JPXDecode"} {
		var got []byte
		file := pictured("/Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/FlateDecode /"+filter+"]",
			pdftest.Deflate("the file"), wholePage)
		if _, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{
			Recognize: func(_ context.Context, p []byte, _ int) ([]Word, error) { got = p; return nil, nil }}); err != nil {
			t.Fatal(err)
		}
		if string(got) != "the file" {
			t.Errorf("%s: handed on %q", filter, got)
		}
	}
}

func TestFaxPictures(t *testing.T) {
	// Two rows of eight white pixels in Group 4: "vertical 0" twice, then the end of the block.
	const rows = "\xc0\x04\x00\x40"
	for _, tt := range []struct {
		parms string
		white uint8
	}{
		{"<</K -1 /Columns 8 /Rows 2>>", 255},
		{"[<</K -1 /Columns 8 /BlackIs1 true>>]", 0},
	} {
		var got []byte
		file := pictured("/Width 8 /Height 2 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [/CCITTFaxDecode] /DecodeParms "+tt.parms, rows, wholePage)
		d, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{
			Recognize: func(_ context.Context, p []byte, _ int) ([]Word, error) { got = p; return nil, nil }})
		if err != nil || got == nil {
			t.Fatalf("%s: no picture (%v): %v", tt.parms, err, d.Issues)
		}
		img, err := png.Decode(bytes.NewReader(got))
		if err != nil {
			t.Fatal(err)
		}
		if y := img.(*image.Gray).GrayAt(4, 1).Y; y != tt.white {
			t.Errorf("%s: white is %d, want %d", tt.parms, y, tt.white)
		}
	}
}

func FuzzPicture(f *testing.F) {
	f.Add("/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB", "0123456789ab")
	f.Add("/Width 9 /Height 3 /BitsPerComponent 2 /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]", "\x00\xff")
	f.Add("/Width 8 /Height 2 /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 8>>", "\xc0\x04\x00\x40")
	f.Add("/Width 30000 /Height 3000 /ImageMask true", "")
	f.Fuzz(func(t *testing.T, dict, data string) {
		file := pictured(dict, data, wholePage)
		d, err := Read(t.Context(), bytes.NewReader(file), int64(len(file)), Options{Recognize: readTwoLines})
		if err == nil {
			check(t, d)
		}
	})
}
