package syntax

// literal reads a "(string)". One that is not closed ends with the data.
func (l *Lexer) literal() Token {
	l.Pos++
	start := l.Pos
	for i := start; i < len(l.Data); i++ { // most strings hold nothing that needs a copy
		switch l.Data[i] {
		case ')':
			l.Pos = i + 1
			return Token{Kind: String, Bytes: l.Data[start:i:i]}
		case '\\', '(', '\r':
			return l.escaped(start, i)
		}
	}
	l.Pos = len(l.Data)
	return Token{Kind: String, Bytes: l.Data[start:]}
}

// escaped reads on at i a literal string that needs decoding.
func (l *Lexer) escaped(start, i int) Token {
	at := len(l.scratch)
	l.scratch = append(l.scratch, l.Data[start:i]...)
	depth := 1
	l.Pos = i
	for l.Pos < len(l.Data) && depth > 0 {
		c := l.Data[l.Pos]
		l.Pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				continue
			}
		case '\\':
			l.escape()
			continue
		case '\r':
			if l.peek(0) == '\n' {
				l.Pos++
			}
			c = '\n'
		}
		l.scratch = append(l.scratch, c)
	}
	return Token{Kind: String, Bytes: l.scratch[at:len(l.scratch):len(l.scratch)]}
}

// escape decodes what follows a backslash.
func (l *Lexer) escape() {
	if l.Pos >= len(l.Data) {
		return
	}
	c := l.Data[l.Pos]
	l.Pos++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		if l.peek(0) == '\n' {
			l.Pos++
		}
		return
	case '\n':
		return
	case '0', '1', '2', '3', '4', '5', '6', '7':
		x := int(c - '0')
		for n := 0; n < 2 && l.Pos < len(l.Data) && '0' <= l.Data[l.Pos] && l.Data[l.Pos] <= '7'; n++ {
			x = x*8 + int(l.Data[l.Pos]-'0')
			l.Pos++
		}
		c = byte(x)
	}
	l.scratch = append(l.scratch, c)
}

// hex reads a "<hex string>"; what is no hexadecimal digit is passed over.
func (l *Lexer) hex() Token {
	l.Pos++
	at := len(l.scratch)
	high := -1
	for l.Pos < len(l.Data) {
		c := l.Data[l.Pos]
		l.Pos++
		if c == '>' {
			break
		}
		x := int(hexValue[c])
		switch {
		case x < 0:
		case high < 0:
			high = x
		default:
			l.scratch = append(l.scratch, byte(high<<4|x))
			high = -1
		}
	}
	if high >= 0 {
		l.scratch = append(l.scratch, byte(high<<4))
	}
	return Token{Kind: String, Bytes: l.scratch[at:len(l.scratch):len(l.scratch)]}
}

// name reads a "/Name".
func (l *Lexer) name() Token {
	l.Pos++
	start := l.Pos
	coded := false
	for l.Pos < len(l.Data) && class[l.Data[l.Pos]] == regular {
		coded = coded || l.Data[l.Pos] == '#'
		l.Pos++
	}
	raw := l.Data[start:l.Pos]
	if !coded {
		return Token{Kind: Name, Bytes: raw}
	}
	at := len(l.scratch)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			l.scratch = append(l.scratch, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		l.scratch = append(l.scratch, raw[i])
	}
	return Token{Kind: Name, Bytes: l.scratch[at:len(l.scratch):len(l.scratch)]}
}

func unhex(c byte) int { return int(hexValue[c]) }

// hexValue is what hexadecimal digits stand for, -1 for all other bytes.
var hexValue = func() (t [256]int8) {
	for c := range t {
		t[c] = -1
	}
	for i := range 16 {
		c := "0123456789abcdef"[i]
		t[c] = int8(i)
		if c >= 'a' {
			t[c-'a'+'A'] = int8(i)
		}
	}
	return t
}()
