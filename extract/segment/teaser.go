package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// leastTeasers is how many "Läs mer" lines make a list of other documents.
const leastTeasers = 2

// setTeasers marks the beginnings of other documents: a list whose entries each end with "Läs mer". The first entry
// begins where what stands before it is prose or references of this document.
func setTeasers(blocks []*block) {
	var ends []int
	for i, b := range blocks {
		if low := strings.ToLower(strings.TrimRight(b.text, " .»>→")); low == "läs mer" {
			ends = append(ends, i)
		}
	}
	if len(ends) < leastTeasers {
		return
	}
	from := ends[0]
	gap := 0
	for k := 1; k < len(ends); k++ {
		gap = max(gap, ends[k]-ends[k-1])
	}
	for n := 0; from > 0 && n < gap-1 && !isProseEnd(blocks[from-1]); n++ {
		from--
	}
	for i := from; i < len(blocks); i++ {
		blocks[i].zone, blocks[i].heading = policy.ZoneTeaser, false
	}
}

// isProseEnd reports whether b ends as this document's own text does.
func isProseEnd(b *block) bool {
	return ended(b.text) || b.kind == page.Table || b.kind == page.ListItem
}
