package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// titleWords are what a governing document's title names: its kind.
var titleWords = []string{"policy", "strategi", "riktlinje", "plan", "program", "anvisning", "reglemente", "taxa", "föreskrift",
	"rutin", "vision", "regler", "instruktion", "ordning", "avtal", "budget"}

// setTitle picks the document's title among the headings and the short lines before the first text, and takes it out of
// the sections.
func setTitle(blocks []*block) {
	best, score := soleTop(blocks), 0.0
	for i, b := range blocks {
		if best >= 0 && score == 0 || b.runIn || b.page > 2 || isProse(b.text) || b.heading && b.number != "" {
			break
		}
		if s := titleScore(b, i == 0); s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return
	}
	title := blocks[best]
	title.title, title.heading = true, true
	title.name = strings.TrimRight(title.text, ":. ")
	for _, b := range blocks[:best] {
		b.heading = false // what stands above the title is no section: the sender, the kind of document
	}
}

// soleTop returns the index of the first heading if the reader gave it a level above all others, and it names a kind of
// document; else -1.
func soleTop(blocks []*block) int {
	first := -1
	for i, b := range blocks {
		switch {
		case !b.heading || b.kind != page.Heading || b.level == 0:
		case first < 0:
			first = i
		case b.level <= blocks[first].level:
			return -1
		}
	}
	if first < 0 || blocks[first].page > 2 || blocks[first].number != "" || !namesKind(blocks[first].text) ||
		words(blocks[first].text) == 1 {
		return -1
	}
	return first
}

// titleScore says how much b, which stands before the first text, looks like the title; 0 if it cannot be it.
func titleScore(b *block, first bool) float64 {
	if b.kind != page.Paragraph && b.kind != page.Heading || isLabel(b.text) || startsLower(b.text) || hasFinite(b.text) ||
		words(b.text) > maxTitleWords || strings.HasSuffix(b.text, ":") || headingZone(b.text) != "" {
		return 0
	}
	if ended(b.text) && (!namesKind(b.text) || strings.Contains(b.text, ". ") || strings.Contains(b.text, "ades ") || starters[bare(firstWord(b.text))]) {
		return 0 // a short sentence
	}
	s := b.font.Size / 2
	if b.kind == page.Heading && b.level > 0 {
		s += float64(max(0, 7-b.level))
	}
	if namesKind(b.text) {
		s += 10
		if words(b.text) > 1 {
			s += 10
		}
	}
	if s == 0 && !isSender(b.text) && !common[strings.ToLower(strings.TrimRight(b.text, ":"))] && !strings.HasPrefix(b.text, "Till ") && !isName(b.text) {
		s = weakTitle(b, first)
	}
	return s
}

// weakTitle is the score of a line that only its place speaks for: the first one, or one that says whose matter it is.
func weakTitle(b *block, first bool) float64 {
	n := words(b.text)
	switch {
	case strings.Contains(strings.ToLower(b.text), " kommun") && n > 3:
		return 2
	case first && (b.heading || n <= maxHeadingWords && !isCaps(b.text)):
		return 1
	}
	return 0
}

func namesKind(s string) bool {
	low := strings.ToLower(s)
	for _, w := range titleWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// setLevels gives each heading its level from 1: by its number, else by what the reader says in relation to the numbered
// ones, else below the last numbered one.
func setLevels(blocks []*block) {
	given := map[int]int{} // the reader's level -> ours, learnt from numbered headings
	for _, b := range blocks {
		if b.heading && !b.title && b.number != "" && b.level > 0 && given[b.level] == 0 {
			given[b.level] = strings.Count(b.number, ".") + 1
		}
	}
	base := topLevel(blocks)
	depth, known := 0, 0 // known is the depth of the last heading whose level its number or the reader tells
	for _, b := range blocks {
		if !b.heading || b.title {
			continue
		}
		switch {
		case b.number != "":
			depth = strings.Count(b.number, ".") + 1
			known = depth
		case b.level > 0 && given[b.level] > 0:
			depth = given[b.level]
			known = depth
		case b.level > 0:
			depth = b.level - base + 1
			known = depth
		case known > 0 && !standsAlone(b.name):
			depth = known + 1
		default:
			depth = 1
		}
		b.level = max(1, depth)
	}
}

// topLevel returns the highest level that the reader gives a section's heading, 1 if it gives none.
func topLevel(blocks []*block) int {
	top := 0
	for _, b := range blocks {
		if b.heading && !b.title && b.level > 0 && (top == 0 || b.level < top) {
			top = b.level
		}
	}
	return max(top, 1)
}

// standsAlone reports whether a heading without a number is a part of its own among numbered ones.
func standsAlone(name string) bool {
	if headingZone(name) != "" {
		return true
	}
	low := strings.ToLower(name)
	for _, w := range []string{"referens", "källor", "källförteckning", "bilag", "inledning", "bakgrund", "sammanfattning",
		"förord", "litteratur", "åtgärdsplan"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}
