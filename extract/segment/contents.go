package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// A contents is what a document's contents list says.
type contents struct {
	titles map[string]string // a title, folded, to its number
	flat   string            // the list as running text, where it came as one
}

// maxTitleWords is how many words a heading has at most.
const maxTitleWords = 16

// cutContents marks the contents list and returns what it says.
func cutContents(blocks []*block) contents {
	list := contents{titles: map[string]string{}}
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if b.kind == page.Contents || hasLeader(b.text) || isEntry(b.text) && i > 0 && blocks[i-1].cut == policy.Contents {
			b.cut = policy.Contents
			list.addAll(b.marker + " " + b.text)
			continue
		}
		rest, ok := contentsHeading(b.text)
		if !ok {
			continue
		}
		if rest != "" {
			if flatList(rest) {
				b.cut = policy.Contents
				list.flat += " " + strings.Join(strings.Fields(strings.NewReplacer("...", " ", "…", " ").Replace(rest)), " ")
			}
			continue
		}
		i = list.follow(blocks, i)
	}
	return list
}

// contentsHeading reports whether s begins with a contents list's heading, and returns what follows it.
func contentsHeading(s string) (rest string, ok bool) {
	for _, name := range []string{"innehållsförteckning", "innehåll", "contents"} {
		if len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
			rest = s[len(name):]
			if trimmed := strings.TrimLeft(rest, " :."); trimmed != rest || rest == "" {
				return strings.TrimSpace(trimmed), true
			}
		}
	}
	return "", false
}

// leastNumbers is how many numbers a contents list run together has at least if it has verbs: "1 Vad vi vill 2 Hur".
const leastNumbers = 3

// flatList reports whether s, which follows "Innehåll", is a list run together: numbers, and no sentence.
func flatList(s string) bool {
	numbers := 0
	for _, w := range strings.Fields(s) {
		if isDigits(strings.Trim(w, ".")) {
			numbers++
		}
	}
	last := strings.TrimRight(s, "0123456789 ")
	sentence := ended(last) && !strings.HasSuffix(last, "..")
	return words(s) >= 3 && (numbers > 0 && !hasFinite(s) || numbers >= leastNumbers && !sentence)
}

// follow marks the lines after the heading at blocks[i] as long as they are entries of the list, and returns the last.
func (c *contents) follow(blocks []*block, i int) int {
	last := map[string]int{} // where each text stands last
	for k, b := range blocks {
		last[fold(b.text)] = k
	}
	j := i + 1
	for j < len(blocks) && (isEntry(blocks[j].text) || isPageNumber(blocks[j].text) || comesAgain(blocks, j, last)) {
		j++
	}
	if j-i <= leastEntries && !isEntry(blocks[j-1].text) {
		return i
	}
	for k := i; k < j; k++ {
		blocks[k].cut = policy.Contents
		if k > i {
			c.addAll(blocks[k].marker + " " + blocks[k].text)
		}
	}
	return j - 1
}

// isEntry reports whether s is a line of a contents list: a title and a page number.
func isEntry(s string) bool {
	body := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(body); n == 0 || n > 3 || words(s) > maxTitleWords+1 || strings.HasSuffix(strings.TrimRight(body, " "), ".") && !strings.Contains(body, "..") {
		return false
	}
	return len(body) > 1 && strings.ContainsAny(body[len(body)-1:], " \t._")
}

// leastEntries is how many entries without page numbers a contents list has at least.
const leastEntries = 2

// comesAgain reports whether block j, without a page number, stands again further on as a heading may.
func comesAgain(blocks []*block, j int, last map[string]int) bool {
	s := fold(blocks[j].text)
	return words(s) <= maxTitleWords && !ended(s) && last[s] > j
}

// leader is what a run of dots that leads to a page number has at least.
const leader = "...."

// hasLeader reports whether s has an entry with a dot leader before its page number.
func hasLeader(s string) bool {
	i := strings.LastIndex(s, leader)
	if i < 0 {
		return false
	}
	rest := strings.TrimLeft(s[i:], ". ")
	return isDigits(firstWord(rest)) && len(firstWord(rest)) <= 3
}

// addAll takes a run of entries with dot leaders, or one entry.
func (c *contents) addAll(s string) {
	s = strings.TrimSpace(s)
	for {
		title, rest, ok := strings.Cut(s, leader)
		if !ok {
			if s != "" {
				c.add(s)
			}
			return
		}
		c.add(title)
		rest = strings.TrimLeft(rest, ". ")
		s = strings.TrimSpace(strings.TrimLeft(rest, "0123456789"))
	}
}

// add takes an entry.
func (c *contents) add(entry string) {
	title := strings.TrimRight(entry, "0123456789")
	title = strings.TrimRight(title, " \t.…·_")
	if title == "" {
		title = entry
	}
	number, name := splitNumber(title)
	if name != "" {
		c.titles[fold(name)] = number
	}
}

// has reports whether the list has s as a title.
func (c *contents) has(s string) bool {
	_, ok := c.titles[fold(strings.TrimRight(s, ":. "))]
	return ok
}
