package bodies

import "strings"

// attributes returns the first word of the attributes that stand before word i and belong to the name, and whether one of
// them makes it definite.
func (s *scanner) attributes(i int) (first int, definite bool) {
	first = s.compound(i)
	for s.follows(first) {
		w := s.words[first-1].lower
		switch {
		case w == "alla" && first == i, w == "varje" || w == "respektive" || w == "samtliga" || w == "berörd" || w == "berörda" || w == "ansvarig" || w == "ansvariga":
			definite = true
		case w == "närmaste" || strings.HasSuffix(w, "ande") && s.words[i].lower == "chef":
			definite = true // "lönesättande chef" is a role, not any manager
		case ranks[w], isAttribute(w):
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
	if !s.follows(i) || !s.follows(i-1) {
		return i
	}
	switch s.words[i-1].lower {
	case "och", "samt":
	default:
		return i
	}
	part := s.words[i-2].lower
	if !strings.HasSuffix(part, "-") && !fields[part] {
		return i
	}
	first := i - 2
	for first > 0 && strings.HasSuffix(s.words[first-1].lower, "-") &&
		strings.TrimSpace(s.gap(first)) == "," {
		first--
	}
	return first
}

// name writes out words first to last in lower case; headWord is the one that the name is of, definite whether it is in the definite form.
func (s *scanner) name(first, headWord, last int, definite, genitive bool) string {
	var b strings.Builder
	for k := first; k <= last; k++ {
		w := s.words[k].lower
		if full, ok := abbreviations[s.written(k)]; ok {
			w = full
			if k < last && !strings.HasSuffix(w, "s") && s.nextIsHead(k) {
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
			gap := s.gap(k)
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

func (s *scanner) nextIsHead(k int) bool {
	_, _, _, ok := s.head(k+1, true)
	return ok
}
