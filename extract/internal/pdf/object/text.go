package object

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// DecodeText decodes a text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding.
func DecodeText(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return decodeUTF16(s[2:], false)
	case strings.HasPrefix(s, "\xff\xfe"):
		return decodeUTF16(s[2:], true)
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "\uFFFD")
	}
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= ' ' && s[i] < 0x7f
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x18 && c < 0x20:
			b.WriteRune(docLow[c-0x18])
		case c >= 0x80 && c <= 0xa0:
			b.WriteRune(docHigh[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// docLow and docHigh are where PDFDocEncoding differs from Latin-1.
var (
	docLow  = [...]rune{'˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'}
	docHigh = [...]rune{'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ',
		'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', utf8.RuneError, '€'}
)

// decodeUTF16 decodes UTF-16 and drops the language escapes that may stand in it (U+001B … U+001B).
func decodeUTF16(s string, little bool) string {
	units := make([]uint16, 0, len(s)/2)
	escaped := false
	for i := 0; i+1 < len(s); i += 2 {
		u := uint16(s[i])<<8 | uint16(s[i+1])
		if little {
			u = u<<8 | u>>8
		}
		if u == 0x1b {
			escaped = !escaped
			continue
		}
		if !escaped {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}
