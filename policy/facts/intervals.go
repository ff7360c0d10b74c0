package facts

import (
	"fmt"
	"strings"
)

// mandatePeriod is the interval of what comes once in the four years between general elections.
const mandatePeriod = "mandate-period"

// An interval is how often something comes, with its byte range in the text.
type interval struct {
	start, end int
	// iso is an ISO 8601 duration, mandatePeriod, or "" for a time that is none: "vid behov", "löpande".
	iso string
}

// fixedIntervals are phrases with one meaning, in lower case.
var fixedIntervals = []struct{ phrase, iso string }{
	{"årligen", "P1Y"}, {"årlig", "P1Y"}, {"årliga", "P1Y"}, {"årligt", "P1Y"}, {"årsvis", "P1Y"}, {"varje år", "P1Y"}, {"vart år", "P1Y"}, {"varje läsår", "P1Y"},
	{"varje kalenderår", "P1Y"}, {"varje verksamhetsår", "P1Y"}, {"varje budgetår", "P1Y"}, {"årsvisa", "P1Y"}, {"annually", "P1Y"}, {"yearly", "P1Y"}, {"every year", "P1Y"}, {"annual", "P1Y"},
	{"varje vår", "P1Y"}, {"varje höst", "P1Y"}, {"halvårsvis", "P6M"}, {"varje halvår", "P6M"}, {"halvårsvisa", "P6M"}, {"varje termin", "P6M"}, {"terminsvis", "P6M"}, {"varje vår och höst", "P6M"}, {"vår och höst", "P6M"},
	{"tertialvis", "P4M"}, {"varje tertial", "P4M"}, {"tertialvisa", "P4M"}, {"kvartalsvis", "P3M"}, {"varje kvartal", "P3M"}, {"kvartalsvisa", "P3M"}, {"quarterly", "P3M"},
	{"varannan månad", "P2M"}, {"månadsvis", "P1M"}, {"varje månad", "P1M"}, {"månatligen", "P1M"}, {"månatlig", "P1M"}, {"månatliga", "P1M"}, {"månadsvisa", "P1M"}, {"monthly", "P1M"},
	{"varannan vecka", "P2W"}, {"varje vecka", "P1W"}, {"veckovis", "P1W"}, {"veckovisa", "P1W"}, {"dagligen", "P1D"}, {"varje dag", "P1D"},
	{"vartannat år", "P2Y"}, {"vart annat år", "P2Y"}, {"varannat år", "P2Y"},
	{"nya mandatperioder", mandatePeriod}, {"varje mandatperiod", mandatePeriod}, {"varje mandatperiods", mandatePeriod}, {"varje ny mandatperiod", mandatePeriod}, {"vid ny mandatperiod", mandatePeriod}, {"inför ny mandatperiod", mandatePeriod},
	{"ny mandatperiod", mandatePeriod}, {"mandatperiodvis", mandatePeriod}, {"mandatperiodsvis", mandatePeriod}, {"under mandatperioden", mandatePeriod},
	{"per mandatperiod", mandatePeriod}, {"inför varje mandatperiod", mandatePeriod}, {"varje politisk mandatperiod", mandatePeriod},
	{"kontinuerligt", ""}, {"löpande", ""}, {"regelbundet", ""}, {"fortlöpande", ""}, {"vid behov", ""}, {"återkommande", ""},
}

// periods are the spans that something can come a number of times in, with their length in months (weeks are told apart by 0).
var periods = []struct {
	phrase string
	months int
}{
	{"mandatperiod", 48}, {"mandatperioden", 48}, {"år", 12}, {"året", 12}, {"läsår", 12}, {"läsåret", 12}, {"kalenderår", 12}, {"verksamhetsår", 12}, {"halvår", 6}, {"halvåret", 6},
	{"termin", 6}, {"terminen", 6}, {"tertial", 4}, {"tertialet", 4}, {"kvartal", 3}, {"kvartalet", 3}, {"månad", 1}, {"månaden", 1}, {"vecka", 0}, {"veckan", 0}, {"year", 12}, {"month", 1}, {"quarter", 3},
}

// ordinals are those of "vart tredje år".
var ordinals = map[string]int{
	"annat": 2, "annan": 2, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9, "tionde": 10, "tolfte": 12,
}

