package font

import (
	"math"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
)

// A Glyph is what a font shows for one code.
type Glyph struct {
	// Text is the glyph's characters; "" if the file does not tell them.
	Text string
	// Width is the advance in text space for a font size of 1.
	Width float64
	// Space is true for the single-byte code 32, which word spacing applies to.
	Space bool

	told bool // Text has been sought
}

// A Font is a font of a file.
type Font struct {
	// Name is the font's name without subset prefix; Bold and Italic are what name and descriptor tell.
	Name         string
	Bold, Italic bool
	// Vertical is true for writing from top to bottom.
	Vertical bool
	// Ascent and Descent are for a font size of 1; Descent is negative.
	Ascent, Descent float64
	// Unit is the height of what a font size of 1 shows: 1 but for Type 3 fonts, whose glyphs have a space of their own.
	Unit float64

	simple    *simple
	encoding  *cmap // of a composite font
	toUnicode *cmap
	widths    map[uint32]float64 // by CID
	defaultW  float64
	program   *program
	glyphs    []byte // CIDToGIDMap: two bytes a CID
	cache     map[uint32]*Glyph
}

// maxCache bounds the glyphs kept of one composite font: all two-byte codes.
const maxCache = 1 << 16

// Load reads the font dictionary v. It never fails: what is missing or wrong is as if it were not there.
func Load(v object.Value) *Font {
	f := &Font{Ascent: 0.8, Descent: -0.2, Unit: 1}
	descriptor := v.Key("FontDescriptor")
	if v.Key("Subtype").Name() == "Type0" {
		f.loadComposite(v)
		descriptor = v.Key("DescendantFonts").Index(0).Key("FontDescriptor")
	} else {
		f.loadSimple(v, descriptor)
	}
	f.describe(v, descriptor)
	return f
}

// Entries returns how many codes the maps hold that f was loaded with: what it takes of memory.
func (f *Font) Entries() int {
	n := len(f.widths) + f.encoding.entries() + f.toUnicode.entries()
	if f.simple != nil {
		n += f.simple.toUnicode.entries()
	}
	if f.program != nil {
		n += len(f.program.texts) + len(f.program.codes)
	}
	return n
}

// describe fills in name, style and height.
func (f *Font) describe(v, descriptor object.Value) {
	f.Name = trimSubset(v.Key("BaseFont").Name())
	if f.Name == "" {
		f.Name = trimSubset(descriptor.Key("FontName").Name())
	}
	name := strings.ToLower(f.Name)
	flags := descriptor.Key("Flags").Int()
	for _, mark := range []string{"bold", "black", "heavy", "demi"} {
		f.Bold = f.Bold || strings.Contains(name, mark)
	}
	f.Bold = f.Bold || flags&(1<<18) != 0 || descriptor.Key("FontWeight").Int() >= 600
	f.Italic = strings.Contains(name, "italic") || strings.Contains(name, "oblique") || flags&(1<<6) != 0
	if a := descriptor.Key("Ascent").Number() / 1000; a > 0.4 && a < 1.2 {
		f.Ascent = a
	}
	if d := descriptor.Key("Descent").Number() / 1000; d < 0 && d > -0.6 {
		f.Descent = d
	}
}

// trimSubset takes the prefix "ABCDEF+" off a font's name.
func trimSubset(name string) string {
	if len(name) > 7 && name[6] == '+' {
		for i := range 6 {
			if name[i] < 'A' || name[i] > 'Z' {
				return name
			}
		}
		return name[7:]
	}
	return name
}

// Next returns the glyph of the first code in s, which must not be empty, and the code's length in bytes.
func (f *Font) Next(s []byte) (*Glyph, int) {
	if f.simple != nil {
		return f.simple.glyph(s[0]), 1
	}
	code, n := f.encoding.next(s)
	key := code<<3 | uint32(n) // codes of more than 29 bits are not found in real files
	if g, ok := f.cache[key]; ok {
		return g, n
	}
	g := f.composite(code, n, s[:n])
	if len(f.cache) < maxCache {
		f.cache[key] = g
	}
	return g, n
}

// composite makes the glyph of a code of a composite font.
func (f *Font) composite(code uint32, n int, s []byte) *Glyph {
	cid := f.encoding.cid(code)
	g := &Glyph{Width: f.defaultW, Space: n == 1 && code == ' '}
	if w, ok := f.widths[cid]; ok {
		g.Width = w
	}
	if f.toUnicode != nil {
		g.Text = clean(f.toUnicode.text(code))
	}
	if g.Text == "" {
		g.Text = clean(f.encoding.direct(s))
	}
	if g.Text == "" && f.program != nil {
		glyph := cid
		if at := int(cid) * 2; at+1 < len(f.glyphs) {
			glyph = uint32(f.glyphs[at])<<8 | uint32(f.glyphs[at+1])
		}
		g.Text = clean(f.program.text(glyph))
	}
	return g
}

// maxWidths bounds the widths read of one composite font.
const maxWidths = 1 << 17

func (f *Font) loadComposite(v object.Value) {
	f.cache = map[uint32]*Glyph{}
	f.widths = map[uint32]float64{}
	descendant := v.Key("DescendantFonts").Index(0)
	f.encoding = loadEncoding(v.Key("Encoding"))
	f.Vertical = f.encoding.vertical
	f.toUnicode = loadToUnicode(v.Key("ToUnicode"))
	f.defaultW = 1
	if dw := descendant.Key("DW"); dw.IsNumber() {
		f.defaultW = width(dw)
	}
	w, left := descendant.Key("W"), 2*maxWidths // ranges may lie over each other
	for i, n := 0, min(w.Len(), maxWidths); i+1 < n; {
		first, second := w.Index(i), w.Index(i+1)
		start := max(first.Int(), 0)
		if second.IsArray() {
			for j := 0; j < second.Len() && left > 0; j++ {
				left--
				f.widths[uint32(start+j)] = width(second.Index(j))
			}
			i += 2
			continue
		}
		last := min(second.Int(), start+1<<16)
		for c := start; c <= last && len(f.widths) < maxWidths && left > 0; c++ {
			left--
			f.widths[uint32(c)] = width(w.Index(i + 2))
		}
		i += 3
	}
	if f.toUnicode == nil && f.encoding.identity {
		f.program = loadProgram(descendant.Key("FontDescriptor"))
		f.glyphs, _ = descendant.Key("CIDToGIDMap").Data()
	}
}

// width reads a width in thousandths of an em; what no font has is none.
func width(v object.Value) float64 {
	w := v.Number() / 1000
	if math.Abs(w) > 20 {
		return 0
	}
	return w
}

// Clean makes a text that a file gives for what it shows fit for reading, as glyphs' texts are: without control characters, tabs
// as spaces, ligatures expanded.
func Clean(text string) string { return clean(text) }

// clean makes a map's text fit for reading: without control characters, ligatures expanded.
func clean(text string) string {
	plain := true
	for i := range len(text) {
		plain = plain && text[i] >= ' ' && text[i] < 0x7f
	}
	if plain {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r < ' ' && r != '\t' || r == 0x7f || r == '\uFFFD' || r == '\uFEFF' || r == '\uFFFF' || r == '\uFFFE':
		case r == '\t':
			b.WriteByte(' ')
		case r >= 0xFB00 && r <= 0xFB06:
			b.WriteString(ligatures[r-0xFB00])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "ft", "st"}
