package plain

import (
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

const (
	// leastWidth is the narrowest measure that a text is commonly wrapped to. A group of shorter lines of different lengths
	// is an address or a list of names, in which each line stands for itself.
	leastWidth = 50
	// even is how long a line is at least, as a share of the longest, for the group to be wrapped to it.
	even = 0.8
	// reach is how many lines before and after a group are looked at to learn the measure.
	reach = 10
	// A line was broken by its writer if it would have been this full with the next word on it. Proportional type makes
	// lines of one measure differ in letters, so that a line without a full stop needs to be clearly short.
	fullEnded, fullOpen = 0.9, 0.8
	// maxLines is how many lines a block has at most: five pages without a blank line.
	maxLines = 250
	// maxCellWords is how long the cells of a table are on average; longer ones are columns of prose.
	maxCellWords = 8
)

// blocksOf turns the lines of a page into blocks.
func blocksOf(lines []string) []page.Block {
	lines = mend(lines)
	var out []page.Block
	for i := 0; i < len(lines); {
		if lines[i] == "" {
			i++
			continue
		}
		j := i
		for j < len(lines) && lines[j] != "" {
			j++
		}
		out = append(out, groupBlocks(lines[i:j], measure(lines, i, j))...)
		i = j
	}
	return out
}

// mend trims the lines and puts bullets and numbers that stand alone before the text they were torn from.
func mend(lines []string) []string {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		out = append(out, strings.Trim(l, " "))
	}
	for i := 0; i < len(out); i++ {
		if !lone(out[i]) {
			continue
		}
		j := i
		for j < len(out) && lone(out[j]) {
			j++
		}
		k := j
		for k < len(out) && k-j < 1 && out[k] == "" {
			k++
		}
		for n := 0; n < j-i && k+n < len(out) && out[k+n] != "" && !lone(out[k+n]); n++ {
			out[k+n] = out[i+n] + " " + strings.TrimSpace(out[k+n])
			out[i+n] = ""
		}
		i = j
	}
	for i, l := range out {
		if mark, rest, _ := bullet(l); mark != "" && rest == "" {
			out[i] = ""
		}
	}
	return joinMended(out)
}

// joinMended takes out the blank line that mend left between an item's text and the line before it, so that the lines
// of a list stay one group.
func joinMended(lines []string) []string {
	out := lines[:0]
	for i, l := range lines {
		if l == "" && i+1 < len(lines) && len(out) > 0 && isItem(out[len(out)-1]) && isItem(lines[i+1]) {
			continue
		}
		out = append(out, l)
	}
	return out
}

func isItem(l string) bool {
	mark, _, _ := bullet(l)
	number, _ := enumeration(l)
	return mark != "" || number != ""
}

// lone reports whether l is a bullet or list number without text.
func lone(l string) bool {
	if l == "" {
		return false
	}
	if mark, rest, _ := bullet(l); mark != "" {
		return rest == ""
	}
	mark, rest := enumeration(l)
	return mark != "" && rest == ""
}

// measure returns the number of characters that lines[i:j] are wrapped to: their own longest where they are clearly
// wrapped, else the longest around them.
func measure(lines []string, i, j int) float64 {
	group := lines[i:j]
	widest := longest(group)
	if evenLines(group, widest) {
		return widest
	}
	widest = longest(lines[max(0, i-reach):min(len(lines), j+reach)])
	if longest(group) < leastWidth && widest < leastWidth {
		return 2 * leastWidth // names and addresses: each line stands for itself
	}
	return max(widest, leastWidth)
}

func longest(lines []string) float64 {
	n := 0
	for _, l := range lines {
		n = max(n, utf8.RuneCountInString(l))
	}
	return float64(n)
}

// evenLines reports whether most of the lines but the last are about as long as the widest.
func evenLines(lines []string, widest float64) bool {
	n := 0
	for _, l := range lines[:len(lines)-1] {
		if float64(utf8.RuneCountInString(l)) >= even*widest {
			n++
		}
	}
	return len(lines) > 4 && 3*n >= 2*(len(lines)-1)
}

// groupBlocks turns lines without a blank one between them into blocks.
func groupBlocks(lines []string, width float64) []page.Block {
	var out []page.Block
	for i := 0; i < len(lines); {
		if n := tableLines(lines[i:]); n > 0 {
			out = append(out, tableBlock(lines[i:i+n]))
			i += n
			continue
		}
		var b blockBuilder
		b.first(lines[i])
		for i++; i < len(lines) && !begins(&b, lines[i], width) && tableLines(lines[i:]) == 0; i++ {
			b.add(lines[i])
		}
		if b.text != "" {
			out = append(out, b.block())
		}
	}
	return out
}

// begins reports whether line begins a new block after what b holds.
func begins(b *blockBuilder, line string, width float64) bool {
	prev := b.last
	if len(b.lines) >= maxLines || b.kind == page.Contents || contentsLine(line) || pageMark(line) || pageMark(prev) || contentsTitle(line) {
		return true
	}
	broken := brokenByWriter(prev, line, width)
	if mark, rest, certain := bullet(line); mark != "" {
		return certain || broken || ended(prev) || b.kind == page.ListItem && !startsLower(rest) || mark == "-" && !startsLower(rest)
	}
	if mark, _ := enumeration(line); mark != "" || sectionNumber(line) {
		return broken || ended(prev) || b.kind == page.ListItem
	}
	if sectionNumber(b.text) && len(b.lines) == 1 || label(line) && label(prev) {
		return broken || !startsLower(line) && !goesOn(prev) && filled(prev, line, width) <= 1
	}
	return broken
}

// label reports whether l is a label with a value: "Antagen av: kommunfullmäktige".
func label(l string) bool {
	name, _, ok := strings.Cut(l, ":")
	return ok && len(strings.Fields(name)) <= 4 && !startsLower(name) && !strings.ContainsAny(name, ".,;")
}

// brokenByWriter reports whether the line break between prev and line is the writer's own: line's first word would have
// fit into width after prev.
func brokenByWriter(prev, line string, width float64) bool {
	if startsLower(line) || goesOn(prev) {
		return false
	}
	if ended(prev) {
		return filled(prev, line, width) <= fullEnded
	}
	return filled(prev, line, width) <= fullOpen
}

// filled returns how full prev would be with line's first word, as a share of width.
func filled(prev, line string, width float64) float64 {
	word, _, _ := strings.Cut(line, " ")
	return float64(utf8.RuneCountInString(prev)+1+utf8.RuneCountInString(word)) / width
}

// tableLines returns how many lines from the first form a table: at least two with as many cells, two or more.
func tableLines(lines []string) int {
	first := len(cells(lines[0]))
	if first < 2 || contentsLine(lines[0]) || isItem(lines[0]) {
		return 0
	}
	n, words, count := 0, 0, 0
	for n < len(lines) {
		c := cells(lines[n])
		if len(c) < 2 || len(c) > first || contentsLine(lines[n]) || isItem(lines[n]) {
			break
		}
		count += len(c)
		words += len(strings.Fields(lines[n]))
		n++
	}
	if n < 2 || words > count*maxCellWords {
		return 0
	}
	return n
}
