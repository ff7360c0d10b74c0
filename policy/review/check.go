package review

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// What the parts of facts may be; see policy.Facts.
var (
	statuses     = []string{"in-force", "proposal", "replaced", "unknown"}
	townStatuses = []string{"active", "dormant", "ended", "unknown"}
	townsKnown   = []string{"active", "dormant", "none", "mentioned-unnamed", "not-found"}
	roles        = []string{"adopted", "revised", "updated", "valid-until", "printed", "written"}

	country  = regexp.MustCompile(`^[A-Z]{2}$`)
	duration = regexp.MustCompile(`^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$`)
	number   = regexp.MustCompile(`^\d{1,4}$`)
)

// check returns what is wrong with a value of form f, "" if nothing is.
func (f form) check(value string) string {
	parts := f.split(value)
	if len(parts) > len(f.parts) {
		return fmt.Sprintf("correction %q has %d parts: want %s", value, len(parts), strings.Join(f.parts, separator))
	}
	if parts[0] == "" && (f.name != "follow_up" || parts[1] == "") {
		return fmt.Sprintf("the correction is empty: want %s", strings.Join(f.parts, separator))
	}
	for i, p := range parts {
		if p == "" {
			continue
		}
		if want := wanted(f.name, f.parts[i], p); want != "" {
			return fmt.Sprintf("%s %q: want %s", f.parts[i], p, want)
		}
	}
	return ""
}

// wanted returns what a part of a fact must be if p is not that, else "".
func wanted(fact, part, p string) string {
	oneOf := func(list []string) string {
		if slices.Contains(list, p) {
			return ""
		}
		return "one of " + strings.Join(list, ", ")
	}
	switch {
	case part == "status" && fact == "partner_towns":
		return oneOf(townStatuses)
	case part == "status" && fact == "partner_towns_status":
		return oneOf(townsKnown)
	case part == "status":
		return oneOf(statuses)
	case part == "role":
		return oneOf(roles)
	case part == "country" && !country.MatchString(p):
		return "two capital letters of ISO 3166-1, such as NO"
	case part == "date" && !isDate(p):
		return "2014, 2014-02 or 2014-02-13"
	case part == "interval" && p != "mandate-period" && (p == "P" || !duration.MatchString(p)):
		return "an ISO 8601 duration such as P1Y or P6M, or mandate-period"
	case part == "number" && !number.MatchString(p):
		return "a number"
	}
	return ""
}

// isDate reports whether s is an ISO 8601 date of the year, the month or the day.
func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
