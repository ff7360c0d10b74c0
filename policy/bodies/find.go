package bodies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Body is a mention of a body or role.
type Body struct {
	// Start and End are the byte range of the mention in the text.
	Start, End int
	// Name is the name in lower case as the text uses it, without a final genitive -s, with abbreviations (KF, KS) written out:
	// "kommunstyrelsens arbetsutskott", "styrgruppen för internationellt arbete".
	Name string
	// Head is the last word of the name proper, "arbetsutskott", "styrgruppen".
	Head string
	Kind Kind
	// Definite says that the text speaks of a known one ("nämnden", "varje nämnd"), not of any ("en nämnd").
	Definite bool
	// Genitive says that it only owns what follows: "nämndens arbete".
	Genitive bool
}

// Find returns the bodies and roles that text mentions, in order; they do not overlap. A body that owns another is part of its
// name and not returned by itself.
func Find(text string) []Body {
	s := scanner{text: text, words: split(text)}
	var found []Body
	for i := 0; i < len(s.words); i++ {
		b, first, last, ok := s.at(i)
		if !ok {
			continue
		}
		if n := len(found); n > 0 && s.words[first].start < found[n-1].End {
			continue
		}
		found = append(found, b)
		i = last
	}
	return found
}

// abbreviations are those in use in every municipality; a document's own ("BUN") are not known here.
var abbreviations = map[string]string{
	"KF":   "kommunfullmäktige",
	"KS":   "kommunstyrelsen",
	"KSAU": "kommunstyrelsens arbetsutskott",
	"KSO":  "kommunstyrelsens ordförande",
}

type scanner struct {
	text  string
	words []word
}

// A word is a run of letters and digits, with hyphens, colons and periods inside it; lower is in lower case.
type word struct {
	start, end int
	lower      string
}

func split(text string) []word {
	var words []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			words = append(words, word{start, end, strings.ToLower(text[start:end])})
			start = -1
		}
	}
	for i, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if start < 0 {
				start = i
			}
		case start >= 0 && (c == '-' || c == '\u2010' || c == ':' && followedByLetter(text[i+1:])):
		default:
			flush(i)
		}
	}
	flush(len(text))
	return words
}

func followedByLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

