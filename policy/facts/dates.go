package facts

import (
	"fmt"
	"strings"
	"time"
	"unicode"
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

var months = map[string]int{
	"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8, "september": 9, "oktober": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
}

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
		return monthYear(s, i, i)
	}
	for _, parse := range []func(string, int) (foundDate, bool){isoDate, compactDate, dayMonthName, dayMonthYear, shortDate} {
		if d, ok := parse(s, i); ok {
			return d, true
		}
	}
	return foundDate{}, false
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
