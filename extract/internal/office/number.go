package office

import (
	"strconv"
	"strings"
	"unicode"
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
		return letters(n)
	case "upperLetter", "A":
		return strings.ToUpper(letters(n))
	case "lowerRoman", "i":
		return roman(n)
	case "upperRoman", "I":
		return strings.ToUpper(roman(n))
	case "decimalZero":
		if n < 10 && n >= 0 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letters returns a, b, … z, aa, bb, … as word processors count.
func letters(n int) string {
	if n < 1 || n > 26*10 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// maxRoman is the largest number that Roman numerals write without signs of their own.
const maxRoman = 3999

func roman(n int) string {
	if n < 1 || n > maxRoman {
		return strconv.Itoa(n)
	}
	var sb strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.value; n -= r.value {
			sb.WriteString(r.sign)
		}
	}
	return sb.String()
}
