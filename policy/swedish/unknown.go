package swedish

import (
	"strings"
	"unicode/utf8"
)

// minUnknown is how many letters an unknown part needs, so that an ending of a simple word is not taken for one.
const minUnknown = 4

// splitUnknown takes w apart if only one of its parts is known: before a common last part (klotter-sanering), or
// after a first part that ends in s, before a word that is plainly made by Swedish rules (måls-uppfyllelse).
func (lx *lexicon) splitUnknown(w string) (splitting, bool) {
	for i := range w {
		if letters := utf8.RuneCountInString(w[:i]); letters < minModifier || letters < minUnknown && len(lx.linksOf(w[:i])) == 0 {
			continue
		}
		if heads := lx.commonHeads(w[i:]); len(heads) > 0 && utf8.RuneCountInString(w[:i]) >= minUnknown && plausible(w[:i]) {
			return splitting{at: i, modifier: unlinked(w[:i]), heads: heads}, true
		}
		if heads := lx.longHeads(w[i:]); len(heads) > 0 && utf8.RuneCountInString(w[:i]) >= minUnknown && plausible(w[:i]) && !cutsPrefix(w[:i]) {
			return splitting{at: i, modifier: unlinked(w[:i]), heads: heads}, true
		}
		m, penalty, ok := lx.modifier(w[:i])
		if !ok || penalty > 0 || !madeOfNative(w[i:]) {
			continue
		}
		if at, heads := lx.knownEnd(w[i:]); at > 0 && lx.actionOrAgent(heads[0]) {
			return splitting{at: i, modifier: m, heads: heads, headPrefix: w[i : i+at]}, true
		}
	}
	return splitting{}, false
}

// commonHeads returns the lexemes of w that are common last parts.
func (lx *lexicon) commonHeads(w string) []int32 {
	var out []int32
	for _, id := range lx.headsOf(w) {
		if lx.heads[lx.lexemes[id].lemma] {
			out = append(out, id)
		}
	}
	return out
}

// longHeads returns the lexemes of w that are nouns so long that they hardly end another word by chance.
func (lx *lexicon) longHeads(w string) []int32 {
	const shortest = 5
	var out []int32
	for _, id := range lx.headsOf(w) {
		if l := lx.lexemes[id]; l.pos == noun && !l.made && utf8.RuneCountInString(l.lemma) >= shortest && !likeEnding(l.lemma) {
			out = append(out, id)
		}
	}
	return out
}

// likeEnding reports whether the noun w looks as if an ending had been cut from another word: illumi-nation, förmög-enhet.
func likeEnding(w string) bool {
	const longest = 7
	if utf8.RuneCountInString(w) > longest {
		return false
	}
	for _, e := range [...]string{"ion", "ist", "het", "itet", "ad", "ant", "ent", "ie"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// cutsPrefix reports whether the unknown first part w ends in a prefix that belongs to the word after it: rollbe-sättning.
func cutsPrefix(w string) bool {
	for _, p := range [...]string{"be", "för", "över", "under", "upp", "till", "mot", "re"} {
		if strings.HasSuffix(w, p) {
			return true
		}
	}
	return false
}

// plausible reports whether w can be a first part: it has a vowel, and is no particle.
func plausible(w string) bool {
	return strings.IndexFunc(w, isVowel) >= 0 && !noModifiers[w] && !verbPrefixes[w] && !strings.HasSuffix(w, "-")
}

// unlinked returns an unknown first part without the s that joins it.
func unlinked(w string) string {
	if base, ok := strings.CutSuffix(w, "s"); ok && !strings.HasSuffix(base, "s") && utf8.RuneCountInString(base) >= minUnknown && !endsInVowel(base) {
		return base
	}
	return w
}

// nativePrefixes begin the nouns that Swedish makes of verbs (uppfyllelse, bevarande, försämring).
var nativePrefixes = []string{"be", "för", "upp", "ut", "in", "av", "an", "om", "till", "på", "över", "under", "sam", "åter"}

// nounEndings are the endings of those nouns.
var nounEndings = set("ning ering else het skap ande ende")

// actionOrAgent reports whether id is one of these endings, or a noun made of a verb, before which a particle stands (av-skiljare).
func (lx *lexicon) actionOrAgent(id int32) bool {
	l := lx.lexemes[id]
	return nounEndings[l.lemma] || l.made && l.pos == noun
}

// madeOfNative reports whether w has such a prefix and is long enough to be more than that and an ending.
func madeOfNative(w string) bool {
	const least = 7
	for _, p := range nativePrefixes {
		if strings.HasPrefix(w, p) && utf8.RuneCountInString(w) >= least {
			return true
		}
	}
	return false
}
