package compare

import (
	"strconv"
	"strings"
)

// mandatePeriod is the interval of what is renewed after each election.
const mandatePeriod = "mandate-period"

// intervalLabel returns how people say an interval of policy.FollowUp: "P1Y" is "varje år" and "every year",
// "mandate-period" is "varje mandatperiod" and "every term of office". An interval that it does not know (it knows whole
// years, months, weeks and days of ISO 8601) comes back as it is; "" is said to have no stated time.
func intervalLabel(interval string) Label {
	switch interval {
	case "":
		return Label{"sv": "ingen tid angiven", "en": "no time stated"}
	case mandatePeriod:
		return Label{"sv": "varje mandatperiod", "en": "every term of office"}
	case "P6M":
		return Label{"sv": "varje halvår", "en": "every six months"}
	case "P3M":
		return Label{"sv": "varje kvartal", "en": "every quarter"}
	}
	n, unit, ok := parseInterval(interval)
	if !ok {
		return Label{"sv": interval, "en": interval}
	}
	if unit == 'M' && n%12 == 0 {
		n, unit = n/12, 'Y'
	}
	return Label{"sv": everySwedish(n, unit), "en": everyEnglish(n, unit)}
}

// maxInterval is how many units an interval has at most. What is longer was misread or is broken, and its days could not be counted.
const maxInterval = 1000

// parseInterval takes "P4Y" apart.
func parseInterval(s string) (n int, unit byte, ok bool) {
	if len(s) < 3 || s[0] != 'P' || !strings.ContainsRune("YMWD", rune(s[len(s)-1])) {
		return 0, 0, false
	}
	n, err := strconv.Atoi(s[1 : len(s)-1])
	return n, s[len(s)-1], err == nil && n > 0 && n <= maxInterval
}

// ordinals are those from the third on.
var (
	ordinalsSwedish = [...]string{"tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"}
	ordinalsEnglish = [...]string{"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)

func everySwedish(n int, unit byte) string {
	noun := map[byte]string{'Y': "år", 'M': "månad", 'W': "vecka", 'D': "dag"}[unit]
	every, second := "var", "varannan"
	if unit == 'Y' {
		every, second = "vart", "vartannat" // år is neuter
	}
	switch {
	case n == 1:
		return "varje " + noun
	case n == 2:
		return second + " " + noun
	case n-3 < len(ordinalsSwedish):
		return every + " " + ordinalsSwedish[n-3] + " " + noun
	}
	suffix := ":e"
	if last := n % 10; (last == 1 || last == 2) && n%100 != 11 && n%100 != 12 {
		suffix = ":a" // tjugoförsta, tjugoandra
	}
	return every + " " + strconv.Itoa(n) + suffix + " " + noun
}

func everyEnglish(n int, unit byte) string {
	noun := map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day"}[unit]
	switch {
	case n == 1:
		return "every " + noun
	case n == 2:
		return "every second " + noun
	case n-3 < len(ordinalsEnglish):
		return "every " + ordinalsEnglish[n-3] + " " + noun
	}
	return "every " + strconv.Itoa(n) + " " + noun + "s"
}
