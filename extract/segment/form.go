package segment

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/extract/page"
)

// numberedText takes the number of a numbered paragraph ("2.1 Kommunen ska …") out of its text.
func numberedText(b *block) *block {
	number, rest := splitNumber(b.text)
	if !strings.Contains(number, ".") || b.marker != "" || b.kind != page.Paragraph {
		return b
	}
	_, tail := b.split(len(b.text) - len(rest))
	tail.marker = firstWord(b.text)
	return tail
}

// splitNumber returns the number that s begins with ("2.1", which some write 2:1) and the rest; number is "" if there is none.
func splitNumber(s string) (number, rest string) {
	word, rest, ok := strings.Cut(s, " ")
	if !ok {
		return "", s
	}
	number = strings.TrimRight(word, ".)")
	if a, b, ok := strings.Cut(number, ":"); ok && len(a)+len(b) < 4 && b != "" {
		number = a + "." + b // no time of day
	}
	parts := strings.Split(number, ".")
	if len(parts) > 4 {
		return "", s
	}
	for _, p := range parts {
		if !isDigits(p) || len(p) > 2 {
			return "", s
		}
	}
	if rest = strings.TrimLeft(rest, " "); !startsUpper(rest) {
		return "", s
	}
	return number, rest
}

// opensList reports whether block i is a clause that a list goes on with, "Med resor avses:", set as a heading or not.
func opensList(blocks []*block, i int) bool {
	s := blocks[i].text
	if !hasFinite(s) || i+1 >= len(blocks) || blocks[i+1].kind != page.ListItem {
		return false
	}
	return strings.HasSuffix(s, ":") || blocks[i].kind != page.Heading && !strings.HasSuffix(s, "?")
}

// roleEnds end the words for roles.
var roleEnds = []string{"chef", "direktör", "ledare", "ordförande", "sekreterare", "handläggare", "strateg", "utredare", "samordnare"}

// isSignature reports whether block i is a name with a role under a decision: at least two names, a role at the end, and
// no text of its own.
func isSignature(blocks []*block, i int) bool {
	fields := strings.Fields(blocks[i].text)
	if len(fields) < 3 || followedByProse(blocks, i) {
		return false
	}
	for _, w := range fields {
		if !startsUpper(w) {
			return false
		}
	}
	last := bare(fields[len(fields)-1])
	for _, end := range roleEnds {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	return false
}

func followedByProse(blocks []*block, i int) bool {
	return i+1 < len(blocks) && isProse(blocks[i+1].text)
}

// scrapsAround returns how many short lines without a full stop stand around block i in one run, or maxScraps+1 if there
// are more: the cells of a torn table, an address.
func scrapsAround(blocks []*block, i int) int {
	n := 0
	for j := i - 1; j >= 0 && n <= maxScraps && isScrap(blocks[j]); j-- {
		n++
	}
	for j := i + 1; j < len(blocks) && n <= maxScraps && isScrap(blocks[j]); j++ {
		n++
	}
	return n
}

func isScrap(b *block) bool {
	return b.kind == page.Paragraph && !b.heading && b.marker == "" && words(b.text) <= 4 && !ended(b.text) && !strings.HasSuffix(b.text, ":") &&
		!isLabel(b.text)
}

// inList reports whether the numbered block i has a numbered neighbour: then it is an item of a list.
func inList(blocks []*block, i int) bool {
	return i > 0 && isNumbered(blocks[i-1]) || i+1 < len(blocks) && isNumbered(blocks[i+1]) || ended(blocks[i].text)
}

// isLabel reports whether s is a label with its value, "Antagen av: kommunfullmäktige", or an e-mail address or the like; a part with its
// number and name, "Del 2: Ansvar", is none.
func isLabel(s string) bool {
	name, value, ok := strings.Cut(s, ":")
	if n := lastWord(name); words(name) == 2 && isDigits(n) && len(n) <= 2 && startsUpper(strings.TrimLeft(value, " ")) {
		return false
	}
	return ok && value != "" && words(name) <= 5
}

// hasComma reports whether s has punctuation that a heading seldom has.
func hasComma(s string) bool { return strings.ContainsAny(s, ",;") }

// isDateLine reports whether at least two thirds of the letters and digits of s are digits: dates, telephone numbers.
func isDateLine(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			letters++
		}
	}
	return digits > 0 && digits >= 2*letters
}

// bodySize returns the size of type that most of the text is set in, 0 if sizes are not known.
func bodySize(blocks []*block) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, b := range blocks {
		if b.font.Size > 0 && b.body() {
			count[b.font.Size] += len(b.text)
			if n := count[b.font.Size]; n > count[best] || n == count[best] && b.font.Size < best {
				best = b.font.Size
			}
		}
	}
	return best
}

// isQuoted reports whether s stands in quotation marks as a whole.
func isQuoted(s string) bool {
	return strings.ContainsAny(s[:1], "\"") && strings.HasSuffix(s, "\"") || strings.HasPrefix(s, "”") && strings.HasSuffix(s, "”") ||
		strings.HasPrefix(s, "“") && strings.HasSuffix(s, "”")
}

// opensSubsections reports whether the numbered block i stands right above its first subsection: "1." above "1.1".
func opensSubsections(blocks []*block, i int) bool {
	major := strings.TrimRight(blocks[i].marker, ".")
	if major == "" {
		major, _ = splitNumber(blocks[i].text)
	}
	if !isDigits(major) || i+1 >= len(blocks) || ended(blocks[i].text) {
		return false
	}
	number, _ := splitNumber(blocks[i+1].text)
	return strings.HasPrefix(number, major+".")
}

// signs reports whether block i is a name above a role, or a role below a name, as under a decision.
func signs(blocks []*block, i int) bool {
	return isName(blocks[i].text) && i+1 < len(blocks) && isRole(blocks[i+1].text) || isRole(blocks[i].text) && i > 0 && isName(blocks[i-1].text)
}

// isName reports whether s can be a person's name: two to four words with a capital each.
func isName(s string) bool {
	fields := strings.Fields(s)
	for _, w := range fields {
		if !startsUpper(w) || strings.ContainsAny(w, ":0123456789,") || common[bare(w)] {
			return false
		}
	}
	return len(fields) >= 2 && len(fields) <= 4
}

func isRole(s string) bool {
	if words(s) > 3 {
		return false
	}
	for _, end := range roleEnds {
		if strings.HasSuffix(bare(lastWord(s)), end) {
			return true
		}
	}
	return false
}

func isNumbered(b *block) bool { return b.kind == page.ListItem && form(b.marker) == "number" }

// countsFrom reports whether the block right before i, which is no heading, has the number before number: then both are
// items of a list that the reader took for paragraphs.
func countsFrom(blocks []*block, i int, number string) bool {
	if i == 0 || blocks[i-1].heading || strings.Contains(number, ".") {
		return false
	}
	before, _ := splitNumber(blocks[i-1].text)
	a, errA := strconv.Atoi(before)
	b, errB := strconv.Atoi(number)
	return errA == nil && errB == nil && b == a+1
}
