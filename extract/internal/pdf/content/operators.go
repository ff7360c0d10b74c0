package content

import "github.com/styrdok/styrdok/extract/internal/pdf/syntax"

// operate does one operator. Those that change nothing that text depends on are passed over.
func (f *frame) operate(op []byte) {
	switch string(op) {
	case "q":
		f.save()
	case "Q":
		f.restore()
	case "cm":
		if m, ok := f.matrix(); ok {
			if n := m.Times(f.ctm); n.sane() {
				f.ctm = n
			}
		}
	case "w":
		f.lineWidth = f.num(0)
	case "gs":
		f.graphicsState()
	case "Do":
		f.draw()
	case "BMC", "BDC":
		f.mark(string(op) == "BDC")
	case "EMC":
		f.unmark()
	default:
		if !f.textOperator(op) {
			f.pathOperator(op)
		}
	}
}

// textOperator does the operators of text; it reports whether op is one.
func (f *frame) textOperator(op []byte) bool {
	switch string(op) {
	case "BT":
		f.tm, f.line, f.moved = identity, identity, true
	case "ET":
	case "Tc":
		f.charSpace = f.num(0)
	case "Tw":
		f.wordSpace = f.num(0)
	case "Tz":
		f.scale = f.num(0) / 100
	case "TL":
		f.leading = f.num(0)
	case "Ts":
		f.rise = f.num(0)
	case "Tr":
		f.mode = int(f.num(0))
	case "Tf":
		f.setFont()
	case "Td":
		f.move(f.num(1), f.num(0))
	case "TD":
		f.leading = -f.num(0)
		f.move(f.num(1), f.num(0))
	case "Tm":
		if m, ok := f.matrix(); ok {
			f.tm, f.line, f.moved = m, m, true
		}
	case "T*":
		f.move(0, -f.leading)
	case "Tj":
		f.showLast()
	case "TJ":
		f.showArray()
	case "'":
		f.move(0, -f.leading)
		f.showLast()
	case "\"":
		f.wordSpace, f.charSpace = f.num(2), f.num(1)
		f.move(0, -f.leading)
		f.showLast()
	default:
		return false
	}
	return true
}

// move goes to the start of a line at x, y from the start of the present one.
func (f *frame) move(x, y float64) {
	m := f.line
	m[4], m[5] = m.Apply(x, y)
	if m.sane() {
		f.tm, f.line, f.moved = m, m, true
	}
}

// setFont does Tf.
func (f *frame) setFont() {
	f.size = f.num(0)
	n := len(f.args)
	if n < 2 || f.args[n-2].Kind != syntax.Name {
		return
	}
	if f.fonts == nil {
		f.fonts = f.in.list(f.resources)
	}
	f.font = f.in.named(f.fonts, f.args[n-2].Bytes)
}

// graphicsState takes the font out of an extended graphics state.
func (f *frame) graphicsState() {
	name, ok := f.last(syntax.Name)
	if !ok {
		return
	}
	font := f.resources.Key("ExtGState").Key(string(name)).Key("Font")
	if font.Len() == 2 {
		f.font = f.in.load(font.Index(0))
		f.size = font.Index(1).Number()
	}
}
