package swedish

import (
	"strings"
	"unicode/utf8"
)

// derive adds what Swedish makes freely of the words listed: of verbs the nouns in -ning, -ande and -are, of adjectives
// those in -het.
func (lx *lexicon) derive() {
	listed := len(lx.lexemes)
	for i := range listed {
		l := lx.lexemes[i]
		switch l.class {
		case "v-ar", "v-er":
			stem := strings.TrimSuffix(l.lemma, "a")
			lx.addDerived(l, actionNoun(stem, l.class), "n-ar")
			lx.addDerived(l, stem+"ande", "n-ett-n")
			lx.addDerived(l, stem+"are", "n-agent")
		case "v-strong", "v-short":
			if strings.HasSuffix(l.lemma, "a") {
				lx.addDerived(l, l.lemma+"nde", "n-ett-n")
				lx.addDerived(l, l.lemma+"re", "n-agent")
				lx.addDerived(l, strings.TrimSuffix(l.lemma, "a")+"ning", "n-ar")
			} else {
				lx.addDerived(l, l.lemma+"ende", "n-ett-n")
			}
		case "adj":
			lx.addDerived(l, l.lemma+"het", "n-er")
		}
	}
}

func (lx *lexicon) addDerived(base lexeme, lemma, class string) {
	if _, ok := lx.roots[lemma]; !ok && !base.bound {
		lx.roots[lemma] = base.lemma
	}
	for _, id := range lx.forms[lemma] {
		if l := lx.lexemes[id]; l.lemma == lemma && l.pos == paradigms[class].pos {
			return
		}
	}
	d := lexeme{lemma: lemma, pos: paradigms[class].pos, class: class, split: base.split, bound: base.bound, made: true}
	lx.add(d, nil, 1)
}

// actionNoun returns the noun of action: utveckla - utveckling, samordna - samordning, revidera - revidering, bevaka -
// bevakning, styra - styrning.
func actionNoun(stem, class string) string {
	n := len(stem)
	if n > 2 && class == "v-ar" {
		before, _ := utf8.DecodeLastRuneInString(stem[:n-1])
		if strings.IndexByte("lnr", stem[n-1]) >= 0 && !isVowel(before) || strings.HasSuffix(stem, "er") {
			return stem + "ing"
		}
	}
	return stem + "ning"
}
