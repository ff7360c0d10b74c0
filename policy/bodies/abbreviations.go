package bodies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations are those in use in every municipality; a document's own ("BUN") are not known here.
var abbreviations = map[string]string{
	"KF":   "kommunfullmäktige",
	"KS":   "kommunstyrelsen",
	"KSAU": "kommunstyrelsens arbetsutskott",
	"KSO":  "kommunstyrelsens ordförande",
}

func (s *scanner) isAbbreviation(i int) bool {
	_, ok := abbreviations[s.written(i)]
	return ok
}

// inNumber reports whether word i is part of a case number: "KS 2016/82", "KS.2016.82", "Dnr KS".
func (s *scanner) inNumber(i int) bool {
	rest := strings.TrimLeft(s.text[s.words[i].end:], " .-/:§")
	c, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsDigit(c) && !startsWithDate(rest) {
		return true
	}
	return i > 0 && (s.words[i-1].lower == "dnr" || s.words[i-1].lower == "diarienummer")
}

// startsWithDate reports whether s begins with a date, "2014-02-13": "KF 2014-02-13 § 40" names the body and when it met.
func startsWithDate(s string) bool {
	const form = "0000-00-00"
	if len(s) < len(form) {
		return false
	}
	for i := range len(form) {
		if digit := s[i] >= '0' && s[i] <= '9'; digit != (form[i] == '0') || !digit && s[i] != '-' {
			return false
		}
	}
	return true
}

// acronymAfter reports whether the word after word i is in capitals and may tell of which office a role is: not a body of its own.
func (s *scanner) acronymAfter(i int) bool {
	const longest = 5 // letters: "IFO", "HSL"
	if !s.follows(i+1) || s.isAbbreviation(i+1) {
		return false
	}
	w := s.words[i+1]
	text := s.text[w.start:w.end]
	return len(text) >= 2 && len(text) <= longest && !strings.ContainsFunc(text, func(c rune) bool { return !unicode.IsUpper(c) }) && s.written(i) != strings.ToUpper(s.words[i].lower)
}
