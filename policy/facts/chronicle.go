package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// chronicle returns the entries of lines that tell year by year what happened, "1958 Avtal med …", with the lines that an entry runs over; nil if that is
// not what they are.
func (r *reader) chronicle(lines []unit) []unit {
	var entries []unit
	last := 0
	for i := range lines {
		year, rest := leadingYear(lines[i].text)
		opens := year >= last && year > 0 && upperAt(rest, 0) && (i == 0 || !runsOn(lines[i-1].text))
		switch {
		case opens:
			entries, last = append(entries, lines[i]), year
		case len(entries) == 0:
			return nil
		default:
			e := &entries[len(entries)-1]
			e.span.End = lines[i].span.End
			e.text = r.doc.Text[e.span.Start:e.span.End]
		}
	}
	return entries
}

// leadingYear returns the year that a line begins with, 0 if none, and what follows.
func leadingYear(s string) (int, string) {
	year, end := number(s, 0, 5)
	if end != 4 || !isAgreementYear(s[:end]) {
		return 0, s
	}
	return year, strings.TrimLeft(s[end:], " :–-\u00a0")
}

// runsOn reports whether a line's last word wants another: "sedan", "och", "Norge,".
func runsOn(s string) bool {
	l := lower(s)
	return hasSuffixOf(s, "-", ",") || swedish.IsStop(l[strings.LastIndexByte(l, ' ')+1:]) || hasWord(l[strings.LastIndexByte(l, ' ')+1:], "sedan", "år")
}
