package font

import (
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// A cmap maps codes to CIDs (an Encoding) or to characters (a ToUnicode map).
type cmap struct {
	identity bool // two-byte codes that are the CIDs
	vertical bool
	utf16    bool              // the codes are UTF-16
	legacy   encoding.Encoding // the codes are of an older character set
	spaces   []codespace
	cids     []span
	texts    []span
	chars    map[uint32]string
}

type codespace struct {
	low, high uint32
	n         int
}

// A span maps the codes from low to high to CIDs from cid on, or to text whose last unit counts up.
type span struct {
	low, high uint32
	cid       uint32
	text      []uint16
}

// The limits of a CMap: two-byte codes have 65 536 places.
const (
	maxSpans = 1 << 16
	maxChars = 1 << 17
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
	for len(m.spaces) < 256 {
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

// text returns the characters of a code, "" if the map has none.
func (m *cmap) text(code uint32) string {
	if s, ok := m.chars[code]; ok {
		return s
	}
	s := find(m.texts, code)
	if s == nil || len(s.text) == 0 {
		return ""
	}
	u := slices.Clone(s.text)
	u[len(u)-1] += uint16(code - s.low)
	return string(utf16.Decode(u))
}

// find returns the last span that begins at or before code and holds it.
func find(spans []span, code uint32) *span {
	i, _ := slices.BinarySearchFunc(spans, code, func(s span, c uint32) int {
		if s.low <= c {
			return -1
		}
		return 1
	})
	for n := 0; i > 0 && n < 4; n++ { // spans of careless writers overlap a little
		if i--; spans[i].high >= code {
			return &spans[i]
		}
	}
	return nil
}

// cid returns the CID of a code.
func (m *cmap) cid(code uint32) uint32 {
	if m.identity {
		return code
	}
	if s := find(m.cids, code); s != nil {
		return s.cid + code - s.low
	}
	if len(m.cids) == 0 {
		return code
	}
	return 0
}

// next returns the first code in s and its length.
func (m *cmap) next(s []byte) (uint32, int) {
	if m.legacy != nil {
		return m.nextLegacy(s)
	}
	if m.utf16 && len(s) >= 4 && s[0]&0xfc == 0xd8 {
		return code(s[:4]), 4
	}
	if len(m.spaces) > 0 {
		for n := 1; n <= min(4, len(s)); n++ {
			for _, space := range m.spaces {
				if space.n == n && space.holds(s[:n]) {
					return code(s[:n]), n
				}
			}
		}
		n := m.spaces[0].n
		for _, space := range m.spaces {
			n = min(n, space.n)
		}
		n = max(1, min(n, len(s)))
		return code(s[:n]), n
	}
	n := min(2, len(s))
	return code(s[:n]), n
}

// holds reports whether each byte of s lies between those of the codespace's ends.
func (c codespace) holds(s []byte) bool {
	for i, b := range s {
		shift := 8 * (c.n - 1 - i)
		if b < byte(c.low>>shift) || b > byte(c.high>>shift) {
			return false
		}
	}
	return true
}

// loadEncoding reads a composite font's Encoding: a CMap's name or the CMap itself.
func loadEncoding(v object.Value) *cmap {
	if v.IsStream() {
		data, _ := v.Data()
		m := parseCMap(data)
		if m.vertical = m.vertical || v.Key("WMode").Int() == 1; len(m.cids) == 0 && len(m.spaces) == 0 {
			base := predefined(v.Key("UseCMap").Name())
			base.vertical = m.vertical
			return base
		}
		return m
	}
	return predefined(v.Name())
}

// predefined returns one of the CMaps that a PDF may name without holding it, as far as they need no tables of Adobe's.
func predefined(name string) *cmap {
	m := &cmap{vertical: strings.HasSuffix(name, "-V")}
	switch {
	case strings.Contains(name, "UTF16"), strings.Contains(name, "UCS2"):
		m.utf16 = true
	case legacySet(name) != nil:
		m.legacy = legacySet(name)
	default:
		m.identity = true
	}
	return m
}
