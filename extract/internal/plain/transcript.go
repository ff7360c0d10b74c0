package plain

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// Sites that collect other people's PDFs show their text with each page as one long line, which begins with the page's
// number in the file and may end with the number printed on it.
const (
	leastSheets    = 2   // fewer numbered lines are a list
	leastLongSheet = 300 // characters: one of the lines is at least as long, or they are a numbered list
)

// transcript returns the pages of a text that is such a transcript, nil if it is none.
func transcript(text string) []page.Page {
	var paras []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			paras = append(paras, l)
		}
	}
	at := sheetStarts(paras)
	if at == nil {
		return nil
	}
	labels := printedNumbers(paras, at)
	var pages []page.Page
	for n, i := range at {
		var blocks []page.Block
		if n == 0 {
			blocks = loose(paras[:i])
			for k := 1; k < len(blocks); k++ {
				blocks[k].Kind = page.Chrome // the viewer's own words, after the title
			}
		}
		_, rest, _ := strings.Cut(paras[i], " ")
		foot := ""
		if labels[n] != "" {
			rest, foot = strings.TrimSpace(strings.TrimSuffix(rest, labels[n])), labels[n]
		}
		blocks = append(blocks, loose([]string{rest})...)
		if foot != "" {
			blocks = append(blocks, page.Block{Kind: page.PageFoot, Text: foot, Lines: []page.Line{{End: len(foot)}}, Column: -1})
		}
		end := len(paras)
		if n+1 < len(at) {
			end = at[n+1]
		}
		blocks = append(blocks, loose(paras[i+1:end])...)
		p := newPage(n+1, blocks)
		p.Record.Label = foot
		pages = append(pages, p)
	}
	return pages
}

// sheetStarts returns the indexes of the paragraphs that begin with 1, 2, 3 …, nil if they are no transcript's pages.
func sheetStarts(paras []string) []int {
	var at []int
	long := false
	for i, p := range paras {
		word, rest, _ := strings.Cut(p, " ")
		if n, err := strconv.Atoi(word); err == nil && n == len(at)+1 && rest != "" {
			at = append(at, i)
			long = long || utf8.RuneCountInString(p) >= leastLongSheet
		}
	}
	if len(at) < leastSheets || !long {
		return nil
	}
	return at
}

// printedNumbers returns for each sheet the number that ends it, where that number runs along with the sheets.
func printedNumbers(paras []string, at []int) []string {
	labels := make([]string, len(at))
	offsets := map[int]int{}
	for n, i := range at {
		if last, ok := lastNumber(paras[i]); ok {
			offsets[n-last]++
		}
	}
	best := 0
	for offset, count := range offsets {
		if count > offsets[best] || count == offsets[best] && offset < best {
			best = offset
		}
	}
	for n, i := range at {
		if last, ok := lastNumber(paras[i]); ok && n-last == best && offsets[best] >= leastSheets {
			labels[n] = strconv.Itoa(last)
		}
	}
	return labels
}

func lastNumber(s string) (int, bool) {
	n, err := strconv.Atoi(s[strings.LastIndexByte(s, ' ')+1:])
	return n, err == nil && n >= 0
}

// loose makes a block of each paragraph.
func loose(paras []string) []page.Block {
	var out []page.Block
	for _, p := range paras {
		if p == "" {
			continue
		}
		var b blockBuilder
		b.add(p) // a number that begins a whole page is a heading's, no list item's
		if b.text != "" {
			out = append(out, b.block())
		}
	}
	return out
}
