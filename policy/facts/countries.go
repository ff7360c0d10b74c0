package facts

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryNames are names in use beside those of CLDR, with the ISO 3166-1 code of the country they belong to today.
const countryNames = `England GB|Skottland GB|Wales GB|Nordirland GB|Storbritannien GB|Scotland GB|Northern Ireland GB|Great Britain GB|UK GB|
USA US|Förenta staterna US|Amerikas förenta stater US|United States of America US|Holland NL|Nederländerna NL|Tjeckiska republiken CZ|Tjeckien CZ|
Czech Republic CZ|Vitryssland BY|Belarus BY|Makedonien MK|Nordmakedonien MK|Bosnien BA|Bosnien-Hercegovina BA|Bosnien och Hercegovina BA|
Ryska federationen RU|Sovjetunionen RU|DDR DE|Östtyskland DE|Västtyskland DE|Förbundsrepubliken Tyskland DE|Republiken Irland IE|Eire IE|
Moldavien MD|Moldova MD|Palestina PS|Palestine PS|Sydkorea KR|South Korea KR|Nordkorea KP|Burma MM|Turkey TR|Turkiet TR|Kap Verde CV|
Elfenbenskusten CI|Swaziland SZ|Kongo CD|Åland AX|Ålands landskap AX|Färöarna FO|Grönland GL|Folkrepubliken Kina CN|Taiwan TW|Kosovo XK|Vatikanen VA`

// countryAdjectives are the stems of adjectives: "norsk" for norsk, norska, norskt.
const countryAdjectives = `svensk SE|norsk NO|dansk DK|finsk FI|finländsk FI|finlandssvensk FI|isländsk IS|färöisk FO|grönländsk GL|åländsk AX|estnisk EE|
estländsk EE|estländsk EE|lettisk LV|lettländsk LV|litauisk LT|polsk PL|tysk DE|östtysk DE|västtysk DE|rysk RU|brittisk GB|engelsk GB|skotsk GB|
walesisk GB|nordirländsk GB|irländsk IE|irisk IE|fransk FR|spansk ES|portugisisk PT|italiensk IT|grekisk GR|turkisk TR|cypriotisk CY|maltesisk MT|
holländsk NL|nederländsk NL|belgisk BE|luxemburgsk LU|schweizisk CH|österrikisk AT|tjeckisk CZ|slovakisk SK|ungersk HU|rumänsk RO|bulgarisk BG|
serbisk RS|kroatisk HR|slovensk SI|bosnisk BA|makedonsk MK|nordmakedonsk MK|montenegrinsk ME|albansk AL|kosovansk XK|ukrainsk UA|vitrysk BY|
belarusisk BY|moldavisk MD|georgisk GE|armenisk AM|azerbajdzjansk AZ|amerikansk US|kanadensisk CA|mexikansk MX|kinesisk CN|japansk JP|sydkoreansk KR|
indisk IN|vietnamesisk VN|thailändsk TH|filippinsk PH|australisk AU|nyzeeländsk NZ|sydafrikansk ZA|namibisk NA|botswansk BW|kenyansk KE|ugandisk UG|
tanzanisk TZ|zambisk ZM|zimbabwisk ZW|moçambikisk MZ|etiopisk ET|ghanansk GH|senegalesisk SN|marockansk MA|tunisisk TN|egyptisk EG|israelisk IL|
palestinsk PS|libanesisk LB|irakisk IQ|chilensk CL|brasiliansk BR|argentinsk AR|peruansk PE|colombiansk CO|nicaraguansk NI|kubansk CU|bolivisk BO`

// regionNames are parts of countries that often stand between a town and its country; they are no towns.
const regionNames = `Minnesota Wisconsin Illinois Iowa Nebraska Kansas Michigan Maine Texas Kalifornien California Pennsylvania Oregon Utah Delaware Florida US|Georgia -|
Schleswig-Holstein Mecklenburg-Vorpommern Niedersachsen Bayern Sachsen Brandenburg Thüringen Hessen Rheinland-Pfalz Nordrhein-Westfalen Saarland
Baden-Württemberg Sachsen-Anhalt Nordfriesland DE|Toscana Lombardiet Piemonte Umbrien Ligurien Sicilien Sardinien IT|Pommern Masurien Ermland-Masurien Schlesien PL|Karelen -|
Jylland Nordjylland Fyn Själland Lolland Falster DK|Österbotten Nyland Savolax Åboland Egentliga-Finland Satakunta Tavastland Norra-Karelen FI|Lappland -|
Hedmark Oppland Rogaland Finnmark Nordland Telemark Vestfold Østfold Akershus Innlandet Viken Trøndelag Buskerud Troms Vestland NO|
Normandie Bretagne Provence Elsass Burgund FR|Katalonien Andalusien Galicien Baskien ES|Transsylvanien RO|Kurland Livland Lettgallen LV|Dagö Ösel EE|
Tyrolen Kärnten Steiermark AT|Yorkshire Kent Essex Suffolk Cornwall GB|Ontario Quebec CA|Ingermanland RU|Värmland Dalarna Skåne Bohuslän SE`

