package facts

import (
	"strings"
	"testing"
)

// show writes places as "Name CC, Name".
func show(places []place) string {
	var out []string
	for _, p := range places {
		s := p.name
		if p.country != "" {
			s += " " + p.country
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestFindPlacesInProse(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Vi besökte Time i Norge.", "Time NO"},
		{"orten Loimaa, Finland, ligger", "Loimaa FI"},
		{"Rana, Ikast och Salo i Finland", "Rana FI, Ikast FI, Salo FI"},
		{"Rana i Norge, Ikast i Danmark och Salo i Finland", "Rana NO, Ikast DK, Salo FI"},
		{"Rana (Norge) och Ikast (Danmark)", "Rana NO, Ikast DK"},
		{"Rana (Norge, sedan 1950)", "Rana NO"},
		{"i norra Tyskland ligger Husum", "Husum"},
		{"Husum i norra Tyskland", "Husum DE"},
		{"Sortavala i ryska Karelen", "Sortavala RU"},
		{"Narva i dåvarande Sovjetunionen", "Narva RU"},
		{"den norska kommunen Grue", "Grue NO"},
		{"de danska städerna Ribe och Skive", "Ribe DK, Skive DK"},
		{"polska Tczew", "Tczew PL"},
		{"finska Lovisa i Finland", "Lovisa FI"},
		{"Frankfurt an der Oder i Tyskland", "Frankfurt an der Oder DE"},
		{"Vila Nova de Gaia i Portugal", "Vila Nova de Gaia PT"},
		{"S:t Michel i Finland", "S:t Michel FI"},
		{"Saint-Étienne i Frankrike", "Saint-Étienne FR"},
		{"L'Aquila i Italien", "L'Aquila IT"},
		{"Görlitz/Zgorzelec i Polen", "Görlitz/Zgorzelec PL"},
		{"Görlitz / Zgorzelec i Polen", "Görlitz / Zgorzelec PL"},
		{"Lovisa (Loviisa) i Finland", "Lovisa FI"},
		{"Pankow i Berlin, Tyskland", "Pankow DE"},
		{"Bemidji i Minnesota, USA", "Bemidji US"},
		{"Lindsborg, Kansas, USA", "Lindsborg US"},
		{"Jomala på Åland", "Jomala AX"},
		{"Cardiff i Storbritannien och Perth i Skottland", "Cardiff GB, Perth GB"},
		{"Twin town Larvik in Norway", "Larvik NO"},
		{"Xi'an i Folkrepubliken Kina", "Xi'an CN"},
		{"Mostar i Bosnien och Hercegovina", "Mostar BA"},
		{"i Norge (Gran och Hole) och i Polen (Tczew)", "Gran NO, Hole NO, Tczew PL"},
		{"Grue i Norge, Danmark och Finland", "Grue NO"},
		{"länder som Norge och Finland", ""},
		{"Norges kommuner och Finlands städer", ""},
		{"EU och SKR i Sverige", ""},
		{"ingen ort alls", ""},
		{"", ""},
	} {
		got := show(findPlaces(test.text, false))
		if got != test.want {
			t.Errorf("findPlaces(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestFindPlacesInLines(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Lier, Norge", "Lier NO"},
		{"Lier – Norge", "Lier NO"},
		{"Lier - Norge", "Lier NO"},
		{"Lier: Norge", "Lier NO"},
		{"Lier\tNorge\t1950", "Lier NO"},
		{"Lier Norge 1950", "Lier NO"},
		{"Lier (NO)", "Lier NO"},
		{"Kuopio (FIN)", "Kuopio FI"},
		{"Norge: Lier", "Lier NO"},
		{"Norge: Lier, Gran och Hole", "Lier NO, Gran NO, Hole NO"},
		{"Norge – Lier", "Lier NO"},
		{"Norge\tLier", "Lier NO"},
		{"Norge (Lier, Gran)", "Lier NO, Gran NO"},
		{"Norge Lier 1950", "Lier NO"},
		{"Lier, Norge; Ribe, Danmark; Salo, Finland", "Lier NO, Ribe DK, Salo FI"},
		{"Lier (sedan 1950, Norge)", "Lier NO"},
		{"Lier kommun, Norge", "Lier NO"},
		{"Kommunen Lier, Norge", "Lier NO"},
		{"Vänort Lier, Norge", "Lier NO"},
		{"LILLESAND, NORGE", "LILLESAND NO"},
		{"Lier", "Lier"},
		{"Norge", ""},
		{"1950", ""},
	} {
		if got := show(findPlaces(test.text, true)); got != test.want {
			t.Errorf("findPlaces(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestCountries(t *testing.T) {
	table := countries()
	for name, want := range map[string]string{
		"Norge": "NO", "NORGE": "NO", "Norway": "NO", "Danmark": "DK", "Tyskland": "DE", "Germany": "DE", "Storbritannien": "GB", "England": "GB", "USA": "US", "Åland": "AX",
		"Tjeckien": "CZ", "Holland": "NL", "Belarus": "BY", "Vitryssland": "BY", "Kosovo": "XK", "Sydafrika": "ZA", "Nordmakedonien": "MK", "Elfenbenskusten": "CI", "Ukraina": "UA", "Färöarna": "FO",
		"Grönland": "GL", "Nya Zeeland": "NZ", "Sydkorea": "KR", "Vietnam": "VN", "Palestina": "PS", "Europa": "", "Norden": "", "Ale": "", "": "", "NO": "",
	} {
		if got, _, ok := table.name(name); got != want || ok != (want != "") {
			t.Errorf("name(%q) = %q %v, want %q", name, got, ok, want)
		}
	}
	if code, genitive, ok := table.name("Norges"); code != "NO" || !genitive || !ok {
		t.Errorf("name(Norges) = %q %v %v", code, genitive, ok)
	}
	for adjective, want := range map[string]string{
		"norska": "NO", "norskt": "NO", "norsk": "NO", "finländska": "FI", "åländska": "AX", "lettiska": "LV", "holländska": "NL", "ukrainska": "UA", "svenska": "SE", "nordiska": "", "tyskar": "", "a": "",
	} {
		if got, _ := table.adjective(adjective); got != want {
			t.Errorf("adjective(%q) = %q, want %q", adjective, got, want)
		}
	}
	if len(table.codes) < 240 {
		t.Errorf("%d countries, want those of ISO 3166-1", len(table.codes))
	}
}
