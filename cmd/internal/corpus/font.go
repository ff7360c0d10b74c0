package corpus

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// firstWidth is the character that the tables of widths begin with; they end with "~".
const firstWidth = ' '

// The widths of the standard fonts' characters, in thousandths of the size (Adobe's font metrics, core 14).
var (
	regularWidths = [...]int{278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584}
	boldWidths = [...]int{278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584}
)

// like gives the character whose width another has.
var like = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e", "Å", "A", "Ä", "A", "Ö", "O", "ø", "o", "ü", "u", "§", "0", "–", "0", "•", "(")

// width returns the width of text, in points.
func width(s style, text string) float64 {
	table := &regularWidths
	if s.font == "F2" {
		table = &boldWidths
	}
	sum := 0
	for _, r := range like.Replace(text) {
		if i := int(r - firstWidth); i >= 0 && i < len(table) {
			sum += table[i]
		}
	}
	return float64(sum) / 1000 * s.size
}

// fontObject returns a font as an object of a PDF, with the width of each character of Windows' encoding.
func fontObject(name string) string {
	s := style{font: "F1", size: 1000}
	if strings.HasSuffix(name, "Bold") {
		s.font = "F2"
	}
	var b strings.Builder
	for c := firstWidth; c <= 255; c++ {
		text, _ := charmap.Windows1252.NewDecoder().String(string([]byte{byte(c)}))
		fmt.Fprintf(&b, "%.0f ", width(s, text))
	}
	return fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding /FirstChar %d /LastChar 255 /Widths [%s] >>", name, firstWidth, b.String())
}
