package compare

import (
	"slices"
	"strconv"
	"time"

	"github.com/styrdok/styrdok/policy"
)

// maxMissed is how many missed days are listed; a rule of days or weeks would fill pages.
const maxMissed = 20

// A reckoning is what a document's dates say on what is due.
type reckoning struct {
	// from is when it was adopted or last renewed, as the document has it; day is the last day that this may mean.
	from string
	day  time.Time
	asOf time.Time
	// renewed is true if a newer version is among the documents.
	renewed bool
	// tier is the document's: only one that applies can be late.
	tier Tier
}

func newReckoning(d *policy.Document, asOf time.Time, s standing) reckoning {
	r := reckoning{from: lastDate(d), asOf: asOf, renewed: s.newer[d.ID] != "", tier: s.tier(d)}
	r.day, _ = lastDay(r.from)
	return r
}

// lastDay returns the last day that an ISO 8601 date may mean: of "2014", 31 December. Where the day counts against a
// document, the doubt is in its favour.
func lastDay(date string) (time.Time, bool) {
	for _, f := range []struct {
		layout        string
		years, months int
	}{{"2006", 1, 0}, {"2006-01", 0, 1}} {
		if t, err := time.Parse(f.layout, date); err == nil {
			return t.AddDate(f.years, f.months, -1), true
		}
	}
	t, err := time.Parse(time.DateOnly, date)
	return t, err == nil
}

// ofInterval says whether a document that is to be renewed at interval is due: an ISO 8601 duration or "mandate-period".
// It returns nil if the interval is none.
func (r reckoning) ofInterval(interval string) *Due {
	due := &Due{Rule: interval, From: r.from, Missed: []string{}}
	mandate := interval == mandatePeriod
	if _, _, ok := parseInterval(interval); !ok && !mandate {
		return nil
	}
	switch {
	case r.renewed:
		due.State = Renewed
	case r.tier.secondary():
		due.State = NotKnown
		due.Text = notInForce[r.tier]
		return due
	case r.day.IsZero() || r.asOf.IsZero():
		due.State = NotKnown
	case mandate:
		r.countTerms(due)
	default:
		r.countIntervals(due)
	}
	due.Text = due.text(r.asOf)
	return due
}

// countTerms counts the mandate periods that began after the document's day and have ended: in none of them was it renewed. The
// period in which it was adopted counts as kept.
func (r reckoning) countTerms(due *Due) {
	due.State = InTime
	all := policy.Elections()
	for i, e := range all[:len(all)-1] {
		if !e.TermFrom.After(r.day) {
			continue
		}
		year := strconv.Itoa(e.Day.Year())
		if end := all[i+1].TermFrom; end.After(r.asOf) { // the running period, or the one after the document's own
			due.Next = day(end.AddDate(0, 0, -1))
			if due.State == Overdue {
				due.Running = year
			}
			return
		}
		due.miss(year)
	}
}

// countIntervals counts the days that an interval leads to after the document's day.
func (r reckoning) countIntervals(due *Due) {
	due.State = InTime
	n, unit, _ := parseInterval(due.Rule)
	for k := 1; ; k++ {
		next := after(r.day, k*n, unit)
		if next.After(r.asOf) {
			due.Next = day(next)
			return
		}
		due.miss(day(next))
	}
}

// after returns the day n units after day; what would be 29 February in another year is the last of February.
func after(t time.Time, n int, unit byte) time.Time {
	switch unit {
	case 'W':
		return t.AddDate(0, 0, 7*n)
	case 'D':
		return t.AddDate(0, 0, n)
	case 'Y':
		n *= 12
	}
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, min(t.Day(), first.AddDate(0, 1, -1).Day())-1)
}

func day(t time.Time) string { return t.Format(time.DateOnly) }

func (d *Due) miss(occasion string) {
	d.State = Overdue
	d.MissedCount++
	if len(d.Missed) == maxMissed {
		d.Missed = slices.Delete(d.Missed, 0, 1)
	}
	d.Missed = append(d.Missed, occasion)
}

// validity says whether the day has passed until which d is valid; nil if d gives none.
func (r reckoning) validity(d *policy.Document) *Due {
	until := ""
	for _, x := range d.Facts.Dates {
		if _, ok := lastDay(x.Date); ok && x.Role == "valid-until" && (until == "" || newer(x.Date, until)) {
			until = x.Date
		}
	}
	if until == "" {
		return nil
	}
	due := &Due{Rule: "valid-until", From: r.from, Missed: []string{}, Next: until, State: InTime}
	last, _ := lastDay(until)
	switch {
	case r.renewed:
		due.State = Renewed
	case r.asOf.IsZero():
		due.State = NotKnown
	case last.Before(r.asOf):
		due.miss(until)
		due.Next = ""
	}
	due.Text = due.text(r.asOf)
	return due
}