// carCodes are abbreviations of countries as they stand behind a town in brackets: those on cars, and the ISO codes of near countries.
var carCodes = map[string]string{
	"N": "NO", "DK": "DK", "FIN": "FI", "SF": "FI", "D": "DE", "F": "FR", "PL": "PL", "EST": "EE", "LV": "LV", "LT": "LT", "IS": "IS", "H": "HU", "I": "IT", "E": "ES", "P": "PT",
	"NL": "NL", "B": "BE", "A": "AT", "CH": "CH", "CZ": "CZ", "SK": "SK", "GB": "GB", "UK": "GB", "USA": "US", "RUS": "RU", "UA": "UA", "IRL": "IE", "GR": "GR", "RO": "RO", "BG": "BG",
	"NO": "NO", "FI": "FI", "DE": "DE", "FR": "FR", "EE": "EE", "HU": "HU", "IT": "IT", "ES": "ES", "RU": "RU", "US": "US", "AX": "AX", "FO": "FO",
}

// A countryTable tells what a country's name or adjective stands for.
type countryTable struct {
	names      map[string]string // lower-case name -> alpha-2
	adjectives map[string]string // lower-case stem -> alpha-2
	regions    map[string]string // lower-case name of a part of a country -> alpha-2, "-" where two countries have one
	codes      map[string]bool
	maxWords   int
}

// countries builds the table when it is first asked for: names by CLDR in Swedish and English, then those above.
var countries = sync.OnceValue(func() *countryTable {
	t := &countryTable{names: map[string]string{}, adjectives: map[string]string{}, codes: map[string]bool{}, regions: map[string]string{}}
	sv, en := display.Regions(language.Swedish), display.Regions(language.English)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.Canonicalize() != region || code == "ZZ" {
				continue
			}
			t.codes[code] = true
			t.add(sv.Name(region), code)
			t.add(en.Name(region), code)
		}
	}
	for item := range strings.SplitSeq(regionNames, "|") {
		words := strings.Fields(item)
		for _, w := range words[:len(words)-1] {
			t.regions[strings.ToLower(w)] = words[len(words)-1]
		}
	}
	eachPair(countryNames, t.add)
	eachPair(countryAdjectives, func(stem, code string) { t.adjectives[stem] = code })
	return t
})

func (t *countryTable) add(name, code string) {
	if name == "" || len(name) <= 2 && name != "UK" {
		return
	}
	t.names[strings.ToLower(name)] = code
	t.maxWords = max(t.maxWords, strings.Count(name, " ")+1)
}

func eachPair(list string, add func(name, code string)) {
	for item := range strings.SplitSeq(list, "|") {
		item = strings.TrimSpace(item)
		if i := strings.LastIndexByte(item, ' '); i > 0 {
			add(item[:i], item[i+1:])
		}
	}
}

// name returns the code of the country with the given name, which may be in the genitive ("Norges").
func (t *countryTable) name(s string) (code string, genitive, ok bool) {
	l := strings.ToLower(s)
	if code, ok := t.names[l]; ok {
		return code, false, true
	}
	if stem, found := strings.CutSuffix(l, "s"); found {
		if code, ok := t.names[stem]; ok {
			return code, true, true
		}
	}
	return "", false, false
}

// adjective returns the code of the country that an adjective in lower case belongs to: "norska", "norskt", "norsk".
func (t *countryTable) adjective(s string) (string, bool) {
	if code, ok := t.adjectives[s]; ok {
		return code, true
	}
	for _, part := range []string{"nord", "syd", "väst", "öst", "central"} { // "nordtysk"
		if rest, found := strings.CutPrefix(s, part); found && len(rest) > 4 && !strings.HasPrefix(rest, "isk") {
			if code, ok := t.adjective(rest); ok {
				return code, true
			}
		}
	}
	for _, e := range []string{"a", "t", "e"} {
		if stem, found := strings.CutSuffix(s, e); found {
			if code, ok := t.adjectives[stem]; ok {
				return code, true
			}
		}
	}
	return "", false
}
