package facts

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// maxTornLine is how many bytes a line may have that stands for itself; a line of running text is longer, but for a paragraph's last.
const maxTornLine = 60

// tornLines splits the units that are lines of their own run together: a list of towns or of labels that was set without bullets, which no space
// tells from a paragraph. The document's anchors know the printed lines.
func (r *reader) tornLines() { r.splitUnits(r.splitUnit) }

// splitUnits puts in the place of each unit the parts that split makes of it.
func (r *reader) splitUnits(split func(u *unit) []unit) {
	at := make([]int, len(r.units))
	out := make([]unit, 0, len(r.units))
	for i := range r.units {
		at[i] = len(out)
		out = append(out, split(&r.units[i])...)
	}
	for i := range out {
		if o := out[i].opener; o >= 0 {
			out[i].opener = at[o]
		}
	}
	r.units = out
}

// splitUnit returns the lines of u if they stand for themselves, or its entries if it is a chronicle, else u.
func (r *reader) splitUnit(u *unit) []unit {
	whole := []unit{*u}
	if u.heading || u.kind != policy.Prose {
		return whole
	}
	lines := r.printedLines(u)
	if entries := r.chronicle(lines); len(entries) > 1 {
		return entries
	}
	for i := range lines {
		if !ownLine(lines[i].text) {
			return whole
		}
	}
	if len(lines) < 2 || !listLike(lines) {
		return whole
	}
	return lines
}

// printedLines returns u line by line as printed.
func (r *reader) printedLines(u *unit) []unit {
	var lines []unit
	for _, a := range r.doc.AnchorsOf(u.span) {
		start, end := max(a.Span.Start, u.span.Start), min(a.Span.End, u.span.End)
		if start >= end {
			continue
		}
		n := len(r.doc.Text[start:end]) - len(strings.TrimLeft(r.doc.Text[start:end], " \n"))
		text := strings.TrimSpace(r.doc.Text[start:end])
		line := *u
		line.text, line.span = text, policy.Span{Start: start + n, End: start + n + len(text)}
		lines = append(lines, line)
	}
	return lines
}

// ownLine reports whether a line may stand for itself: short, begun with a capital or a number, without a verb.
func ownLine(s string) bool {
	if s == "" || len(s) > maxTornLine {
		return false
	}
	if c := firstRune(s); !unicode.IsUpper(c) && !unicode.IsDigit(c) {
		return false
	}
	l := lower(s)
	if _, ok := countries().adjective(l[strings.LastIndexByte(l, ' ')+1:]); ok {
		return false // "Lettiska" leads to the next line
	}
	return !strings.HasSuffix(s, "-") && !swedish.IsStop(l[strings.LastIndexByte(l, ' ')+1:]) && !strings.HasSuffix(s, ",") && !hasVerb(l) &&
		!hasWord(l, "är", "har", "ska", "skall", "finns", "kan", "som", "att", "inte", "får", "blir", "av")
}

// listLike reports whether lines are a list of places or of labels with their values.
func listLike(lines []unit) bool {
	countries, labels, names := 0, 0, 0
	for i := range lines {
		if onlyCapitals(lines[i].text) {
			names++
		}
		if countryIn(lines[i].text) != "" {
			countries++
		}
		if _, ok := labelledLine(&lines[i]); ok {
			labels++
		}
	}
	return countries > 0 && countries*3 >= len(lines) || labels == len(lines) || names == len(lines)
}

// onlyCapitals reports whether a line is one to three words that all begin with a capital: a name.
func onlyCapitals(s string) bool {
	words := splitWords(s)
	for _, w := range words {
		if !upperAt(s, w.start) {
			return false
		}
	}
	return len(words) >= 1 && len(words) <= 3
}
