package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// leastSpaced is how many pieces a letter-spaced line has at least, and singleShare how many of them are one letter
	// long: kerned pairs ("T A", "L T") come as one piece.
	leastSpaced = 4
	singleShare = 0.7
	// maxSpaced is how many pieces it has at most: a heading of three lines.
	maxSpaced = 150
)

// vocabulary returns the words of blocks, in lower case, that are written out.
func vocabulary(blocks []*block) map[string]bool {
	set := map[string]bool{}
	for _, b := range blocks {
		for _, w := range strings.Fields(b.text) {
			if w = bare(w); utf8.RuneCountInString(w) > 1 {
				set[w] = true
			}
		}
	}
	return set
}

// closeUp returns b's text and lines with a letter-spaced line closed up: "S Y F T E" is "SYFTE". Where the spaces between
// words cannot be told from those between letters, the words of the document tell where they part.
func closeUp(b *block, known map[string]bool) (string, []line) {
	if !letterSpaced(b.text) {
		return b.text, b.lines
	}
	text := strings.Join(part(strings.Join(strings.Fields(b.text), ""), known), " ")
	l := line{end: len(text), page: b.page}
	if len(b.lines) > 0 {
		l.box = b.lines[0].box
	}
	return text, []line{l}
}

func letterSpaced(s string) bool {
	if len(s) > 1 && s[1] != ' ' && len(firstWord(s)) > 6 {
		return false
	}
	fields := strings.Fields(s)
	if len(fields) < leastSpaced || len(fields) > maxSpaced {
		return false
	}
	single := 0
	for _, f := range fields {
		if !strings.ContainsFunc(f, unicode.IsLetter) || utf8.RuneCountInString(f) > 3 {
			return false
		}
		if utf8.RuneCountInString(f) == 1 {
			single++
		}
	}
	return float64(single) >= singleShare*float64(len(fields))
}

// letterCost is what a letter of an unknown word costs, where a word costs 1: unknown words are kept as short as the known
// ones around them allow, but no known word of two letters is cut out of them.
const letterCost = 0.5

// part parts s into words, as many of known as possible and as few as possible.
func part(s string, known map[string]bool) []string {
	runes := []rune(s)
	cost := make([]float64, len(runes)+1)
	from := make([]int, len(runes)+1)
	for end := 1; end <= len(runes); end++ {
		cost[end] = float64(2 * len(runes))
		for start := 0; start < end; start++ {
			c := cost[start] + 1
			if end-start < 2 || !known[bare(string(runes[start:end]))] {
				c += letterCost * float64(end-start)
			}
			if c < cost[end] {
				cost[end], from[end] = c, start
			}
		}
	}
	var out []string
	for end := len(runes); end > 0; end = from[end] {
		out = append([]string{string(runes[from[end]:end])}, out...)
	}
	return out
}
