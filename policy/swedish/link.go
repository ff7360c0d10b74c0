package swedish

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// linksOf returns the words that w may be, as the first part of a compound.
func (lx *lexicon) linksOf(w string) []link {
	if !lx.beginnings.has(hashOf(w)) {
		return nil
	}
	return lx.links[w]
}

// addLink adds a form that the lexeme id has as a first part. Of readings equally usual the first is taken: the noun
// that stands there as it is (träd-plantering, not träda), then other nouns (grann-kommun, not grann).
func (lx *lexicon) addLink(form string, id int32, penalty int8) {
	if utf8.RuneCountInString(form) < minModifier && !shortModifiers[form] || noModifiers[form] {
		return
	}
	lx.beginnings.add(form)
	links := lx.links[form]
	at := len(links)
	if l := lx.lexemes[id]; l.pos == noun {
		for at > 0 && (l.lemma == form || lx.lexemes[links[at-1].lexeme].pos != noun) {
			at--
		}
	}
	lx.links[form] = slices.Insert(links, at, link{id, penalty})
}

// addLinks adds the forms that a word has as the first part of a compound; extra is added to how unusual each is.
func (lx *lexicon) addLinks(l lexeme, id int32, extra int8) {
	w := l.lemma
	switch l.pos {
	case noun:
		if l.split > 0 && !endsInVowel(w) && !strings.HasSuffix(w, "s") { // after a compound the s that joins is the rule: solcells-park
			lx.addLink(w+"s", id, extra)
			extra++
		}
		lx.addNounLinks(w, id, extra)
	case adjective:
		lx.addLink(w, id, extra)
	case verb:
		stem := strings.TrimSuffix(w, "a")
		if strings.HasSuffix(stem, "mm") { // simskola
			lx.addLink(stem[:len(stem)-1], id, 1)
		}
		switch {
		case l.class == "v-er":
			lx.addLink(stem, id, 0)
		case l.class == "v-strong":
			lx.addLink(stem, id, 1)
		case l.class == "v-ar" && utf8.RuneCountInString(stem) > minModifier:
			lx.addLink(stem, id, 2)
		}
	}
}

// addMadeLinks is addLinks for nouns made by rule, which stand first in one form: utvecklings-, sårbarhets-, granskar-.
// Those in -ande hardly ever do.
func (lx *lexicon) addMadeLinks(l lexeme, id int32) {
	switch {
	case l.bound || strings.HasSuffix(l.lemma, "nde"):
	case strings.HasSuffix(l.lemma, "are"):
		lx.addLink(strings.TrimSuffix(l.lemma, "e"), id, 0)
	default:
		lx.addLink(l.lemma+"s", id, 1)
	}
}

func (lx *lexicon) addNounLinks(w string, id int32, extra int8) {
	stem := w[:len(w)-1]
	switch {
	case strings.HasSuffix(w, "ing"), strings.HasSuffix(w, "het"), strings.HasSuffix(w, "ion"), strings.HasSuffix(w, "tek"):
		lx.addLink(w+"s", id, extra)
		lx.addLink(w, id, extra+2)
		return
	case strings.HasSuffix(w, "a"):
		lx.addLink(stem, id, extra)
		lx.addLink(stem+"e", id, extra+1)
		lx.addLink(stem+"o", id, extra+1)
		lx.addLink(stem+"u", id, extra+1)
		lx.addLink(w, id, extra+1)
		return
	case strings.HasSuffix(w, "e"):
		lx.addLink(stem, id, extra+1)
		lx.addLink(stem+"s", id, extra)
	case strings.HasSuffix(w, "um"):
		lx.addLink(strings.TrimSuffix(w, "um")+"e", id, extra)
		lx.addLink(strings.TrimSuffix(w, "um"), id, extra)
	case utf8.RuneCountInString(w) >= minModifier:
		lx.addLink(w+"e", id, extra+2)
	}
	if strings.HasSuffix(w, "are") {
		lx.addLink(stem, id, extra-1)
	}
	lx.addLink(w, id, extra)
	if !strings.HasSuffix(w, "s") {
		lx.addLink(w+"s", id, extra)
	}
}
