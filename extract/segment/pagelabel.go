package segment

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// leastLabels is how many pages' printed numbers run along before they are believed.
const leastLabels = 2

// labelPages gives the pages whose label the file does not tell the number that is printed in their head or foot, where
// those numbers run along with the pages.
func labelPages(d *policy.Document) {
	found := map[int]map[int]int{} // offset -> page -> printed number
	for _, f := range d.Furniture {
		if f.Kind != policy.PageHead && f.Kind != policy.PageFoot {
			continue
		}
		number, ok := printedNumber(f.Text)
		if !ok {
			continue
		}
		if found[f.Page-number] == nil {
			found[f.Page-number] = map[int]int{}
		}
		found[f.Page-number][f.Page] = number
	}
	best := 0
	for offset, pages := range found {
		if len(pages) > len(found[best]) || len(pages) == len(found[best]) && offset < best {
			best = offset
		}
	}
	if len(found[best]) < leastLabels {
		return
	}
	for i := range d.Pages {
		if n, ok := found[best][d.Pages[i].Number]; ok && d.Pages[i].Label == "" {
			d.Pages[i].Label = strconv.Itoa(n)
		}
	}
}

// printedNumber returns the page number in a page head or foot.
func printedNumber(s string) (int, bool) {
	if i := strings.LastIndex(strings.ToLower(s), "sida"); i >= 0 && !isPageNumber(s) {
		s = s[i:]
	}
	if !isPageNumber(s) {
		n, name := splitFolio(s)
		return n, name != ""
	}
	for _, field := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(field)
		return n, err == nil
	}
	return 0, false
}
