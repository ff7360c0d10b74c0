package content

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

const (
	// maxFieldText is how many bytes of a field's value are shown: some ten pages.
	maxFieldText = 64 << 10
	// maxParents is how far up a field's attributes are sought; real ones are inherited over one or two levels.
	maxParents = 32
	// maxChoices is how many selected values and options of a list are looked at.
	maxChoices = 1_000
)

// The flags of fields (ISO 32000-1, tables 226 to 230).
const (
	flagMultiline = 1 << 12
	flagPassword  = 1 << 13
)

// inherited returns an attribute of a field, which its parents may hold.
func inherited(a object.Value, key string) object.Value {
	for range maxParents {
		if v := a.Key(key); !v.IsNull() {
			return v
		}
		a = a.Key("Parent")
	}
	return object.Value{}
}

// filled returns what was filled in where annotation a lies: the value of a text field or of a choice, the words of a typed note.
func filled(a object.Value) string {
	text := ""
	switch {
	case a.Key("Subtype").Name() == "FreeText":
		text = a.Key("Contents").Text()
	case a.Key("Subtype").Name() != "Widget" || inherited(a, "Ff").Int()&flagPassword != 0:
	case inherited(a, "FT").Name() == "Tx":
		text = fieldString(inherited(a, "V"))
	case inherited(a, "FT").Name() == "Ch":
		text = chosen(inherited(a, "V"), inherited(a, "Opt"))
	}
	return strings.ToValidUTF8(strings.TrimSpace(text[:min(len(text), maxFieldText)]), "")
}

// fieldString returns a text that is a string, or a stream if it is long.
func fieldString(v object.Value) string {
	if !v.IsStream() {
		return v.Text()
	}
	data, _ := v.Data()
	return object.DecodeText(string(data[:min(len(data), 2*maxFieldText)]))
}

// chosen returns the selected options of a list, one a line, as they are shown: an option may be a pair of its value and that.
func chosen(v, options object.Value) string {
	shown := map[string]string{}
	for i := range min(options.Len(), maxChoices) {
		if o := options.Index(i); o.Len() == 2 {
			shown[o.Index(0).Text()] = o.Index(1).Text()
		}
	}
	var lines []string
	add := func(v object.Value) {
		text := v.Text()
		if s, ok := shown[text]; ok {
			text = s
		}
		lines = append(lines, text)
	}
	if v.IsArray() {
		for i := range min(v.Len(), maxChoices) {
			add(v.Index(i))
		}
	} else {
		add(v)
	}
	return strings.Join(lines, "\n")
}

// The measures of filled-in text, in parts of its size: no font is looked at, since only the words' order and distance count.
const (
	fieldAdvance = 0.5
	fieldLeading = 1.15
	fieldSize    = 12 // where the field leaves the size to the program, at most
	minFieldSize = 2
)

// fill shows text in the rectangle at, as a viewer does that makes a field's appearance from its value.
func (in *Interpreter) fill(text string, a object.Value, ctm Matrix) {
	box := rectOf(a.Key("Rect"))
	w, h := box.X1-box.X0, box.Y1-box.Y0
	if w <= 0 || h <= 0 || !ctm.sane() {
		return
	}
	size := min(appearanceSize(inherited(a, "DA").Bytes()), 0.8*h)
	wraps := a.Key("Subtype").Name() == "FreeText" || inherited(a, "Ff").Int()&flagMultiline != 0
	lines := wrapped(text, w, size, wraps)
	for size > minFieldSize && fieldLeading*size*float64(len(lines)) > h && len(lines) > 1 {
		size *= 0.8
		lines = wrapped(text, w, size, wraps)
	}
	f := &frame{in: in, state: state{ctm: ctm, clip: Rect{0, 0, in.page.Width, in.page.Height}}}
	y := box.Y1 - 0.9*size
	if len(lines) == 1 && !wraps {
		y = (box.Y0+box.Y1)/2 - 0.35*size
	}
	for _, line := range lines {
		f.set(line, box.X0+1, y, size)
		y -= min(fieldLeading*size, h/float64(len(lines)))
	}
}

// set sets a line of Unicode text with its base line's start at x, y.
func (f *frame) set(line string, x, y, size float64) {
	page := f.in.page
	gx, gy := f.ctm.Apply(x, y)
	ex, ey := f.ctm.Apply(x+fieldAdvance*size, y)
	g := Glyph{X: gx, Y: gy, DX: ex - gx, DY: ey - gy, Size: size * math.Hypot(f.ctm[2], f.ctm[3]), Font: f.in.load(object.Value{}), MCID: -1, Moved: true}
	for _, r := range line {
		if f.in.steps++; f.in.steps > maxSteps || len(page.Glyphs) >= MaxGlyphs {
			page.Cut = true
			return
		}
		if r < ' ' {
			r = ' '
		}
		g.Text = string(r)
		page.Glyphs = append(page.Glyphs, g)
		g.X, g.Y, g.Moved = g.X+g.DX, g.Y+g.DY, false
	}
}

// wrapped breaks text into lines: at its own line ends, and, if it wraps, between words so that lines of the size given are not wider than width.
func wrapped(text string, width, size float64, wraps bool) []string {
	var lines []string
	most := int(width / (fieldAdvance * size))
	for _, own := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		words := strings.Fields(own)
		from, n := 0, 0
		for i, word := range words {
			k := utf8.RuneCountInString(word) + 1
			if wraps && i > from && n+k > most {
				lines = append(lines, strings.Join(words[from:i], " "))
				from, n = i, 0
			}
			n += k
		}
		lines = append(lines, strings.Join(words[from:], " "))
	}
	return lines
}

// appearanceSize returns the font size of a default appearance ("/Helv 10 Tf 0 g"), fieldSize if it says none.
func appearanceSize(da string) float64 {
	l := syntax.NewLexer([]byte(da))
	size := 0.0
	for t := l.Next(); t.Kind != syntax.EOF; t = l.Next() {
		if t.Kind == syntax.Number {
			size = t.Num
		}
		if t.Kind == syntax.Keyword && string(t.Bytes) == "Tf" && size > minFieldSize && size < 200 {
			return size
		}
	}
	return fieldSize
}
