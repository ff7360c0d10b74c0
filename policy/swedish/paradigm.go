package swedish

import (
	"strings"
	"unicode/utf8"
)

// pos is a word class as far as inflection and compounding care.
type pos byte

const (
	noun pos = iota
	adjective
	verb
	other // function words and adverbs: never inflected, never a part of a compound
)

// A paradigm makes the inflected forms of a lemma, without genitives and passives (those are one s more; see analysis.go).
type paradigm struct {
	pos   pos
	forms func(lemma string) []string
}

// paradigms are the classes that the data files name. The classes are those of Svenska Akademiens grammatik, written
// as the ending of the plural: or, ar, er, r, n, none.
var paradigms = map[string]paradigm{
	"n-or":     {noun, nounOr},
	"n-ar":     {noun, func(l string) []string { return nounPlural(l, "ar") }},
	"n-er":     {noun, func(l string) []string { return nounPlural(l, "er") }},
	"n-r":      {noun, nounR},
	"n-agent":  {noun, nounAgent},
	"n-ett":    {noun, neuterZero},
	"n-ett-n":  {noun, neuterN},
	"n-ett-er": {noun, neuterEr},
	"n-same":   {noun, none},
	"n-forms":  {noun, none},
	"adj":      {adjective, adjectiveForms},
	"adj-same": {adjective, none},
	"a-forms":  {adjective, none},
	"v-ar":     {verb, verbAr},
	"v-er":     {verb, verbEr},
	"v-short":  {verb, verbShort},
	"v-strong": {verb, none}, // forms from verbStrong
	"other":    {other, none},
}

func none(string) []string { return nil }

// nounOr: skola, skolan, skolor, skolorna.
func nounOr(l string) []string {
	stem := strings.TrimSuffix(l, "a")
	return []string{l + "n", stem + "or", stem + "orna"}
}

// nounPlural: handling, handlingen, handlingar, handlingarna; nyckel, nyckeln, nycklar; by, byn, byar.
func nounPlural(l, plural string) []string {
	stem := l
	switch {
	case strings.HasSuffix(l, "e"):
		stem = l[:len(l)-1]
		return []string{l + "n", stem + plural, stem + plural + "na"}
	case contracts(l):
		stem = contract(l)
		forms := []string{l + "n", stem + plural, stem + plural + "na"}
		if plural == "er" { // stressed on the last syllable: panel, panelen, paneler
			forms = append(forms, l+"en", l+plural, l+plural+"na")
		}
		return forms
	case endsInVowel(l):
		return []string{l + "n", l + "en", l + plural, l + plural + "na"}
	case strings.HasSuffix(l, "or") || strings.HasSuffix(l, "er"):
		return []string{l + "n", l + "en", l + plural, l + plural + "na"}
	}
	forms := []string{stem + "en", stem + plural, stem + plural + "na"}
	if d := doubled(l); d != "" {
		forms = append(forms, d+"en", d+plural, d+plural+"na")
	}
	return forms
}

// nounR: styrelse, styrelsen, styrelser, styrelserna.
func nounR(l string) []string { return []string{l + "n", l + "r", l + "rna"} }

// nounAgent: invånare, invånaren, invånarna; politiker, politikern, politikerna; ordförande, ordföranden, ordförandena.
func nounAgent(l string) []string {
	if strings.HasSuffix(l, "are") {
		return []string{l + "n", l[:len(l)-1] + "na"}
	}
	return []string{l + "n", l + "na"}
}

// neuterZero: mål, målet, målen; register, registret, registren; program, programmet, programmen.
func neuterZero(l string) []string {
	if contracts(l) {
		stem := contract(l)
		return []string{stem + "et", stem + "en", l + "na"}
	}
	forms := []string{l + "et", l + "en"}
	if d := doubled(l); d != "" {
		forms = append(forms, d+"et", d+"en")
	}
	return forms
}

// neuterN: arbete, arbetet, arbeten, arbetena.
func neuterN(l string) []string { return []string{l + "t", l + "n", l + "na"} }

