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
	if !slices.ContainsFunc(r.units, func(u unit) bool { return len(u.text) > maxUnit }) {
		return
	}
	at := make([]int, len(r.units))
	var out []unit
	for i := range r.units {
		at[i] = len(out)
		u := r.units[i]
		for len(u.text) > maxUnit {
			end := strings.LastIndexAny(u.text[:maxUnit], ",;\t") + 1
			if end == 0 {
				end = strings.LastIndexByte(u.text[:maxUnit], ' ') + 1
			}
			if end == 0 {
				for end = maxUnit; !utf8.RuneStart(u.text[end]); end-- {
				}
			}
			part := u
			part.text = u.text[:end]
			part.span.End = u.span.Start + end
			out = append(out, part)
			u.text, u.span.Start = u.text[end:], part.span.End
		}
		out = append(out, u)
	}
	for i := range out {
		if o := out[i].opener; o >= 0 {
			out[i].opener = at[o]
		}
	}
	r.units = out
}
