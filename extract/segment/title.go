package segment

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// numbered matches "2. Syfte" before the beginning of a sentence. The number must go on from the last one.
func (r *runIns) numbered(s string) int {
	number, name := splitNumber(s)
	if number == "" {
		return 0
	}
	major, _ := strconv.Atoi(strings.SplitN(number, ".", 2)[0])
	if major != r.major && major != r.major+1 || major == r.major && !strings.Contains(number, ".") {
		return 0
	}
	n := r.inFlat(name)
	if n == 0 {
		n = titleEnd(name, maxTitleWords, func(_ int, next string) bool { return r.begins(next) })
	}
	if n == 0 {
		return 0
	}
	r.major = major
	return len(s) - len(name) + n
}

// inFlat returns the length of the longest beginning of s that the flat contents list has as words.
func (r *runIns) inFlat(s string) int {
	if r.list.flat == "" {
		return 0
	}
	best := 0
	for i := 0; i <= len(s) && words(s[:i]) <= maxTitleWords; i++ {
		if i == len(s) || s[i] == ' ' {
			if i > 0 && strings.Contains(r.list.flat+" ", " "+s[:i]+" ") {
				best = i
			}
		}
	}
	if best < len(s) && !startsUpper(strings.TrimLeft(s[best:], " ")) {
		return 0
	}
	return best
}

// listed matches a title of the contents list before a capital.
func (r *runIns) listed(s string) int {
	if first := bare(firstWord(s)); r.list.flat != "" && !starters[first] && !linking[first] {
		if n := r.inFlat(s); n > 0 && n < len(s) && hasFinite(firstSentence(s[n:])) {
			return n
		}
	}
	if len(r.list.titles) == 0 {
		return 0
	}
	best := 0
	for i := 0; i < len(s) && words(s[:i]) <= maxTitleWords; i++ {
		if s[i] == ' ' && startsUpper(s[i+1:]) && r.list.has(s[:i]) {
			best = i
		}
	}
	return best
}

// unnumbered matches a few words in lower case but the first, before a word that begins a sentence.
func (r *runIns) unnumbered(s string) int {
	first := bare(firstWord(s))
	if starters[first] || linking[first] || len(first) < 3 || !startsUpper(s) || isCaps(firstWord(s)) {
		return 0
	}
	known := r.lower[first]
	return titleEnd(s, maxRunInWords, func(n int, next string) bool {
		word := bare(firstWord(next))
		if starters[word] {
			return true
		}
		return known && (r.lower[word] || n >= 2) || n == 1 && isAbstract(first)
	})
}

// leastAbstract is how many bytes a noun has at least to be told by its ending.
const leastAbstract = 10

// isAbstract reports whether w is a long noun that names a subject rather than a thing or person: a name that follows it
// does not belong to it.
func isAbstract(w string) bool {
	if len(w) < leastAbstract {
		return false
	}
	for _, end := range []string{"ning", "ningar", "tion", "tioner", "het", "heter", "skap", "arbete", "projekt", "samverkan"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// begins reports whether s begins a sentence rather than going on with a name.
func (r *runIns) begins(s string) bool {
	w := bare(firstWord(s))
	return starters[w] || r.lower[w] || !isCaps(firstWord(s))
}

// titleEnd returns the length of the words of s, at most limit, that stand before a word with a capital for which begins
// holds, if they can be a heading: no verb, no punctuation, no word at the end that asks for another.
func titleEnd(s string, limit int, begins func(n int, next string) bool) int {
	n, at := 0, 0
	for at < len(s) {
		w := firstWord(s[at:])
		if n > 0 && !strings.HasPrefix(w, "(") && startsUpper(w) && !linking[bare(lastWord(s[:at-1]))] && begins(n, s[at:]) {
			if !hasFinite(firstSentence(s[at:])) {
				return 0
			}
			return at - 1
		}
		if n >= limit || finite[bare(w)] || strings.ContainsAny(w, ".,:;?!()\"”") {
			return 0
		}
		n++
		at += len(w) + 1
	}
	return 0
}

// maxSentence is how many bytes of a sentence are looked at for its verb.
const maxSentence = 600

// firstSentence returns the first sentence of s, or its beginning.
func firstSentence(s string) string {
	if len(s) > maxSentence {
		s = strings.ToValidUTF8(s[:maxSentence], "")
	}
	if r := swedish.Sentences(s); len(r) > 0 {
		return s[r[0].Start:r[0].End]
	}
	return s
}
