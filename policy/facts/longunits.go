package facts

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxUnit is how many bytes of a sentence are read together. The longest sentences that people write have half as many; what is longer was not written as
// a sentence, and rules that look at each name beside each word would take time in the square of its length.
const maxUnit = 2000

// splitLong splits the units that are too long for a sentence, after a comma where there is one.
func (r *reader) splitLong() {
	if slices.ContainsFunc(r.units, func(u unit) bool { return len(u.text) > maxUnit }) {
		r.splitUnits(shortParts)
	}
}

// shortParts returns u in parts of maxUnit bytes at most.
func shortParts(u *unit) []unit {
	var parts []unit
	rest := *u
	for len(rest.text) > maxUnit {
		end := strings.LastIndexAny(rest.text[:maxUnit], ",;\t") + 1
		if end == 0 {
			end = strings.LastIndexByte(rest.text[:maxUnit], ' ') + 1
		}
		if end == 0 {
			for end = maxUnit; end > maxUnit-utf8.UTFMax && !utf8.RuneStart(rest.text[end]); end-- {
			}
		}
		part := rest
		part.text = rest.text[:end]
		part.span.End = rest.span.Start + end
		parts = append(parts, part)
		rest.text, rest.span.Start = rest.text[end:], part.span.End
	}
	return append(parts, rest)
}
