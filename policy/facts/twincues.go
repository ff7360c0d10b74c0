package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// twinStems are what a word contains that speaks of partner towns; twinPhrases are those of several words.
var (
	twinStems = []string{"vänort", "vänstad", "vänstäd", "vänkommun", "vänskapsort", "vänskapsstad", "vänskapsstäd", "vänskapskommun", "vänskapsavtal", "vänskapsförbind", "vänskapsband", "vånort", "vanort",
		"partnerstad", "partnerstäd", "partnerort", "partnerkommun", "systerstad", "systerstäd", "systerkommun", "syskonstad", "syskonstäd",
		"tvillingstad", "tvillingstäd", "fadderort", "fadderstad", "fadderkommun", "twinning", "twinned"}
	twinPhrases = []string{"twin town", "twin cit", "sister cit", "sister town", "partner town", "partner cit", "partner municipalit"}
)

// isTwinWord reports whether a word in lower case speaks of partner towns.
func isTwinWord(w string) bool { return hasAny(w, twinStems...) }

// hasTwinCue reports whether a text in lower case speaks of partner towns.
func hasTwinCue(l string) bool { return hasAny(l, twinStems...) || hasAny(l, twinPhrases...) }

// otherCues are words that turn a sentence to something that is no partnership between towns: projects, networks, journeys, aid.
var otherCues = []string{"projekt", "nätverk", "studiebesök", "studieres", "studieresa", "konferens", "praktik", "bistånd", "insamling", "organisation",
	"flykting", "erasmus", "turnering", "turné", "delegation", "utställning", "mässa", "medlem", "konsult", "evakuer", "examensarbete", "seminari",
	"hjälpsändning", "konsert", "samarbetsavtal", "upphandl", "network", "project", "study visit"}

// otherWords are the like, as words of their own.
var otherWords = set("resa resor resan resorna reser reste rest besök besöken besöket besökte besöka besöker travel visit visited")

// A keyword is a word that decides whether the places after (or before) it are partner towns.
type keyword struct {
	start, end int
	sign       int // +1 partner towns, -1 something else, 0 a contrast
	// single says that it is about one town, the name of which follows: "vänorten Time".
	single bool
}

// keywords finds the keywords of a text in lower case, in order.
func keywords(l string) []keyword {
	var found []keyword
	for _, w := range splitWords(l) {
		word := l[w.start:w.end]
		switch {
		case isTwinWord(word) && besides(l[:w.start], l[w.end:]):
			found = append(found, keyword{w.start, w.end, -1, false})
		case isTwinWord(word):
			single := strings.HasSuffix(word, "orten") || strings.HasSuffix(word, "staden") || strings.HasSuffix(word, "kommunen")
			found = append(found, keyword{w.start, w.end, +1, single})
		case otherWords[word] || hasAny(word, otherCues...) || isJourney(word):
			found = append(found, keyword{w.start, w.end, -1, false})
		case word == "men" || word == "medan":
			found = append(found, keyword{w.start, w.end, 0, false})
		default:
			for _, p := range twinPhrases {
				if strings.HasPrefix(l[w.start:], p) {
					found = append(found, keyword{w.start, w.start + len(p), +1, false})
				}
			}
		}
	}
	return found
}

// besides reports whether the words around a twin word tell that what follows is something else: "utöver vänorterna finns …".
func besides(before, after string) bool {
	words := splitWords(before)
	if len(words) == 0 {
		return false
	}
	last := words[max(0, len(words)-2):]
	if !hasWord(before[last[0].start:], "utöver", "förutom", "vid sidan av", "utanför") {
		return false
	}
	next := splitWords(after)
	return len(next) > 0 && hasWord(after[next[0].start:next[0].end], "finns", "har", "deltar", "samarbetar", "pågår", "bedriver", "ingår")
}

// isJourney reports whether a word is a compound about travelling: "orkesterresan".
func isJourney(w string) bool {
	for _, e := range []string{"resa", "resan", "resor", "resorna"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// partnerAt reports whether what stands at byte i is a partner town as the keywords before it say, or, where none is before it in its clause, the
// first after it.
func partnerAt(keys []keyword, i int) bool {
	sign, known := 0, false
	for _, k := range keys {
		if k.start < i {
			if k.single && sign < 0 && i > k.end+1 {
				continue // "konserter i Gdynia, i vänorten Pasvalys och i Riga": the word is about the next name only
			}
			sign, known = k.sign, k.sign != 0
			continue
		}
		if known {
			break
		}
		if k.sign == 0 {
			return false
		}
		return k.sign > 0
	}
	return known && sign > 0
}

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
	return r.othersTown(u.text)
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

// The states of a partnership; see policy.PartnerTown.
const (
	townActive  = "active"
	townDormant = "dormant"
	townEnded   = "ended"
)

// townStatus returns what a clause in lower case says of a partnership's state, "" if nothing.
func townStatus(l string) string {
	switch {
	case hasAny(l, "upphört", "upphörde", "avslutad", "avslutat", "sagts upp", "sades upp", "sagt upp", "uppsagt", "uppsagd", "tidigare vänort", "före detta vänort",
		"f.d. vänort", "forna vänort", "hade fram till", "tidigare haft en vänort", "tidigare haft vänort", "f d vänort", "var vänort", "var vår vänort", "var kommunens vänort", "avvecklat", "avvecklad", "avvecklades", "avbröts", "avbrutits", "inte längre", "ej längre", "löpte ut", "har löpt ut", "inte förnya",
		"frystes", "upplöst", "expired", "terminated", "not been renewed", "no longer", "former twin", "former sister", "former partner", "discontinued", "has ended"):
		return townEnded
	case hasAny(l, "vilande", "inaktiv", "inte aktiv", "inte varit aktiv", "ej aktiv", "ligger nere", "legat nere", "sovande", "avstannat", "somnat", "inget utbyte", "ingen kontakt", "inga kontakter", "inga aktiviteter",
		"passiv", "pausad", "pausat", "slumrande", "dormant", "inte är aktiv", "ingen aktivitet", "inte haft något utbyte", "fruset", "frysta", "inte ägt rum", "inte förekommit", "i malpåse", "inga utbyten", "inga besök", "har avtagit", "obefintlig", "not active",
		"no activity", "no contact") || hasWord(l, "vilar", "vilat", "anses vila", "är i vila"):
		return townDormant
	case hasAny(l, "aktiv", "gällande", "levande", "active"):
		return townActive
	}
	return ""
}

// clause returns the byte range of the clause around bytes start to end of a text in lower case.
func clause(l string, start, end int) (int, int) {
	a, b := 0, len(l)
	for _, cut := range []string{";", " men ", " medan "} {
		if i := strings.LastIndex(l[:start], cut); i >= 0 {
			a = max(a, i+len(cut))
		}
		if i := strings.Index(l[end:], cut); i >= 0 {
			b = min(b, end+i)
		}
	}
	return a, b
}
