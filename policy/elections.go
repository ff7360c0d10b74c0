package policy

import (
	_ "embed"
	"strings"
	"sync"
	"time"
)

//go:embed data/elections.csv
var electionsCSV string

// An Election is an ordinary election to all municipal councils, which begins a mandate period.
type Election struct {
	// Day is the day of the election.
	Day time.Time
	// TermFrom is the first day of the council's term of office; it ends where the next one begins.
	TermFrom time.Time
}

// Elections returns the ordinary elections to Swedish municipal councils in order, the first that of 1994, the last one
// some years ahead. Extra elections are none of them: they do not begin a term. The days come from data/elections.csv,
// whose README names the law.
func Elections() []Election { return elections() }

var elections = sync.OnceValue(func() []Election {
	lines := strings.Split(strings.TrimSpace(electionsCSV), "\n")[1:]
	all := make([]Election, len(lines))
	for i, line := range lines {
		day, from, _ := strings.Cut(strings.TrimSpace(line), ",")
		all[i] = Election{Day: mustDay(day), TermFrom: mustDay(from)}
	}
	return all[:len(all):len(all)]
})

// mustDay reads a day of the embedded data, which a test holds.
func mustDay(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic("policy: elections.csv: " + err.Error())
	}
	return t
}
