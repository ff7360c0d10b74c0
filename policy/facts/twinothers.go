package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// aboutOthers reports whether a sentence in lower case speaks of partner towns that are not the document's municipality's: the history of
// the movement, another municipality, what a partner town is, an enquiry that came to nothing.
func (r *reader) aboutOthers(u *unit) bool {
	l := u.lower
	if hasAny(l, "världskrig", "vänortsrörelse", "1900-talet", "första vänort", "första vänskap", "fredshandling") && !r.ownVoice(l) {
		return true
	}
	if hasAny(l, "med vänort avses", "med vänorter avses", "en vänort är en", "vänort är en ort", "vänorter är orter", "vänorter är städer", "begreppet vänort", "ordet vänort") {
		return true
	}
	if hasAny(l, "förfrågan", "avböj", "tackat nej", "tackade nej", "har avslagits", "avslås", "avslår", "ansökan från", "intresseanmälan", "har visat intresse", "undersöka möjlighet", "undersöker möjlighet",
		"varit aktuell", "inga avtal tecknades", "inget avtal tecknades", "har diskuterats", "har föreslagits", "har övervägts", "bli vänort", "framtida vänort", "tänkbara vänort", "möjliga vänort", "potentiell") {
		return true
	}
	if hasAny(l, "vår granne", "våra grannar") {
		return true
	}
	if hasAny(l, "grannkommun", "andra kommuner", "många kommuner", "flera kommuner", "vissa kommuner") && !hasWord(l, "vi", "vår", "våra", "vårt") {
		return true
	}
	return r.othersTown(u.text) || r.othersPartner(u.text)
}

// othersPartner reports whether a sentence says that a town is another Swedish municipality's: "Kerava är vänort till Kristianstad".
func (r *reader) othersPartner(s string) bool {
	for _, phrase := range []string{"vänort till ", "vänstad till ", "vänkommun till ", "twin town of ", "sister city of "} {
		i := strings.Index(lower(s), phrase)
		if i < 0 {
			continue
		}
		rest := s[i+len(phrase):]
		m, ok := policy.DefaultRegister().Find(strings.TrimSuffix(rest[:wordEnd(rest, 0)], "s"))
		if !ok {
			m, ok = policy.DefaultRegister().Find(rest[:wordEnd(rest, 0)])
		}
		return ok && strings.ToLower(m.Name) != r.owner
	}
	return false
}

// ownVoice reports whether a sentence speaks of the document's own municipality.
func (r *reader) ownVoice(l string) bool {
	if hasWord(l, "vi", "vår", "våra", "vårt", "kommunen", "kommunens", "staden", "stadens", "oss") {
		return true
	}
	return r.owner != "" && (hasWord(l, r.owner, r.owner+"s"))
}

// otherVerbs are what stands after a municipality that something is told of.
var otherVerbs = set("har hade fick är saknar avslutade sade tecknade ingick")

// severalNamed reports whether the document, whose municipality is not known, names two municipalities or more: then none of them is its own.
func (r *reader) severalNamed() bool {
	if r.several == unknown {
		r.several = no
		if r.namesSeveral() {
			r.several = yes
		}
	}
	return r.several == yes
}

func (r *reader) namesSeveral() bool {
	first := ""
	for i := range r.units {
		text := r.units[i].text
		for _, w := range splitWords(text) {
			if !upperAt(text, w.start) {
				continue
			}
			m, ok := policy.DefaultRegister().Find(text[w.start:w.end])
			if ok && first != "" && m.Name != first {
				return true
			}
			if ok {
				first = m.Name
			}
		}
	}
	return false
}

// othersTown reports whether another Swedish municipality stands first in the sentence, as the one that has the partner town.
func (r *reader) othersTown(s string) bool {
	if r.owner == "" && !r.severalNamed() {
		return false
	}
	words := splitWords(s)
	for n := min(3, len(words)); n >= 1; n-- {
		m, ok := policy.DefaultRegister().Find(s[words[0].start:words[n-1].end])
		if !ok || strings.ToLower(m.Name) == r.owner {
			continue
		}
		next := ""
		if n < len(words) {
			next = strings.ToLower(s[words[n].start:words[n].end])
		}
		name := strings.ToLower(s[words[0].start:words[n-1].end])
		return otherVerbs[next] || isTwinWord(next) || strings.HasSuffix(name, "kommun") || strings.HasSuffix(name, "kommuns")
	}
	return false
}