// neuterEr: parti, partiet, partier; museum, museet, museer; fängelse, fängelset, fängelser.
func neuterEr(l string) []string {
	stem := strings.TrimSuffix(l, "um")
	if strings.HasSuffix(stem, "e") {
		return []string{stem + "t", stem + "r", stem + "rna", stem + "er", stem + "erna", stem + "et"}
	}
	return []string{stem + "et", stem + "er", stem + "erna"}
}

// adjectiveForms: hållbar, hållbart, hållbara, hållbare, hållbarare, hållbarast, hållbaraste.
func adjectiveForms(l string) []string {
	stem := l
	switch {
	case strings.HasSuffix(l, "ad") && utf8.RuneCountInString(l) > len("glad"):
		return []string{l + "e", neuterForm(l)}
	case strings.HasSuffix(l, "en") || strings.HasSuffix(l, "el") || strings.HasSuffix(l, "er"):
		if contracts(l) {
			stem = contract(l)
		}
	case strings.HasSuffix(l, "sam"), strings.HasSuffix(l, "dum"), strings.HasSuffix(l, "tom"):
		stem = l + "m"
	}
	forms := []string{stem + "a", stem + "e", stem + "are", stem + "ast", stem + "aste"}
	if d := doubled(l); d != "" && strings.HasSuffix(d, "mm") && utf8.RuneCountInString(l) <= len("stum") { // stum, grym; but tam, lam
		forms = append(forms, d+"a", d+"e", d+"are", d+"ast", d+"aste")
	}
	return append(forms, neuterForm(l))
}

// neuterForm returns an adjective's form after ett: hållbart, nytt, enskilt, gott, sant, eget.
func neuterForm(l string) string {
	n := len(l)
	switch {
	case strings.HasSuffix(l, "en") && contracts(l):
		return l[:n-1] + "t"
	case endsInVowel(l):
		return l + "tt"
	case strings.HasSuffix(l, "t"):
		if before, _ := utf8.DecodeLastRuneInString(l[:n-1]); isVowel(before) && utf8.RuneCountInString(l) <= len("vit") {
			return l + "t" // vit, våt; but privat, kort
		}
		return l
	case strings.HasSuffix(l, "d"):
		if before, _ := utf8.DecodeLastRuneInString(l[:n-1]); isVowel(before) && before != 'a' {
			return l[:n-1] + "tt"
		}
		return l[:n-1] + "t"
	case strings.HasSuffix(l, "nn"):
		return l[:n-1] + "t"
	}
	return l + "t"
}

// contracts reports whether l drops the e of its last syllable before an ending: nyckel, register, tecken, egen.
func contracts(l string) bool {
	n := len(l)
	if n < 4 || l[n-2] != 'e' || strings.IndexByte("lrn", l[n-1]) < 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(l[:n-2])
	return !isVowel(before) && strings.IndexFunc(l[:n-2], isVowel) >= 0
}

// contract returns l without that e, and with one m for two: nyckl, registr, himl (himmel).
func contract(l string) string {
	n := len(l)
	stem := l[:n-2]
	if strings.HasSuffix(stem, "mm") {
		stem = stem[:len(stem)-1]
	}
	return stem + l[n-1:]
}

// doubled returns l with its last m or n doubled if an ending may double it (program, rum, man), else "".
func doubled(l string) string {
	n := len(l)
	if n < 3 || l[n-1] != 'm' && l[n-1] != 'n' {
		return ""
	}
	before, size := utf8.DecodeLastRuneInString(l[:n-1])
	if !isVowel(before) {
		return ""
	}
	if two, _ := utf8.DecodeLastRuneInString(l[:n-1-size]); isVowel(two) || l[n-1] == 'n' && utf8.RuneCountInString(l) > 3 {
		return ""
	}
	return l + l[n-1:]
}

func endsInVowel(l string) bool {
	r, _ := utf8.DecodeLastRuneInString(l)
	return isVowel(r)
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö', 'é', 'à', 'ü':
		return true
	}
	return false
}
