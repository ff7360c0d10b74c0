package facts

import (
	"fmt"
	"strings"
	"unicode"
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
	year, month, end, ok := monthAndYear(s, k)
	if !ok {
		return foundDate{}, false
	}
	return newDate(i, end, year, month, day)
}

// monthYear reads "oktober 2003".
func monthYear(s string, i int) (foundDate, bool) {
	year, month, end, ok := monthAndYear(s, i)
	if !ok {
		return foundDate{}, false
	}
	return foundDate{i, end, fmt.Sprintf("%04d-%02d", year, month)}, true
}

// monthAndYear reads the name of a month and a year at byte i of s.
func monthAndYear(s string, i int) (year, month, end int, ok bool) {
	j := i + len(s[i:]) - len(strings.TrimLeftFunc(s[i:], unicode.IsLetter))
	month, ok = months[strings.ToLower(s[i:j])]
	if !ok {
		return 0, 0, 0, false
	}
	if j < len(s) && (s[j] == '.' || s[j] == ',') {
		j++
	}
	k := skipBlanks(s, j)
	year, end = number(s, k, 5)
	return year, month, end, k > j && end == k+4 && year >= minYear && year <= maxYear
}
