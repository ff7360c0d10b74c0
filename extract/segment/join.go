package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// How many words a block without a full stop has at least to be joined with what follows: over a page's end, where its
// last word asks for more, and on the same page. Fewer are a label, a title or a table's cell.
const (
	leastOpenWords   = 4
	leastOnPageWords = 8
)

// maxJoined is how many bytes a paragraph has at most to be gone on with: more than ten pages, which no one writes.
const maxJoined = 40000

// join drops the furniture and puts together what a page's end, a column's end or furniture broke apart. Footnotes stand
// behind the paragraph or list that they interrupted.
func join(blocks []*block) []*block {
	var out, notes []*block
	var last *block // the last block, if it is running text
	var torn *block // the last block, if it is a table
	apart := false
	for _, b := range blocks {
		switch {
		case b.cut != "":
			apart = true
			continue
		case b.kind == page.Footnote:
			apart = true
			notes = append(notes, b)
			continue
		case last != nil && joins(last, b, apart):
			*last = *last.join(b)
		case torn != nil && fillsCell(torn, b):
			*torn = *torn.fill(b)
		default:
			if last == nil || b.kind != page.ListItem || last.kind != page.ListItem {
				out, notes = append(out, notes...), nil
			}
			last, torn = nil, nil
			out = append(out, b)
			if b.kind != page.Table {
				last = b
			} else {
				torn = b
			}
		}
		apart = false
	}
	return append(out, notes...)
}

// joins reports whether b goes on with what a began.
func joins(a, b *block, apart bool) bool {
	if b.kind != page.Paragraph || a.kind != page.Paragraph && a.kind != page.ListItem || b.marker != "" {
		return false
	}
	if len(a.text) > maxJoined {
		return false
	}
	apart = apart || a.lastPage() != b.page || a.column != b.column
	if ended(a.text) || strings.HasSuffix(a.text, ":") || isAddress(a.text) || isAddress(b.text) {
		return false
	}
	open := strings.HasSuffix(a.text, ",") || strings.HasSuffix(a.text, "-") || linking[bare(lastWord(a.text))]
	if apart {
		return startsLower(b.text) || open && words(a.text) >= leastOpenWords
	}
	if strings.HasSuffix(a.text, ",") && words(a.text) >= leastOnPageWords && words(b.text) >= leastOpenWords {
		return true
	}
	return startsLower(b.text) && words(a.text) >= leastOnPageWords && (words(b.text) >= 2 || ended(b.text))
}

// isAddress reports whether s is or ends with an address of mail or web, or a telephone number.
func isAddress(s string) bool {
	w := lastWord(s)
	return strings.Contains(w, "@") || strings.HasPrefix(w, "www.") || strings.HasPrefix(w, "http") ||
		strings.HasPrefix(firstWord(s), "www.") || strings.Contains(firstWord(s), "@")
}

// join returns a and b as one block.
func (a *block) join(b *block) *block {
	out := *a
	text, at := page.Append(a.text, b.text)
	out.text = text
	out.lines = nil
	for _, l := range a.lines {
		l.end = min(l.end, at)
		out.lines = append(out.lines, l)
	}
	if n := len(out.lines); n > 0 && at > 0 && text[at-1] == ' ' {
		out.lines[n-1].end = min(out.lines[n-1].end, at-1)
	}
	for _, l := range b.lines {
		l.start, l.end = l.start+at, l.end+at
		out.lines = append(out.lines, l)
	}
	return &out
}
