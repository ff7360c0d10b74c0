package facts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// A townTest is a text with the partner towns that a careful reader finds in it: "Time NO", "Tczew PL dormant" (active goes without saying),
// "Narva" (no country told).
type townTest struct {
	name   string
	text   string
	want   string // comma-separated
	status string // "active" if towns are wanted and nothing is said
	count  int
}

var townTests = []townTest{
	// 1. prose: "X i Land"
	{name: "prose", text: "Ekeby kommun har tre vänorter: Gran i Norge, Skagen i Danmark och Loimaa i Finland.",
		want: "Gran NO, Skagen DK, Loimaa FI", count: 3},
	{name: "prose before the word", text: "Rakvere i Estland och Kuldiga i Lettland är våra vänorter sedan 1992.", want: "Rakvere EE, Kuldiga LV"},
	{name: "prose, one country for several", text: "Vänortsavtal finns med Eidskog, Stange och Løten i Norge samt med Tårnby i Danmark.",
		want: "Eidskog NO, Stange NO, Løten NO, Tårnby DK"},
	{name: "prose, bracket with number", text: "Kommunen har avtal med två partnerstäder (Plungė i Litauen och Malbork i Polen).", want: "Plungė LT, Malbork PL", count: 2},
	{name: "prose over sentences", text: "Kommunen har två vänorter. Den äldsta är Bodø i Norge. Sedan 2004 finns även ett avtal med Tczew i Polen.",
		want: "Bodø NO, Tczew PL", count: 2},
	{name: "prose, respective countries", text: "Våra vänorter är Måsøy, Ikast och Jämsä i Norge, Danmark respektive Finland.", want: "Måsøy NO, Ikast DK, Jämsä FI"},
	{name: "prose with the region", text: "Vår vänort är Bemidji i Minnesota, USA, och vår fadderort Haapsalu i västra Estland.", want: "Bemidji US, Haapsalu EE"},
	{name: "on an island", text: "Vänorterna är Jomala på Åland, Selfoss på Island och Klaksvík på Färöarna.", want: "Jomala AX, Selfoss IS, Klaksvík FO"},
	// 2. brackets
	{name: "brackets", text: "Ekeby har fyra vänorter: Kongsvinger (Norge), Hillerød (Danmark), Kerava (Finland) och Jõgeva (Estland).",
		want: "Kongsvinger NO, Hillerød DK, Kerava FI, Jõgeva EE", count: 4},
	{name: "brackets with years", text: "Partnerstäder: Paide (Estland, sedan 1991), Ventspils (Lettland, 1994).", want: "Paide EE, Ventspils LV"},
	{name: "country with its towns in brackets", text: "Vi har vänorter i Norge (Hole), Tyskland (Ratzeburg) och Frankrike (Albi).", want: "Hole NO, Ratzeburg DE, Albi FR"},
	// 3. adjectives
	{name: "adjectives", text: "Kommunens vänorter är norska Vadsø, danska Nykøbing Falster, finländska Lovisa och den polska staden Gniezno.",
		want: "Vadsø NO, Nykøbing Falster DK, Lovisa FI, Gniezno PL"},
	{name: "adjective with twin word", text: "Utbyte sker med den tyska partnerstaden Bad Doberan och de estniska vänorterna Tapa och Põlva.", want: "Bad Doberan DE, Tapa EE, Põlva EE"},
	// 4. list under a heading
	{name: "list under heading", text: "## Vänorter\n- Lier, Norge\n- Vejen, Danmark\n- Kitee, Finland\n- Szczytno, Polen", want: "Lier NO, Vejen DK, Kitee FI, Szczytno PL"},
	{name: "list with i", text: "## Våra partnerstäder\nKommunen samarbetar med följande orter.\n- Frankfurt am Main i Tyskland\n- S:t Michel i Finland\n- Saint-Malo i Frankrike",
		want: "Frankfurt am Main DE, S:t Michel FI, Saint-Malo FR"},
	{name: "list with dashes", text: "## Vänorter\n- Hammerfest – Norge\n- Bornholm - Danmark\n- Polen: Elbląg", want: "Hammerfest NO, Bornholm DK, Elbląg PL"},
	// 5. list with an opener, no heading
	{name: "list with opener", text: "Ekeby har vänortsavtal med:\n- Søgne, Norge\n- Kalundborg, Danmark\n- Kimito, Finland", want: "Søgne NO, Kalundborg DK, Kimito FI"},
	{name: "list without countries", text: "Kommunens vänorter är:\n- Åndalsnes\n- Viborg\n- Loviisa/Lovisa", want: "Åndalsnes, Viborg, Loviisa/Lovisa"},
	// 6. table with header
	{name: "table", text: "## Internationellt\nVänort | Land | Avtal sedan\nNarvik | Norge | 1961\nGuldborgsund | Danmark | 1964\nRovaniemi | Finland | 1970",
		want: "Narvik NO, Guldborgsund DK, Rovaniemi FI"},
	{name: "table, country first", text: "## Vänorter\nLand | Ort | Status\nNorge | Ullensaker | Aktiv\nTyskland | Wismar | Vilande\nUngern | Eger | Avslutat 2011",
		want: "Ullensaker NO, Wismar DE dormant, Eger HU ended"},
	{name: "table with kinds", text: "## Internationella kontakter\nStad | Land | Typ\nTartu | Estland | Vänort\nNakuru | Kenya | Projekt\nBilbao | Spanien | Nätverk",
		want: "Tartu EE"},
	// 7. headings per country
	{name: "headings per country", text: "## Vänorter\n### Norge\n- Elverum\n- Rygge\n### Finland\n- Salo\n### Lettland\nCēsis", want: "Elverum NO, Rygge NO, Salo FI, Cēsis LV"},
	// 8. a heading for each town
	{name: "heading per town", text: "## Våra vänorter\n### Stjørdal, Norge\nAvtalet tecknades 1975.\n### Nysted (Danmark)\nUtbytet gäller skolor.\n### Pärnu\nPärnu är en badort i Estland.",
		want: "Stjørdal NO, Nysted DK, Pärnu EE"},
	// 9. lines with labels
	{name: "labels", text: "Vänort: Dresden, Tyskland\nVänort: Vaasa/Vasa, Finland\nPartnerstad: Pskov, Ryssland", want: "Dresden DE, Vaasa/Vasa FI, Pskov RU"},
	{name: "countries with labels", text: "## Vänorter\nNorge: Halden och Moss\nDanmark: Viborg\nEstland: Võru, Valga", want: "Halden NO, Moss NO, Viborg DK, Võru EE, Valga EE"},
	// 10. twin names, districts, parts of towns
	{name: "twin names", text: "Vänorter är Görlitz/Zgorzelec i Polen och Narva/Ivangorod i Estland.", want: "Görlitz/Zgorzelec PL, Narva/Ivangorod EE"},
	{name: "district", text: "Kommunen har vänortsavtal med stadsdelen Pankow i Berlin, Tyskland, och med distriktet Tukums i Lettland.", want: "Pankow DE, Tukums LV"},
	{name: "alias", text: "Vår finska vänort är Pargas (Parainen) i Finland.", want: "Pargas FI"},
	{name: "with kommun", text: "## Vänkommuner\n- Grue kommun, Norge\n- Løgstør kommune i Danmark", want: "Grue NO, Løgstør DK"},
	// 11. English
	{name: "English", text: "## Twin towns\nThe municipality has three twin towns: Larvik in Norway, Borgå (Finland) and Kolding, Denmark.", want: "Larvik NO, Borgå FI, Kolding DK", count: 3},
	// 12. states
	{name: "dormant and active", text: "Kommunen har två vänorter. Utbytet med Nida i Litauen är vilande medan samarbetet med vänorten Odda i Norge är aktivt.",
		want: "Nida LT dormant, Odda NO", count: 2},
	{name: "ended", text: "Vänortsavtalet med Sopot i Polen sades upp 2015.", want: "Sopot PL ended", status: "none"},
	{name: "all dormant", text: "Kommunens vänorter är Årdal i Norge och Ribe i Danmark. Vänortssamarbetet har varit vilande sedan 2009.", want: "Årdal NO dormant, Ribe DK dormant", status: "dormant"},
	{name: "heading of former", text: "## Vänorter\n### Aktiva vänorter\n- Gjøvik, Norge\n### Tidigare vänorter\n- Gävle-Aleksandrów, Polen", want: "Gjøvik NO, Gävle-Aleksandrów PL ended"},
	{name: "dormant, unnamed", text: "Kommunens vänortsutbyte har legat nere de senaste åren.", status: "dormant"},
	{name: "none", text: "Ekeby kommun har inga vänorter.", status: "none"},
	{name: "none, saknar", text: "Kommunen saknar i dag vänorter men deltar i projekt med Kampala i Uganda.", status: "none"},
	{name: "none, inte några", text: "Kommunen har inte några aktiva vänortsavtal.", status: "none"},
	{name: "none, finns inte", text: "Några vänorter finns inte i dag.", status: "none"},
	{name: "unnamed", text: "Inbjudningar från våra vänorter besvaras av kommunledningen.", status: "mentioned-unnamed"},
	{name: "not found", text: "Kommunen deltar i nätverk i Europa.", status: "not-found"},
	// several on one line, without a word between
	{name: "one line a town", text: "## Vänorter\nMariehamn Åland 1950\nSlagelse Danmark 1964", want: "Mariehamn AX, Slagelse DK"},
	{name: "names only in prose", text: "De norska vänorterna Hurdal och Nannestad besöks vartannat år.", want: "Hurdal NO, Nannestad NO"},
	// after their country, in records, under lines that stand as headings
	{name: "country before the town", text: "Idag har vi tre vänorter: i Norge Åsnes, i Tyskland Altlandsberg och i Polen Węgorzewo.", want: "Åsnes NO, Altlandsberg DE, Węgorzewo PL", count: 3},
	{name: "in the country is", text: "I Norge är Vågan vänort. I Danmark har kommunen Lejre.", want: "Vågan NO, Lejre DK"},
	{name: "namely", text: "Vänorterna är tre till antalet. Två ligger i Finland, nämligen Pernå och Paimio, och en i Danmark (Sejerø).", want: "Pernå FI, Paimio FI, Sejerø DK", count: 3},
	{name: "records", text: "Ort: Lillesand\nLand: Norge\nTyp av samarbete: Vänort\nOrt: Dodoma\nLand: Tanzania\nTyp av samarbete: Projekt", want: "Lillesand NO"},
	{name: "records with state", text: "Vänort: Sønderborg\nLand: Danmark\nStatus: vilande\nVänort: Lohja\nLand: Finland\nStatus: aktiv", want: "Sønderborg DK dormant, Lohja FI"},
	{name: "lines", text: "Vänorter\nNORGE\nLindesnes, 1952\nVang, 1964\nFINLAND\nLahti, 1940\nAnsvar\nKommunen leder.", want: "Lindesnes NO, Vang NO, Lahti FI"},
	{name: "numbered line over headings", text: "6 Vänorter (ort och land)\nKommunen har avtal med Haugesund i Norge.\nAvtalen med Cieszyn i Polen och Rēzekne i Lettland är vilande.",
		want: "Haugesund NO, Cieszyn PL dormant, Rēzekne LV dormant"},
	{name: "car codes", text: "Kommunens vänorter är Modum (N), Middelfart (DK), Forssa (FIN) och Seydisfjördur (IS).", want: "Modum NO, Middelfart DK, Forssa FI, Seydisfjördur IS"},
	{name: "item with the city", text: "## Vänorter\n- Stadsdelen Lichtenberg, Berlin, Tyskland\n- Berlin-distriktet Reinickendorf, Tyskland", want: "Lichtenberg DE, Reinickendorf DE"},
	{name: "between", text: "Vänortsavtal finns mellan Trosa och Kärdla (Estland).", want: "Kärdla EE"},
	{name: "run together", text: "# Våra vänorter\nNorden: Kristiansund (Norge), Kuopio (Finland) Europa: Opole (Polen), Gera (Tyskland)", want: "Kristiansund NO, Kuopio FI, Opole PL, Gera DE"},
	{name: "ended in the next sentence", text: "Fullmäktige ingick 1995 vänortsavtal med Zjytomyr i Ukraina. Avtalet har inte förnyats och gäller inte längre. Med norska Rana finns däremot ett vänortsutbyte.",
		want: "Zjytomyr UA ended, Rana NO"},
	{name: "preposition first", text: "Vänorter är Skive i Danmark och Husum i Tyskland. Med Husum (Tyskland) utbyts erfarenheter i vänortsarbetet.", want: "Skive DK, Husum DE"},
	{name: "letters that OCR took for others", text: "## Vånorter\nVånortsavtal finns med Time i Norge.", want: "Time NO"},
	{name: "countries in the genitive", text: "Vänorterna är Norges Risør och Finlands sydligaste stad Hangö.", want: "Risør NO, Hangö FI"},
	{name: "district of a city", text: "Kommunen är vänort med Hamburgs stadsdel Altona och med Tallinn.", want: "Altona DE, Tallinn EE"},
	{name: "a preposition in the name", text: "Vänorter är Mo i Rana, Norge, och Kotka, Finland.", want: "Mo i Rana NO, Kotka FI"},
	{name: "corner of a table", text: "Vänort | Avtal\nNorge | Froland | 1947\nDanmark | Otterup | 1951", want: "Froland NO, Otterup DK"},
	{name: "state in an item's next sentence", text: "Kommunens vänorter är Raahe i Finland. Något utbyte har inte ägt rum sedan 2006.", want: "Raahe FI dormant", status: "dormant"},
	{name: "state of all in the next sentence", text: "Vänorter är Raahe i Finland och Ribe i Danmark. Avtalen är sedan länge vilande.", want: "Raahe FI dormant, Ribe DK dormant", status: "dormant"},
	{name: "which lies in", text: "Vänorten heter Lunde och ligger i Norge, partnerorten Raisio, som ligger nära Åbo i Finland.", want: "Lunde NO, Raisio FI"},
	{name: "one of its own name", text: "Ekeby i Finland var kommunens första vänort.", want: "Ekeby FI"},
	{name: "the others", text: "Kommunen har tre vänorter. Två, Sande och Vang, ligger i Norge. Övriga är Ingå i Finland.", want: "Sande NO, Vang NO, Ingå FI", count: 3},
	{name: "years first", text: "## Vänorter\n- 1946 Nes, Norge\n- 1951 Nyborg, Danmark", want: "Nes NO, Nyborg DK"},
	{name: "a heading for Sweden", text: "## Vänorter\n### Sverige\n- Storviken\n- Lillsjön\n### Norge\n- Farsund", want: "Farsund NO"},
	{name: "state of a row that is no town's", text: "Vänort | Land | Status\nFarsund | Norge | Aktiv\nStrandgatan | Norge | Vilande", want: "Farsund NO"},
	{name: "state in a record that is no town's", text: "## Vänorter\nOrt: Farsund\nLand: Norge\nStatus: aktiv\nOrt: Strandgatan\nLand: Norge\nStatus: vilande", want: "Farsund NO"},
	{name: "state under a heading that is no town's", text: "## Vänorter\n### Farsund, Norge\nUtbytet gäller körer.\n### Strandgatan, Norge\nUtbytet är vilande.", want: "Farsund NO"},
	{name: "towns under a heading that is no town's", text: "## Vänorter\n### Farsund, Norge\nUtbytet gäller körer.\n### Strandgatan\nHär i Norge.\nKommunen har även vänorten Kemi i Finland.", want: "Farsund NO, Kemi FI"},
	{name: "number and adjectives", text: "Kommunen har två nordiska och en baltisk vänort.", status: "mentioned-unnamed", count: 3},
}

