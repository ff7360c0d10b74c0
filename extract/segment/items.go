package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy/swedish"
)

const (
	// maxItemWords is how long a paragraph is at most to be taken for a list item whose bullet was lost.
	maxItemWords = 25
	// leastItems is how many such paragraphs make a list.
	leastItems = 2
)

// findItems makes list items of short paragraphs after a colon: their bullets were pictures or were lost.
func findItems(blocks []*block) {
	for i, b := range blocks {
		if b.heading || b.kind != page.Paragraph || !strings.HasSuffix(b.text, ":") || words(b.text) <= maxColonWords {
			continue
		}
		j := i + 1
		for j < len(blocks) && isBareItem(blocks[j]) {
			j++
		}
		if j-i-1 < leastItems {
			continue
		}
		for _, item := range blocks[i+1 : j] {
			item.kind = page.ListItem
		}
	}
}

func isBareItem(b *block) bool {
	return !b.heading && b.kind == page.Paragraph && b.marker == "" && words(b.text) <= maxItemWords && !isLabel(b.text) &&
		!strings.HasSuffix(b.text, ":") && len(swedish.Sentences(b.text)) == 1
}
