package policy

import (
	"testing"
	"time"
)

// The days are reckoned anew from the law: the third Sunday of September up to 2010, the second since.
func TestElections(t *testing.T) {
	all := Elections()
	if len(all) < 10 {
		t.Fatalf("%d elections", len(all))
	}
	for i, e := range all {
		year := 1994 + 4*i
		sunday, termFrom := 3, time.Date(year, time.November, 1, 0, 0, 0, 0, time.UTC)
		if year >= 2014 {
			sunday, termFrom = 2, time.Date(year, time.October, 15, 0, 0, 0, 0, time.UTC)
		}
		day := time.Date(year, time.September, 1, 0, 0, 0, 0, time.UTC)
		for day.Weekday() != time.Sunday {
			day = day.AddDate(0, 0, 1)
		}
		day = day.AddDate(0, 0, 7*(sunday-1))
		if !e.Day.Equal(day) || !e.TermFrom.Equal(termFrom) {
			t.Errorf("%d: %s and %s, want %s and %s", year, e.Day.Format(time.DateOnly), e.TermFrom.Format(time.DateOnly),
				day.Format(time.DateOnly), termFrom.Format(time.DateOnly))
		}
	}
}

// What is known by date: these were held.
func TestKnownElections(t *testing.T) {
	known := map[string]bool{"2002-09-15": false, "2006-09-17": false, "2010-09-19": false, "2014-09-14": false, "2018-09-09": false, "2022-09-11": false}
	for _, e := range Elections() {
		delete(known, e.Day.Format(time.DateOnly))
	}
	if len(known) > 0 {
		t.Errorf("missing: %v", known)
	}
}
