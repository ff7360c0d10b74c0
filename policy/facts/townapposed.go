package facts

import "strings"

// copula reports whether the words between a name and a twin word say that the one is the other: "är kommunens", "blev 1985 vår".
func copula(l string) bool {
	words := splitWords(l)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	switch words[0].of(l) {
	case "har":
		return len(words) > 1 && words[1].of(l) == "varit" && !strings.ContainsAny(l, ".;,")
	case "är", "blev", "utgör", "var":
		return !strings.ContainsAny(l, ".;,")
	}
	return false
}

// becomes reports whether the words before a name and those between it and a twin word say that the one is the other, the verb first: "1949 blev Kuhmo
// kommunens första vänort".
func becomes(before, gap string) bool {
	words := splitWords(gap)
	if !hasSuffixOf(strings.TrimRight(before, " "), " blev", " är", " var", " utgör") || len(words) == 0 || len(words) > 3 || strings.ContainsAny(gap, ".,;:") {
		return false
	}
	for _, w := range words {
		if word := w.of(gap); !rankWords[word] && !hasWord(word, "kommunens", "stadens", "vår", "våra", "äldsta", "yngsta", "senaste") {
			return false
		}
	}
	return true
}

// apposedTo returns the words between place i and a twin word that is its apposition: ", kommunens estniska ".
func apposedTo(l string, keys []keyword, p place) (gap string, ok bool) {
	for _, k := range keys {
		if k.sign > 0 && k.start >= p.end {
			gap = l[p.end:k.start]
			return gap, apposed(gap)
		}
	}
	return "", false
}

// apposed reports whether the words between a name and "vänort" make the one the other's apposition: ", kommunens estniska ".
func apposed(l string) bool {
	rest, ok := strings.CutPrefix(l, ",")
	words := splitWords(rest)
	if !ok || len(words) > 4 || strings.ContainsAny(rest, ".,;:") {
		return false
	}
	for _, w := range words {
		word := w.of(rest)
		if _, country := countries().adjective(word); !country && !hasWord(word, "vår", "kommunens", "stadens", "en", "av", "våra", "kommunen", "äldsta", "yngsta", "enda") {
			return false
		}
	}
	return true
}

// adjectiveBefore returns the country of an adjective that governs the twin word before the names: "de norska vänorterna A och B" is read by the
// parser; this reads it where words stand between.
func adjectiveBefore(s string, all []place, i int) string {
	code := ""
	for _, t := range tokens(s[:all[i].start]) {
		if t.kind == tokAdj {
			if code != "" && code != t.code {
				return ""
			}
			code = t.code
		}
	}
	return code
}
