package segment

import (
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// How full a block's first line would have been with the next word, as a share of the measure, if its writer broke it:
// after a section's number, and in other text. Widths of words are estimated from the line's mean letter.
const (
	brokenNumbered = 0.97
	brokenText     = 0.85
)

// splitBroken cuts headings off paragraphs that the reader took them for the first line of: the line was broken although the
// next word, which has a capital, would have fit.
func splitBroken(blocks []*block) []*block {
	var out []*block
	for _, sheet := range byPage(blocks) {
		right := map[int]float64{} // of each column
		for _, b := range sheet {
			for _, l := range b.lines {
				right[b.column] = max(right[b.column], l.box.X1)
			}
		}
		for _, b := range sheet {
			if at := brokenAt(b, right[b.column]); at > 0 {
				var head *block
				head, b = b.split(at)
				out = append(out, head)
			}
			out = append(out, b)
		}
	}
	return out
}

// brokenAt returns where b's second line begins if its writer broke the first one, else 0.
func brokenAt(b *block, right float64) int {
	if b.kind != page.Paragraph || b.cut != "" || len(b.lines) < 2 {
		return 0
	}
	first, next := b.lines[0], b.text[b.lines[1].start:]
	head := b.text[:first.end]
	width := first.box.X1 - first.box.X0
	if width <= 0 || right <= first.box.X0 || !startsUpper(next) || ended(head) || linking[bare(lastWord(head))] ||
		head[len(head)-1] == ',' || head[len(head)-1] == '-' || words(head) > maxTitleWords {
		return 0
	}
	letter := width / float64(utf8.RuneCountInString(head))
	full := (width + letter*float64(1+utf8.RuneCountInString(firstWord(next)))) / (right - first.box.X0)
	limit := brokenText
	if number, _ := splitNumber(head); number != "" {
		limit = brokenNumbered
	}
	if full > limit {
		return 0
	}
	return b.lines[1].start
}
