package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// noteMarks are the marks by which a text refers to its footnotes.
const noteMarks = "¹²³⁴⁵⁶⁷⁸⁹*"

// notedCountry returns the country that a footnote tells of the town p in u, the mark of which stands right behind its name: "Loviisa¹"; "" if none does.
func (f *townFinder) notedCountry(u *unit, p place) string {
	mark := firstRune(u.text[p.end:])
	if !strings.ContainsRune(noteMarks, mark) {
		return ""
	}
	for i := range f.units {
		note := &f.units[i]
		if note.span.Start <= u.span.Start || firstRune(note.text) != mark && !f.markedBefore(note, mark) {
			continue
		}
		if code := countryIn(note.text); code != "" {
			return code
		}
	}
	return ""
}

// markedBefore reports whether mark stands right before a note, the text of which begins after it.
func (f *townFinder) markedBefore(note *unit, mark rune) bool {
	if note.zone != policy.ZoneNote {
		return false
	}
	before := strings.TrimRight(f.doc.Text[max(0, note.span.Start-8):note.span.Start], " \u00a0)")
	return strings.HasSuffix(before, string(mark))
}
