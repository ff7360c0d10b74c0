package swedish

import (
	"strings"
	"unicode/utf8"
)

const (
	// minKnownModifier and minUnknownHead are how many letters the parts have at least where only the first is known: less
	// stands at the beginning of too many simple words by chance (kort-ege).
	minKnownModifier = 5
	minUnknownHead   = 5
)

// unknownHead takes w apart into a known noun and an unknown rest that may be a Swedish noun: rabatt-kupong,
// forsknings-anstalt. It returns the base form of the first and the rest as it stands.
func (lx *lexicon) unknownHead(w string) (modifier, head string, ok bool) {
	for i := range w {
		if utf8.RuneCountInString(w[:i]) < minKnownModifier || !mayBeNoun(w[i:]) || !plainJoin(w, i) {
			continue
		}
		for _, l := range lx.linksOf(w[:i]) {
			if m := lx.lexemes[l.lexeme]; m.pos == noun && l.penalty == 0 {
				return m.lemma, w[i:], true
			}
		}
	}
	return "", "", false
}

// plainJoin reports whether it is plain to which part an s at i belongs: to the first after endings that take it or before
// what begins no word with an s (nätverks-segmentering, avtals-revision), and there is no other s.
func plainJoin(w string, i int) bool {
	if before, ok := strings.CutSuffix(w[:i], "s"); ok {
		if o := onset(w[i-1:]); len(o) > 1 && !onsets[o] {
			return true
		}
		for _, e := range [...]string{"ing", "het", "ion", "skap", "tet", "dom", "lek", "else"} {
			if strings.HasSuffix(before, e) {
				return true
			}
		}
		return false
	}
	return w[i] != 's'
}

// mayBeNoun reports whether w looks like a word and not like an ending: it is long enough and begins with consonants that
// begin Swedish words.
func mayBeNoun(w string) bool {
	if utf8.RuneCountInString(w) < minUnknownHead {
		return false
	}
	if o := onset(w); len(o) == 0 || len(o) > 1 && !onsets[o] {
		return false
	}
	for _, e := range endingStarts {
		if strings.HasPrefix(w, e) {
			return false
		}
	}
	for _, e := range notOfNouns {
		if strings.HasSuffix(w, e) && !longBorrowed(w) {
			return false
		}
	}
	return true
}

// onset returns the consonants that w begins with.
func onset(w string) string { return w[:max(strings.IndexFunc(w, isVowel), 0)] }

// longBorrowed reports whether w is made of a borrowed verb and long enough to be more than endings: segmentering and centrerad,
// but not -talisering.
func longBorrowed(w string) bool {
	const shortest = 5
	for _, e := range [...]string{"ering", "eringar", "erad", "erat", "erade"} {
		stem, ok := strings.CutSuffix(w, e)
		if ok && utf8.RuneCountInString(stem) >= shortest && !strings.HasSuffix(stem, "is") && !strings.HasSuffix(stem, "if") {
			return true
		}
	}
	return false
}

// notOfNouns are the endings of adjectives, verbs and of nouns that endings make.
var notOfNouns = []string{"ig", "iga", "igt", "isk", "iska", "iskt", "era", "erad", "erar", "ering", "ade", "ad", "ande", "ism", "itet", "ation", "lös", "het", "sam", "bar", "ös", "ell", "iv", "else", "ör"}

// onsets are the groups of consonants that begin Swedish words.
var onsets = set("bl br bj dr dv fj fl fn fr gl gn gr kl kn kr kv lj mj nj pj pl pr sk sl sm sn sp st sv tj tr tv vr skr spr str spl skj stj sch ch ph th")

// endingStarts begin the endings that make nouns, adjectives and verbs of others.
var endingStarts = []string{"ning", "ling", "lig", "lös", "sam", "skap", "dom", "het", "bar", "tor", "tion", "tet", "full", "mässig", "tig", "rik", "lek", "nad",
	"tik", "log", "graf", "nom", "ris", "lis", "nis", "ser", "ner", "ler", "rer", "ter", "der", "ger", "ker", "mer", "ver", "ber", "per", "bel", "tal", "nal", "ral", "tan", "ran", "lan",
	"sk", "sion", "sist", "list", "rist", "nist", "tist", "vis", "värd", "bo"}
