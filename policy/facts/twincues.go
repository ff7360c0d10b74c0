package facts

import (
	"slices"
	"strings"
)

// twinStems are what a word contains that speaks of partner towns; twinPhrases are those of several words.
var (
	twinStems = []string{"vänort", "vänstad", "vänstäd", "vänkommun", "vänskapsort", "vänskapsstad", "vänskapsstäd", "vänskapskommun", "vänskapsavtal", "vänskapsförbind", "vänskapsband", "vånort", "vanort",
		"partnerstad", "partnerstäd", "partnerort", "partnerkommun", "systerstad", "systerstäd", "systerkommun", "syskonstad", "syskonstäd",
		"tvillingstad", "tvillingstäd", "fadderort", "fadderstad", "fadderkommun", "twinning", "twinned"}
	twinPhrases = []string{"twin town", "twin cit", "sister cit", "sister town", "partner town", "partner cit", "partner municipalit", "sister municipalit", "twin municipalit"}
)

// isTwinWord reports whether a word in lower case speaks of partner towns; what is only called after them, a house or a street, does not.
func isTwinWord(w string) bool {
	return hasAny(w, twinStems...) && !hasSuffixOf(w, namesakes...)
}

// namesakes are what words end with that are called after partner towns: "Vänortshuset", "Vänortscupen", or are no towns: "vänortsskola".
var namesakes = []string{"hus", "huset", "sal", "salen", "salar", "hall", "hallen", "rum", "rummet", "park", "parken", "gata", "gatan", "väg", "vägen", "torg", "torget", "plats", "platsen",
	"rondell", "rondellen", "bron", "stig", "stigen", "cup", "cupen", "skylt", "skylten", "skyltar", "skyltarna", "träd", "trädet", "träden", "flagga", "flaggan", "flaggor", "flaggorna",
	"bänk", "bänken", "sten", "stenen", "skola", "skolan", "skolor", "skolorna", "klass", "klassen", "område", "området", "kvarter", "kvarteret"}

// hasTwinCue reports whether a text in lower case speaks of partner towns.
func hasTwinCue(l string) bool {
	if !hasAny(l, twinStems...) {
		return hasAny(l, twinPhrases...)
	}
	return slices.ContainsFunc(splitWords(l), func(w cell) bool { return isTwinWord(w.of(l)) }) || hasAny(l, twinPhrases...)
}

// otherCues are words that turn a sentence to something that is no partnership between towns: projects, networks, journeys, aid.
var otherCues = []string{"projekt", "nätverk", "studiebesök", "studieres", "studieresa", "konferens", "praktik", "bistånd", "insamling", "organisation",
	"flykting", "erasmus", "turnering", "turné", "delegation", "utställning", "mässa", "medlem", "konsult", "evakuer", "examensarbete", "seminari",
	"hjälpsändning", "konsert", "samarbetsavtal", "upphandl", "network", "project", "study visit"}

// otherWords are the like, as words of their own.
var otherWords = set("resa resor resan resorna reser reste rest besök besöken besöket besökte besöka besöker föddes säte huvudkontor sekretariat travel visit visited")

// The states of a partnership; see policy.PartnerTown.
const (
	townActive  = "active"
	townDormant = "dormant"
	townEnded   = "ended"
)

// withoutPlanned takes out what somebody shall have ended.
var withoutPlanned = strings.NewReplacer("ha avslutat", "", "ha upphört", "", "ha sagts upp", "", "ha sagt upp", "")

