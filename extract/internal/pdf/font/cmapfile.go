package font

import (
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// The limits of a CMap: two-byte codes have 65 536 places, and real maps a handful of code spaces, which are gone through for each code.
const (
	maxSpaces = 32
	maxSpans  = 1 << 16
	maxChars  = 1 << 17
)

// loadToUnicode reads a ToUnicode map; nil if there is none.
func loadToUnicode(v object.Value) *cmap {
	if strings.HasPrefix(v.Name(), "Identity") {
		return &cmap{texts: []span{{low: ' ', high: 0xffff, text: []uint16{' '}}}} // the codes are the characters
	}
	if !v.IsStream() {
		return nil
	}
	data, _ := v.Data()
	m := parseCMap(data)
	if len(m.chars) == 0 && len(m.texts) == 0 {
		return nil
	}
	return m
}

// parseCMap reads a CMap file.
func parseCMap(data []byte) *cmap {
	m := &cmap{chars: map[uint32]string{}}
	l := syntax.NewLexer(data)
	var last syntax.Token
	for {
		t := l.Next()
		if t.Kind == syntax.EOF {
			break
		}
		if t.Kind == syntax.Keyword {
			switch string(t.Bytes) {
			case "begincodespacerange":
				m.readSpaces(l)
			case "beginbfchar":
				m.readChars(l)
			case "beginbfrange":
				m.readTexts(l)
			case "begincidchar":
				m.readCIDs(l, false)
			case "begincidrange":
				m.readCIDs(l, true)
			}
		}
		if t.Kind == syntax.Number && last.Kind == syntax.Name && string(last.Bytes) == "WMode" {
			m.vertical = t.Num == 1
		}
		last = t
		if t.Kind != syntax.Name {
			l.Release()
		}
	}
	slices.SortStableFunc(m.texts, bySpan)
	slices.SortStableFunc(m.cids, bySpan)
	return m
}

func bySpan(a, b span) int {
	switch {
	case a.low < b.low:
		return -1
	case a.low > b.low:
		return 1
	}
	return 0
}

func (m *cmap) readSpaces(l *syntax.Lexer) {
	for len(m.spaces) < maxSpaces {
		low, high := l.Next(), l.Next()
		if low.Kind != syntax.String || high.Kind != syntax.String {
			return
		}
		m.spaces = append(m.spaces, codespace{code(low.Bytes), code(high.Bytes), len(low.Bytes)})
	}
}

func (m *cmap) readChars(l *syntax.Lexer) {
	for len(m.chars) < maxChars {
		from := l.Next()
		if from.Kind != syntax.String {
			return
		}
		to := l.Next()
		switch to.Kind {
		case syntax.String:
			m.chars[code(from.Bytes)] = string(utf16.Decode(units(to.Bytes)))
		case syntax.Name:
			m.chars[code(from.Bytes)] = nameText(string(to.Bytes), -1)
		default:
			return
		}
		l.Release()
	}
}

func (m *cmap) readTexts(l *syntax.Lexer) {
	for len(m.texts) < maxSpans {
		low := l.Next()
		if low.Kind != syntax.String {
			return
		}
		high := l.Next()
		to := l.Next()
		if high.Kind != syntax.String {
			return
		}
		from, until := code(low.Bytes), code(high.Bytes)
		switch to.Kind {
		case syntax.String:
			m.texts = append(m.texts, span{low: from, high: until, text: units(to.Bytes)})
		case syntax.ArrayOpen:
			for c := from; ; c++ { // as long as the list
				t := l.Next()
				if t.Kind == syntax.ArrayClose || t.Kind == syntax.EOF || t.Kind == syntax.Keyword {
					break
				}
				if t.Kind == syntax.String && len(m.chars) < maxChars {
					m.chars[c] = string(utf16.Decode(units(t.Bytes)))
				}
			}
		default:
			return
		}
		l.Release()
	}
}

func (m *cmap) readCIDs(l *syntax.Lexer, ranges bool) {
	for len(m.cids) < maxSpans {
		low := l.Next()
		if low.Kind != syntax.String {
			return
		}
		high := low
		if ranges {
			high = l.Next()
		}
		to := l.Next()
		if high.Kind != syntax.String || to.Kind != syntax.Number {
			return
		}
		m.cids = append(m.cids, span{low: code(low.Bytes), high: code(high.Bytes), cid: uint32(max(to.Num, 0))})
		l.Release()
	}
}

// code returns the value of a code's bytes.
func code(b []byte) uint32 {
	var c uint32
	for _, x := range b[:min(len(b), 4)] {
		c = c<<8 | uint32(x)
	}
	return c
}

// units returns UTF-16 units; a single byte is a character of its own.
func units(b []byte) []uint16 {
	if len(b) == 1 {
		return []uint16{uint16(b[0])}
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b) && len(u) < 64; i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return u
}
