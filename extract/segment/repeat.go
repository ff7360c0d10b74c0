package segment

import (
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// cutRepeated marks blocks that stand at the same end of several pages with nothing but such blocks outside them. What
// stands as often elsewhere is no page head but the debris of a table.
func cutRepeated(blocks []*block, pages int) {
	total := map[string]int{}
	for _, b := range blocks {
		total[fold(b.text)]++
	}
	least := max(2, int(leastShare*float64(pages)))
	for _, kind := range []policy.FurnitureKind{policy.PageHead, policy.PageFoot} {
		open := byPage(blocks) // the pages on which furniture may go on inwards
		for depth := 0; depth < edge && len(open) > 0; depth++ {
			on := map[string]int{}
			for _, sheet := range open {
				if b := outermost(sheet, kind); b != nil {
					on[fold(b.text)]++
				}
			}
			var next [][]*block
			for _, sheet := range open {
				b := outermost(sheet, kind)
				if b == nil {
					continue
				}
				key := fold(b.text)
				if on[key] >= least && total[key] <= on[key]*3/2+1 {
					b.cut = kind
					next = append(next, sheet)
				}
			}
			open = next
		}
	}
}

// outermost returns the block at the top or at the foot of a page, page numbers and what is cut already passed over, if it
// may be a page head or foot; else nil.
func outermost(sheet []*block, kind policy.FurnitureKind) *block {
	for i := range sheet {
		b := sheet[i]
		if kind == policy.PageFoot {
			b = sheet[len(sheet)-1-i]
		}
		if b.cut != "" || isPageNumber(b.text) {
			continue
		}
		if b.kind == page.Table || words(b.text) > maxHeadWords || isProse(b.text) {
			return nil
		}
		return b
	}
	return nil
}

// edgeOf returns the blocks at the top or at the foot of a page that may be its head or foot, from the outside inwards.
func edgeOf(sheet []*block, kind policy.FurnitureKind) []*block {
	var out []*block
	for i := 0; i < len(sheet) && i < edge; i++ {
		b := sheet[i]
		if kind == policy.PageFoot {
			b = sheet[len(sheet)-1-i]
		}
		if b.kind == page.Table || words(b.text) > maxHeadWords {
			break
		}
		out = append(out, b)
	}
	return out
}

// byPage returns the blocks page by page.
func byPage(blocks []*block) [][]*block {
	var out [][]*block
	for i := 0; i < len(blocks); {
		j := i
		for j < len(blocks) && blocks[j].page == blocks[i].page {
			j++
		}
		out = append(out, blocks[i:j])
		i = j
	}
	return out
}

// maxSheets is how many pages a text without pages has at most for its page heads to be sought by their company.
const maxSheets = 300

// cutUnpaged marks page heads in a text whose pages are not known: short blocks that come again in the same company
// after a page's worth of words, or beside a page number.
func cutUnpaged(blocks []*block) {
	at := map[string][]int{}
	before := make([]int, len(blocks)+1)
	for i, b := range blocks {
		before[i+1] = before[i] + words(b.text)
		if b.kind != page.Table && b.marker == "" && words(b.text) <= maxHeadWords/2 && !ended(b.text) {
			key := fold(b.text)
			at[key] = append(at[key], i)
		}
	}
	again := func(i int) bool {
		places := at[fold(blocks[i].text)]
		if len(places) > maxSheets {
			return false
		}
		for k := 1; k < len(places); k++ {
			if before[places[k]]-before[places[k-1]] < pageWords {
				return false
			}
		}
		return len(places) > 1
	}
	for i, b := range blocks {
		if b.cut == "" && len(at[fold(b.text)]) > 1 && numberBeside(blocks, i) {
			b.cut = policy.PageHead
		}
		if b.cut == "" && again(i) && (company(blocks, at[fold(b.text)], i, -1) || company(blocks, at[fold(b.text)], i, 1)) {
			b.cut = policy.PageHead
		}
	}
}

// company reports whether the block beside blocks[i] is short and stands beside another of those at places too.
func company(blocks []*block, places []int, i, step int) bool {
	beside := func(i int) string {
		if i += step; i < 0 || i >= len(blocks) || words(blocks[i].text) > maxHeadWords/2 {
			return ""
		}
		return fold(blocks[i].text)
	}
	own := beside(i)
	for _, k := range places {
		if k != i && own != "" && beside(k) == own {
			return true
		}
	}
	return false
}

func numberBeside(blocks []*block, i int) bool {
	return i > 0 && isPageNumber(blocks[i-1].text) || i+1 < len(blocks) && isPageNumber(blocks[i+1].text)
}
