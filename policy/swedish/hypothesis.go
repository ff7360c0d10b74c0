package swedish

import (
	"strings"
	"unicode/utf8"
)

// A hypothesis says that a word with this ending may be a form of a word with one of these in its place. An upper case
// letter stands for a change of the stem: E puts back the e that the ending drove out (humr - hummer), M takes one of
// two m or n away (gemensamm - gemensam).
type hypothesis struct {
	ending string
	bases  []string
	fits   func(stem string) bool // nil for any stem
}

// hypotheses are the inflections of words that are not known, by ending. A form and its base form meet if the form's
// endings lead to it: each ending of a paradigm stands here with all base forms of the paradigms that have it.
var hypotheses = []hypothesis{
	{"or", []string{"a"}, nil}, {"an", []string{"a"}, nil},
	{"ar", []string{"", "E", "M", "e", "a"}, afterConsonant},
	{"ar", []string{""}, afterVowel},
	{"er", []string{"", "E", "M", "a"}, afterConsonant},
	{"er", []string{"um", ""}, afterVowel},
	{"r", []string{""}, afterVowel},
	{"en", []string{"", "E", "e", "M"}, afterConsonant},
	{"en", []string{"", "e"}, afterVowel},
	{"n", []string{""}, afterVowelOrLR},
	{"et", []string{"", "E", "e", "M"}, afterConsonant},
	{"et", []string{"um", ""}, afterVowel},
	{"t", []string{""}, afterVowel},
	{"ad", []string{"a"}, nil}, {"at", []string{"a", "ad"}, nil}, {"ade", []string{"ad"}, nil},
	{"tt", []string{""}, afterVowel}, {"tt", []string{"d"}, afterVowel}, {"tt", []string{"ta", "da"}, ofVerb}, {"tte", []string{"ta"}, ofVerb}, {"dde", []string{"da"}, ofVerb},
	{"de", []string{"a"}, ofVoiced}, {"da", []string{"a"}, ofVoiced}, {"d", []string{"a"}, ofVoiced}, {"te", []string{"a"}, ofVoiceless}, {"ta", []string{"a"}, ofVoiceless},
	{"t", []string{"a"}, ofVerb}, {"s", []string{"a"}, ofVerb},
	{"t", []string{""}, ofAdjective}, {"t", []string{"d"}, ofParticiple},
	{"a", []string{"", "E", "M"}, longAfterConsonant}, {"na", []string{"en"}, afterConsonant}, {"na", []string{""}, afterVowel}, {"a", []string{""}, afterVowel},
	{"are", []string{"", "E"}, afterConsonant}, {"ast", []string{"", "E"}, afterConsonant},
}

// certain are the inflections by endings that no base form has: a word with one of them is no base form.
var certain = []hypothesis{
	{"orna", []string{"a"}, nil}, {"arna", []string{"", "E", "M", "e", "are"}, nil},
	{"erna", []string{"", "E", "e"}, afterConsonant}, {"erna", []string{"um", "e", ""}, afterVowel}, {"rna", []string{""}, nil},
	{"andena", []string{"ande"}, nil}, {"ena", []string{"e"}, nil},
	{"aren", []string{"are"}, nil}, {"anden", []string{"ande"}, nil}, {"andet", []string{"ande"}, nil},
	{"ade", []string{"a"}, nil}, {"aste", []string{"", "E"}, nil},
}

func afterConsonant(stem string) bool { return !endsInVowel(stem) }

// longAfterConsonant reports whether an adjective may stand under -a: a short word in -a is mostly a base form, koda no kod.
func longAfterConsonant(stem string) bool {
	const shortest = 5
	return !endsInVowel(stem) && utf8.RuneCountInString(stem) >= shortest
}

func afterVowel(stem string) bool { return endsInVowel(stem) }

func afterVowelOrLR(stem string) bool {
	return endsInVowel(stem) && !strings.HasSuffix(stem, "e") || strings.HasSuffix(stem, "l") || strings.HasSuffix(stem, "r")
}

// ofVerb reports whether stem may be that of a verb of the second conjugation, which are short.
func ofVerb(stem string) bool {
	const longest = 6
	return !endsInVowel(stem) && utf8.RuneCountInString(stem) <= longest
}

// ofVoiceless reports whether a verb of that stem has -te and -ta, ofVoiced whether it has -de and -da.
func ofVoiceless(stem string) bool {
	return ofVerb(stem) && strings.IndexByte("kpstx", stem[len(stem)-1]) >= 0
}

func ofVoiced(stem string) bool { return ofVerb(stem) && !ofVoiceless(stem) }

// ofAdjective reports whether stem may be an adjective before -t: by its last letters, or a short one.
func ofAdjective(stem string) bool {
	const longest = 6
	if endsInVowel(stem) || utf8.RuneCountInString(stem) <= longest {
		return !endsInVowel(stem)
	}
	return strings.IndexByte("gjlmnrv", stem[len(stem)-1]) >= 0 || strings.HasSuffix(stem, "sk") || strings.HasSuffix(stem, "ik") || strings.HasSuffix(stem, "ös")
}

// ofParticiple reports whether stem may be that of a participle in -d: fylld, gjord, lagd, skämd.
func ofParticiple(stem string) bool {
	const shortest = 5
	return utf8.RuneCountInString(stem) >= shortest && strings.IndexByte("lnrmgvj", stem[len(stem)-1]) >= 0
}

// based returns the base forms that stem has with the base ending b.
func based(stem, b string) []string {
	switch b {
	case "E":
		return withE(stem)
	case "M":
		if strings.HasSuffix(stem, "mm") || strings.HasSuffix(stem, "nn") {
			return []string{stem[:len(stem)-1]}
		}
		return nil
	case "":
		return []string{stem}
	}
	return []string{stem + b}
}

// withE puts back the e that an ending drove out of the last syllable: registr - register, himl - himel and himmel.
func withE(stem string) []string {
	n := len(stem)
	if n < 3 || strings.IndexByte("lrn", stem[n-1]) < 0 || strings.IndexByte("bdfgjkmpstvx", stem[n-2]) < 0 || stem[n-2:] == "gn" {
		return nil
	}
	out := []string{stem[:n-1] + "e" + stem[n-1:]}
	if stem[n-2] == 'm' {
		out = append(out, stem[:n-1]+"me"+stem[n-1:])
	}
	return out
}
