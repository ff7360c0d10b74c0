package plain

import (
	"strings"
	"unicode/utf8"
)

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