// townStatus returns what a clause in lower case says of a partnership's state, "" if nothing.
func townStatus(l string) string {
	if hasWord(l, "ska", "skall", "bör") { // what shall have ended has not yet
		l = withoutPlanned.Replace(l)
	}
	switch {
	case hasAny(l, "upphört", "upphörde", "upphörd", "avslutad", "avslutat", "sagts upp", "sades upp", "lämnat kedjan", "lämnade kedjan", "lämnat samarbetet", "lämnade samarbetet", "sagt upp", "uppsagt", "uppsagd", "tidigare vänort", "före detta vänort",
		"f.d. vänort", "forna vänort", "hade fram till", "tidigare haft en vänort", "tidigare haft vänort", "f d vänort", "var vänort", "var vår vänort", "var kommunens vänort", "avvecklat", "avvecklad", "avvecklades", "avbröts", "avbrutits", "inte längre", "ej längre", "löpte ut", "löpt ut", "gick ut", "gått ut", "inte förnya", "inte förläng", "förlängdes inte", "förlängdes ej", "förnyades inte", "sagt ifrån sig",
		"frystes", "upplöst", "expired", "terminated", "not been renewed", "no longer", "former twin", "former sister", "former partner", "discontinued") || hasWord(l, "ended") || saidUp(l) || (hasAny(l, "säga upp", "uppsägning") || hasWord(l, "avsluta")) && !hasWord(l, "kan", "får", "rätt", "möjlighet", "eller", "tid", "föreslår", "föreslås", "månaders", "ska", "skall") || hasWord(l, "upphör") && !hasWord(l, "om", "när", "ska"):
		return townEnded
	case hasAny(l, "vilande", "inaktiv", "inte aktiv", "inte varit aktiv", "ej aktiv", "ligger nere", "legat nere", "sovande", "avstannat", "somnat", "inget utbyte", "ingen kontakt", "inga kontakter", "inga aktiviteter",
		"passiv", "inactive", "suspended", "paused", "pausad", "pausat", "slumrande", "dormant", "inte är aktiv", "ingen aktivitet", "inte haft något utbyte", "fruset", "frysta", "inte ägt rum", "inte förekommit", "i malpåse", "i träda", "ut i sanden", "inga utbyten", "inga besök", "har avtagit", "obefintlig", "not active",
		"no activity", "no contact") || hasWord(l, "fryst", "vilar", "vilat", "anses vila", "är i vila"):
		return townDormant
	case hasAny(l, "aktiv", "pågående", "gällande", "levande", "active"):
		return townActive
	}
	return ""
}

// saidUp reports whether somebody gave notice, with words between the verb's parts: "sade självt upp sitt avtal".
func saidUp(l string) bool {
	words := splitWords(l)
	for i := range words {
		if !hasWord(words[i].of(l), "sade", "sa", "sagt", "sades", "sagts") {
			continue
		}
		for k := i + 2; k < len(words) && k <= i+3; k++ {
			if words[k].of(l) == "upp" {
				return true
			}
		}
	}
	return false
}

// counted narrows the clause from byte a to b around p to what is said of one group of towns, where the sentence counts several and says of this what
// its state is: "två är vilande, nämligen A och B, och en, C, sades upp".
func counted(l string, a, b int, p place) (int, int) {
	from, end := a, b
	for _, number := range []string{"en", "ett", "två", "tre", "fyra"} {
		for _, cut := range []string{" och " + number + ",", " och " + number + " ", ", " + number + " "} {
			if i := strings.LastIndex(l[a:p.start], cut); i >= 0 {
				from = max(from, a+i+len(cut))
			}
			if i := strings.Index(l[p.end:b], cut); i >= 0 {
				end = min(end, p.end+i)
			}
		}
	}
	if (from > a || end < b) && townStatus(unbracketed(l[from:end])) != "" {
		return from, end
	}
	return a, b
}

// clause returns the byte range of the clause around bytes start to end of a text in lower case.
func clause(l string, start, end int) (int, int) {
	a, b := 0, len(l)
	for _, cut := range []string{";", " men ", " medan ", " och i stället ", " och istället ", ", att ", " samt att "} {
		if i := strings.LastIndex(l[:start], cut); i >= 0 {
			a = max(a, i+len(cut))
		}
		if i := strings.Index(l[end:], cut); i >= 0 {
			b = min(b, end+i)
		}
	}
	return a, b
}
