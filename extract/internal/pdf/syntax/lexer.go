package syntax

// A Kind is the kind of a token.
type Kind uint8

// The kinds of token.
const (
	EOF Kind = iota
	Number
	String
	Name
	Keyword
	ArrayOpen
	ArrayClose
	DictOpen
	DictClose
)

// A Token is one token. Bytes is the string's or name's decoded value or the keyword; it stays valid until
// [Lexer.Release] and may point into the data read.
type Token struct {
	Kind  Kind
	Int   bool // the number was written without a decimal point
	Num   float64
	Bytes []byte
}

// A Lexer splits data into tokens.
type Lexer struct {
	Data    []byte
	Pos     int
	scratch []byte
}

// NewLexer returns a Lexer that reads data from its beginning.
func NewLexer(data []byte) *Lexer { return &Lexer{Data: data} }

// Release lets the lexer use the memory of the tokens given so far anew.
func (l *Lexer) Release() { l.scratch = l.scratch[:0] }

const (
	regular = iota
	space
	delimiter
)

// class tells white space and delimiters (ISO 32000-1, 7.2.2) from other bytes.
var class = [256]uint8{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

// IsSpace reports whether c is white space in PDF syntax.
func IsSpace(c byte) bool { return class[c] == space }

// SkipSpace moves past white space and comments.
func (l *Lexer) SkipSpace() {
	for l.Pos < len(l.Data) {
		c := l.Data[l.Pos]
		switch {
		case class[c] == space:
			l.Pos++
		case c == '%':
			for l.Pos < len(l.Data) && l.Data[l.Pos] != '\n' && l.Data[l.Pos] != '\r' {
				l.Pos++
			}
		default:
			return
		}
	}
}

// Next returns the next token. Stray closing delimiters are passed over.
func (l *Lexer) Next() Token {
	for {
		for l.Pos < len(l.Data) && class[l.Data[l.Pos]] == space {
			l.Pos++
		}
		if l.Pos >= len(l.Data) {
			return Token{Kind: EOF}
		}
		c := l.Data[l.Pos]
		switch c {
		case '%':
			l.SkipSpace()
		case '(':
			return l.literal()
		case '/':
			return l.name()
		case '[':
			l.Pos++
			return Token{Kind: ArrayOpen}
		case ']':
			l.Pos++
			return Token{Kind: ArrayClose}
		case '<':
			if l.peek(1) == '<' {
				l.Pos += 2
				return Token{Kind: DictOpen}
			}
			return l.hex()
		case '>':
			if l.peek(1) == '>' {
				l.Pos += 2
				return Token{Kind: DictClose}
			}
			l.Pos++
		case ')':
			l.Pos++
		case '{', '}':
			l.Pos++
			return Token{Kind: Keyword, Bytes: l.Data[l.Pos-1 : l.Pos]}
		default:
			return l.word()
		}
	}
}

func (l *Lexer) peek(n int) byte {
	if l.Pos+n < len(l.Data) {
		return l.Data[l.Pos+n]
	}
	return 0
}

// word reads a number or a keyword.
func (l *Lexer) word() Token {
	if t, ok := l.number(); ok {
		return t
	}
	start := l.Pos
	for l.Pos < len(l.Data) && class[l.Data[l.Pos]] == regular {
		l.Pos++
	}
	return Token{Kind: Keyword, Bytes: l.Data[start:l.Pos]}
}

// maxDigits is how many digits of a number count: more than a float64 can hold, few enough never to overflow one.
const maxDigits = 40

// number reads a number, of the odd kinds too that programs write: "--5", "1.2.3" (1.2), "12-34" (12).
func (l *Lexer) number() (Token, bool) {
	d, i := l.Data, l.Pos
	negative := false
	for i < len(d) && (d[i] == '-' || d[i] == '+') {
		negative = negative || d[i] == '-'
		i++
	}
	value, digits, isInt := 0.0, 0, true
	for ; i < len(d) && '0' <= d[i] && d[i] <= '9'; i++ {
		if digits++; digits <= maxDigits {
			value = value*10 + float64(d[i]-'0')
		}
	}
	if i < len(d) && d[i] == '.' {
		isInt = false
		scale := 0.1
		for i++; i < len(d) && '0' <= d[i] && d[i] <= '9'; i++ {
			if digits++; digits <= maxDigits {
				value += float64(d[i]-'0') * scale
				scale /= 10
			}
		}
	}
	if digits == 0 {
		if isInt {
			return Token{}, false // no number at all
		}
		if i < len(d) && class[d[i]] == regular && d[i] != '-' {
			return Token{}, false
		}
	}
	if i < len(d) && class[d[i]] == regular {
		if c := d[i]; c != '-' && c != '.' {
			return l.glued(i, value, negative, isInt)
		}
		for i < len(d) && class[d[i]] == regular { // "12-34", "1.2.3"
			i++
		}
	}
	l.Pos = i
	return numberToken(value, negative, isInt), true
}

// glued handles a number that a keyword follows without a space ("0Tc", "1 0 0 1 72 720cm"): the number ends there.
// A word such as "1st" is a keyword to PDF, but no operator begins with a digit, so nothing is lost.
func (l *Lexer) glued(at int, value float64, negative, isInt bool) (Token, bool) {
	l.Pos = at
	return numberToken(value, negative, isInt), true
}

func numberToken(value float64, negative, isInt bool) Token {
	if negative {
		value = -value
	}
	return Token{Kind: Number, Num: value, Int: isInt}
}
