package segment

import (
	"strings"
	"unicode"

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
	pageWords = 80
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
		for k := 1; k < len(places); k++ {
			if before[places[k]]-before[places[k-1]] < pageWords {
				return false
			}
		}
		return len(places) > 1
	}
	for i, b := range blocks {
		if b.cut == "" && again(i) && (company(blocks, at[fold(b.text)], -1) || company(blocks, at[fold(b.text)], 1) ||
			numberBeside(blocks, i)) {
			b.cut = policy.PageHead
		}
	}
}

// company reports whether the blocks beside those at places are alike and short.
func company(blocks []*block, places []int, step int) bool {
	beside := ""
	for _, i := range places {
		if i += step; i < 0 || i >= len(blocks) || words(blocks[i].text) > maxHeadWords/2 {
			return false
		}
		text := fold(blocks[places[0]+step].text)
		if beside = fold(blocks[i].text); beside != text {
			return false
		}
	}
	return beside != ""
}

func numberBeside(blocks []*block, i int) bool {
	return i > 0 && isPageNumber(blocks[i-1].text) || i+1 < len(blocks) && isPageNumber(blocks[i+1].text)
}

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

// isPageNumber reports whether s is a page's number: "7", "- 7 -", "2(7)", "1/4", "5 [5]", "Sida 2 av 7".
func isPageNumber(s string) bool {
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

// chromePhrases begin what web pages and viewers put around a text.
var chromePhrases = []string{"lyssna på sidan", "lyssna på texten", "lyssna på innehållet", "på den här sidan", "på denna sida",
	"start /", "start >", "start ›", "startsida /", "startsida >", "du är här:", "bild:", "foto:", "lämna en synpunkt", "lämna synpunkt", "dela sidan", "dela på", "skriv ut", "till toppen",
	"tillbaka till toppen", "synpunkter på sidan", "hjälpte informationen dig", "var informationen till hjälp",
	"hoppa till innehåll", "till innehållet", "vi använder kakor", "vi använder cookies", "webbplatsen använder",
	"den här webbplatsen använder", "om cookies", "om kakor", "acceptera alla", "godkänn alla", "cookieinställningar",
	"sök på webbplatsen", "meny", "storlek: px", "starta visningen från sidan", "download", "gå till innehåll"}

// maxChromeWords keeps prose that happens to begin with such a phrase in the text.
const maxChromeWords = 30

func isChrome(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "<>»→ "))
	if words(low) > maxChromeWords {
		return false
	}
	for _, p := range chromePhrases {
		if rest, ok := strings.CutPrefix(low, p); ok && (rest == "" || !unicode.IsLetter([]rune(rest)[0])) {
			return !ended(s) || words(low) <= maxHeadWords/2 && strings.HasSuffix(p, ":") || strings.HasSuffix(s, "?") || strings.Contains(low, "kakor") || strings.Contains(low, "cookies") ||
				strings.Contains(low, "webbplats") || strings.Contains(low, "webbsida")
		}
	}
	if menuWords(low) {
		return true
	}
	switch low {
	case "lyssna", "transkript", "stäng", "dela", "sök", "logga in", "startsida", "visa mer", "visa mindre":
		return true
	}
	if strings.Contains(low, "länk till annan webbplats") && words(low) <= maxHeadWords/2 {
		return true
	}
	return strings.HasSuffix(low, " logga") || strings.HasSuffix(low, " logotyp")
}

// menu are the words on a web page's buttons.
var menu = wordSet("lyssna sök meny dela logga in start startsida kontakt translate language stäng hem")

// menuWords reports whether low is a row of buttons: short, without a full stop, with two words at least that stand on
// buttons.
func menuWords(low string) bool {
	n := 0
	for _, w := range strings.Fields(low) {
		if menu[bare(w)] {
			n++
		}
	}
	return n >= 2 && 3*n >= words(low) && words(low) <= maxHeadWords/2 && !ended(low)
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
