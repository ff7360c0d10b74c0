package content

import (
	"github.com/styrdok/styrdok/extract/internal/pdf/font"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// A state is the part of the graphics state that text depends on.
type state struct {
	ctm                  Matrix
	clip                 Rect
	font                 *font.Font
	size                 float64
	charSpace, wordSpace float64
	scale, leading, rise float64
	mode                 int
	lineWidth            float64
}

// A marked is one level of marked content.
type marked struct {
	actual   string
	replaces bool // actual stands for what is shown
	from     int  // the first glyph
	mcid     int32
	artifact bool
	off      bool // a layer that is not shown
}

// A frame runs one content stream: a page's or a form's.
type frame struct {
	in        *Interpreter
	resources object.Value
	fonts     *fontList // those of resources, nil until one is used
	state
	saved    []state
	tooDeep  int
	tm, line Matrix
	moved    bool // the text position was set since the last glyph
	args     []syntax.Token
	marks    []marked
	unmarked int // BMCs beyond the limit
	path     path
	depth    int
	data     []byte
	shown    textSpace
}

// maxKept is how many bytes of memory a frame keeps for the next content stream: more than most hold.
const maxKept = 1 << 20

// frame returns the frame of the depth given, ready for another content stream.
func (in *Interpreter) frame(depth int) *frame {
	f := in.frames[depth]
	if f == nil {
		f = &frame{}
		in.frames[depth] = f
	}
	f.reset(in)
	f.depth = depth
	return f
}

// reset makes f as new but for the memory that it has.
func (f *frame) reset(in *Interpreter) {
	if cap(f.data) > maxKept {
		f.data = nil
	}
	if cap(f.args) > maxKept/64 {
		f.args = nil
	}
	clear(f.args[:cap(f.args)])
	clear(f.saved[:cap(f.saved)])
	clear(f.marks[:cap(f.marks)])
	*f = frame{in: in, tm: identity, line: identity, data: f.data, args: f.args[:0], saved: f.saved[:0], marks: f.marks[:0],
		path: path{rules: f.path.rules[:0], rects: f.path.rects[:0]}}
}

// bytesPerStep is how many bytes of content count as a step, whatever they hold: ten times what an operator takes.
const bytesPerStep = 100

// run interprets the content stream v, or an array of them.
func (in *Interpreter) run(v, resources object.Value, ctm Matrix, clip Rect, depth int) {
	f := in.frame(depth)
	f.resources = resources
	f.state = state{ctm: ctm, clip: clip, scale: 1, lineWidth: 1}
	f.data = in.data(f.data[:0], v)
	in.steps += len(f.data) / bytesPerStep
	l := syntax.NewLexer(f.data)
	for {
		t := l.Next()
		switch t.Kind {
		case syntax.EOF:
			f.closeMarks()
			return
		case syntax.Keyword:
			if in.steps++; in.steps > maxSteps || len(in.page.Glyphs) > MaxGlyphs {
				in.page.Cut = true
				return
			}
			if len(t.Bytes) == 2 && t.Bytes[0] == 'B' && t.Bytes[1] == 'I' {
				f.inlineImage(l)
			} else {
				f.operate(t.Bytes)
			}
			f.args = f.args[:0]
			l.Release()
		default:
			if len(f.args) < maxArgs {
				f.args = append(f.args, t)
			}
		}
	}
}

// num returns operand i counted from the end (0 is the last), 0 if it is no number. Operators take what stands right before
// them, so that too many operands do no harm.
func (f *frame) num(i int) float64 {
	if i = len(f.args) - 1 - i; i < 0 || f.args[i].Kind != syntax.Number {
		return 0
	}
	return f.args[i].Num
}

// matrix returns the last six operands.
func (f *frame) matrix() (Matrix, bool) {
	if len(f.args) < 6 {
		return identity, false
	}
	m := Matrix{f.num(5), f.num(4), f.num(3), f.num(2), f.num(1), f.num(0)}
	return m, m.sane()
}

// last returns the last operand's bytes if it is of the kind.
func (f *frame) last(kind syntax.Kind) ([]byte, bool) {
	if n := len(f.args); n > 0 && f.args[n-1].Kind == kind {
		return f.args[n-1].Bytes, true
	}
	return nil, false
}

func (f *frame) save() {
	if len(f.saved) >= maxStates {
		f.tooDeep++
		return
	}
	f.saved = append(f.saved, f.state)
}

// restore goes back to the state before the last q; a Q too many does nothing.
func (f *frame) restore() {
	if f.tooDeep > 0 {
		f.tooDeep--
		return
	}
	if n := len(f.saved); n > 0 {
		f.state = f.saved[n-1]
		f.saved = f.saved[:n-1]
	}
}
