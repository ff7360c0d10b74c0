package bodies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// outsideNames are organisations whose names no form of word gives away.
var outsideNames = map[string]bool{
	"europa direkt": true, "sveriges kommuner": true, "skr": true, "skl": true, "sida": true, "icld": true, "smhi": true,
}

// named returns the outside organisation that begins at word i by its own name: "Region Halland", "Europa Direkt Fyrbodal".
func (s *scanner) named(i int) (b Body, last int, ok bool) {
	w := s.words[i]
	last = i
	switch {
	case !s.capital(i):
		return Body{}, 0, false
	case outsideNames[w.lower] && s.text[w.start:w.end] == strings.ToUpper(s.text[w.start:w.end]):
	case w.lower == "region" && s.follows(i+1) && s.capital(i+1):
		if last = s.capitals(i + 1); last+1 < len(s.words) && s.words[last+1].lower == "län" {
			last++
		}
	case s.follows(i+1) && outsideNames[w.lower+" "+s.words[i+1].lower]:
		last = s.capitals(i + 1)
		if last+2 < len(s.words) && s.words[last+1].lower == "och" {
			switch strings.TrimSuffix(s.words[last+2].lower, "s") {
			case "landsting", "regioner":
				last += 2
			}
		}
	default:
		return Body{}, 0, false
	}
	return Body{
		Start: w.start, End: s.words[last].end, Name: s.name(i, i, last, false, false), Head: s.words[last].lower, Kind: Outside, Definite: true,
	}, last, true
}

// capital reports whether word i begins with a capital.
func (s *scanner) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(s.text[s.words[i].start:])
	return unicode.IsUpper(c)
}

// capitals returns the last of the capitalised words that follow word i on its line.
func (s *scanner) capitals(i int) int {
	for s.follows(i+1) && s.capital(i+1) && !strings.Contains(s.gap(i+1), "\n") {
		i++
	}
	return i
}
