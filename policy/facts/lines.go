package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// maxTornLine is how many bytes a line may have that stands for itself; a line of running text is longer, but for a paragraph's last.
const maxTornLine = 60

// tornLines splits the units that are lines of their own run together: a list of towns or of labels that was set without bullets, which no space
// tells from a paragraph. The document's anchors know the printed lines.
func (r *reader) tornLines() {
	at := make([]int, len(r.units))
	var out []unit
	for i := range r.units {
		at[i] = len(out)
		out = append(out, r.splitUnit(&r.units[i])...)
	}
	if len(out) == len(r.units) {
		return
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
	return strings.HasSuffix(s, "-") || strings.HasSuffix(s, ",") || swedish.IsStop(l[strings.LastIndexByte(l, ' ')+1:]) || hasWord(l[strings.LastIndexByte(l, ' ')+1:], "sedan", "år")
}

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
