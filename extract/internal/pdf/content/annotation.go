package content

import "github.com/styrdok/styrdok/extract/internal/pdf/object"

// maxAnnotations is how many annotations of a page are drawn: a form has some hundred fields.
const maxAnnotations = 5_000

// The flags of annotations (ISO 32000-1, table 165).
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// annotations draws what lies over a page: filled-in fields, stamps, typed notes. Links have nothing to draw, and what pops up is no
// part of the page. Programs that fill in forms often leave a field's appearance to the viewer: where it shows nothing, or the form says that
// appearances are out of date, what was filled in is set.
func (in *Interpreter) annotations(s Source, ctm Matrix) {
	for i := range min(s.Annots.Len(), maxAnnotations) {
		a := s.Annots.Index(i)
		switch a.Key("Subtype").Name() {
		case "Link", "Popup":
			continue
		}
		if a.Key("F").Int()&(flagHidden|flagNoView) != 0 {
			continue
		}
		if len(in.hidden) > 0 && in.hidden[a.Ref("OC")] {
			continue
		}
		before, text := len(in.page.Glyphs), filled(a)
		if v := appearance(a); v.IsStream() && (text == "" || !in.stale) {
			in.appear(v, a.Key("Rect"), s, ctm)
		}
		if len(in.page.Glyphs) == before && text != "" {
			in.fill(text, a, ctm)
		}
	}
}

// appearance returns the normal appearance of an annotation, in the state that it is in.
func appearance(a object.Value) object.Value {
	n := a.Key("AP").Key("N")
	if !n.IsStream() {
		n = n.Key(a.Key("AS").Name())
	}
	return n
}

// appear draws an appearance so that its box fills the annotation's rectangle (ISO 32000-1, 12.5.5).
func (in *Interpreter) appear(v, at object.Value, s Source, ctm Matrix) {
	target, box := rectOf(at), rectOf(v.Key("BBox"))
	m := identity
	if own := v.Key("Matrix"); own.Len() == 6 {
		for i := range m {
			m[i] = own.Index(i).Number()
		}
	}
	seen := m.bounds(box)
	w, h := seen.X1-seen.X0, seen.Y1-seen.Y0
	if w <= 0 || h <= 0 || !m.sane() {
		return
	}
	sx, sy := (target.X1-target.X0)/w, (target.Y1-target.Y0)/h
	fit := Matrix{sx, 0, 0, sy, target.X0 - seen.X0*sx, target.Y0 - seen.Y0*sy}
	f := &frame{in: in, resources: s.Resources}
	f.state = state{ctm: fit.Times(ctm), clip: Rect{0, 0, in.page.Width, in.page.Height}}
	if f.ctm.sane() {
		f.form(v)
	}
}

// rectOf reads a rectangle.
func rectOf(v object.Value) Rect {
	r := Rect{v.Index(0).Number(), v.Index(1).Number(), v.Index(0).Number(), v.Index(1).Number()}
	r.add(v.Index(2).Number(), v.Index(3).Number())
	return r
}
