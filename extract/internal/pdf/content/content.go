package content

import (
	"errors"
	"sync"

	"github.com/styrdok/styrdok/extract/internal/pdf/font"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
)

// The limits of a page. Real pages stay a hundred times under them; a page that reaches one ends there.
const (
	// MaxGlyphs is how many glyphs a page may have: a densely set broadsheet has 50 000.
	MaxGlyphs = 500_000
	// maxSteps is how many operators and glyphs one page may run through, forms included: forms that draw forms multiply.
	maxSteps = 4_000_000
	// maxAllSteps is the same for all pages together: ten thousand dense pages have a quarter of it.
	maxAllSteps = 400_000_000
	// maxForms is how deep forms may draw forms.
	maxForms = 12
	// maxStates is how deep q may nest; deeper ones are counted, so that their Q finds its own, but save nothing.
	maxStates = 256
	// maxArgs is how many operands an operator may have, the elements of its arrays counted.
	maxArgs = 1 << 16
	// maxRules is how many ruling lines are kept of a page: a large form has some thousand.
	maxRules = 20_000
	// maxMarked is how deep marked content may nest.
	maxMarked = 256
)

// A Glyph is one glyph on a page. Places are in points from the page's top left corner, y downwards.
type Glyph struct {
	// Text is the glyph's characters, "" if the file does not tell them.
	Text string
	// X and Y are where the glyph's origin lies, on its base line; DX and DY lead from there to its end.
	X, Y, DX, DY float64
	// Size is the font's size as it appears.
	Size float64
	Font *font.Font
	// MCID is the marked content that the glyph is part of, -1 if none.
	MCID int32
	// Hidden is true for text that is drawn with nothing (rendering mode 3), as OCR programs do.
	Hidden bool
	// Moved is true if the text position was set anew before the glyph, and not only moved on by the glyph before it.
	Moved bool
	// Drawn is true for a dot that is drawn as a picture; Text is a bullet.
	Drawn bool
	// Artifact is true for what the file marks as no part of its text: page heads and feet.
	Artifact bool
}

// A Rule is a ruling line, horizontal or vertical.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// A Picture is an image on a page. Matrix leads from the image's unit square, whose origin is its bottom left corner, to the page.
type Picture struct {
	Image  object.Value
	Matrix Matrix
}

// A Page is what a page shows.
type Page struct {
	Glyphs []Glyph
	Rules  []Rule
	// Width and Height are the page's as it is seen, turned.
	Width, Height float64
	// Images is the number of images; Covered is true if one covers most of the page.
	Images  int
	Covered bool
	// Pictures are the images, in the order in which they are drawn; inline ones are left out.
	Pictures []Picture
	// Unmapped is the number of glyphs without characters.
	Unmapped int
	// Cut is true if a limit ended the page, Damaged if a part of its content could not be decoded.
	Cut, Damaged bool
}

// An Interpreter interprets the pages of one document. It is not safe for concurrent use.
type Interpreter struct {
	fonts   map[string]*font.Font // by the font object's identity
	byRef   map[int]*font.Font    // by the font object's number
	entries int                   // of their maps
	lists   map[int]*fontList     // by the number of the object that is the list
	hidden  map[int]bool          // the optional content that is off, by object number
	stale   bool                  // the appearances of the form's fields are out of date
	page    *Page
	steps   int      // on this page
	before  int      // on those before it
	drawing []string // the forms that are being drawn, by identity
	*memory
}

