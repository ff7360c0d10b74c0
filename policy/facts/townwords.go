package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// common reports whether a name looks like a Swedish word with a capital, which a line without a country may well begin with.
func (f *townFinder) common(name string) bool {
	w := lower(name)
	if strings.ContainsAny(w, "/ ") {
		w = w[strings.LastIndexAny(w, "/ ")+1:]
	}
	if sentenceWord(name) || swedish.IsStop(w) || len(findIntervals(w)) > 0 {
		return true
	}
	for _, e := range []string{"utbyte", "utbyten", "utbytet", "ning", "ningar", "ningen", "het", "heten", "else", "elsen", "ande", "andet", "ansvar", "projekt", "verksamhet", "samarbete", "samarbeten", "kultur",
		"skola", "skolor", "elever", "ungdomar", "idrott", "turism", "miljö", "näringsliv", "syfte", "mål", "bakgrund", "uppföljning", "inledning", "historik", "kontakt", "kontakter", "ekonomi", "organisation",
		"föreningar", "avtal", "musik", "konst", "handel", "arbete", "erfarenheter", "information", "kommunikation", "språk", "demokrati", "integration"} {
		if rest, ok := strings.CutSuffix(w, e); ok && len(rest) != 1 && len(rest) != 2 { // "Sande" is a town
			return true
		}
	}
	return false
}

// sentenceWord reports whether a name is a word that often stands first in a sentence before "i" and a country: "Projekt i Uganda", "Skolor i Polen".
func sentenceWord(name string) bool {
	return sentenceWords[strings.ToLower(name)]
}

var sentenceWords = set(`st sta liten litet små mindre stor stort stora större sydeuropa östeuropa centraleuropa västeuropa nordeuropa samarbete samarbetet samarbeten utbyte utbytet utbyten projekt projektet kontakter kontakten kontakt skolor skolan skola elever ungdomar lärare företag föreningar
	avtal avtalet avtalen resa resor studiebesök besök arbetet arbete vi de den det dessa detta även sedan idag numera tidigare därefter dessutom vidare under efter år året med från till för om när där
	alla både bland ett en två tre fyra fem sex sju åtta nio tio kommunen kommunens staden orten orter orterna städer kommuner kommun land länder norden europa baltikum asien afrika amerika
	europeiska nordiska unionen erasmus interreg leader sida nato fn förenta internationella internationellt internationell partner partners vänner familjer invånare nätverk nätverket
	ärende ärendet beslut beslutet förslag förslaget yttrande bedömning sammanfattning underlag beslutsunderlag nuläge förutsättningar ekonomi organisation organisationen organisationer konferens konferensen möte möten mötet musiker idrottare barn flyktingar människor januari februari mars april maj juni juli augusti
	september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag kommunstyrelsen kommunfullmäktige policyn strategin riktlinjerna planen målet syftet sveriges svenska sverige sector sektor
	inkom ankom dnr diarienummer sida sid bilaga datum first the our their since town towns city cities twin sister norra södra östra västra centrala främst särskilt samtliga några många flera övriga andra första`)
