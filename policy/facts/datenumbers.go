package facts

import (
	"strings"
	"unicode/utf8"
)

// isoDate reads 2003-10-27, with dashes of any kind, points or slashes, and blanks as OCR puts them in.
func isoDate(s string, i int) (foundDate, bool) {
	year, j := number(s, i, 5)
	if j != i+4 {
		return foundDate{}, false
	}
	first := j
	j, ok := separator(s, j, "-\u2010\u2011\u2012\u2013\u2212./")
	if !ok {
		return foundDate{}, false
	}
	month, k := number(s, j, 2)
	if k == j {
		return foundDate{}, false
	}
	j, ok = separator(s, k, "-\u2010\u2011\u2012\u2013\u2212./")
	if !ok || skipBlanks(s, first) != first && k-j > 3 {
		return foundDate{}, false
	}
	day, end := number(s, j, 2)
	if end == j {
		return foundDate{}, false
	}
	d, ok := newDate(i, end, year, month, day)
	if !ok {
		return d, false
	}
	// In a stamp a digit of the next line may be glued to the day ("2003 -10- 271"); anywhere else more digits make another number.
	if end < len(s) && s[end] >= '0' && s[end] <= '9' && skipBlanks(s, first) == first {
		return foundDate{}, false
	}
	return d, true
}

// compactDate reads 20031027.
func compactDate(s string, i int) (foundDate, bool) {
	n, end := number(s, i, 9)
	if end != i+8 || end < len(s) && s[end] == '-' {
		return foundDate{}, false
	}
	return newDate(i, end, n/10000, n/100%100, n%100)
}

// shortDate reads 031027, but only after a word that a date follows: six digits may be anything.
func shortDate(s string, i int) (foundDate, bool) {
	n, end := number(s, i, 7)
	if end != i+6 || end < len(s) && s[end] == '-' {
		return foundDate{}, false
	}
	before := strings.TrimRight(lower(s[:i]), " :\t\u00a0")
	for _, cue := range []string{"beslutad", "beslutat", "antagen", "antaget", "fastställd", "fastställt", "reviderad", "reviderat", "datum", "kf", "ks", "fullmäktige", "styrelsen", "nämnden", "upprättad"} {
		if strings.HasSuffix(before, cue) {
			year := 2000 + n/10000
			if year > maxYear {
				year -= 100
			}
			return newDate(i, end, year, n/100%100, n%100)
		}
	}
	return foundDate{}, false
}

// dayMonthYear reads 27.10.2003, 27/10/2003, 27/10 2003 and 27/10-2003.
func dayMonthYear(s string, i int) (foundDate, bool) {
	day, j := number(s, i, 3)
	if j > i+2 || j >= len(s) || s[j] != '.' && s[j] != '/' && s[j] != '-' {
		return foundDate{}, false
	}
	month, k := number(s, j+1, 2)
	if k == j+1 || k >= len(s) || !strings.ContainsRune("./- ", rune(s[k])) {
		return foundDate{}, false
	}
	if s[k] == ' ' && s[j] != '/' {
		return foundDate{}, false
	}
	year, end := number(s, k+1, 5)
	if end != k+5 {
		return foundDate{}, false
	}
	return newDate(i, end, year, month, day)
}

// number returns the digits at byte i of s as a number, and where they end; at most most digits.
func number(s string, i, most int) (n, end int) {
	for end = i; end < len(s) && end < i+most && s[end] >= '0' && s[end] <= '9'; end++ {
		n = n*10 + int(s[end]-'0')
	}
	return n, end
}

// separator skips one of seps with blanks around it.
func separator(s string, i int, seps string) (end int, ok bool) {
	j := skipBlanks(s, i)
	c, size := utf8.DecodeRuneInString(s[j:])
	if size == 0 || !strings.ContainsRune(seps, c) {
		return i, false
	}
	return skipBlanks(s, j+size), true
}

func skipBlanks(s string, i int) int {
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c != ' ' && c != '\u00a0' && c != '\u2009' {
			break
		}
		i += size
	}
	return i
}
