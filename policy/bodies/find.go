package bodies

import "strings"

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

type scanner struct {
	text  string
	words []word
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

// owned returns the head that word i, in the genitive, owns: "arbetsutskott" after "kommunstyrelsens", "ordförande" after
// "nämndens vice".
func (s *scanner) owned(i int) (int, bool) {
	for j := i + 1; j <= i+3 && s.follows(j); j++ {
		if _, _, _, ok := s.head(j, true); ok {
			return j, true
		}
		if !ranks[s.words[j].lower] && !isAttribute(s.words[j].lower) {
			break
		}
	}
	return 0, false
}
