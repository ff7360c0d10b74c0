package segment

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

const (
	// leastFolios is how many pages show that their heads carry the page's number.
	leastFolios = 3
	// maxFolioWords is how many words such a head has at most.
	maxFolioWords = 14
)

// A folio is a line that may be a page head with the chapter's name and the page's number: "Energi 7", "8 Energi".
type folio struct {
	block  int // its block's index
	first  bool
	number int
	name   string
}

// cutFolios marks page heads that carry the chapter's name and the page's number, even where the reader took them for the
// first or last line of a paragraph. They tell themselves by numbers that run along with the pages, and by names that
// stand on other pages too or are a heading's.
func cutFolios(blocks []*block) []*block {
	candidates, offset := folios(blocks)
	if len(candidates) == 0 {
		return blocks
	}
	numbers := map[string]map[int]bool{} // the numbers that a name comes with
	for _, c := range candidates {
		if numbers[c.name] == nil {
			numbers[c.name] = map[int]bool{}
		}
		numbers[c.name][c.number] = true
	}
	for _, b := range blocks {
		if n := numbers[fold(b.text)]; n != nil && b.cut == "" {
			n[0] = true
		}
	}
	cuts := map[int][]folio{}
	for _, c := range candidates {
		if blocks[c.block].page-c.number == offset && len(numbers[c.name]) > 1 {
			cuts[c.block] = append(cuts[c.block], c)
		}
	}
	var out []*block
	for i, b := range blocks {
		out = append(out, b.without(cuts[i])...)
	}
	return out
}

// folios returns the lines that may be such heads, and how far most of their numbers are from the pages' own; none if too
// few pages agree.
func folios(blocks []*block) ([]folio, int) {
	var out []folio
	pages := map[int]map[int]bool{} // by offset
	for i, b := range blocks {
		if b.cut != "" || b.kind == page.Table || len(b.lines) == 0 {
			continue
		}
		ends := []int{0, len(b.lines) - 1}
		for k, n := range ends {
			if k == 1 && n == 0 {
				break
			}
			number, name := splitFolio(b.text[b.lines[n].start:b.lines[n].end])
			if name == "" {
				continue
			}
			out = append(out, folio{i, n == 0, number, name})
			offset := b.page - number
			if pages[offset] == nil {
				pages[offset] = map[int]bool{}
			}
			pages[offset][b.page] = true
		}
	}
	best := 0
	for offset, on := range pages {
		if len(on) > len(pages[best]) || len(on) == len(pages[best]) && offset < best {
			best = offset
		}
	}
	if len(pages[best]) < leastFolios {
		return nil, 0
	}
	return out, best
}

// splitFolio returns the number that begins or ends s and the rest, folded; the name is "" if s cannot be a page head.
func splitFolio(s string) (number int, name string) {
	s = strings.TrimSpace(s)
	if n := words(s); n < 2 || n > maxFolioWords || ended(s) {
		return 0, ""
	}
	word, rest := lastWord(s), strings.TrimSpace(strings.TrimSuffix(s, lastWord(s)))
	if !isDigits(word) {
		word, rest = firstWord(s), strings.TrimSpace(strings.TrimPrefix(s, firstWord(s)))
	}
	if !isDigits(word) || len(word) > 3 || !startsUpper(rest) {
		return 0, ""
	}
	number, _ = strconv.Atoi(word)
	return number, fold(rest)
}

// without returns b in pieces, with the lines of heads cut off.
func (b *block) without(heads []folio) []*block {
	out := []*block{b}
	for _, h := range heads {
		last := out[len(out)-1]
		if last.cut != "" {
			break
		}
		n := len(last.lines)
		switch {
		case n == 1:
			last.cut = policy.PageHead
		case h.first:
			head, rest := last.split(last.lines[1].start)
			head.cut = policy.PageHead
			out = append(out[:len(out)-1], head, rest)
		default:
			rest, head := last.split(last.lines[n-1].start)
			head.cut = policy.PageHead
			out = append(out[:len(out)-1], rest, head)
		}
	}
	return out
}
