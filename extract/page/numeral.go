package page

import (
	"strconv"
	"strings"
)

// maxRoman is the largest number that Roman numerals write without signs of their own.
const maxRoman = 3999

// Roman returns n, from 1 to 3999, in lower-case Roman numerals, as page labels and numbered lists use them; any other n in
// figures.
func Roman(n int) string {
	if n < 1 || n > maxRoman {
		return strconv.Itoa(n)
	}
	var sb strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.value; n -= r.value {
			sb.WriteString(r.sign)
		}
	}
	return sb.String()
}

// maxLetters is how far letters count; a list or preface that long numbers its parts in figures.
const maxLetters = 26 * 10

// Letters returns n as a, b, … z, aa, bb, …: as word processors and page labels (ISO 32000-1, 12.4.2) count; any other n in
// figures.
func Letters(n int) string {
	if n < 1 || n > maxLetters {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
