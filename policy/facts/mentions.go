package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A mention is a municipality named in a text.
type mention struct {
	m          policy.Municipality
	start, end int
	full       bool // "Ale kommun", not only "Ale"
	aside      bool // after "med", "från", "såsom": somebody the document speaks of
}

// domains returns the mail addresses in s, or the web addresses.
func domains(s string, mail bool) []cell {
	var found []cell
	start := -1
	for i := 0; i <= len(s); i++ {
		if i < len(s) && !strings.ContainsRune(" \t\n<>()[],;\"'", rune(s[i])) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			word := strings.TrimRight(s[start:i], ".:!?")
			if at := strings.IndexByte(word, '@'); mail && at >= 0 {
				found = append(found, cell{start, start + len(word)})
			} else if !mail && at < 0 && strings.Contains(word, ".se") {
				from := start
				if k := strings.Index(word, "://"); k >= 0 {
					from += k + 3
				}
				to := start + len(word)
				if k := strings.IndexByte(s[from:to], '/'); k >= 0 {
					to = from + k
				}
				found = append(found, cell{from, to})
			}
			start = -1
		}
	}
	return found
}

// single returns the first of all if they name one municipality, those mentioned aside left out.
func single(all []mention) (mention, bool) {
	var found mention
	for _, m := range all {
		if m.aside {
			continue
		}
		if found.m.Name != "" && found.m.Name != m.m.Name {
			return mention{}, false
		}
		if found.m.Name == "" {
			found = m
		}
	}
	return found, found.m.Name != ""
}

// mentions finds municipalities in s: "X kommun(s)", "X stad(s)", "Region Gotland"; with bare, also a short name by itself, but not as the
// first word, where "Vara" and "Mark" may be words.
func (a *assigner) mentions(s string, bare bool) []mention {
	var found []mention
	words := splitWords(s)
	capitals := s == strings.ToUpper(s)
	for i := 0; i < len(words); i++ {
		m, first, last, full, ok := a.mentionAt(s, words, i, bare && (i > 0 && !capitals || len(words) == 1))
		if n := len(found); !ok || n > 0 && words[first].start < found[n-1].end { // "Ale kommun Kommunfullmäktige" is one mention
			continue
		}
		genitive := full && strings.HasSuffix(s[:words[last].end], "s") // an owner is no bystander: "enligt Ale kommuns vision"
		aside := !genitive && isBystander(s, words, first)
		if n := len(found); n > 0 && joinsBodies(s[found[n-1].end:words[first].start]) {
			aside = found[n-1].aside
		}
		found = append(found, mention{m: m, start: words[first].start, end: words[last].end, full: full, aside: aside})
		i = last
	}
	return found
}

// mentionAt returns the municipality that ends with word i ("kommun") or, with bare, begins there.
func (a *assigner) mentionAt(s string, words []cell, i int, bare bool) (m policy.Municipality, first, last int, full, ok bool) {
	w := strings.ToLower(words[i].of(s))
	switch w {
	case "kommun", "kommuns", "kommuner", "stad", "stads", "kommunkoncern", "kommunkoncerns", "kommunfullmäktige", "kommunala":
		suffix := " kommun"
		if strings.HasPrefix(w, "stad") {
			suffix = " stad"
		}
		for n := 3; n >= 1; n-- {
			if i-n < 0 || !upperAt(s, words[i-n].start) || strings.ContainsAny(s[words[i-n].start:words[i].start], ".,;:\n\t") {
				continue
			}
			name := strings.TrimSpace(s[words[i-n].start:words[i-1].end])
			if m, ok := a.reg.Find(name + suffix); ok {
				return m, i - n, i, true, true
			}
		}
		return m, 0, 0, false, false
	}
	if w == "region" && i+1 < len(words) {
		if m, ok := a.reg.Find(s[words[i].start:words[i+1].end]); ok {
			return m, i, i + 1, true, true
		}
	}
	if i > 1 && !bare && upperAt(s, words[i].start) && words[i-1].of(s) == "i" && hasWord(lower(words[i-2].of(s)), "kommunfullmäktige", "kommunstyrelsen", "fullmäktige") && !followedByKommun(s, words, i) {
		if m, ok := a.reg.Find(words[i].of(s)); ok { // "Kommunfullmäktige i Sotenäs"
			return m, i, i, true, true
		}
	}
	if !bare || !upperAt(s, words[i].start) || followedByKommun(s, words, i) {
		return m, 0, 0, false, false
	}
	for n := min(2, len(words)-1-i); n >= 0; n-- {
		if m, ok := a.reg.Find(s[words[i].start:words[i+n].end]); ok {
			return m, i, i + n, false, true
		}
	}
	return m, 0, 0, false, false
}

// followedByKommun reports whether word i belongs to a name that a later "kommun" ends.
func followedByKommun(s string, words []cell, i int) bool {
	for n := 1; n <= 3 && i+n < len(words); n++ {
		switch strings.ToLower(words[i+n].of(s)) {
		case "kommun", "kommuns", "stad", "stads":
			return true
		}
		if !upperAt(s, words[i+n].start) {
			return false
		}
	}
	return false
}

// isBystander reports whether the word before the mention makes it one that the document speaks of, not whose it is.
func isBystander(s string, words []cell, first int) bool {
	if first == 0 {
		return false
	}
	before := strings.ToLower(words[first-1].of(s))
	switch before {
	case "med", "från", "såsom", "som", "hos", "till", "mellan", "exempel", "grannkommunen", "liksom", "kommunerna", "bland", "exempelvis", "angränsande", "både", "mot":
		return true
	case "och", "samt":
		return first >= 2 && upperAt(s, words[first-2].start)
	}
	return false
}
