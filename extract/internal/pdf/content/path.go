package content

import (
	"math"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
)

// A path is the path under construction, in the page's seen space: its box, and its upright pieces.
type path struct {
	box      Rect
	any      bool
	x, y     float64
	sx, sy   float64 // where the subpath began
	rules    []Rule
	rects    []Rect
	clipping bool
}

// thick is the greatest width of a filled rectangle that is a ruling line.
const thick = 3

// pathOperator does the operators that build, paint and clip by paths.
func (f *frame) pathOperator(op []byte) {
	switch string(op) {
	case "m":
		f.point(f.num(1), f.num(0))
		f.path.sx, f.path.sy = f.path.x, f.path.y
	case "l":
		f.lineTo(f.num(1), f.num(0))
	case "c", "v", "y":
		f.point(f.num(1), f.num(0))
	case "h":
		f.close()
	case "re":
		f.rectangle(f.num(3), f.num(2), f.num(1), f.num(0))
	case "W", "W*":
		f.path.clipping = true
	case "S", "s":
		f.stroke()
		f.endPath()
	case "f", "F", "f*":
		f.fill()
		f.endPath()
	case "B", "B*", "b", "b*":
		f.stroke()
		f.fill()
		f.endPath()
	case "n":
		f.endPath()
	}
}

func (f *frame) point(x, y float64) {
	p := &f.path
	p.x, p.y = f.ctm.Apply(x, y)
	if !p.any {
		p.box, p.any = Rect{p.x, p.y, p.x, p.y}, true
		return
	}
	p.box.add(p.x, p.y)
}

func (f *frame) lineTo(x, y float64) {
	p := &f.path
	x0, y0, had := p.x, p.y, p.any
	f.point(x, y)
	if had {
		p.rule(x0, y0, p.x, p.y)
	}
}

func (f *frame) close() {
	p := &f.path
	p.rule(p.x, p.y, p.sx, p.sy)
	p.x, p.y = p.sx, p.sy
}

// rule keeps a line that is upright or level.
func (p *path) rule(x0, y0, x1, y1 float64) {
	if len(p.rules) < maxRules && (math.Abs(x1-x0) < 0.5) != (math.Abs(y1-y0) < 0.5) {
		p.rules = append(p.rules, Rule{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
	}
}

func (f *frame) rectangle(x, y, w, h float64) {
	f.point(x, y)
	f.path.sx, f.path.sy = f.path.x, f.path.y
	x0, y0 := f.path.x, f.path.y
	f.point(x+w, y)
	f.point(x, y+h)
	f.point(x+w, y+h)
	if len(f.path.rects) < maxRules {
		r := Rect{x0, y0, x0, y0}
		r.add(f.path.x, f.path.y)
		f.path.rects = append(f.path.rects, r)
	}
	f.path.x, f.path.y = x0, y0
}

func (f *frame) stroke() {
	f.in.keep(f.path.rules...)
	for _, r := range f.path.rects {
		f.in.keep(Rule{r.X0, r.Y0, r.X1, r.Y0}, Rule{r.X0, r.Y1, r.X1, r.Y1}, Rule{r.X0, r.Y0, r.X0, r.Y1}, Rule{r.X1, r.Y0, r.X1, r.Y1})
	}
}

// fill keeps filled rectangles that are so thin that they are lines.
func (f *frame) fill() {
	rects := f.path.rects
	if len(rects) == 0 && f.path.any && len(f.path.rules) >= 3 {
		rects = append(rects, f.path.box) // a rectangle drawn line by line
	}
	if f.path.any && len(rects) <= 1 {
		f.dot(f.path.box)
	}
	for _, r := range rects {
		w, h := r.X1-r.X0, r.Y1-r.Y0
		switch {
		case h <= thick && w > 2*h:
			f.in.keep(Rule{r.X0, (r.Y0 + r.Y1) / 2, r.X1, (r.Y0 + r.Y1) / 2})
		case w <= thick && h > 2*w:
			f.in.keep(Rule{(r.X0 + r.X1) / 2, r.Y0, (r.X0 + r.X1) / 2, r.Y1})
		}
	}
}

// The sizes of dots that are bullets, in points, and what part of the font size they are.
const (
	minDot, maxDot = 1.5, 7
	dotShare       = 0.35
)

// dot takes a small round or square figure as a bullet: browsers draw them so. The layout drops those that stand before no text.
func (f *frame) dot(box Rect) {
	w, h := box.X1-box.X0, box.Y1-box.Y0
	if w < minDot || w > maxDot || math.Abs(w-h) > 0.15*w || len(f.in.page.Glyphs) >= MaxGlyphs {
		return
	}
	size := h / dotShare
	g := Glyph{Text: "•", X: box.X0, Y: (box.Y0+box.Y1)/2 + 0.3*size, DX: w, Size: size, Font: f.in.load(object.Value{}), MCID: -1, Drawn: true}
	if f.inside(&g) {
		f.in.page.Glyphs = append(f.in.page.Glyphs, g)
	}
}

// minRule is the length of the shortest line that counts: shorter ones are parts of drawings and letters.
const minRule = 4

// keep keeps ruling lines for the page.
func (in *Interpreter) keep(rules ...Rule) {
	for _, r := range rules {
		if max(r.X1-r.X0, r.Y1-r.Y0) >= minRule && len(in.page.Rules) < maxRules {
			in.page.Rules = append(in.page.Rules, r)
		}
	}
}

// endPath makes the path the clip if it was meant to be, and forgets it.
func (f *frame) endPath() {
	p := &f.path
	if p.clipping && p.any {
		f.clip = f.clip.intersect(p.box)
	}
	*p = path{rules: p.rules[:0], rects: p.rects[:0]}
}
