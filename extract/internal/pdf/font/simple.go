package font

import (
	"math"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
)

// A simple is the part of a font of single-byte codes. The characters of a code are sought when it is first used, and the font's
// encoding and program are read when ToUnicode does not tell them: of most fonts, that is never.
type simple struct {
	glyphs     [256]Glyph
	dict       object.Value
	descriptor object.Value
	toUnicode  *cmap

	read  bool           // what follows is
	names map[int]string // by code
	base  *[256]rune
	own   *program
}

// loadSimple reads a font of single-byte codes.
func (f *Font) loadSimple(v, descriptor object.Value) {
	f.simple = &simple{dict: v, descriptor: descriptor, toUnicode: loadToUnicode(v.Key("ToUnicode"))}
	f.simpleWidths(v, descriptor, trimSubset(v.Key("BaseFont").Name()))
	f.simple.glyphs[' '].Space = true
	if v.Key("Subtype").Name() == "Type3" {
		f.type3(v)
	}
}

// glyph returns the glyph of a code.
func (s *simple) glyph(code byte) *Glyph {
	g := &s.glyphs[code]
	if g.told {
		return g
	}
	g.told = true
	if s.toUnicode != nil {
		g.Text = clean(s.toUnicode.text(uint32(code)))
	}
	if g.Text == "" {
		s.readEncoding()
		g.Text = clean(s.encoded(int(code)))
	}
	return g
}

// readEncoding reads the font's encoding, and its program where the encoding leaves codes open.
func (s *simple) readEncoding() {
	if s.read {
		return
	}
	s.read = true
	name := trimSubset(s.dict.Key("BaseFont").Name())
	subtype := s.dict.Key("Subtype").Name()
	encoding := s.dict.Key("Encoding")
	s.names = differences(encoding.Key("Differences"))
	s.base = baseEncoding(encoding, name)
	if s.base == nil {
		s.own = loadProgram(s.descriptor)
		if s.own == nil || subtype == "TrueType" {
			s.base = defaultEncoding(subtype)
		}
	}
}

// encoded finds the characters of a code from the font's encoding.
func (s *simple) encoded(code int) string {
	if name, ok := s.names[code]; ok {
		if text := nameText(name, code); text != "" || name == ".notdef" {
			return text
		}
	}
	if s.own != nil {
		if text := s.own.simple(uint32(code)); text != "" {
			return text
		}
	}
	if s.base != nil && s.base[code] != 0 {
		return string(s.base[code])
	}
	return ""
}

// differences reads the Differences array: code -> glyph name.
func differences(v object.Value) map[int]string {
	names := map[int]string{}
	code := 0
	for i := range min(v.Len(), 1024) {
		x := v.Index(i)
		if x.IsNumber() {
			code = x.Int()
			continue
		}
		if code >= 0 && code < 256 {
			names[code] = x.Name()
		}
		code++
	}
	return names
}

// baseEncoding returns the encoding that the font names, or that its name implies; nil if none.
func baseEncoding(encoding object.Value, name string) *[256]rune {
	base := encoding.Name()
	if base == "" {
		base = encoding.Key("BaseEncoding").Name()
	}
	switch base {
	case "WinAnsiEncoding":
		return winAnsi()
	case "MacRomanEncoding":
		return table(macRomanEncoding)
	case "StandardEncoding":
		return table(standardEncoding)
	}
	lower := strings.ToLower(name)
	switch {
	case strings.HasPrefix(lower, "symbol"):
		return table(symbolEncoding)
	case strings.HasPrefix(lower, "zapfdingbats"):
		return table(dingbatsEncoding)
	}
	return nil
}

// defaultEncoding is the encoding of a font that says nothing, not even in its program.
func defaultEncoding(subtype string) *[256]rune {
	if subtype == "TrueType" {
		return winAnsi()
	}
	return table(standardEncoding)
}

// table makes a table of one of the encodings, which give the characters of codes 32 to 255.
func table(encoding string) *[256]rune {
	t, code := &[256]rune{}, 32
	for _, r := range encoding {
		if r != '\uFFFD' {
			t[code] = r
		}
		code++
	}
	return t
}

// winAnsi is Windows-1252; its unused codes are bullets (ISO 32000-1, annex D.2, note 3).
func winAnsi() *[256]rune {
	t := &[256]rune{}
	for code := 32; code < 256; code++ {
		r := charmap.Windows1252.DecodeByte(byte(code))
		if r == '\uFFFD' || code >= 0x7f && code < 0xa0 && r < 0xa0 {
			r = '•'
		}
		t[code] = r
	}
	t[0xad] = '-'
	return t
}

// simpleWidths reads the widths, or takes those of the standard font that the name means.
func (f *Font) simpleWidths(v, descriptor object.Value, name string) {
	scale := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		if m := v.Key("FontMatrix").Index(0).Number(); m != 0 {
			scale = m
		}
	}
	widths := v.Key("Widths")
	missing := descriptor.Key("MissingWidth").Number() * scale
	standard := standardWidths(name)
	for code := range f.simple.glyphs {
		w := missing
		if widths.IsNull() && code >= 32 {
			w = 0.6 // a typewriter's
			if standard != nil {
				w = float64(standard[code-32]) / 1000
			}
		}
		f.simple.glyphs[code].Width = w
	}
	first := v.Key("FirstChar").Int()
	for i := range min(widths.Len(), 256) {
		if code := first + i; code >= 0 && code < 256 {
			f.simple.glyphs[code].Width = widths.Index(i).Number() * scale
		}
	}
}

// standardWidths returns the widths of the standard font that is nearest to name; nil for a typewriter.
func standardWidths(name string) *[224]uint16 {
	lower := strings.ToLower(name)
	bold := strings.Contains(lower, "bold")
	italic := strings.Contains(lower, "italic") || strings.Contains(lower, "oblique")
	switch {
	case strings.Contains(lower, "courier"), strings.Contains(lower, "mono"):
		return nil
	case strings.Contains(lower, "times"), strings.Contains(lower, "serif") && !strings.Contains(lower, "sans"):
		switch {
		case bold && italic:
			return &timesBoldItalic
		case bold:
			return &timesBold
		case italic:
			return &timesItalic
		}
		return &times
	case bold:
		return &helveticaBold
	}
	return &helvetica
}

// type3 finds how high the glyphs of a Type 3 font are, from the box around them.
func (f *Font) type3(v object.Value) {
	box := v.Key("FontBBox")
	height := math.Abs(box.Index(3).Number()-box.Index(1).Number()) * math.Abs(v.Key("FontMatrix").Index(3).Number())
	if height > 0.02 && height < 5 {
		f.Unit = height / 1.2
	}
}
