package swedish

import (
	"strings"
	"unicode/utf8"
)

// verbAr: ansvara, ansvarar, ansvarade, ansvarat, ansvarad, ansvarande.
func verbAr(l string) []string {
	return []string{l + "r", l + "de", l + "t", l + "d", l + "nde"}
}

// verbEr: följa, följer, följde, följt, följd, följs; styra, styr, styrde; köpa, köper, köpte; leda, ledde, lett.
func verbEr(l string) []string {
	stem := strings.TrimSuffix(l, "a")
	forms := []string{stem, stem + "er", stem + "s", stem + "ande", stem + "es"}
	past := stem
	if len(stem) > 2 && stem[len(stem)-1] == stem[len(stem)-2] && (strings.HasSuffix(stem, "nn") || strings.HasSuffix(stem, "mm")) {
		past = stem[:len(stem)-1]
	}
	last := stem[len(stem)-1]
	before, _ := utf8.DecodeLastRuneInString(stem[:len(stem)-1])
	if past != stem {
		forms = append(forms, past, past+"s")
	}
	switch {
	case last == 'd' && isVowel(before): // leda
		t := stem[:len(stem)-1] + "tt"
		return append(forms, stem+"de", t, stem+"d", stem+"da")
	case last == 'd': // använda
		t := stem[:len(stem)-1] + "t"
		return append(forms, stem+"e", t, stem)
	case last == 't' && isVowel(before): // möta
		return append(forms, stem+"te", stem+"t", stem+"ta")
	case last == 't': // lyfta
		return append(forms, stem+"e", stem+"a")
	case strings.IndexByte("kpsx", last) >= 0: // köpa
		return append(forms, past+"te", past+"t", past+"ta")
	}
	return append(forms, past+"de", past+"t", past+"d", past+"da")
}

// verbShort: nå, når, nådde, nått, nådd.
func verbShort(l string) []string {
	return []string{l + "r", l + "dde", l + "tt", l + "dd", l + "dda", l + "ende"}
}

// verbStrong returns the forms that follow from a strong verb's principal parts: infinitive, present, past, supine and,
// if it has one, the perfect participle ("skriva skriver skrev skrivit skriven").
func verbStrong(parts []string) []string {
	forms := append([]string(nil), parts[1:]...)
	stem, ok := strings.CutSuffix(parts[0], "a")
	if ok && !endsInVowel(stem) {
		forms = append(forms, stem, stem+"s", stem+"es", stem+"ande")
	} else {
		forms = append(forms, parts[0]+"ende")
	}
	if len(parts) > 2 {
		forms = append(forms, parts[2]+"o", parts[2]+"s") // the old plural: blevo; the passive, which may be another verb's present: sköts
	}
	if len(parts) > 4 {
		p := parts[4]
		if stem, ok := strings.CutSuffix(p, "en"); ok {
			one := stem
			if strings.HasSuffix(stem, "mm") {
				one = stem[:len(stem)-1]
			}
			forms = append(forms, stem+"et", one+"na", one+"ne")
		} else {
			forms = append(forms, p+"a", p+"e")
		}
	}
	return forms
}
