package font

import (
	_ "embed" // for glyphs.txt
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed glyphs.txt
var glyphList string

// nameText returns the characters that a glyph name stands for, by the rules of Adobe's "Unicode and Glyph Names": up to
// the first full stop, parts between underscores, each from the list or as uniXXXX or uXXXXX. Names that are made of a
// code only ("g65", "C0065") stand for that code in Windows-1252.
func nameText(name string, code int) string {
	if name == ".notdef" || name == "" {
		return ""
	}
	if stem, _, ok := strings.Cut(name, "."); ok && stem != "" {
		name = stem
	}
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(partText(part))
	}
	if b.Len() == 0 {
		return codedName(name, code)
	}
	return b.String()
}

func partText(part string) string {
	if text := listed(part); text != "" {
		return text
	}
	if hex, ok := strings.CutPrefix(part, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var b strings.Builder
		for ; hex != ""; hex = hex[4:] {
			r, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return ""
			}
			b.WriteRune(rune(r))
		}
		return b.String()
	}
	if hex, ok := strings.CutPrefix(part, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if r, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(r)) {
			return string(rune(r))
		}
	}
	return ""
}

// listed looks a name up in the glyph list by binary search over its lines: no start-up cost, no map.
func listed(name string) string {
	low, high := strings.Index(glyphList, "\nA ")+1, len(glyphList)
	for low < high {
		mid := low + (high-low)/2
		start := strings.LastIndexByte(glyphList[low:mid], '\n') + 1 + low
		end := start + strings.IndexByte(glyphList[start:], '\n')
		key, codes, _ := strings.Cut(glyphList[start:end], " ")
		switch {
		case key == name:
			return hexText(codes)
		case key < name:
			low = end + 1
		default:
			high = start
		}
	}
	return ""
}

func hexText(codes string) string {
	var b strings.Builder
	for hex := range strings.SplitSeq(codes, " ") {
		r, _ := strconv.ParseUint(hex, 16, 32)
		b.WriteRune(rune(r))
	}
	return b.String()
}

// codedName reads names such as "g65", "a66", "C0067", "#41": letters, then a number that is the code itself.
func codedName(name string, code int) string {
	digits := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#")
	if len(digits) == len(name) || len(name)-len(digits) > 3 {
		return ""
	}
	for _, base := range []int{10, 16} {
		n, err := strconv.ParseUint(digits, base, 16)
		if err == nil && int(n) == code {
			return codedText(code)
		}
	}
	return ""
}

// codedText returns what a code without a better name stands for: a character of Windows-1252; below those, as TeX sets them in
// its fonts of 1990 (T1) and before (OT1), a ligature, a quotation mark or a dash.
func codedText(code int) string {
	switch {
	case code == texBullet:
		return "•"
	case code >= 32:
		return string(winAnsi()[code])
	}
	return texLow[code]
}

// texBullet is the bullet of TeX's symbol fonts (TS1); the circumflex that Windows-1252 has there stands in no text.
const texBullet = 136

var texLow = [32]string{11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "“", 17: "”", 18: "„", 19: "«", 20: "»", 21: "–", 22: "—",
	27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl"}
