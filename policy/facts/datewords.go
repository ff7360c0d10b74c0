package facts

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

var months = map[string]int{
	"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8, "september": 9, "oktober": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
}

// dayMonthName reads "27 oktober 2003", "den 27:e oktober 2003", "27 okt. 2003".
func dayMonthName(s string, i int) (foundDate, bool) {
	day, j := number(s, i, 3)
	if j > i+2 {
		return foundDate{}, false
	}
	for _, ordinal := range []string{":e", ":a", ".", "th", "st", "nd", "rd"} {
		if strings.HasPrefix(s[j:], ordinal) {
			j += len(ordinal)
			break
		}
	}
	k := skipBlanks(s, j)
	if k == j || k >= len(s) {
		return foundDate{}, false
	}
	d, ok := monthYear(s, k, i)
	if !ok || len(d.iso) != len("2006-01") {
		return foundDate{}, false
	}
	var year, month int
	fmt.Sscanf(d.iso, "%d-%d", &year, &month)
	return newDate(i, d.end, year, month, day)
}

// monthYear reads "oktober 2003" at byte i; the date is said to begin at start.
func monthYear(s string, i, start int) (foundDate, bool) {
	j := i
	for j < len(s) {
		c, size := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(c) {
			break
		}
		j += size
	}
	month, ok := months[strings.ToLower(s[i:j])]
	if !ok {
		return foundDate{}, false
	}
	if j < len(s) && (s[j] == '.' || s[j] == ',') {
		j++
	}
	k := skipBlanks(s, j)
	year, end := number(s, k, 5)
	if k == j || end != k+4 || year < minYear || year > maxYear {
		return foundDate{}, false
	}
	return foundDate{start, end, fmt.Sprintf("%04d-%02d", year, month)}, true
}
