package bodies

import (
	"strings"
	"unicode"
)

// purpose returns the last word of what word i is for, or i: "för internationellt arbete" after "styrgruppen", "utbildning" after
// "sektor".
func (s *scanner) purpose(i int) int {
	w := s.words[i].lower
	if w == "sektor" {
		return s.sectorName(i)
	}
	if !isNamedByPurpose(w) || !s.follows(i+1) || s.words[i+1].lower != "för" {
		return i
	}
	last := i
	for j := i + 2; j <= i+4 && s.follows(j) && s.purposeWord(j) && !subjectVerbs[s.words[j].lower]; j++ {
		last = j
		if !isDescribing(s.words[j].lower) {
			break
		}
	}
	if last == i {
		return i
	}
	if isDescribing(s.words[last].lower) { // "för internationella" lacks its noun, "för frivilliga leder" does not
		if s.follows(last+1) && looksLikeVerb(s.words[last+1].lower) {
			return last
		}
		return i
	}
	if j := last + 2; s.follows(last+1) && s.words[last+1].lower == "och" && s.follows(j) &&
		s.purposeWord(j) && !looksLikeVerb(s.words[j].lower) && !isDescribing(s.words[j].lower) {
		last = j
	}
	return last
}

// sectorName takes in what "sektor" is followed by: "sektor utbildning", "sektor KS ledningsgrupp".
func (s *scanner) sectorName(i int) int {
	if !s.follows(i+1) || strings.Contains(s.gap(i+1), "\n") {
		return i
	}
	last := i + 1
	if _, _, genitive, ok := s.head(last, false); ok {
		if j, ok := s.owned(last); ok && (genitive || s.isAbbreviation(last)) {
			return j
		}
		return last
	}
	if !s.purposeWord(last) || looksLikeVerb(s.words[last].lower) {
		return i
	}
	return last
}

// purposeWord reports whether word j may stand in what a body is for: a common noun or its adjective.
func (s *scanner) purposeWord(j int) bool {
	w := s.words[j].lower
	return len(w) >= 4 && !functionWords[w] && !strings.HasSuffix(w, "-") && !unicode.IsDigit(rune(w[0]))
}
