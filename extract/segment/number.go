package segment

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// cutPageNumbers marks page numbers that stand alone.
func cutPageNumbers(blocks []*block) {
	for i, b := range blocks {
		if b.cut != "" || b.kind == page.Table || b.marker != "" || !isPageNumber(b.text) {
			continue
		}
		if isDigits(b.text) && (i > 0 && isDigits(blocks[i-1].text) || i+1 < len(blocks) && isDigits(blocks[i+1].text)) {
			continue // figures of a torn table
		}
		b.cut = policy.PageFoot
		if i == 0 || blocks[i-1].page != b.page || blocks[i-1].cut == policy.PageHead {
			b.cut = policy.PageHead
		}
	}
}

// maxPageNumber is how many bytes a page number has at most: "Sidan 123 av 456" in dashes.
const maxPageNumber = 28

// isPageNumber reports whether s is a page's number: "7", "- 7 -", "2(7)", "1/4", "5 [5]", "Sida 2 av 7".
func isPageNumber(s string) bool {
	if len(s) > maxPageNumber || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	rest := strings.ToLower(s)
	for _, name := range []string{"sida", "sidan", "sid", "page", "s."} {
		if r, ok := strings.CutPrefix(rest, name); ok && (r == "" || !unicode.IsLetter(rune(r[0]))) {
			rest = strings.TrimLeft(r, ".: ")
			break
		}
	}
	rest = strings.Replace(rest, " av ", "/", 1)
	rest = strings.Map(func(r rune) rune {
		if r == ' ' {
			return -1
		}
		return r
	}, strings.Trim(rest, " -–|"))
	numbers := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune("/()[]", r) })
	if len(numbers) == 0 || len(numbers) > 2 {
		return false
	}
	for _, n := range numbers {
		if !isDigits(n) || len(n) > 3 {
			return false
		}
	}
	return true
}

// endsWithPageNumber reports whether s is a page head with its number: "Resepolicy Sida 1 (2)".
func endsWithPageNumber(s string) bool {
	low := strings.ToLower(s)
	i := strings.LastIndex(low, "sida ")
	return i >= 0 && words(s) <= maxHeadWords/2 && isPageNumber(s[i:])
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}
