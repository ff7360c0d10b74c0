package facts

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

var numberWords = map[string]int{
	"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14,
	"femton": 15, "sexton": 16, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}

// maxTowns is how many partner towns a municipality may be believed to have; a greater number before the word is something else.
const maxTowns = 40

func numberWord(w string) (int, bool) {
	if n, ok := numberWords[w]; ok {
		return n, true
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n > 0 && n <= maxTowns
}

// statedCount finds how many partner towns the document says there are: "två vänorter", "vänortsavtal med fyra kommuner", "Antal vänorter: 5".
func (r *reader) statedCount() *policy.Count {
	for i := range r.units {
		u := &r.units[i]
		l := lower(u.text)
		if !u.content() || !hasTwinCue(l) || r.aboutOthers(u) || hasAny(l, "tidigare hade", "hade tidigare", "minst", "högst", "ytterligare", "nya vänort") {
			continue
		}
		if n, a, b, ok := countIn(l); ok {
			return &policy.Count{Value: n, Evidence: r.countEvidence(u, a, b)}
		}
	}
	return nil
}

// countEvidence cites the sentence; a and b are where the number stands in it.
func (r *reader) countEvidence(u *unit, a, b int) policy.Evidence {
	e := r.whole(u, 0.9)
	if a > b {
		e.Confidence = 0.6
	}
	return e
}

// countIn finds the number of partner towns in a sentence in lower case.
func countIn(l string) (n, start, end int, ok bool) {
	words := splitWords(l)
	at := func(i int) string { return l[words[i].start:words[i].end] }
	for i := range words {
		if !isTwinWord(at(i)) || boundTwinWord(at(i)) {
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(l[words[i].end:]), ":") && i > 0 && at(i-1) == "antal" && i+1 < len(words) {
			if n, ok := numberWord(at(i + 1)); ok {
				return n, words[i+1].start, words[i+1].end, true
			}
		}
		if n, k, ok := countBefore(l, words, i); ok {
			return n, words[k].start, words[i].end, true
		}
		if n, k, ok := countAfter(l, words, i); ok {
			return n, words[k].start, words[k+1].end, true
		}
	}
	return 0, 0, 0, false
}

// countBefore reads "tre aktiva vänorter", "tre nordiska och två baltiska vänorter"; "en" counts only where it is no article.
func countBefore(l string, words []cell, i int) (n, first int, ok bool) {
	sum := 0
	k := i - 1
	for ; k >= 0 && k >= i-7; k-- {
		w := l[words[k].start:words[k].end]
		if strings.ContainsAny(l[words[k].end:words[k+1].start], ".,;:(") {
			break
		}
		if v, isNumber := numberWord(w); isNumber {
			if v == 1 && !(k > 0 && hasWord(l[:words[k].start], "endast", "bara", "enbart") || k > 0 && l[words[k-1].start:words[k-1].end] == "har") {
				return 0, 0, false
			}
			if sum > 0 && !isDescribingWord(l[words[k+1].start:words[k+1].end]) {
				break
			}
			sum, first = sum+v, k
			continue
		}
		if w != "och" && w != "samt" && !isDescribingWord(w) && w != "vän-" {
			break
		}
	}
	return sum, first, sum > 0
}

// isDescribingWord reports whether w looks like an adjective in the plural: "aktiva", "nordiska", "vänskapliga", "officiella".
func isDescribingWord(w string) bool {
	return (strings.HasSuffix(w, "a") || strings.HasSuffix(w, "ande")) && len(w) > 4 && w != "har"
}

// countAfter reads "vänortsavtal med fyra kommuner", "vänorter i fem länder" (which counts countries, and is none).
func countAfter(l string, words []cell, i int) (n, first int, ok bool) {
	for k := i + 1; k+1 < len(words) && k <= i+4; k++ {
		if v, isNumber := numberWord(l[words[k].start:words[k].end]); isNumber && v > 1 {
			for j := k + 1; j < len(words) && j <= k+3; j++ {
				switch w := l[words[j].start:words[j].end]; {
				case hasAny(w, "kommuner", "orter", "städer", "vänort", "partner", "towns", "cities"):
					return v, k, true
				case !isDescribingWord(w):
					j = len(words)
				}
			}
		}
	}
	return 0, 0, false
}
