package facts

import "strings"

// countryCode returns the country that a cell names, by name, adjective or code, "" if none.
func countryCode(s string) string {
	s = strings.TrimSpace(s)
	if countries().codes[s] {
		return s
	}
	return countryIn(s)
}

// cellPlace returns the town that a cell names.
func cellPlace(s string) (place, bool) {
	for _, p := range findPlaces(s, true) {
		if strings.TrimSpace(s[:p.start]) == "" || generics[strings.TrimSpace(lower(s[:p.start]))] {
			return p, true
		}
	}
	return place{}, false
}
