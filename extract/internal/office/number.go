package office

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/extract/page"
)

// bulletMark is the bullet that stands for those of symbol fonts.
const bulletMark = "•"

// cleanBullet returns a bullet as a reader sees it: those of symbol fonts have no character of their own.
func cleanBullet(s string) string {
	s = strings.TrimSpace(s)
	for _, r := range s {
		if r >= 0xE000 && r <= 0xF8FF || r < ' ' {
			return bulletMark
		}
	}
	if s == "" || len(s) > 4 {
		return bulletMark
	}
	return s
}

// counts reports whether a marker is a number or letter, and no bullet.
func counts(marker string) bool {
	return marker != "o" && strings.ContainsFunc(marker, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// figure returns n in a format of numbering: OOXML's names (ST_NumberFormat) or ODF's (style:num-format).
func figure(format string, n int) string {
	switch format {
	case "none", "":
		return ""
	case "lowerLetter", "a":
		return page.Letters(n)
	case "upperLetter", "A":
		return strings.ToUpper(page.Letters(n))
	case "lowerRoman", "i":
		return page.Roman(n)
	case "upperRoman", "I":
		return strings.ToUpper(page.Roman(n))
	case "decimalZero":
		if n < 10 && n >= 0 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}
