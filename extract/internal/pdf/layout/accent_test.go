package layout

import (
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
)

// TestAccents: fonts without letters of other languages draw their accents as glyphs of their own.
func TestAccents(t *testing.T) {
	word := func(glyphs ...content.Glyph) string {
		out := ""
		composeAccents(glyphs)
		for _, g := range glyphs {
			out += g.Text
		}
		return out
	}
	at := func(text string, x, y float64) content.Glyph {
		return content.Glyph{Text: text, X: x, Y: y, DX: 5, Size: 10, Font: plain}
	}
	turned := func(text string, x, y float64) content.Glyph {
		return content.Glyph{Text: text, X: x, Y: y, DY: 5, Size: 10, Font: plain}
	}
	tests := map[string]string{
		word(at("f", 0, 0), at("¨", 5, 0), at("o", 5.5, 0), at("r", 10, 0)):                "för",
		word(at("˚", 0, -3), at("A", 0.5, 0)):                                              "Å",
		word(at("a", 0, 0), at("¨", 0.2, 0), at("r", 5, 0)):                                "är",
		word(at("´", 0, 0), at("ı", 0, 0)):                                                 "í",
		word(turned("¨", 100, 50), turned("o", 100, 50.5)):                                 "ö",
		word(at("¨", 0, 0), at("a", 20, 0)):                                                "¨a",
		word(at("¨", 0, 0), at("a", 0, 12)):                                                "¨a",
		word(at("¨", 0, 0), at("k", 0, 0)):                                                 "¨k",
		word(at("¨", 0, 0)):                                                                "¨",
		word(at("`", 0, 0), at("e", 0.3, 0), at("t", 5, 0), at("´", 5, 0), at("t", 0, 40)): "èt´t",
	}
	for got, want := range tests {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