func TestPartnerTowns(t *testing.T) {
	towns := 0
	for _, test := range townTests {
		t.Run(test.name, func(t *testing.T) {
			got := extractFrom(test.text)
			if want := split(test.want); !slices.Equal(townNames(got), want) {
				t.Errorf("towns %q, want %q", townNames(got), want)
			}
			status := test.status
			if status == "" {
				status = "active"
			}
			if got.PartnerTownsStatus.Value != status {
				t.Errorf("status %q, want %q", got.PartnerTownsStatus.Value, status)
			}
			if n := stated(got); test.count != 0 && n != test.count {
				t.Errorf("stated count %d, want %d", n, test.count)
			}
		})
		towns += len(split(test.want))
	}
	if towns < 60 {
		t.Errorf("%d towns in the tests, want 60", towns)
	}
}

// No town is found where a document has none, however many places it names.
func TestNoPartnerTowns(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"project countries", "Projekt har genomförts med Namibia, Kina och Georgien. Samarbetet med Windhoek i Namibia pågår."},
		{"networks", "Kommunen är medlem i nätverk med Bologna i Italien och Gent i Belgien. Vänorter nämns inte i planen."},
		{"history of the movement", "De första vänorterna i Europa var Keighley i England och Poix-du-Nord i Frankrike, efter första världskriget."},
		{"study visit", "Nämnden gjorde ett studiebesök i Freiburg i Tyskland. Vänortsfrågor hanteras av kommunstyrelsen."},
		{"beside partner towns", "Utöver vänortssamarbetet deltar kommunen i projekt med Riga i Lettland och Gdynia i Polen."},
		{"another municipality", "Lidköpings kommun har vänorterna Kirkkonummi i Finland och Skanderborg i Danmark."},
		{"neighbours", "Grannkommunen har vänorten Lemvig i Danmark."},
		{"enquiry", "En förfrågan från Brest i Vitryssland om att bli vänort avböjdes."},
		{"definition", "En vänort är en ort som en kommun samarbetar med, till exempel Turku i Finland."},
		{"journey", "Elever från gymnasiet reser till Barcelona i Spanien. Vänortsstipendier söks hos kommunen."},
		{"activities in a list", "## Vänorter\nVänortsutbytet ska omfatta:\n- Ungdomsutbyten\n- Kultur\n- Näringsliv"},
		{"other list under the heading", "## Vänorter\nMålen för samarbetet är:\n- Demokrati\n- Integration"},
		{"board table", "Nämnd | Ansvar | Uppföljning\nKommunstyrelsen | Samordning av vänorter | Årligen\nTekniska nämnden | Projekt i Polen | Vid behov"},
		{"another section", "## Vänorter\nVänorterna bjuds in årligen.\n## Projekt\n- Mwanza, Tanzania\n- Lviv, Ukraina"},
		{"project table", "Projekt | Ort | Land\nVatten | Kisumu | Kenya"},
		{"references", "[references] Vänorter i Trosa: Otepää i Estland"},
		{"flat table row", "Kommunstyrelsen Kontakter med vänorter Varje höst 2019-05-14"},
		{"table of something else below", "Vänort | Land\nNätverk\nOrganisation | Land\nEurocities | Belgien"},
		{"stamp under the heading", "Vänorter\nINKOM\nDnr\nEva Ek\nVänorterna är viktiga."},
		{"only considered", "Även Sopot i Polen har varit aktuellt som vänort, men inga avtal tecknades."},
		{"instead of partner towns", "Kommunen har inga vänorter. I stället sker utbyten med Sligo på Irland."},
		{"another's partner town", "Kerava i Finland är vänort till Kristianstad."},
		{"and for another", "Utskottet svarar för frågor om vänorter samt för samarbetet med Chisinau i Moldavien."},
		{"beside, in a network", "Utöver vänorterna finns ett samarbete med Lidice i Tjeckien inom ett fredsnätverk."},
		{"a partnership in a table of partner towns", "## Vänorter\nOrt | Land | Form\nNes | Sverige | vänort\nChingola | Zambia | ICLD-partnerskap"},
		{"an application refused", "Ansökan från Mtskheta i Georgien om att bli vänort avslås."},
		{"a street in a table with states", "Vänort | Land | Status\nStrandgatan | Norge | Vilande"},
		{"a street in a record with its state", "## Vänorter\nOrt: Strandgatan\nLand: Norge\nStatus: vilande"},
		{"a street as a heading", "## Vänorter\n### Strandgatan\nGatan finns i Norge.\nUtbytet är vilande."},
		{"after a contrast", "Vänorterna prioriteras, medan utbytet med Shanghai i Kina sker genom projekt."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := townNames(extractFrom(test.text)); len(got) > 0 {
				t.Errorf("found %q where there is none", got)
			}
		})
	}
}

