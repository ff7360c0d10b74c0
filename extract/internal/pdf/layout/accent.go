package layout

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
)

// composeAccents puts accents that were drawn over a letter as glyphs of their own, before or after it, into the letter: so do fonts
// without letters of other languages ("a" and "¨" for "ä").
func composeAccents(glyphs []content.Glyph) {
	for i := range glyphs {
		mark := accent(glyphs[i].Text)
		if mark == 0 {
			continue
		}
		if i+1 < len(glyphs) && compose(&glyphs[i], &glyphs[i+1], mark) || i > 0 && compose(&glyphs[i], &glyphs[i-1], mark) {
			glyphs[i].Text = ""
		}
	}
}

// accent returns the combining mark for an accent that stands by itself, 0 for any other text.
func accent(text string) rune {
	if len(text) == 0 || len(text) > 2 || len(text) == 1 && text[0] != '`' {
		return 0
	}
	switch text {
	case "`":
		return '\u0300'
	case "´":
		return '\u0301'
	case "ˆ":
		return '\u0302'
	case "˜":
		return '\u0303'
	case "¨":
		return '\u0308'
	case "˚":
		return '\u030a'
	case "ˇ":
		return '\u030c'
	case "¸":
		return '\u0327'
	}
	return 0
}

// accentRise is how far above or below the letter's base line an accent's may be, in parts of the font size.
const accentRise = 0.5

// compose puts the accent g into letter if it stands over it and there is such a letter.
func compose(g, letter *content.Glyph, mark rune) bool {
	width := letter.DX*letter.DX + letter.DY*letter.DY
	if width == 0 || utf8.RuneCountInString(letter.Text) != 1 {
		return false
	}
	x, y := g.X+g.DX/2-letter.X, g.Y+g.DY/2-letter.Y
	along := (x*letter.DX + y*letter.DY) / width
	across := (y*letter.DX - x*letter.DY) * (y*letter.DX - x*letter.DY) / width
	if along < 0 || along > 1 || across > accentRise*accentRise*g.Size*g.Size {
		return false
	}
	base := letter.Text
	switch base {
	case "ı":
		base = "i"
	case "ȷ":
		base = "j"
	}
	whole := norm.NFC.String(base + string(mark))
	if utf8.RuneCountInString(whole) != 1 {
		return false
	}
	letter.Text = whole
	return true
}
