package facts_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

// dateForms write a day in the ways that documents do.
var dateForms = []func(year, month, day int) string{
	func(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) },
	func(y, m, d int) string { return fmt.Sprintf("%04d\u2013%02d\u2013%02d", y, m, d) },
	func(y, m, d int) string { return fmt.Sprintf("%04d.%02d.%02d", y, m, d) },
	func(y, m, d int) string { return fmt.Sprintf("%04d%02d%02d", y, m, d) },
	func(y, m, d int) string { return fmt.Sprintf("%04d -%02d- %02d", y, m, d) },
	func(y, m, d int) string { return fmt.Sprintf("%d/%d %d", d, m, y) },
	func(y, m, d int) string { return fmt.Sprintf("%d.%d.%d", d, m, y) },
	func(y, m, d int) string { return fmt.Sprintf("%d %s %d", d, monthNames[(m+11)%12], y) },
	func(y, m, d int) string { return fmt.Sprintf("den %d:e %s %d", d, monthNames[(m+11)%12], y) },
}

var monthNames = strings.Fields("januari februari mars april maj juni juli augusti september oktober november december")

// TestOnlyDaysThatExist: a day that exists is found however it is written; one that does not is never given as a date.
func TestOnlyDaysThatExist(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		y, m, d := rapid.IntRange(1900, 2150).Draw(rt, "year"), rapid.IntRange(0, 14).Draw(rt, "month"), rapid.IntRange(0, 33).Draw(rt, "day")
		form := rapid.IntRange(0, len(dateForms)-1).Draw(rt, "form")
		written := dateForms[form](y, m, d)
		text := "# Policy för parker\nAntagen av kommunfullmäktige " + written + " § 12"
		f := extractFrom(text)
		checkDates(rt, f)
		named := form >= 7 // the name of a month is always one of twelve
		if named {
			m = (m+11)%12 + 1
		}
		day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		exists := day.Year() == y && int(day.Month()) == m && day.Day() == d
		if iso := day.Format(time.DateOnly); exists && y >= 1952 && y <= 2060 && f.Date.Value != iso {
			rt.Fatalf("%q: date %q, want %s", text, f.Date.Value, iso)
		} else if !exists && len(f.Date.Value) == len(time.DateOnly) {
			rt.Fatalf("%q: date %q, but there is no such day", text, f.Date.Value)
		}
	})
}

// checkDates fails if a date is none of the calendar, or is not in the order of its own precision.
func checkDates(t interface{ Fatalf(string, ...any) }, f policy.Facts) {
	all := []string{f.Date.Value}
	for _, d := range f.Dates {
		all = append(all, d.Date)
	}
	for _, d := range all {
		if d == "" {
			continue
		}
		forms := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}
		if _, err := time.Parse(forms[len(d)], d); err != nil {
			t.Fatalf("date %q: %v", d, err)
		}
	}
}

// TestDigitsAreNoWrongDates: out of digits and signs in any order, only days, months and years of the calendar come.
func TestDigitsAreNoWrongDates(t *testing.T) {
	pieces := []string{"2019", "1999", "0000", "9999", "13", "31", "30", "29", "02", "2", "00", "12", "99", "-", "-", "/", ".", " ", "\u2013", "\u00a0", "februari", "maj", "den ", ":e ", "Antagen ", "KF "}
	rapid.Check(t, func(rt *rapid.T) {
		text := "# Plan\nAntagen av kommunfullmäktige " + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(rt, "pieces"), "")
		f := extractFrom(text)
		checkDates(rt, f)
		checkEvidence(rt, document(text), f)
	})
}
