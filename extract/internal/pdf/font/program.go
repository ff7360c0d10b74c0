package font

import (
	"bytes"
	"encoding/binary"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// A program is what an embedded font program tells of its glyphs' characters.
type program struct {
	texts map[uint32]string // by code of a simple font, by glyph of a TrueType font
	codes map[uint32]uint32 // of a TrueType font: code -> glyph
}

// text returns the characters of a simple font's code, or of a composite font's CID.
func (p *program) text(code uint32) string { return p.texts[code] }

// simple returns the characters of a simple font's code.
func (p *program) simple(code uint32) string {
	if p.codes == nil {
		return p.texts[code]
	}
	for _, page := range []uint32{0, 0xf000} { // symbol fonts have their codes in the private use area
		if g := p.codes[code|page]; g != 0 {
			return p.texts[g]
		}
	}
	return ""
}

// loadProgram reads the embedded font program; nil if there is none, or none that tells anything.
func loadProgram(descriptor object.Value) *program {
	var p *program
	if v := descriptor.Key("FontFile"); v.IsStream() {
		data, _ := v.Data()
		p = type1(data)
	} else if v := descriptor.Key("FontFile2"); v.IsStream() {
		data, _ := v.Data()
		p = trueType(data)
	} else if v := descriptor.Key("FontFile3"); v.IsStream() {
		data, _ := v.Data()
		p = compact(data)
	}
	if p == nil || len(p.texts) == 0 {
		return nil
	}
	return p
}

// type1 reads the encoding in the clear part of a Type 1 font: "dup 65 /A put".
func type1(data []byte) *program {
	if i := bytes.Index(data, []byte("eexec")); i >= 0 {
		data = data[:i]
	}
	i := bytes.Index(data, []byte("/Encoding"))
	if i < 0 {
		return nil
	}
	p := &program{texts: map[uint32]string{}}
	l := syntax.NewLexer(data[i+len("/Encoding"):])
	var code syntax.Token
	for {
		t := l.Next()
		switch {
		case t.Kind == syntax.EOF:
			return p
		case t.Kind == syntax.Keyword && string(t.Bytes) == "StandardEncoding":
			for c, r := range table(standardEncoding) {
				if r != 0 {
					p.texts[uint32(c)] = string(r)
				}
			}
			return p
		case t.Kind == syntax.Keyword && (string(t.Bytes) == "def" || string(t.Bytes) == "readonly") && len(p.texts) > 0:
			return p
		case t.Kind == syntax.Name && code.Kind == syntax.Number && code.Num >= 0 && code.Num < 256:
			if text := nameText(string(t.Bytes), int(code.Num)); text != "" {
				p.texts[uint32(code.Num)] = text
			}
		}
		code = t
		l.Release()
	}
}

// A reader reads big-endian numbers; beyond the data's end there are zeros.
type reader []byte

func (r reader) u8(at int) int {
	if at < 0 || at >= len(r) {
		return 0
	}
	return int(r[at])
}

func (r reader) u16(at int) int {
	if at < 0 || at+2 > len(r) {
		return 0
	}
	return int(binary.BigEndian.Uint16(r[at:]))
}

func (r reader) u32(at int) int {
	if at < 0 || at+4 > len(r) {
		return 0
	}
	return int(binary.BigEndian.Uint32(r[at:]))
}

// sub returns the data from at on.
func (r reader) sub(at int) reader {
	if at < 0 || at > len(r) {
		return nil
	}
	return r[at:]
}

// trueType reads the cmap of a TrueType font. A simple font's codes are looked up as such fonts are shown (ISO 32000-1, 9.6.6.4): in the
// symbol map or the Macintosh one; a composite font's CIDs are glyphs, whose characters the Unicode map tells.
func trueType(data []byte) *program {
	r := reader(data)
	var cmap reader
	for i := range min(r.u16(4), 64) {
		if at := 12 + 16*i; r.u32(at) == 0x636d6170 { // "cmap"
			cmap = r.sub(r.u32(at + 8))
		}
	}
	if cmap == nil {
		return nil
	}
	glyphs := map[uint32]rune{} // glyph -> character
	var codes map[uint32]uint32 // code -> glyph
	for i := range min(cmap.u16(2), 32) {
		at := 4 + 8*i
		platform, encoding := cmap.u16(at), cmap.u16(at+2)
		m := subtable(cmap.sub(cmap.u32(at + 4)))
		switch {
		case platform == 0, platform == 3 && (encoding == 1 || encoding == 10):
			for c, g := range m {
				if old, ok := glyphs[g]; !ok || rune(c) < old {
					glyphs[g] = rune(c)
				}
			}
		case platform == 3 && encoding == 0, platform == 1 && codes == nil:
			codes = m
		}
	}
	p := &program{texts: map[uint32]string{}}
	for g, c := range glyphs {
		if c >= ' ' && c < 0xe000 || c > 0xf8ff {
			p.texts[g] = string(c)
		}
	}
	p.codes = codes
	return p
}

// maxMapped bounds the entries of a cmap that are looked at: each of the 65 536 characters of its plane twice.
const maxMapped = 1 << 17

// subtable reads a cmap subtable of the formats 0, 4, 6 and 12.
func subtable(r reader) map[uint32]uint32 {
	m := map[uint32]uint32{}
	left := maxMapped
	switch r.u16(0) {
	case 0:
		for c := range 256 {
			m[uint32(c)] = uint32(r.u8(6 + c))
		}
	case 4:
		segments := r.u16(6) / 2
		for s := range segments {
			end, start := r.u16(14+2*s), r.u16(16+2*segments+2*s)
			delta, offset := r.u16(16+4*segments+2*s), r.u16(16+6*segments+2*s)
			for c := start; c <= end && c < 0xffff && left > 0; c++ {
				left--
				g := c + delta
				if offset != 0 {
					if g = r.u16(16 + 6*segments + 2*s + offset + 2*(c-start)); g != 0 {
						g += delta
					}
				}
				if g &= 0xffff; g != 0 {
					m[uint32(c)] = uint32(g)
				}
			}
		}
	case 6:
		first := r.u16(6)
		for i := range r.u16(8) {
			m[uint32(first+i)] = uint32(r.u16(10 + 2*i))
		}
	case 12:
		for i := range min(r.u32(12), maxMapped) {
			at := 16 + 12*i
			start, end, g := r.u32(at), r.u32(at+4), r.u32(at+8)
			for c := start; c <= end && left > 0 && c <= 0x10ffff; c++ {
				left--
				m[uint32(c)] = uint32(g + c - start)
			}
		}
	}
	return m
}
