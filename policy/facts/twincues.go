package facts

import "strings"

// twinStems are what a word contains that speaks of partner towns; twinPhrases are those of several words.
var (
	twinStems = []string{"vänort", "vänstad", "vänstäd", "vänkommun", "vänskapsort", "vänskapsstad", "vänskapsstäd", "vänskapskommun", "vänskapsavtal", "vänskapsförbind", "vänskapsband", "vånort", "vanort",
		"partnerstad", "partnerstäd", "partnerort", "partnerkommun", "systerstad", "systerstäd", "systerkommun", "syskonstad", "syskonstäd",
		"tvillingstad", "tvillingstäd", "fadderort", "fadderstad", "fadderkommun", "twinning", "twinned"}
	twinPhrases = []string{"twin town", "twin cit", "sister cit", "sister town", "partner town", "partner cit", "partner municipalit", "sister municipalit", "twin municipalit"}
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

// The states of a partnership; see policy.PartnerTown.
const (
	townActive  = "active"
	townDormant = "dormant"
	townEnded   = "ended"
)

// townStatus returns what a clause in lower case says of a partnership's state, "" if nothing.
func townStatus(l string) string {
	switch {
	case hasAny(l, "upphört", "upphörde", "upphörd", "avslutad", "avslutat", "sagts upp", "sades upp", "lämnat kedjan", "lämnade kedjan", "lämnat samarbetet", "lämnade samarbetet", "sagt upp", "uppsagt", "uppsagd", "tidigare vänort", "före detta vänort",
		"f.d. vänort", "forna vänort", "hade fram till", "tidigare haft en vänort", "tidigare haft vänort", "f d vänort", "var vänort", "var vår vänort", "var kommunens vänort", "avvecklat", "avvecklad", "avvecklades", "avbröts", "avbrutits", "inte längre", "ej längre", "löpte ut", "har löpt ut", "inte förnya",
		"frystes", "upplöst", "expired", "terminated", "not been renewed", "no longer", "former twin", "former sister", "former partner", "discontinued") || hasWord(l, "ended") || hasWord(l, "upphör") && !hasWord(l, "om", "när", "ska"):
		return townEnded
	case hasAny(l, "vilande", "inaktiv", "inte aktiv", "inte varit aktiv", "ej aktiv", "ligger nere", "legat nere", "sovande", "avstannat", "somnat", "inget utbyte", "ingen kontakt", "inga kontakter", "inga aktiviteter",
		"passiv", "inactive", "suspended", "paused", "pausad", "pausat", "slumrande", "dormant", "inte är aktiv", "ingen aktivitet", "inte haft något utbyte", "fruset", "frysta", "inte ägt rum", "inte förekommit", "i malpåse", "inga utbyten", "inga besök", "har avtagit", "obefintlig", "not active",
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
