package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// noteReach is how many units a footnote's mark may stand before it: those of a page.
const noteReach = 60

// noted reports whether the footnote at unit i belongs to a word for partner towns: by its mark, "vänorter2", or where marks are gone by what stands
// right before it.
func (f *townFinder) noted(i int) bool {
	for k := i - 1; k >= 0 && k >= i-noteReach; k-- {
		l := f.units[k].lower
		for _, w := range splitWords(l) {
			word := w.of(l)
			if isTwinWord(word) && strings.ContainsAny(word[len(word)-1:], "0123456789") {
				return !f.units[k].voice.away()
			}
		}
	}
	return i > 0 && f.units[i-1].zone != policy.ZoneNote && hasTwinCue(f.units[i-1].lower) && f.units[i-1].voice == voiceOwn
}

// note adds the towns of a footnote that is hardly more than places.
func (f *townFinder) note(u *unit) {
	if !mostlyPlaces(u.text) || turnsAway(u.lower) {
		return
	}
	for _, p := range findPlaces(u.text, true) {
		if f.acceptable(p) {
			f.add(u, p, standing(p, clueListed))
		}
	}
}

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
