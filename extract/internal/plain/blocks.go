package plain

import (
	"strings"

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
		for i++; i < len(lines) && !begins(&b, lines[i:], width) && tableLines(lines[i:]) == 0; i++ {
			b.add(lines[i])
		}
		if b.text != "" {
			out = append(out, b.block())
		}
	}
	return out
}

// begins reports whether the first of lines begins a new block after what b holds.
func begins(b *blockBuilder, lines []string, width float64) bool {
	prev, line := b.last, lines[0]
	if len(b.lines) >= maxLines || b.kind == page.Contents || contentsLine(line) || pageMark(line) || pageMark(prev) || contentsTitle(line) ||
		gapped(line) || gapped(prev) || len(b.lines) == 1 && len(prev) <= 3 && strings.Trim(prev, "0123456789") == "" {
		return true
	}
	broken := brokenByWriter(prev, line, width)
	if mark, rest, certain := bullet(line); mark != "" {
		return certain || broken || ended(prev) || b.kind == page.ListItem && (b.marker == mark || !startsLower(rest)) || mark == "-" && !startsLower(rest)
	}
	if mark, _ := enumeration(line); mark != "" || sectionNumber(line) {
		return broken || ended(prev) || b.kind == page.ListItem || countsOn(lines)
	}
	if label(line) && label(prev) {
		return true
	}
	if sectionNumber(b.text) && len(b.lines) == 1 {
		return broken || !startsLower(line) && !goesOn(prev) && filled(prev, line, width) <= 1
	}
	return broken
}

// countsOn reports whether the first of lines begins a list: its number is the first one, and the next stands on one of the
// lines below.
func countsOn(lines []string) bool {
	next := map[string]string{"1.": "2.", "1)": "2)", "(1)": "(2)", "a)": "b)"}
	mark, _ := enumeration(lines[0])
	for _, l := range lines[1:min(len(lines), 1+reach)] {
		if m, _ := enumeration(l); m != "" && m == next[mark] {
			return true
		}
	}
	return false
}

// label reports whether l is a label with a value: "Antagen av: kommunfullmäktige".
func label(l string) bool {
	name, _, ok := strings.Cut(l, ":")
	return ok && len(strings.Fields(name)) <= 4 && !startsLower(name) && !strings.ContainsAny(name, ".,;")
}

// tableLines returns how many lines from the first form a table: at least two with as many cells, two or more.
func tableLines(lines []string) int {
	first := len(cells(lines[0]))
	if first < 2 || contentsLine(lines[0]) || isItem(lines[0]) || numbered(lines[0]) {
		return 0
	}
	n, words, count := 0, 0, 0
	for n < len(lines) {
		c := cells(lines[n])
		if len(c) < 2 || len(c) > first || contentsLine(lines[n]) || isItem(lines[n]) || numbered(lines[n]) {
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
