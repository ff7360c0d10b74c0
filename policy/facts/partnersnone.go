package facts

import "strings"

// deniesTowns reports whether a sentence in lower case says that there are no partner towns (now): "har inga vänorter", "saknar vänorter", "har
// inte någon vänort", "några vänortsavtal finns inte".
func deniesTowns(l string) bool {
	for _, w := range splitWords(l) {
		if !isTwinWord(w.of(l)) {
			continue
		}
		before := splitWords(l[:w.start])
		for k := len(before) - 1; k >= 0 && k >= len(before)-5; k-- {
			word := before[k].of(l)
			switch word {
			case "aldrig":
				return hasWord(l[before[k].end:w.start], "haft") || !hasWord(l[before[k].end:w.start], "blev", "blivit", "varit")
			case "nya", "ny", "nytt", "ytterligare", "fler":
				return false
			case "inga", "ingen", "inget", "saknar", "saknas":
				if head := l[:before[k].start]; word != "saknar" && hasWord(head, "är", "var", "blev") && !hasWord(head, "har", "hade", "haft", "finns") { // "X är …, men ingen vänort"
					return false
				}
				if presupposed(w.of(l), l[before[k].end:w.start]) {
					return false
				}
				return !strings.ContainsAny(l[before[k].end:w.start], ",;") && !(k > 0 && hasWord(before[k-1].of(l), "är", "var")) // "är inget vänortsavtal"
			case "inte", "ej":
				if strings.TrimSpace(l[before[k].end:w.start]) == "ha" {
					return true
				}
				return k+1 < len(before) && hasWord(l[before[k].end:w.start], "någon", "några", "något", "har", "längre har") || strings.TrimSpace(l[before[k].end:w.start]) == "" && k > 0 && hasWord(l[:before[k].start], "har")
			}
		}
		after := l[w.end:]
		if value, ok := strings.CutPrefix(strings.TrimSpace(after), ":"); ok && hasWord(value[:min(len(value), 20)], "inga", "ingen", "saknas", "nej") { // "Vänorter: inga"
			return true
		}
		if hasAny(after, " finns inte", " finns ej", " saknas", " finns för närvarande inte", " finns i dag inte", " finns idag inte", " har inte funnits", " har aldrig funnits", " har inte tecknats", " har aldrig tecknats") && !strings.Contains(l[:w.start], "för ") {
			return true
		}
	}
	return false
}

// presupposed reports whether a twin word is one that there is, although nothing of something stands before it: "inget samband med kommunens vänortsarbete",
// "inga resor till vänorterna".
func presupposed(twin, gap string) bool {
	if !hasWord(gap, "med", "till", "för", "om", "av", "i", "från") {
		return false
	}
	return hasWord(gap, "kommunens", "våra", "vår", "vårt", "stadens") || hasSuffixOf(twin, "orten", "orterna", "städerna")
}
