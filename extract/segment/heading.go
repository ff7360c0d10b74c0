package segment

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/extract/page"
)

const (
	// maxHeadingWords is how many words a heading has at most that only its form betrays.
	maxHeadingWords = 10
	// maxColonWords is how many words stand before the colon of a heading such as "Syfte:".
	maxColonWords = 4
	// maxDemandWords is how many words a heading with "ska" has at most: "Hur ska vi arbeta".
	maxDemandWords = 5
	// maxScraps is how many short lines stand around a heading at most; more are a torn table.
	maxScraps = 2
	// largerThanBody is by how much a heading's type is larger than the body's.
	largerThanBody = 1.08
)

// findHeadings decides which blocks are headings, with number and level, and which is the title.
func findHeadings(blocks []*block, list contents) {
	size := bodySize(blocks)
	known := vocabulary(blocks)
	for i, b := range blocks {
		b.text, b.lines = closeUp(b, known)
		if b.kind == page.Table || b.kind == page.Footnote {
			continue
		}
		b.heading = b.heading || isHeading(blocks, i, list, size)
		if !b.heading {
			blocks[i] = numberedText(b)
		} else {
			b.number, b.name = splitNumber(b.text)
			if m := strings.TrimRight(b.marker, ".)"); b.number == "" && isDigits(m) {
				b.number = m
			}
			b.name = strings.TrimRight(b.name, ": ")
		}
	}
	findItems(blocks)
	setTitle(blocks)
	setLevels(blocks)
}

// numberedText takes the number of a numbered paragraph ("2.1 Kommunen ska …") out of its text.
func numberedText(b *block) *block {
	number, rest := splitNumber(b.text)
	if !strings.Contains(number, ".") || b.marker != "" || b.kind != page.Paragraph {
		return b
	}
	_, tail := b.split(len(b.text) - len(rest))
	tail.marker = firstWord(b.text)
	return tail
}

// splitNumber returns the number that s begins with ("2.1") and the rest; number is "" if there is none.
func splitNumber(s string) (number, rest string) {
	word, rest, ok := strings.Cut(s, " ")
	if !ok {
		return "", s
	}
	number = strings.TrimRight(word, ".)")
	parts := strings.Split(number, ".")
	if len(parts) > 4 {
		return "", s
	}
	for _, p := range parts {
		if !isDigits(p) || len(p) > 2 {
			return "", s
		}
	}
	if rest = strings.TrimLeft(rest, " "); !startsUpper(rest) {
		return "", s
	}
	return number, rest
}

// isHeading reports whether block i is a heading.
func isHeading(blocks []*block, i int, list contents, size float64) bool {
	b := blocks[i]
	s := b.text
	n := words(s)
	if n == 0 || n > 2*maxTitleWords || !strings.ContainsFunc(s, unicode.IsLetter) || isAddress(s) || startsLower(s) {
		return false
	}
	if b.marker != "" && (!isDigits(strings.TrimRight(b.marker, ".")) || inList(blocks, i)) {
		return false
	}
	if list.has(s) {
		return true
	}
	if isInfoLine(strings.ToLower(s)) || isDateLine(s) || isSignature(blocks, i) || opensList(blocks, i) {
		return false
	}
	if b.kind == page.Heading && n <= maxTitleWords && !isLabel(s) {
		return true
	}
	number, name := splitNumber(s)
	if list.has(name) {
		return true
	}
	if strings.Contains(number, ".") && n <= maxTitleWords {
		return !ended(s) || n <= maxHeadingWords
	}
	if ended(s) && (n > maxHeadingWords || hasComma(s)) {
		return false
	}
	if number != "" || b.marker != "" {
		return n <= maxTitleWords && !strings.HasSuffix(s, ",") && followedByText(blocks, i)
	}
	if strings.HasSuffix(s, ":") {
		return colonHeading(blocks, i)
	}
	if headingZone(s) != "" && !isContactLabel(s) || common[strings.ToLower(s)] && followedByText(blocks, i) {
		return true
	}
	if ended(s) || strings.HasSuffix(s, ",") || linking[bare(lastWord(s))] || isLabel(s) || isDateLine(lastWord(s)) ||
		demands(s) && n > maxDemandWords || scrapsAround(blocks, i) > maxScraps {
		return false
	}
	if isCaps(s) && n <= maxHeadingWords {
		return true
	}
	if size > 0 && n <= maxTitleWords && b.font.Size >= size*largerThanBody {
		return true
	}
	return n <= maxHeadingWords && followedByText(blocks, i) && (startsSection(blocks, i) || b.font.Bold)
}

