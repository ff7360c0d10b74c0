package segment

import (
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

const (
	// edge is how many blocks at the top and the foot of a page may be its head and foot.
	edge = 4
	// maxHeadWords is how many words a block of a page head has at most.
	maxHeadWords = 25
	// leastShare is the share of the pages on which a page head stands at least; chapters change heads.
	leastShare = 0.3
	// pageWords is how many words at least lie between two page heads in a text without pages.
	pageWords = 40
)

// cutFurniture marks what stands on the pages but is no reading text.
func cutFurniture(blocks []*block, pages int) {
	for _, b := range blocks {
		if b.cut == "" {
			b.cut = ownKind(b)
		}
	}
	if pages > 1 {
		cutRepeated(blocks, pages)
	} else {
		cutUnpaged(blocks)
	}
	cutPageNumbers(blocks)
	for _, sheet := range byPage(blocks) {
		for _, kind := range []policy.FurnitureKind{policy.PageHead, policy.PageFoot} {
			for _, b := range edgeOf(sheet, kind) {
				if b.cut == "" && endsWithPageNumber(b.text) {
					b.cut = kind
				}
			}
		}
	}
}

// ownKind returns the furniture that b is by its reader's word or by what it says.
func ownKind(b *block) policy.FurnitureKind {
	switch b.kind {
	case page.PageHead:
		return policy.PageHead
	case page.PageFoot:
		return policy.PageFoot
	case page.Stamp:
		return policy.Stamp
	case page.Chrome, page.Hidden:
		return policy.Chrome
	}
	if isChrome(b.text) {
		return policy.Chrome
	}
	return ""
}

// furniture returns what was cut.
func furniture(blocks []*block) []policy.Furniture {
	var out []policy.Furniture
	for _, b := range blocks {
		if b.cut == "" {
			continue
		}
		f := policy.Furniture{Kind: b.cut, Page: b.page, Text: b.text}
		if len(b.lines) > 0 {
			f.Box = b.lines[0].box
		}
		for _, l := range b.lines {
			f.Box = union(f.Box, l.box)
		}
		out = append(out, f)
	}
	return out
}

func union(a, b policy.Box) policy.Box {
	return policy.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}
