package facts

import (
	"slices"
	"strings"
)

// A keyword is a word that decides whether the places after (or before) it are partner towns.
type keyword struct {
	cell
	sign int // +1 partner towns, -1 something else, 0 a contrast
	// single says that it is about one town, the name of which follows: "vänorten Time".
	single bool
	// bound says that it is about somebody or something that has to do with partner towns: "vänortssamordnare".
	bound bool
	// denies is that it says that something is no partner town: "var aldrig vänort".
	denies bool
}

// keywords finds the keywords of a text in lower case, in order.
func keywords(l string) []keyword {
	var found []keyword
	all := splitWords(l)
	for n, w := range all {
		switch word := w.of(l); {
		case isTwinWord(word):
			found = append(found, twinKeyword(l, all, n))
		case (word == "samarbete" || word == "samarbetet") && len(found) > 0 && turns(l, all[:n]), isOthersExchange(word) && leadsWith(l, all, n):
			found = append(found, keyword{cell: w, sign: -1})
		case (word == "avtalet" || word == "avtalen") && ofAgreement(l, found) && leadsWith(l, all, n):
			found = append(found, keyword{cell: w, sign: +1})
		case otherWords[word] || hasAny(word, otherCues...) || isJourney(word):
			found = append(found, keyword{cell: w, sign: -1})
		case word == "men" || word == "medan":
			found = append(found, keyword{cell: w})
		default:
			for _, p := range twinPhrases {
				if strings.HasPrefix(l[w.start:], p) {
					found = append(found, keyword{cell: cell{w.start, w.start + len(p)}, sign: +1})
				}
			}
		}
	}
	return found
}

// twinKeyword returns the keyword that twin word n of a text is, by the words around it.
func twinKeyword(l string, all []cell, n int) keyword {
	w := all[n]
	word := w.of(l)
	switch {
	case n > 0 && all[n-1].of(l) == "utan": // "ett samarbetsavtal utan vänortsstatus med"
		return keyword{cell: w, sign: -1}
	case negated(l, all[:n]):
		return keyword{cell: w, sign: -1, denies: true}
	case ofProject(l, all, n), hasAny(word, loose...) && loosely(l), besides(l[:w.start], l[w.end:]):
		return keyword{cell: w, sign: -1}
	case strings.Contains(word, "konferens"): // it is held anywhere
		return keyword{cell: w, sign: -1}
	}
	return keyword{cell: w, sign: +1, single: hasSuffixOf(word, "orten", "staden", "kommunen"), bound: boundTwinWord(word)}
}

// leadsWith reports whether "med" follows word n.
func leadsWith(l string, all []cell, n int) bool { return n+1 < len(all) && all[n+1].of(l) == "med" }

// isOthersExchange reports whether a word is an exchange of one kind, which there may be with any town: "skolutbyte".
func isOthersExchange(w string) bool {
	stem, ok := strings.CutSuffix(strings.TrimSuffix(w, "t"), "utbyte")
	return ok && stem != ""
}

// ofAgreement reports whether one of the keywords so far is an agreement between partner towns, so that "avtalet med" means another of them.
func ofAgreement(l string, found []keyword) bool {
	return slices.ContainsFunc(found, func(k keyword) bool { return k.sign > 0 && strings.Contains(k.of(l), "avtal") })
}

// turns reports whether the words before "samarbete" join it to something else than partner towns: "kontakter med vänorterna samt för samarbetet med …".
func turns(l string, before []cell) bool {
	if len(before) < 3 {
		return false
	}
	last := l[before[len(before)-1].start:before[len(before)-1].end]
	if last == "för" || last == "om" || last == "ett" || last == "i" {
		before = before[:len(before)-1]
		last = l[before[len(before)-1].start:before[len(before)-1].end]
	}
	return last == "samt" || last == "liksom" || last == "och"
}

// besides reports whether the words around a twin word tell that what follows is something else: "utöver vänorterna finns …".
func besides(before, after string) bool {
	words := splitWords(before)
	if len(words) == 0 {
		return false
	}
	last := words[max(0, len(words)-2):]
	if !hasWord(before[last[0].start:], "utöver", "förutom", "vid sidan av", "utanför") {
		return false
	}
	next := splitWords(after)
	return len(next) > 0 && hasWord(next[0].of(after), "finns", "har", "deltar", "samarbetar", "pågår", "bedriver", "ingår")
}

// loose are twin words that are said of partners of any kind, too.
var loose = []string{"partnerst", "partnerort", "partnerkommun"}

// loosely reports whether a sentence is about a project or a network, in which partner towns are those that take part.
func loosely(l string) bool {
	return hasAny(l, "projekt", "interreg", "erasmus", "nätverk", "programmet", "ansökan") && !hasAny(l, "vänort", "vänstad", "vänkommun")
}

// negated reports whether the words before a twin word deny it: "är dock inte någon vänort", "är ingen formell vänort".
func negated(l string, before []cell) bool {
	for k := len(before) - 1; k >= 0 && k >= len(before)-4; k-- {
		switch before[k].of(l) {
		case "inte", "ej", "ingen", "inget", "aldrig":
			return true
		case "en", "ett", "någon", "formell", "officiell", "egentlig", "heller", "riktig", "är", "var", "blev", "blivit", "varit":
		default:
			return false
		}
	}
	return false
}

// ofProject reports whether twin word n of a text belongs to a project or a network: "partnerstäder i projektet", "projektets vänorter".
func ofProject(l string, all []cell, n int) bool {
	if n > 0 && hasAny(all[n-1].of(l), "projektets", "nätverkets", "programmets") {
		return true
	}
	for k := n + 1; k < len(all) && k <= n+3; k++ {
		word := all[k].of(l)
		if word != "i" && word != "inom" && word != "för" && word != "ett" && word != "det" && word != "detta" {
			return hasAny(word, "projekt", "nätverk") && k > n+1
		}
	}
	return false
}

// isJourney reports whether a word is a compound about travelling: "orkesterresan".
func isJourney(w string) bool {
	return hasSuffixOf(w, "resa", "resan", "resor", "resorna")
}

// governs reports whether the keywords before byte i make what stands there a partner town, or something else; where none is before it in its
// clause, the first after it counts.
func governs(keys []keyword, i int) (partner, other bool) {
	sign, known := 0, false
	for _, k := range keys {
		if k.start < i {
			if k.single && sign < 0 && i > k.end+1 {
				continue // "konserter i Gdynia, i vänorten Pasvalys och i Riga": the word is about the next name only
			}
			sign, known = k.sign, k.sign != 0
			continue
		}
		if known {
			break
		}
		if k.bound {
			continue // "Halden i Norge har en vänortssamordnare"
		}
		sign, known = k.sign, k.sign != 0
		break
	}
	return known && sign > 0, known && sign < 0
}