// opensList reports whether block i is a clause that a list goes on with, "Med resor avses:", set as a heading or not.
func opensList(blocks []*block, i int) bool {
	s := blocks[i].text
	if !hasFinite(s) || i+1 >= len(blocks) || blocks[i+1].kind != page.ListItem {
		return false
	}
	return strings.HasSuffix(s, ":") || blocks[i].kind != page.Heading && !strings.HasSuffix(s, "?")
}

// roleEnds end the words for roles.
var roleEnds = []string{"chef", "direktör", "ledare", "ordförande", "sekreterare", "handläggare", "strateg", "utredare", "samordnare"}

// isSignature reports whether block i is a name with a role under a decision: at least two names, a role at the end, and
// no text of its own.
func isSignature(blocks []*block, i int) bool {
	fields := strings.Fields(blocks[i].text)
	if len(fields) < 3 || followedByProse(blocks, i) {
		return false
	}
	for _, w := range fields {
		if !startsUpper(w) {
			return false
		}
	}
	last := bare(fields[len(fields)-1])
	for _, end := range roleEnds {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	return false
}

func followedByProse(blocks []*block, i int) bool {
	return i+1 < len(blocks) && isProse(blocks[i+1].text)
}

// scrapsAround returns how many short lines without a full stop stand around block i in one run, or maxScraps+1 if there
// are more: the cells of a torn table, an address.
func scrapsAround(blocks []*block, i int) int {
	n := 0
	for j := i - 1; j >= 0 && n <= maxScraps && isScrap(blocks[j]); j-- {
		n++
	}
	for j := i + 1; j < len(blocks) && n <= maxScraps && isScrap(blocks[j]); j++ {
		n++
	}
	return n
}

func isScrap(b *block) bool {
	return b.kind == page.Paragraph && !b.heading && b.marker == "" && words(b.text) <= 4 && !ended(b.text) && !strings.HasSuffix(b.text, ":") &&
		!isLabel(b.text)
}

// inList reports whether the numbered block i has a numbered neighbour: then it is an item of a list.
func inList(blocks []*block, i int) bool {
	return i > 0 && blocks[i-1].kind == page.ListItem || i+1 < len(blocks) && blocks[i+1].kind == page.ListItem ||
		ended(blocks[i].text)
}

// followedByText reports whether the block after i is a sentence or a list.
func followedByText(blocks []*block, i int) bool {
	if i+1 >= len(blocks) {
		return false
	}
	next := blocks[i+1]
	if next.kind == page.ListItem || next.kind == page.Table {
		return true
	}
	n := words(next.text)
	return n >= 4 && ended(next.text) || n > maxHeadingWords || n >= 3 && strings.HasSuffix(next.text, ":")
}

// startsSection reports whether what stands before block i has come to an end.
func startsSection(blocks []*block, i int) bool {
	if i == 0 {
		return true
	}
	prev := blocks[i-1]
	return ended(prev.text) || strings.HasSuffix(prev.text, ":") || isScrap(prev) || words(prev.text) <= maxHeadingWords || prev.kind == page.ListItem || prev.kind == page.Table || prev.heading ||
		prev.kind == page.Footnote || isLabel(prev.text)
}

// colonHeading reports whether block i, which ends with a colon, is a heading and not the opener of a list.
func colonHeading(blocks []*block, i int) bool {
	s := blocks[i].text
	if words(s) > maxColonWords || hasFinite(s) || i+1 >= len(blocks) || isContactLabel(s) {
		return false
	}
	next := blocks[i+1]
	return next.kind == page.ListItem && words(s) <= 2 || words(next.text) > maxColonWords && next.kind == page.Paragraph
}

// isLabel reports whether s is a label with its value, "Antagen av: kommunfullmäktige", or an e-mail address or the like.
func isLabel(s string) bool {
	name, value, ok := strings.Cut(s, ":")
	return ok && value != "" && words(name) <= 5
}

// hasComma reports whether s has punctuation that a heading seldom has.
func hasComma(s string) bool { return strings.ContainsAny(s, ",;") }

// isDateLine reports whether more than half of the letters and digits of s are digits: dates, telephone numbers.
func isDateLine(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			letters++
		}
	}
	return digits > letters
}

// bodySize returns the size of type that most of the text is set in, 0 if sizes are not known.
func bodySize(blocks []*block) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, b := range blocks {
		if b.font.Size > 0 && b.body() {
			count[b.font.Size] += len(b.text)
			if n := count[b.font.Size]; n > count[best] || n == count[best] && b.font.Size < best {
				best = b.font.Size
			}
		}
	}
	return best
}
