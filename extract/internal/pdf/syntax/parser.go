package syntax

// An Object is a PDF object: nil, bool, int64, float64, Text, Symbol, Array, Dict or Ref.
type Object any

// The types of object that Go has no type of its own for.
type (
	// Text is a string object's bytes.
	Text string
	// Symbol is a name object without its slash.
	Symbol string
	// Array is an array object.
	Array []Object
	// Dict is a dictionary object.
	Dict map[Symbol]Object
	// Ref is a reference to an indirect object.
	Ref struct{ ID, Gen int }
)

// maxDepth is how deep containers may nest: real files stay under 20, and the stack must not grow without bound.
const maxDepth = 100

// A Parser builds objects from tokens.
type Parser struct {
	Lexer
	depth int
}

// NewParser returns a Parser that reads data from pos on.
func NewParser(data []byte, pos int) *Parser {
	return &Parser{Lexer: Lexer{Data: data, Pos: pos}}
}

// Object reads the next object. ok is false at the end of the data or of the object ("endobj", "stream", a closing bracket),
// which is then not consumed.
func (p *Parser) Object() (o Object, ok bool) {
	start := p.Pos
	t := p.Next()
	switch t.Kind {
	case Number:
		return p.numberOrRef(t), true
	case String:
		return Text(t.Bytes), true
	case Name:
		return Symbol(t.Bytes), true
	case ArrayOpen:
		return p.array(), true
	case DictOpen:
		return p.dict(), true
	case Keyword:
		switch string(t.Bytes) {
		case "true":
			return true, true
		case "false":
			return false, true
		case "null":
			return nil, true
		}
		p.Pos = start
		return nil, false
	case EOF:
		return nil, false
	}
	p.Pos = start
	return nil, false
}

// maxInt is the largest integer taken as one; what is larger is a float.
const maxInt = 1 << 53

func (p *Parser) numberOrRef(t Token) Object {
	if !t.Int || t.Num > maxInt || t.Num < -maxInt {
		return t.Num
	}
	n := int64(t.Num)
	if n < 0 || n > MaxID {
		return n
	}
	mark := p.Pos
	if p.SkipSpace(); p.Pos < len(p.Data) && '0' <= p.Data[p.Pos] && p.Data[p.Pos] <= '9' {
		if g := p.Next(); g.Kind == Number && g.Int && g.Num <= 1<<20 {
			if r := p.Next(); r.Kind == Keyword && len(r.Bytes) == 1 && r.Bytes[0] == 'R' {
				return Ref{int(n), int(g.Num)}
			}
		}
	}
	p.Pos = mark
	return n
}

// MaxID is the largest object number taken: the limit of ISO 32000-1, annex C.
const MaxID = 8388607

func (p *Parser) array() Object {
	a := Array{}
	if p.depth++; p.depth > maxDepth {
		p.Pos = len(p.Data)
	}
	defer func() { p.depth-- }()
	for {
		o, ok := p.Object()
		if ok {
			a = append(a, o)
			continue
		}
		if p.closes(ArrayClose) {
			return a
		}
	}
}

// closes handles what is no object inside a container: it reports whether the container ends there.
func (p *Parser) closes(by Kind) bool {
	mark := p.Pos
	t := p.Next()
	switch t.Kind {
	case by, EOF:
		return true
	case Keyword:
		switch string(t.Bytes) {
		case "endobj", "obj", "stream", "endstream", "xref", "trailer", "startxref":
			p.Pos = mark
			return true
		}
	case ArrayClose, DictClose:
		p.Pos = mark // the other kind's end: leave it to the container around
		if p.depth > 1 {
			return true
		}
		p.Next()
	}
	return false
}

func (p *Parser) dict() Object {
	d := Dict{}
	if p.depth++; p.depth > maxDepth {
		p.Pos = len(p.Data)
	}
	defer func() { p.depth-- }()
	for {
		mark := p.Pos
		t := p.Next()
		switch t.Kind {
		case Name:
			key := Symbol(t.Bytes)
			if o, ok := p.Object(); ok {
				d[key] = o
			}
			p.Release()
		case EOF, DictClose:
			return d
		case Keyword, ArrayClose:
			p.Pos = mark
			if p.closes(DictClose) {
				return d
			}
		}
	}
}