// findIntervals returns the intervals that a text in lower case names, in order; of overlapping ones the longest.
func findIntervals(l string) []interval {
	var found []interval
	words := splitWords(l)
	for i := 0; i < len(words); i++ {
		best := interval{}
		for _, in := range []interval{times(l, words, i), everyNth(l, words, i), fixed(l, words, i), spacing(l, words, i)} {
			if in.end > best.end {
				best = in
			}
		}
		if best.end == 0 {
			continue
		}
		found = append(found, best)
		for i+1 < len(words) && words[i+1].start < best.end {
			i++
		}
	}
	return found
}

// fixed reads a phrase of fixedIntervals at word i.
func fixed(l string, words []cell, i int) interval {
	best := interval{}
	at := words[i].start
	for _, f := range fixedIntervals {
		end := at + len(f.phrase)
		if end > best.end && strings.HasPrefix(l[at:], f.phrase) && wordAt(l, at, end) {
			best = interval{at, end, f.iso}
		}
	}
	return best
}

// times reads "två gånger per år", "2 ggr/år", "en gång om året", "en gång under mandatperioden" at word i.
func times(l string, words []cell, i int) interval {
	w := func(k int) string {
		if k >= len(words) {
			return ""
		}
		return words[k].of(l)
	}
	n, ok := numberWord(w(i))
	if !ok {
		return interval{}
	}
	k := i + 1
	if w(k) == "till" || w(k) == "eller" { // "två till tre gånger": the rarer holds in any case
		k += 2
	}
	switch w(k) {
	case "gång", "gånger", "ggr", "ggr.", "möten", "tillfällen", "träffar", "times":
	default:
		return interval{}
	}
	k++
	switch w(k) {
	case "per", "om", "i", "under", "varje", "a":
		k++
	case "var", "vart":
		return interval{}
	default:
		if !strings.Contains(l[words[k-1].end:min(len(l), words[k-1].end+3)], "/") {
			return interval{}
		}
	}
	if w(k) == "varje" || w(k) == "en" || w(k) == "ny" {
		k++
	}
	for _, p := range periods {
		if w(k) == p.phrase {
			return interval{words[i].start, words[k].end, duration(p.months, n)}
		}
	}
	return interval{}
}

// duration returns how long apart n times in a period of months are.
func duration(months, n int) string {
	switch {
	case months == 48 && n == 1:
		return mandatePeriod
	case months == 0 && n == 1:
		return "P1W"
	case months == 0:
		return fmt.Sprintf("P%dD", max(1, 7/n))
	case months%n != 0:
		if days := months * 30 / n; days%7 < 3 || months/n == 0 {
			return fmt.Sprintf("P%dD", days)
		}
		return fmt.Sprintf("P%dM", max(1, months/n))
	case months/n%12 == 0:
		return fmt.Sprintf("P%dY", months/n/12)
	}
	return fmt.Sprintf("P%dM", months/n)
}

// everyNth reads "vart fjärde år", "var 3:e år", "var sjätte månad" at word i.
func everyNth(l string, words []cell, i int) interval {
	switch words[i].of(l) {
	case "var", "vart":
	default:
		return interval{}
	}
	if i+2 >= len(words) {
		return interval{}
	}
	ordinal := words[i+1].of(l)
	n, ok := ordinals[ordinal]
	last := i + 2
	if !ok {
		if n, ok = numberWord(ordinal); !ok || !strings.HasPrefix(l[words[i+1].end:], ":e") && !strings.HasPrefix(l[words[i+1].end:], ":a") {
			return interval{}
		}
		if w := words[last].of(l); w == "e" || w == "a" {
			last++
		}
	}
	if last >= len(words) {
		return interval{}
	}
	unit := ""
	switch words[last].of(l) {
	case "år":
		unit = "Y"
	case "månad":
		unit = "M"
	case "vecka":
		unit = "W"
	default:
		return interval{}
	}
	return interval{words[i].start, words[last].end, fmt.Sprintf("P%d%s", n, unit)}
}

// spacing reads "med två års mellanrum", "med tre års intervall" at word i.
func spacing(l string, words []cell, i int) interval {
	if words[i].of(l) != "med" || i+3 >= len(words) {
		return interval{}
	}
	n, ok := numberWord(words[i+1].of(l))
	span := words[i+2].of(l)
	gap := words[i+3].of(l)
	if !ok || gap != "mellanrum" && gap != "intervall" && gap != "intervaller" {
		return interval{}
	}
	switch span {
	case "års":
		return interval{words[i].start, words[i+3].end, fmt.Sprintf("P%dY", n)}
	case "månaders", "månads":
		return interval{words[i].start, words[i+3].end, fmt.Sprintf("P%dM", n)}
	}
	return interval{}
}
