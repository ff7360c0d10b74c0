package font

import (
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
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

// entries returns how many entries the map has; nil has none.
func (m *cmap) entries() int {
	if m == nil {
		return 0
	}
	return len(m.chars) + len(m.texts) + len(m.cids)
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
