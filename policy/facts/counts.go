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
		l := u.lower
		if !u.speaks() || !hasTwinCue(l) || u.voice.away() || hasAny(l, "tidigare hade", "hade tidigare", "minst", "högst", "ytterligare", "nya vänort") {
			continue
		}
		if u.heading {
			l = strings.TrimLeft(l, "0123456789. ")
		}
		if n, ok := countIn(l); ok {
			return &policy.Count{Value: n, Evidence: r.whole(u, 0.9)}
		}
	}
	return nil
}

// countIn finds the number of partner towns in a sentence in lower case.
func countIn(l string) (n int, ok bool) {
	words := splitWords(l)
	at := func(i int) string { return words[i].of(l) }
	for i := range words {
		if !isTwinWord(at(i)) && !hasPrefixOf(l[words[i].start:], twinPhrases...) || boundTwinWord(at(i)) {
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(l[words[i].end:]), ":") && i > 0 && at(i-1) == "antal" && i+1 < len(words) {
			if n, ok := numberWord(at(i + 1)); ok {
				return n, true
			}
		}
		if rest, ok := strings.CutPrefix(strings.TrimLeft(l[words[i].end:], " "), "("); ok && i+2 < len(words) && hasWord(at(i+2), "st", "stycken") { // "Vänorter (3 st):"
			if n, ok := numberWord(at(i + 1)); ok && strings.HasPrefix(rest, at(i+1)) {
				return n, true
			}
		}
		if n, ok := countBefore(l, words, i); ok {
			return n, true
		}
		if n, ok := countAfter(l, words, i); ok {
			return n, true
		}
	}
	return 0, false
}

// countBefore reads "tre aktiva vänorter", "tre nordiska och två baltiska vänorter"; "en" counts only where it is no article.
func countBefore(l string, words []cell, i int) (n int, ok bool) {
	sum, first := 0, 0
	k := i - 1
	for ; k >= 0 && k >= i-7; k-- {
		w := words[k].of(l)
		if strings.ContainsAny(l[words[k].end:words[k+1].start], ".,;:(") {
			break
		}
		if v, isNumber := numberWord(w); isNumber {
			if sum > 0 && !isDescribingWord(words[k+1].of(l)) {
				break
			}
			sum, first = sum+v, k
			continue
		}
		if w != "och" && w != "samt" && w != "enda" && !isDescribingWord(w) && w != "vän-" {
			break
		}
	}
	if sum == 1 && !hasWord(l[:words[first].start], "endast", "bara", "enbart") && !(first > 0 && words[first-1].of(l) == "har") {
		return 0, false // an article: "en vänort kan …"
	}
	return sum, sum > 0
}

// isDescribingWord reports whether w looks like an adjective in the plural: "aktiva", "nordiska", "vänskapliga", "officiella".
func isDescribingWord(w string) bool {
	return hasSuffixOf(w, "a", "ande", "sk", "iv") && len(w) > 4
}

// countAfter reads "vänortsavtal med fyra kommuner", "vänorter i fem länder" (which counts countries, and is none).
func countAfter(l string, words []cell, i int) (n int, ok bool) {
	for k := i + 1; k+1 < len(words) && k <= i+4; k++ {
		if v, isNumber := numberWord(words[k].of(l)); isNumber && v > 1 {
			if strings.HasPrefix(l[words[k].end:], " till antalet") {
				return v, true
			}
			for j := k + 1; j < len(words) && j <= k+3; j++ {
				switch w := words[j].of(l); {
				case hasAny(w, "kommuner", "orter", "städer", "vänort", "partner", "towns", "cities"):
					return v, true
				case !isDescribingWord(w):
					j = len(words)
				}
			}
		}
	}
	return 0, false
}
