package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// noteEdge is how many of a page's last blocks may be footnotes that the reader has not told.
const noteEdge = 4

// findNotes marks footnotes that the reader took for text: at a page's end, a number before a capital, where the same
// number stands glued to a word as a mark. The number becomes the marker, so that no sentence begins with it.
func findNotes(blocks []*block) {
	marks := map[string]bool{}
	for _, b := range blocks {
		for _, w := range strings.Fields(b.text) {
			if m := noteMark(w); m != "" {
				marks[m] = true
			}
		}
	}
	for _, sheet := range byPage(blocks) {
		left := noteEdge
		for i := len(sheet) - 1; i >= 0 && left > 0; i-- {
			b := sheet[i]
			if b.cut != "" || b.kind == page.Table {
				continue
			}
			left--
			number, glued := noteNumber(b.text)
			if number != "" && b.kind == page.Paragraph && (glued || marks[number]) && (ended(b.text) || words(b.text) > maxHeadingWords) {
				b.kind = page.Footnote
			}
		}
	}
	for i, b := range blocks {
		if number, _ := noteNumber(b.text); number != "" && b.kind == page.Footnote && b.marker == "" {
			_, rest := b.split(len(number))
			rest.marker, rest.kind = number, page.Footnote
			blocks[i] = rest
		}
	}
}

// noteNumber returns the number that s begins with, if a capital follows it, and whether it is glued to it.
func noteNumber(s string) (number string, glued bool) {
	rest := strings.TrimLeft(s, "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰")
	number = s[:len(s)-len(rest)]
	if number == "" || len(number) > 6 || utf8.RuneCountInString(number) > 2 {
		return "", false
	}
	trimmed := strings.TrimLeft(rest, " ")
	if !startsUpper(trimmed) {
		return "", false
	}
	return number, trimmed == rest
}

// leastMarked is how many letters a word has at least for a figure at its end to be a footnote's mark: "CO2" has none.
const leastMarked = 4

// noteMark returns the footnote mark glued to the end of w: "kommunen.1", "kommunen2".
func noteMark(w string) string {
	body := strings.TrimRight(w, "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰")
	mark := w[len(body):]
	if mark == "" || utf8.RuneCountInString(mark) > 2 {
		return ""
	}
	body = strings.TrimRight(body, ".,”\")")
	r, _ := utf8.DecodeLastRuneInString(body)
	if !unicode.IsLower(r) || utf8.RuneCountInString(body) < leastMarked {
		return ""
	}
	return mark
}
