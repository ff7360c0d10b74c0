package compare

import "strings"

// The tags that the report treats specially, because there are facts beside their sentences.
const (
	tagResponsibility = "responsibility"
	tagFollowUp       = "follow-up"
	tagPartnerTowns   = "partner-towns"
)

// subjects are the beginnings of the words by which a sentence names what a tag stands for. A sentence that negates one of
// them says expressly that there is none; one that negates anything else does not ("ingen ska diskrimineras" is a goal).
var subjects = map[string][]string{
	"goals":           {"mål", "syfte", "syftar"},
	tagResponsibility: {"ansvar"},
	tagFollowUp:       {"uppfölj", "följs", "följas", "utvärder", "revider", "avrapporter", "återrapporter"},
	tagPartnerTowns:   {"vänort", "vänkommun", "vänstad", "vänstäder", "partnerstad", "partnerstäder", "partnerort"},
}

// noneBefore are words that, standing up to negationReach words before the subject, deny it; noneAfter the same behind it.
// "inte" denies a verb; before a noun it more often denies something else, so that it counts in few places only.
var (
	noneBefore = set("inga", "ingen", "inget", "saknar", "saknas", "upphört", "upphörde", "avslutat", "avslutade",
		"avvecklat", "vilande")
	noneAfter = set("saknas", "vilande", "vilar", "vila", "upphört", "upphörde", "avslutats", "avslutades", "avslutat",
		"avvecklats", "avvecklades")
	notVerbs = set("föreslås", "har", "ingår", "finns", "omfattar", "omfattas", "planeras", "sker", "görs")
)

// negationReach is how many words may stand between a denial and what it denies: "inga formella aktiva vänorter",
// "vänortsutbytet har under senare år varit vilande".
const negationReach = 3
const negationReachAfter = 6

// denies reports whether a sentence of these words says expressly that there is nothing of what tag stands for.
func denies(tag string, ws []string) bool {
	stems := subjects[tag]
	if len(stems) == 0 {
		return false
	}
	for i, w := range ws {
		if hasStem(w, stems) && (deniedBefore(ws, i) || deniedAfter(ws, i)) {
			return true
		}
	}
	return false
}

func hasStem(word string, stems []string) bool {
	for _, s := range stems {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	return false
}

// deniedBefore reports whether a denial stands before the word at i: "inga vänorter", "har inte några vänorter".
func deniedBefore(ws []string, i int) bool {
	for j := i - 1; j >= 0 && j >= i-negationReach; j-- {
		if noneBefore[ws[j]] {
			return true
		}
		if (ws[j] == "inte" || ws[j] == "ej") && j > 0 && notVerbs[ws[j-1]] {
			return true
		}
	}
	return false
}

// deniedAfter reports whether a denial stands behind the word at i: "vänortsutbytet är vilande", "följs inte upp".
func deniedAfter(ws []string, i int) bool {
	if i+2 < len(ws) && ws[i+1] == "inte" && ws[i+2] == "upp" {
		return true
	}
	for j := i + 1; j < len(ws) && j <= i+negationReachAfter; j++ {
		if noneAfter[ws[j]] && ws[j-1] != "inte" {
			return true
		}
	}
	return false
}
