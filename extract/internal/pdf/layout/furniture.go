package layout

import (
	"slices"
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/extract/page"
)

// Where page heads and feet are sought.
const (
	// marginShare is the part of the page's height, above and below, that heads and feet stand in.
	marginShare = 0.16
	// maxMarginRows is how many rows a head or foot has at most.
	maxMarginRows = 6
	// edgeShare is the part of the page's height in which small text that stands apart is a head or foot by itself.
	edgeShare = 0.09
	// samePlace is how far apart the heads of two pages may stand, in points.
	samePlace = 10
)

// A margin is a row at a page's edge.
type margin struct {
	page, row int
	y         float64
	key       string
	sure      bool // it is one by itself
}

// findMargins marks the rows of all pages that are page heads or feet: what stands on several pages at the same place with the
// same words, digits aside, and page numbers. kinds[i][j] is what row j of page i is; Paragraph means neither.
func (d *figures) findMargins(sheets []*Sheet, rows [][]row) [][]page.Kind {
	kinds := make([][]page.Kind, len(rows))
	var heads, feet []margin
	for i := range rows {
		kinds[i] = make([]page.Kind, len(rows[i]))
		_, height := sheets[i].upright()
		for j := range rows[i] {
			if j >= maxMarginRows && j < len(rows[i])-maxMarginRows {
				continue
			}
			r := &rows[i][j]
			if r.y >= marginShare*height && r.y <= (1-marginShare)*height {
				continue
			}
			m := margin{page: i, row: j, y: r.y, key: mask(r), sure: r.words[0].artifact || isPageNumber(r) || endsInPageNumber(r) || d.smallEdge(rows[i], j, height)}
			if j < maxMarginRows && r.y < marginShare*height {
				heads = append(heads, m)
			}
			if j >= len(rows[i])-maxMarginRows && r.y > (1-marginShare)*height {
				feet = append(feet, m)
			}
		}
	}
	mark(kinds, heads, page.PageHead, len(rows))
	mark(kinds, feet, page.PageFoot, len(rows))
	for i := range kinds {
		edge(kinds[i], page.PageHead, rows[i])
		edge(kinds[i], page.PageFoot, rows[i])
	}
	return kinds
}

// smallEdge reports whether row j is the page's first or last, small, near the edge and apart from the text.
func (d *figures) smallEdge(rows []row, j int, height float64) bool {
	r := &rows[j]
	if r.size > noteShare*d.body || len(rows) < 3 || hasTable(r) {
		return false
	}
	if j == 0 {
		return r.y < edgeShare*height && rows[1].y-r.y > 2.2*r.size
	}
	return j == len(rows)-1 && r.y > (1-edgeShare)*height && r.y-rows[j-1].y > 2.2*r.size && d.noteNumber(r) == ""
}

// mark marks the margins that occur on enough pages.
func mark(kinds [][]page.Kind, margins []margin, kind page.Kind, pages int) {
	byKey := map[string][]margin{}
	for _, m := range margins {
		byKey[m.key] = append(byKey[m.key], m)
	}
	enough := 2
	if pages > 8 {
		enough = 3
	}
	for _, same := range byKey {
		slices.SortFunc(same, func(a, b margin) int {
			if a.y < b.y {
				return -1
			}
			return 1
		})
		for start := 0; start < len(same); {
			end := start + 1
			for end < len(same) && same[end].y-same[end-1].y <= samePlace {
				end++
			}
			seen := map[int]bool{}
			for _, m := range same[start:end] {
				seen[m.page] = true
			}
			for _, m := range same[start:end] {
				if len(seen) >= enough || m.sure {
					kinds[m.page][m.row] = kind
				}
			}
			start = end
		}
	}
}

// edge keeps only what stands at the very edge: a head with text above it is no head.
func edge(kinds []page.Kind, kind page.Kind, rows []row) {
	inside := false
	for n := range kinds {
		i := n
		if kind == page.PageFoot {
			i = len(kinds) - 1 - n
		}
		if kinds[i] != kind {
			inside = true
		} else if inside {
			kinds[i] = page.Paragraph
		}
	}
}

// mask returns a row's words with digits made alike.
func mask(r *row) string {
	var b strings.Builder
	digit := false
	for i, w := range r.words {
		if i > 0 && !w.tight {
			b.WriteByte(' ')
		}
		for _, c := range w.text {
			if unicode.IsDigit(c) {
				if !digit {
					b.WriteByte('#')
				}
				digit = true
				continue
			}
			digit = false
			b.WriteRune(c)
		}
		digit = false
	}
	return b.String()
}

// isPageNumber reports whether a row is nothing but a page's number: "3", "- 3 -", "3 (12)", "3/12", "Sida 3 av 12".
func isPageNumber(r *row) bool {
	var b strings.Builder
	for _, w := range r.words {
		b.WriteString(strings.ToLower(w.text))
	}
	text := b.String()
	numbers := 0
	for _, word := range []string{"sidan", "sida", "page", "sid.", "sid", "av", "of"} {
		text = strings.Replace(text, word, " ", 1)
	}
	for _, field := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" ()-–—/|.[]:", c) }) {
		if strings.Trim(field, "0123456789") != "" || len(field) > 4 {
			return false
		}
		numbers++
	}
	return numbers == 1 || numbers == 2
}

// endsInPageNumber reports whether a row ends in its page's number with a word or a total to it: "Policy Sida 3", "Policy 3 (12)".
func endsInPageNumber(r *row) bool {
	n := len(r.words)
	text := ""
	for _, w := range r.words[max(0, n-4):] {
		text += " " + strings.ToLower(w.text)
	}
	for _, mark := range []string{" sida ", " sid ", " sidan ", " page "} {
		if i := strings.LastIndex(text, mark); i >= 0 {
			rest := strings.Trim(text[i+len(mark):], "0123456789 ()/")
			return rest == "" || rest == "av" || rest == "of"
		}
	}
	last := r.words[n-1].text
	if n < 2 || !strings.HasPrefix(last, "(") || !strings.HasSuffix(last, ")") {
		return false
	}
	return isDigits(strings.Trim(last, "()")) && isDigits(r.words[n-2].text)
}

func isDigits(text string) bool {
	return text != "" && len(text) <= 4 && strings.Trim(text, "0123456789") == ""
}