// Lines of a list without bullets come as one paragraph where no space parts them; the anchors of the printed lines part them again.
func TestTownsOnPrintedLinesRunTogether(t *testing.T) {
	doc := document("## Vänorter\nNorge Hamar Nord-Aurdal Danmark Greve")
	at := strings.Index(doc.Text, "Norge")
	for _, line := range []string{"Norge", "Hamar", "Nord-Aurdal", "Danmark", "Greve"} {
		doc.Anchors = append(doc.Anchors, policy.Anchor{Span: policy.Span{Start: at, End: at + len(line)}, Page: 1})
		at += len(line) + 1
	}
	if names := townNames(facts.Extract(doc)); !slices.Equal(names, []string{"Hamar NO", "Nord-Aurdal NO", "Greve DK"}) {
		t.Errorf("found %q", names)
	}
}

func TestSwedishTownsAreNoPartnerTowns(t *testing.T) {
	got := extractFrom("Tillsammans med Trosa och Nyköping har Ekeby vänorterna Hämeenlinna i Finland, Trosa och Ekeby.")
	if names := townNames(got); !slices.Equal(names, []string{"Hämeenlinna FI"}) {
		t.Errorf("found %q", names)
	}
}

func TestStatedCount(t *testing.T) {
	for text, want := range map[string]int{
		"Kommunen har fem vänorter.":                            5,
		"Kommunen har 12 aktiva vänorter.":                      12,
		"Det finns vänortsavtal med fyra kommuner.":             4,
		"Kommunen har tre nordiska och två baltiska vänorter.":  5,
		"Antal vänorter: 6":                                     6,
		"Kommunen har en vänort, Time i Norge.":                 1,
		"En vänort kan vara till nytta.":                        0,
		"Kommunen ska söka två nya vänorter.":                   0,
		"Våra vänorter besöks av två skolklasser.":              0,
		"Vänorterna finns i tre länder.":                        0,
		"Kommunen har sedan 1990 vänorter.":                     0,
		"Under åren 2010 till 2015 minskade antalet vänorter.":  0,
		"Vi har för närvarande sju partnerstäder och vänorter.": 7,
	} {
		if got := stated(extractFrom(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestCheckReportsACountThatDoesNotAgree(t *testing.T) {
	doc := document("Kommunen har tre vänorter: Gran i Norge och Ikast i Danmark.")
	issues := facts.Check(doc, facts.Extract(doc))
	if len(issues) != 1 || issues[0].Code != "partner-towns-count" || !strings.Contains(issues[0].Message, "tre") && !strings.Contains(issues[0].Message, "3") {
		t.Errorf("issues %+v", issues)
	}
	doc = document("Kommunen har två vänorter: Gran i Norge och Ikast i Danmark.")
	if issues := facts.Check(doc, facts.Extract(doc)); len(issues) != 0 {
		t.Errorf("issues %+v where the count agrees", issues)
	}
}

// extractFrom returns the facts of a document of Ekeby.
func extractFrom(markup string) policy.Facts {
	doc := document(markup)
	doc.Municipality = policy.Assignment{Municipality: policy.Municipality{Name: "Ekeby"}}
	return facts.Extract(doc)
}

func townNames(f policy.Facts) []string {
	var names []string
	for _, t := range f.PartnerTowns {
		name := t.Name
		if t.Country != "" {
			name += " " + t.Country
		}
		if t.Status != "active" {
			name += " " + t.Status
		}
		names = append(names, name)
	}
	return names
}

func stated(f policy.Facts) int {
	if f.PartnerTownsStatedCount == nil {
		return 0
	}
	return f.PartnerTownsStatedCount.Value
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ", ")
}

func ExampleExtract() {
	doc := document("Kommunen har två vänorter, Eidskog i Norge och Jõhvi i Estland.")
	for _, town := range facts.Extract(doc).PartnerTowns {
		fmt.Println(town.Name, town.Country, town.Evidence.Page)
	}
	// Output:
	// Eidskog NO 1
	// Jõhvi EE 1
}
