package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// titleWords are what a governing document's title names: its kind.
var titleWords = []string{"policy", "strategi", "riktlinje", "plan", "program", "anvisning", "reglemente", "taxa", "föreskrift",
	"rutin", "vision", "regler", "instruktion", "ordning", "avtal", "budget"}

// setTitle picks the document's title among the headings before the first text, and takes it out of the sections.
func setTitle(blocks []*block) {
	var best *block
	score := -1.0
	for i, b := range blocks {
		if b.runIn || b.page > 2 {
			break
		}
		if !b.heading {
			if words(b.text) > maxTitleWords && ended(b.text) && best != nil {
				break
			}
			continue
		}
		if b.number != "" {
			break
		}
		s := b.font.Size
		if b.level > 0 && b.kind == page.Heading {
			s += float64(10 - b.level)
		}
		if namesKind(b.text) {
			s += 20
		}
		if i > 0 && strings.HasSuffix(b.text, ":") {
			s -= 20
		}
		if s > score {
			best, score = b, s
		}
	}
	if best != nil && (namesKind(best.text) || best.font.Size > 0 || best.level == 1 || best == blocks[0]) {
		best.title = true
	}
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
	depth, numbered := 0, 0
	for _, b := range blocks {
		if !b.heading || b.title {
			continue
		}
		switch {
		case b.number != "":
			numbered = strings.Count(b.number, ".") + 1
			depth = numbered
		case b.level > 0 && given[b.level] > 0:
			depth = given[b.level]
		case b.level > 0:
			depth = b.level - base + 1
		case numbered > 0 && !standsAlone(b.name):
			depth = numbered + 1
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
	low := strings.ToLower(name)
	for _, w := range []string{"referens", "källor", "källförteckning", "bilag", "kontakt", "inledning", "bakgrund", "sammanfattning",
		"förord", "litteratur", "åtgärdsplan"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}
