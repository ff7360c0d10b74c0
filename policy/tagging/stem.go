package tagging

import (
	"strings"
	"unicode/utf8"
)

// kindOf returns what a form counts as in sequences of words: what it names, or its stem.
func kindOf(info *wordInfo) string {
	switch {
	case info.actor != actorNone:
		return "<" + actors[info.actor].name + ">"
	case info.special("year"):
		return "<year>"
	case isNumber(info.text):
		return "<number>"
	}
	return stem(info.text)
}

// stemEndings are inflections of nouns, verbs and adjectives, the longer before those that they end in.
var stemEndings = []string{"arnas", "ernas", "ornas", "arna", "erna", "orna", "ades", "aren", "ande", "ende", "ing", "ats", "ade", "are",
	"ast", "ens", "ets", "ars", "ers", "at", "as", "ar", "er", "or", "en", "et", "an", "ad", "es", "na", "te", "de", "a", "e", "n", "t", "s", "r"}

// leastStem is how many letters a stem has.
const leastStem = 4

// stem returns a form without its inflection, roughly: what is left need not be a word. (The lemmas of policy/swedish would
// be better ones, but its word list takes longer to read than a document to tag; they were not measured here.)
func stem(form string) string {
	for _, e := range stemEndings {
		if strings.HasSuffix(form, e) && utf8.RuneCountInString(form)-len(e) >= leastStem {
			return form[:len(form)-len(e)]
		}
	}
	return form
}

// wordTerms returns the terms that a word form has wherever it stands: its stem, itself, its beginnings and its ends.
func wordTerms(x *featureIndex, info *wordInfo) []term {
	var terms []term
	var name []byte
	put := func(value float32, kind, text string) {
		name = append(append(name[:0], kind...), text...)
		if row := x.row(name); row >= 0 {
			terms = append(terms, term{row, value})
		}
	}
	put(wordValue, "w:", info.kind)
	if info.kind[0] == '<' && info.actor == actorNone {
		return terms
	}
	if info.text != info.kind {
		put(wordValue, "w:", info.text)
	}
	n := 0
	for i := range info.text {
		if n == 4 || n == 6 {
			put(partValue, "b:", info.text[:i])
		}
		n++
	}
	for i, k := len(info.text), 0; i > 0; {
		_, size := utf8.DecodeLastRuneInString(info.text[:i])
		i -= size
		if k++; i > 0 && (k == 4 || k == 6 || k == 8) {
			put(partValue, "e:", info.text[i:])
		}
	}
	return terms
}
