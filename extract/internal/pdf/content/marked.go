package content

import (
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/font"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// topMark returns the marked content that what is shown now belongs to.
func (f *frame) topMark() *marked {
	if n := len(f.marks); n > 0 {
		return &f.marks[n-1]
	}
	return &unmarkedContent
}

// unmarkedContent is what belongs to no marked content. It is never changed.
var unmarkedContent = marked{mcid: -1}

// mark does BMC and BDC.
func (f *frame) mark(properties bool) {
	if len(f.marks) >= maxMarked {
		f.unmarked++
		return
	}
	up := f.topMark()
	m := marked{mcid: up.mcid, artifact: up.artifact, off: up.off, from: len(f.in.page.Glyphs)}
	tag := ""
	for _, t := range f.args {
		if t.Kind == syntax.Name {
			tag = string(t.Bytes)
			break
		}
	}
	m.artifact = m.artifact || tag == "Artifact"
	if properties {
		f.properties(&m, tag)
	}
	f.marks = append(f.marks, m)
}

// properties reads the property list of BDC, which stands among the operands or in the resources.
func (f *frame) properties(m *marked, tag string) {
	if name, ok := f.last(syntax.Name); ok && len(f.args) > 1 {
		list := f.resources.Key("Properties")
		if tag == "OC" {
			m.off = m.off || f.hiddenLayer(list, string(name))
			return
		}
		v := list.Key(string(name))
		if id := v.Key("MCID"); id.IsNumber() {
			m.mcid = int32(id.Int())
		}
		if a := v.Key("ActualText"); a.IsString() {
			m.actual, m.replaces = a.Text(), true
		}
		return
	}
	for i := 0; i+1 < len(f.args); i++ {
		if f.args[i].Kind != syntax.Name {
			continue
		}
		switch next := f.args[i+1]; string(f.args[i].Bytes) {
		case "MCID":
			if next.Kind == syntax.Number {
				m.mcid = int32(max(min(next.Num, 1<<30), -1))
			}
		case "ActualText":
			if next.Kind == syntax.String {
				m.actual, m.replaces = object.DecodeText(string(next.Bytes)), true
			}
		}
	}
}

// hiddenLayer reports whether the layer of the name given is not shown: it is off, or all layers of its group are.
func (f *frame) hiddenLayer(list object.Value, name string) bool {
	if len(f.in.hidden) == 0 {
		return false
	}
	if f.in.hidden[list.Ref(name)] {
		return true
	}
	group := list.Key(name)
	if group.Key("Type").Name() != "OCMD" {
		return false
	}
	if one := group.Ref("OCGs"); one >= 0 && f.in.hidden[one] {
		return true
	}
	refs := group.Key("OCGs").Refs()
	for _, ref := range refs {
		if !f.in.hidden[ref] {
			return false
		}
	}
	return len(refs) > 0
}

// unmark does EMC.
func (f *frame) unmark() {
	if f.unmarked > 0 {
		f.unmarked--
		return
	}
	n := len(f.marks)
	if n == 0 {
		return
	}
	m := f.marks[n-1]
	f.marks = f.marks[:n-1]
	if m.replaces {
		f.replace(m)
	}
}

// closeMarks ends what the stream left open.
func (f *frame) closeMarks() {
	for len(f.marks) > 0 {
		f.unmark()
	}
}

// replace puts the actual text in the place of the glyphs shown for it. Text over more than one line stays as it is shown: its
// places would be lost.
func (f *frame) replace(m marked) {
	glyphs := f.in.page.Glyphs
	if m.from >= len(glyphs) {
		return
	}
	shown := glyphs[m.from:]
	first, last := &shown[0], shown[len(shown)-1]
	for i := range shown {
		if d := shown[i].Y - first.Y; d > first.Size || d < -first.Size {
			return
		}
	}
	if len(shown) > 1 && len(m.actual) > 8*len(shown) {
		return
	}
	if m.actual == "" && len(shown) > 2 {
		return
	}
	first.Text = font.Clean(m.actual)
	if strings.TrimSpace(first.Text) == "" && m.actual != "" {
		first.Text = " "
	}
	first.DX, first.DY = last.X+last.DX-first.X, last.Y+last.DY-first.Y
	f.in.page.Glyphs = glyphs[:m.from+1]
}
