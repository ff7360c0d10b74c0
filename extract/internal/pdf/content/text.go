package content

import (
	"math"

	"github.com/styrdok/styrdok/extract/internal/pdf/font"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

const (
	// maxFonts is how many fonts are kept of a document; more are read again where they are used.
	maxFonts = 10_000
	// maxFontEntries is how many codes the maps of all fonts together may have, some 100 bytes each: a hundred fonts of all Chinese
	// characters. Fonts that come after that tell no characters.
	maxFontEntries = 2 << 20
)

// A fontList is the fonts of a resource dictionary.
type fontList struct {
	dict   object.Value
	refs   map[string]int        // the numbers of the objects, by resource name
	loaded map[string]*font.Font // by resource name
}

// list returns the fonts of resources. Pages share them.
func (in *Interpreter) list(resources object.Value) *fontList {
	ref := resources.Ref("Font")
	if l, ok := in.lists[ref]; ok {
		return l
	}
	dict := resources.Key("Font")
	l := &fontList{dict: dict, refs: dict.RefsByKey(), loaded: map[string]*font.Font{}}
	if ref >= 0 && len(in.lists) < maxFonts {
		in.lists[ref] = l
	}
	return l
}

// named returns the font of the resource name.
func (in *Interpreter) named(l *fontList, name []byte) *font.Font {
	if f, ok := l.loaded[string(name)]; ok {
		return f
	}
	ref, isRef := l.refs[string(name)]
	f, ok := in.byRef[ref]
	if !ok || !isRef {
		f = in.load(l.dict.Key(string(name)))
	}
	if isRef && len(in.byRef) < maxFonts {
		in.byRef[ref] = f
	}
	if len(l.loaded) < maxFonts {
		l.loaded[string(name)] = f
	}
	return f
}

// load returns the font of the dictionary v, read once for each object.
func (in *Interpreter) load(v object.Value) *font.Font {
	id := v.Identity()
	if f, ok := in.fonts[id]; ok {
		return f
	}
	if in.entries > maxFontEntries && !v.IsNull() {
		in.page.Cut = true
		return in.load(object.Value{})
	}
	f := font.Load(v)
	in.entries += f.Entries()
	if len(in.fonts) < maxFonts {
		in.fonts[id] = f
	}
	return f
}

func (f *frame) showLast() {
	if s, ok := f.last(syntax.String); ok {
		f.show(s)
	}
}

// showArray does TJ.
func (f *frame) showArray() {
	for _, t := range f.args {
		switch t.Kind {
		case syntax.String:
			f.show(t.Bytes)
		case syntax.Number:
			d := -t.Num / 1000 * f.size
			if f.font != nil && f.font.Vertical {
				f.advance(0, d)
			} else {
				f.advance(d*f.scale, 0)
			}
		}
	}
}

// advance moves the text matrix.
func (f *frame) advance(x, y float64) {
	nx, ny := f.tm.Apply(x, y)
	if math.Abs(nx) < maxCoordinate && math.Abs(ny) < maxCoordinate {
		f.tm[4], f.tm[5] = nx, ny
	}
}

// A textSpace is what a string's glyphs have in common; it stays the same from string to string as long as what it was made of does.
type textSpace struct {
	tm     [4]float64
	ctm    Matrix
	font   *font.Font
	points float64 // the font size

	linear  [4]float64 // of the matrix from text space to the page
	size    float64
	visible bool
}

// textSpace returns the matrix from text space to the page, without its offset, the font's size as it appears, and whether glyphs at
// the present place can be seen.
func (f *frame) textSpace() (m [4]float64, size float64, visible bool) {
	s := &f.shown
	if linear := [4]float64(f.tm[:4]); s.tm != linear || s.ctm != f.ctm || s.font != f.font || s.points != f.size {
		m := f.tm.Times(f.ctm)
		*s = textSpace{tm: linear, ctm: f.ctm, font: f.font, points: f.size, linear: [4]float64(m[:4])}
		s.size = math.Hypot(m[2], m[3]) * math.Abs(f.size) * f.font.Unit
		m[4], m[5] = 0, 0
		s.visible = m.sane() && s.size > 0 && s.size < maxCoordinate
	}
	x, y := f.ctm.Apply(f.tm[4], f.tm[5])
	return s.linear, s.size, s.visible && math.Abs(x) <= maxCoordinate && math.Abs(y) <= maxCoordinate
}

// show shows a string.
func (f *frame) show(s []byte) {
	if f.font == nil {
		f.font = f.in.load(object.Value{})
	}
	m, size, visible := f.textSpace()
	top := f.topMark()
	page := f.in.page
	for len(s) > 0 {
		g, n := f.font.Next(s)
		s = s[n:]
		w := g.Width * f.size
		step := w + f.charSpace
		if g.Space {
			step += f.wordSpace
		}
		var dx, dy float64
		x, y := f.tm[4], f.tm[5]
		if f.font.Vertical {
			dy = -f.size // the width of Japanese glyphs from top to bottom
			x, y = f.tm.Apply(-w/2, -0.88*f.size)
		} else {
			dx = w * f.scale
			if f.rise != 0 {
				x, y = f.tm.Apply(0, f.rise)
			}
		}
		if visible && !top.off && f.in.steps < maxSteps {
			gx, gy := f.ctm.Apply(x, y)
			glyph := Glyph{Text: g.Text, X: gx, Y: gy, DX: dx*m[0] + dy*m[2], DY: dx*m[1] + dy*m[3], Size: size, Font: f.font,
				MCID: top.mcid, Artifact: top.artifact, Hidden: f.mode == 3, Moved: f.moved}
			f.moved = false
			if g.Text == "" {
				page.Unmapped++
			}
			if f.inside(&glyph) {
				page.Glyphs = append(page.Glyphs, glyph)
			}
		}
		f.in.steps++
		if f.font.Vertical {
			f.advance(0, dy-f.charSpace)
		} else {
			f.advance(step*f.scale, 0)
		}
	}
}

// inside reports whether the middle of g lies where it can be seen. A little outside is allowed: clip paths are cut close to the
// letters, and hidden text is seen nowhere.
func (f *frame) inside(g *Glyph) bool {
	x, y := g.X+g.DX/2, g.Y+g.DY/2
	slack := g.Size * 0.5
	c := f.clip
	return x >= c.X0-slack && x <= c.X1+slack && y >= c.Y0-slack*0.2 && y-slack <= c.Y1+slack*0.4
}
