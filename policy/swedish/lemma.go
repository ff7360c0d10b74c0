package swedish

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Lemmas returns the base forms that word may have, in lower case, the likeliest first; never none for a word with a
// letter or digit. Words are inflections of each other if they share a lemma: målet, målen and mål share "mål".
// A word outside the word list gets a base form by rule, which may be a stem that is no word.
func Lemmas(word string) []string { return lemmas(Normal(word)) }

// maxWord is how many bytes a word has at most that is taken apart. The longest compounds of public administration have some
// sixty letters; what is longer is no word, and to try where it may be cut would take the cube of its length.
const maxWord = 160

// lemmas is Lemmas for a normal word.
func lemmas(w string) []string {
	lx := words()
	return lx.lemmas(lx.readingOf(w))
}

// sure reports whether s is plainly how w is made: of a first part and a noun, neither of them so short that
// they may stand in w by chance.
func (lx *lexicon) sure(w string, s splitting) bool {
	const shortest = 9
	if utf8.RuneCountInString(w) < shortest {
		return false
	}
	for _, id := range s.heads {
		if l := lx.lexemes[id]; l.pos == noun && !l.bound && !l.made {
			return true
		}
	}
	return false
}

// trimAbbreviation takes the ending off an abbreviation or number: "ks:s", "eu:s", "it:n".
func trimAbbreviation(w string) string {
	if i := strings.IndexByte(w, ':'); i > 0 && i+1 < len(w) && (w[i+1] < '0' || w[i+1] > '9') {
		return w[:i]
	}
	return w
}

// lookup returns the lexemes of which w is a form, its own or with an s of genitive or passive.
func (lx *lexicon) lookup(w string) []int32 {
	base, ok := strings.CutSuffix(w, "s")
	genitive := ok && !strings.HasSuffix(base, "s")
	hash := hashOf(base)
	var more []int32
	if genitive && lx.ends.has(hash) {
		more = lx.inflecting(lx.forms[base])
	}
	if ok {
		hash = nextHash(hash, 's')
	}
	if !lx.ends.has(hash) {
		return more
	}
	ids := lx.forms[w]
	if !genitive {
		return ids
	}
	if len(ids) == 0 {
		return more
	}
	for _, id := range more { // satts is the passive of satt, by sätta and by sitta
		if !slices.Contains(ids, id) && lx.lexemes[id].pos == verb {
			ids = append(ids[:len(ids):len(ids)], id)
		}
	}
	return ids
}

// lemmasOf returns the lemmas of ids, each with prefix before it.
func (lx *lexicon) lemmasOf(prefix string, ids []int32) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		l := prefix + lx.lexemes[id].lemma
		if !contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// minKnownEnd is how many letters the end of an unknown word must have to be taken for a known word: shorter ones stand
// at the end of too many words by chance.
const minKnownEnd = 5

// knownEnd finds the longest end of w that is a form of a known word or ending, as inflection is a matter of a word's
// last part whatever stands before it. It returns 0 if there is none.
func (lx *lexicon) knownEnd(w string) (int, []int32) {
	letters := utf8.RuneCountInString(w)
	vowel := false
	for i, r := range w {
		if i > 0 && letters < 2 {
			return 0, nil
		}
		if i > 0 && (vowel && i >= 2 || verbPrefixes[w[:i]]) {
			ids := lx.inflecting(lx.lookup(w[i:]))
			if len(ids) > 0 && lx.endFits(w[:i], letters, ids) {
				return i, ids
			}
		}
		vowel = vowel || isVowel(r)
		letters--
	}
	return 0, nil
}

// endFits reports whether ids may stand after prefix, with letters letters.
func (lx *lexicon) endFits(prefix string, letters int, ids []int32) bool {
	for _, id := range ids {
		l := lx.lexemes[id]
		switch {
		case l.bound && utf8.RuneCountInString(prefix) >= 2:
			return true
		case l.pos == verb && verbPrefixes[prefix]:
			return true
		case l.pos == verb && len(lx.linksOf(prefix)) == 0 && len(lx.forms[prefix]) == 0:
			// a verb stands after a word, not after any letters
		case !l.bound && (letters >= minKnownEnd || letters >= minHead && len(lx.linksOf(prefix)) > 0):
			return true
		}
	}
	return false
}

// inflecting returns those of ids that have inflections.
func (lx *lexicon) inflecting(ids []int32) []int32 {
	for i, id := range ids {
		if lx.lexemes[id].pos == other {
			rest := append([]int32(nil), ids[:i]...)
			for _, id := range ids[i:] {
				if lx.lexemes[id].pos != other {
					rest = append(rest, id)
				}
			}
			return rest
		}
	}
	return ids
}

// verbPrefixes are the particles and prefixes that make verbs of verbs; after them a verb may be short (anta, bidrog).
var verbPrefixes = set("an av be bi bort efter emot er fast fram från för före genom hem i in inne lös med mellan mot ned ner om" +
	" på sam sammans samman till tillbaka tillhanda under upp upprätt ut ute vid vidare å åstad åter över överens" +
	" fast full god klar möjlig ren säker sär tydlig")

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// Known reports whether word is a form of a word in the word list, in any case. Compounds do not count: "Nyborg" and "Sandvik" would be some.
func Known(word string) bool { return len(words().lookup(Normal(word))) > 0 }
