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
	// maxQuestionWords is how many words a question that is a heading has at most.
	maxQuestionWords = 8
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
			if n := titled(b.text); n > 0 && n == len(b.text) || b.runIn {
				b.name = strings.TrimRight(b.name, ".– ")
			}
		}
	}
	findItems(blocks)
	setTitle(blocks)
	setLevels(blocks)
}

// isHeading reports whether block i is a heading.
func isHeading(blocks []*block, i int, list contents, size float64) bool {
	b := blocks[i]
	s := b.text
	n := words(s)
	switch {
	case n == 0 || n > 2*maxTitleWords || !strings.ContainsFunc(s, unicode.IsLetter) || isAddress(s) || startsLower(s) ||
		isFileLink(strings.ToLower(s)) || isQuoted(s) || s[0] == '(':
		return false
	case opensSubsections(blocks, i):
		return true
	case b.marker != "" && (!isDigits(strings.TrimRight(b.marker, ".)")) || inList(blocks, i)):
		return false
	case list.has(s):
		return true
	case isInfoLine(strings.ToLower(s)) || isDateLine(s) || isSignature(blocks, i) || opensList(blocks, i):
		return false
	case b.kind == page.Heading && n <= maxTitleWords && !isLabel(s):
		return true
	}
	number, name := splitNumber(s)
	switch {
	case list.has(name):
		return true
	case strings.Contains(number, ".") && n <= maxTitleWords:
		return !ended(s) || n <= maxHeadingWords
	case ended(s) && (n > maxHeadingWords || hasComma(s)):
		return false
	case number != "" && countsFrom(blocks, i, number):
		return false
	case number != "" || b.marker != "":
		return n <= maxTitleWords && !strings.HasSuffix(s, ",") && followedByText(blocks, i)
	case strings.HasSuffix(s, ":"):
		return colonHeading(blocks, i)
	case headingZone(s) != "" && !isContactLabel(s) || (common[strings.ToLower(s)] || titled(s) == len(s)) && followedByText(blocks, i):
		return true
	}
	return hasHeadingForm(blocks, i, size)
}

// hasHeadingForm reports whether block i, without a number or colon, looks like a heading: by its words and length, and by
// capitals, type, or what stands around it.
func hasHeadingForm(blocks []*block, i int, size float64) bool {
	b := blocks[i]
	s := b.text
	n := words(s)
	switch {
	case strings.HasSuffix(s, "?"):
		return n <= maxQuestionWords && followedByText(blocks, i) && startsSection(blocks, i)
	case ended(s) || strings.HasSuffix(s, ",") || linking[bare(lastWord(s))] || isLabel(s) || isDateLine(lastWord(s)):
		return false
	case demands(s) && n > maxDemandWords || signs(blocks, i) || scrapsAround(blocks, i) > maxScraps:
		return false
	case isCaps(s) && n <= maxHeadingWords:
		return true
	case size > 0 && n <= maxTitleWords && b.font.Size >= size*largerThanBody:
		return true
	}
	return n <= maxHeadingWords && (followedByText(blocks, i) || followedByHeading(blocks, i)) && (startsSection(blocks, i) || b.font.Bold)
}

// followedByText reports whether the block after i is a sentence or a list.
func followedByText(blocks []*block, i int) bool {
	if i+1 >= len(blocks) {
		return false
	}
	next := blocks[i+1]
	if next.kind == page.ListItem || next.kind == page.Table || words(next.text) > maxColonWords && opensItems(blocks, i+1) {
		return true
	}
	n := words(next.text)
	return n >= 4 && ended(next.text) || n > maxHeadingWords || n >= 3 && strings.HasSuffix(next.text, ":")
}

// followedByHeading reports whether a short line stands between block i and a text.
func followedByHeading(blocks []*block, i int) bool {
	return i > 0 && i+2 < len(blocks) && (ended(blocks[i-1].text) || blocks[i-1].kind == page.ListItem) && isScrap(blocks[i+1]) && followedByText(blocks, i+1)
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
	if common[strings.ToLower(strings.TrimRight(s, ":"))] {
		return true
	}
	return next.kind == page.ListItem && words(s) <= 2 || words(next.text) > maxColonWords && next.kind == page.Paragraph
}
