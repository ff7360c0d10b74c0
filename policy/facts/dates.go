package facts

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// A foundDate is a date in a text: its byte range and its ISO 8601 form, of the precision that the text gives.
type foundDate struct {
	start, end int
	iso        string
}

// The years that a municipal document's own date may have: the municipalities of today are younger than 1952, and a plan may reach
// half a century ahead.
const minYear, maxYear = 1950, 2079

// findDates returns the dates in s in order: 2003-10-27, 2003 -10- 27 (as OCR reads a stamp), 2003.10.27, 20031027, 27/10 2003, 27.10.2003,
// 27 oktober 2003, oktober 2003. A bare year is no date here; see findYear.
func findDates(s string) []foundDate {
	var found []foundDate
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if isWordRune(c) && !isWordRune(before) {
			if d, ok := dateAt(s, i); ok {
				found = append(found, d)
				i = d.end
				continue
			}
		}
		i += size
	}
	return found
}

// dateAt returns the date that begins at byte i of s.
func dateAt(s string, i int) (foundDate, bool) {
	if c := s[i]; c < '0' || c > '9' {
		return monthYear(s, i)
	}
	for _, parse := range []func(string, int) (foundDate, bool){isoDate, compactDate, dayMonthName, dayMonthYear, shortDate} {
		if d, ok := parse(s, i); ok {
			return d, true
		}
	}
	return foundDate{}, false
}

// newDate returns the date if there is such a day.
func newDate(start, end, year, month, day int) (foundDate, bool) {
	if year < minYear || year > maxYear || month < 1 || month > 12 || day < 1 {
		return foundDate{}, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return foundDate{}, false
	}
	return foundDate{start, end, t.Format(time.DateOnly)}, true
}

// findYear returns the first year in s that stands alone: no part of a span of years, a law's number or a case number.
func findYear(s string) (foundDate, bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i > 0 && (s[i-1] >= '0' && s[i-1] <= '9' || strings.IndexByte(":/-.§", s[i-1]) >= 0) {
			continue
		}
		year, end := number(s, i, 5)
		if end == i+4 && year >= minYear && year <= maxYear && (end == len(s) || strings.IndexByte(":/-", s[end]) < 0 && !strings.HasPrefix(s[end:], "\u2013")) {
			return foundDate{i, end, fmt.Sprintf("%04d", year)}, true
		}
		i = end - 1
	}
	return foundDate{}, false
}
