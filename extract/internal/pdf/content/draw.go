package content

import (
	"bytes"
	"slices"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// draw does Do: it counts an image, and runs a form.
func (f *frame) draw() {
	name, ok := f.last(syntax.Name)
	if !ok || f.topMark().off {
		return
	}
	list := f.resources.Key("XObject")
	v := list.Key(string(name))
	if len(f.in.hidden) > 0 && (f.in.hidden[v.Ref("OC")]) {
		return
	}
	switch v.Key("Subtype").Name() {
	case "Image":
		f.image()
		if page := f.in.page; len(page.Pictures) < maxPictures {
			page.Pictures = append(page.Pictures, Picture{Image: v, Matrix: f.ctm})
		}
	case "Form":
		f.form(v)
	}
}

// maxPictures is how many pictures are kept of a page: scanners cut a page into some tens of strips.
const maxPictures = 256

// image counts an image, which fills the unit square.
func (f *frame) image() {
	box := f.ctm.bounds(Rect{0, 0, 1, 1}).intersect(f.clip)
	w, h := box.X1-box.X0, box.Y1-box.Y0
	if w <= 1 || h <= 1 {
		return
	}
	page := f.in.page
	page.Images++
	page.Covered = page.Covered || w*h > 0.5*page.Width*page.Height
}

// formSteps is how many steps a form counts as, whatever is in it: opening one is work.
const formSteps = 100

// form runs a form's content with its own matrix, box and resources.
func (f *frame) form(v object.Value) {
	if f.in.steps += formSteps; f.depth >= maxForms || f.in.steps > maxSteps {
		f.in.page.Cut = true
		return
	}
	id := v.Identity()
	if slices.Contains(f.in.drawing, id) {
		return // it draws itself
	}
	f.in.drawing = append(f.in.drawing, id)
	defer func() { f.in.drawing = f.in.drawing[:len(f.in.drawing)-1] }()
	ctm, clip := f.ctm, f.clip
	if m := v.Key("Matrix"); m.Len() == 6 {
		var own Matrix
		for i := range own {
			own[i] = m.Index(i).Number()
		}
		ctm = own.Times(ctm)
	}
	if !ctm.sane() {
		return
	}
	if b := v.Key("BBox"); b.Len() == 4 {
		box := Rect{b.Index(0).Number(), b.Index(1).Number(), b.Index(0).Number(), b.Index(1).Number()}
		box.add(b.Index(2).Number(), b.Index(3).Number())
		clip = clip.intersect(ctm.bounds(box))
	}
	resources := v.Key("Resources")
	if !resources.IsDict() {
		resources = f.resources
	}
	f.in.run(v, resources, ctm, clip, f.depth+1)
}

// maxInline is how far the end of an inline image is sought: the standard wants them under 4 kB, writers go further.
const maxInline = 16 << 20

// inlineImage passes over an inline image: BI, its dictionary, ID, its data, EI.
func (f *frame) inlineImage(l *syntax.Lexer) {
	for {
		t := l.Next()
		if t.Kind == syntax.EOF {
			return
		}
		if t.Kind == syntax.Keyword && string(t.Bytes) == "ID" {
			break
		}
	}
	f.image()
	rest := l.Data[l.Pos:min(len(l.Data), l.Pos+maxInline)]
	for at := 0; ; {
		i := bytes.Index(rest[at:], []byte("EI"))
		if i < 0 {
			l.Pos += len(rest)
			return
		}
		at += i + 2
		if endsImage(rest, at) {
			l.Pos += at
			return
		}
	}
}

// endsImage reports whether the "EI" that ends at at is the operator: white space around it, and text after it.
func endsImage(data []byte, at int) bool {
	if at >= 3 && !syntax.IsSpace(data[at-3]) {
		return false
	}
	if at < len(data) && !syntax.IsSpace(data[at]) {
		return false
	}
	for _, c := range data[at:min(len(data), at+12)] {
		if c >= 0x7f || c < ' ' && !syntax.IsSpace(c) {
			return false
		}
	}
	return true
}