// A memory is what an interpreter uses again from page to page, and leaves to the next one.
type memory struct {
	glyphs []Glyph
	frames [maxForms + 1]*frame // by depth
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// maxGlyphMemory is how many glyphs memory is left for: more than most pages have.
const maxGlyphMemory = 1 << 14

// Close leaves the interpreter's memory to the next one. Neither the interpreter nor the pages that it gave can be used any more.
func (in *Interpreter) Close() {
	m := in.memory
	if m.glyphs = m.glyphs[:cap(m.glyphs)]; len(m.glyphs) > maxGlyphMemory {
		m.glyphs = nil
	}
	clear(m.glyphs)
	for _, f := range m.frames {
		if f != nil {
			f.reset(nil)
		}
	}
	in.memory = nil
	memories.Put(m)
}

// NewInterpreter returns an interpreter for the document with the catalog given.
func NewInterpreter(catalog object.Value) *Interpreter {
	return &Interpreter{fonts: map[string]*font.Font{}, byRef: map[int]*font.Font{}, lists: map[int]*fontList{}, memory: memories.Get().(*memory), hidden: offLayers(catalog),
		stale: catalog.Key("AcroForm").Key("NeedAppearances").Bool()}
}

// maxLayers is how many layers are looked at.
const maxLayers = 10_000

// offLayers returns the layers that the document's default configuration does not show.
func offLayers(catalog object.Value) map[int]bool {
	off := catalog.Key("OCProperties").Key("D").Key("OFF").Refs()
	hidden := map[int]bool{}
	for _, ref := range off[:min(len(off), maxLayers)] {
		hidden[ref] = true
	}
	return hidden
}

// A Source is a page to interpret.
type Source struct {
	Contents, Resources, Annots object.Value
	// MediaBox is in the file's units; Rotate is a multiple of 90.
	MediaBox Rect
	Rotate   int
	// Unit is the length of a unit in points.
	Unit float64
}

// Page interprets a page. What it returns is valid until the next call.
func (in *Interpreter) Page(s Source) *Page {
	ctm, width, height := s.device()
	in.page = &Page{Width: width, Height: height, Glyphs: in.glyphs[:0]}
	in.before += in.steps
	in.steps = 0
	if in.before > maxAllSteps {
		in.page.Cut = true
		return in.page
	}
	in.run(s.Contents, s.Resources, ctm, Rect{0, 0, width, height}, 0)
	in.annotations(s, ctm)
	in.glyphs = in.page.Glyphs
	return in.page
}

// device returns the matrix from the page's space to its seen top left corner, and its seen size.
func (s Source) device() (m Matrix, width, height float64) {
	u := s.Unit
	if u <= 0 || u > 100 {
		u = 1
	}
	b := s.MediaBox
	w, h := (b.X1-b.X0)*u, (b.Y1-b.Y0)*u
	switch ((s.Rotate/90)%4 + 4) % 4 {
	case 1:
		return Matrix{0, u, u, 0, -b.Y0 * u, -b.X0 * u}, h, w
	case 2:
		return Matrix{-u, 0, 0, u, b.X1 * u, -b.Y0 * u}, w, h
	case 3:
		return Matrix{0, -u, -u, 0, b.Y1 * u, b.X1 * u}, h, w
	}
	return Matrix{u, 0, 0, -u, -b.X0 * u, b.Y1 * u}, w, h
}

// maxStreams is how many streams a page's contents may be of.
const maxStreams = 10_000

// data returns the content that v, a stream or an array of them, holds, perhaps in the memory of buf. The streams of an array are
// parts of one, that end between two tokens.
func (in *Interpreter) data(buf []byte, v object.Value) []byte {
	if !v.IsArray() {
		return in.stream(buf, v)
	}
	var all []byte
	for i := range min(v.Len(), maxStreams) {
		data := in.stream(buf, v.Index(i))
		if all == nil {
			all, buf = data, nil
			continue
		}
		all = append(append(all, '\n'), data...)
		if len(all) > object.MaxStream {
			in.page.Cut = true
			break
		}
	}
	return all
}

// stream returns the data of one stream, perhaps in the memory of buf, and notes what is wrong with it.
func (in *Interpreter) stream(buf []byte, v object.Value) []byte {
	if v.IsNull() {
		return nil
	}
	data, err := v.DataInto(buf)
	if err != nil {
		in.page.Cut = in.page.Cut || errors.Is(err, object.ErrTooLarge)
		in.page.Damaged = in.page.Damaged || errors.Is(err, object.ErrDamaged)
	}
	return data
}