// head returns what word i is the head of, if anything.
func (s *scanner) head(i int, owned bool) (kind Kind, definite, genitive, ok bool) {
	w := s.words[i]
	if _, ok := abbreviations[s.text[w.start:w.end]]; ok {
		return Organ, true, false, !s.inNumber(i)
	}
	f, ok := lookup(strings.ReplaceAll(w.lower, "\u2010", "-"), owned)
	if !ok {
		return "", false, false, false
	}
	return f.head.kind, f.definite, f.genitive, true
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

// at returns the body whose first head is word i, and the words it takes in.
func (s *scanner) at(i int) (b Body, first, last int, ok bool) {
	if b, last, ok := s.named(i); ok {
		return b, i, last, true
	}
	kind, definite, genitive, ok := s.head(i, false)
	if !ok {
		return Body{}, 0, 0, false
	}
	headDefinite := definite && !s.isAbbreviation(i)
	first, last = i, i
	headWord := i
	owner := genitive || s.isAbbreviation(i)
	for owner {
		j, ok := s.owned(last)
		if !ok {
			break
		}
		last, headWord = j, j
		kind, _, genitive, _ = s.head(j, true)
		definite = true
		owner = genitive
	}
	if definite || s.words[headWord].lower == "sektor" {
		if j := s.purpose(headWord); j > last {
			last, genitive = j, false
		}
	}
	first, determined := s.attributes(first)
	end := last
	if kind == Role && last == headWord && s.acronymAfter(last) { // "avdelningschef IFO" is a known one
		end, determined = last+1, true
	}
	if s.words[headWord].lower == "sektor" && last == headWord && !determined {
		return Body{}, 0, 0, false // "en sektor", "offentlig sektor"
	}
	b = Body{
		Start: s.words[first].start, End: s.words[end].end, Kind: kind, Definite: definite || determined, Genitive: genitive,
		Head: s.words[headWord].lower,
	}
	b.Name = s.name(first, headWord, last, headDefinite, genitive)
	return b, first, last, true
}

// acronymAfter reports whether the word after word i is in capitals and may tell of which office a role is: not a body of its own.
func (s *scanner) acronymAfter(i int) bool {
	const longest = 5 // letters: "IFO", "HSL"
	if i+1 >= len(s.words) || !s.adjacent(i, i+1) || s.isAbbreviation(i+1) {
		return false
	}
	w := s.words[i+1]
	text := s.text[w.start:w.end]
	return len(text) >= 2 && len(text) <= longest && !strings.ContainsFunc(text, func(c rune) bool { return !unicode.IsUpper(c) }) && s.text[s.words[i].start:s.words[i].end] != strings.ToUpper(s.words[i].lower)
}

func (s *scanner) isAbbreviation(i int) bool {
	_, ok := abbreviations[s.text[s.words[i].start:s.words[i].end]]
	return ok
}

// owned returns the head that word i, in the genitive, owns: "arbetsutskott" after "kommunstyrelsens", "ordförande" after
// "nämndens vice".
func (s *scanner) owned(i int) (int, bool) {
	for j := i + 1; j < len(s.words) && j <= i+3 && s.adjacent(j-1, j); j++ {
		if _, _, _, ok := s.head(j, true); ok {
			return j, true
		}
		if !isRank(s.words[j].lower) && !isAttribute(s.words[j].lower) {
			break
		}
	}
	return 0, false
}

// adjacent reports whether nothing but blanks stands between two words.
func (s *scanner) adjacent(i, j int) bool {
	gap := s.text[s.words[i].end:s.words[j].start]
	return strings.Trim(gap, " \u00a0\n") == "" && strings.Count(gap, "\n") < 2
}

// attributes returns the first word of the attributes that stand before word i and belong to the name, and whether one of
// them makes it definite.
func (s *scanner) attributes(i int) (first int, definite bool) {
	first = s.compound(i)
	for first > 0 && s.adjacent(first-1, first) {
		w := s.words[first-1].lower
		switch {
		case w == "alla" && first == i, w == "varje" || w == "respektive" || w == "samtliga" || w == "berörd" || w == "berörda" || w == "ansvarig" || w == "ansvariga":
			definite = true
		case w == "närmaste" || strings.HasSuffix(w, "ande") && s.words[i].lower == "chef":
			definite = true // "lönesättande chef" is a role, not any manager
		case isRank(w), isAttribute(w):
		case strings.HasSuffix(w, "-") && first == i && len(w) > 2: // "EU- samordnare": torn at a line end
		default:
			return first, definite
		}
		first--
	}
	return first, definite
}

// compound returns where a name with a suspended first part begins: "barn-" in "barn- och utbildningsnämnden".
func (s *scanner) compound(i int) int {
	if i < 2 || !s.adjacent(i-1, i) || !s.adjacent(i-2, i-1) {
		return i
	}
	switch s.words[i-1].lower {
	case "och", "samt":
	default:
		return i
	}
	part := s.words[i-2].lower
	if !strings.HasSuffix(part, "-") && !isField(part) {
		return i
	}
	first := i - 2
	for first > 0 && strings.HasSuffix(s.words[first-1].lower, "-") &&
		strings.TrimSpace(s.text[s.words[first-1].end:s.words[first].start]) == "," {
		first--
	}
	return first
}

// purpose returns the last word of what word i is for, or i: "för internationellt arbete" after "styrgruppen", "utbildning" after
// "sektor".
func (s *scanner) purpose(i int) int {
	w := s.words[i].lower
	if w == "sektor" {
		return s.sectorName(i)
	}
	if !isNamedByPurpose(w) || i+2 >= len(s.words) || s.words[i+1].lower != "för" || !s.adjacent(i, i+1) {
		return i
	}
	last := i
	for j := i + 2; j < len(s.words) && j <= i+4 && s.adjacent(j-1, j) && s.purposeWord(j) && !subjectVerbs[s.words[j].lower]; j++ {
		last = j
		if !isDescribing(s.words[j].lower) {
			break
		}
	}
	if last == i {
		return i
	}
	if isDescribing(s.words[last].lower) { // "för internationella" lacks its noun, "för frivilliga leder" does not
		if last+1 < len(s.words) && s.adjacent(last, last+1) && looksLikeVerb(s.words[last+1].lower) {
			return last
		}
		return i
	}
	if j := last + 2; j < len(s.words) && s.words[last+1].lower == "och" && s.adjacent(last, j-1) && s.adjacent(j-1, j) &&
		s.purposeWord(j) && !looksLikeVerb(s.words[j].lower) && !isDescribing(s.words[j].lower) {
		last = j
	}
	return last
}

// sectorName takes in what "sektor" is followed by: "sektor utbildning", "sektor KS ledningsgrupp".
func (s *scanner) sectorName(i int) int {
	if i+1 >= len(s.words) || !s.adjacent(i, i+1) || strings.Contains(s.text[s.words[i].end:s.words[i+1].start], "\n") {
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
	return len(w) >= 4 && !isFunctionWord(w) && !strings.HasSuffix(w, "-") && !unicode.IsDigit(rune(w[0]))
}

// name writes out words first to last in lower case; headWord is the one that the name is of, definite whether it is in the definite form.
func (s *scanner) name(first, headWord, last int, definite, genitive bool) string {
	var b strings.Builder
	for k := first; k <= last; k++ {
		w := s.words[k].lower
		if full, ok := abbreviations[s.text[s.words[k].start:s.words[k].end]]; ok {
			w = full
			if k < last && !genitiveForm(w) && s.nextIsHead(k) {
				w += "s"
			}
		}
		if k < headWord && definite && attributeStems[w] && !strings.HasSuffix(w, "e") {
			w += "a" // "den internationell gruppen", as a slip of the pen or of OCR has it
		}
		if k == last && genitive {
			w = strings.TrimSuffix(w, "s")
		}
		if k > first {
			gap := s.text[s.words[k-1].end:s.words[k].start]
			switch {
			case strings.HasSuffix(s.words[k-1].lower, "-") && w != "och" && w != "samt" && !strings.Contains(gap, ","):
			case strings.Contains(gap, ","):
				b.WriteString(", ")
			default:
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}

func genitiveForm(w string) bool { return strings.HasSuffix(w, "s") }

func (s *scanner) nextIsHead(k int) bool {
	_, _, _, ok := s.head(k+1, true)
	return ok
}
