package facts

import (
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
)

func TestMentions(t *testing.T) {
	a := &assigner{reader: &reader{doc: &policy.Document{}}, reg: policy.DefaultRegister()}
	for _, test := range []struct {
		text string
		bare bool
		want string // full mentions with "!", those aside in brackets
	}{
		{"Ale kommun", false, "Ale!"},
		{"ALE KOMMUN", false, "Ale!"},
		{"Ale kommuns policy", false, "Ale!"},
		{"Upplands Väsby kommuns policy", false, "Upplands Väsby!"},
		{"Lilla Edets kommun", false, "Lilla Edet!"},
		{"Malmö stad och Göteborgs Stad", false, "Malmö! Göteborg!"},
		{"Region Gotland beslutar", false, "Gotland!"},
		{"Olofströms kommunkoncern", false, "Olofström!"},
		{"nämnderna i Ale kommun Kommunfullmäktige föreskriver", false, "Ale!"},
		{"Ale kommun Kommunala bolag", true, "Ale!"},
		{"arbetet i Ale", true, "Ale"},
		{"arbetet i Ale", false, ""},
		{"Vara med", true, ""},
		{"Strategi för Dals-Ed", true, "Dals-Ed"},
		{"samarbete med Trollhättans kommun", false, "(Trollhättan!)"},
		{"samarbete mellan Ale kommun och Kungälvs kommun", false, "(Ale!) (Kungälv!)"},
		{"enligt Ale kommuns vision", false, "Ale!"},
		{"såsom Gävle kommun", false, "(Gävle!)"},
		{"kommunens kommun", false, ""},
		{"Storkommun kommun", false, ""},
		{"", true, ""},
	} {
		var got []string
		for _, m := range a.mentions(test.text, test.bare) {
			s := m.m.Name
			if m.full {
				s += "!"
			}
			if m.aside {
				s = "(" + s + ")"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("mentions(%q, %v) = %q, want %q", test.text, test.bare, s, test.want)
		}
	}
}

func TestFolderMunicipality(t *testing.T) {
	for folder, want := range map[string]string{
		"Ale": "Ale", "ale": "Ale", "Ale kommun": "Ale", "ale_kommun": "Ale", "Ale-kommun": "Ale", "1440": "Ale", "1440 Ale": "Ale", "0765_almhult": "Älmhult", "A\u030ama\u030al": "Åmål",
		"Styrdokument Ale kommun": "Ale", "ale.se": "Ale", "Upplands-Bro": "Upplands-Bro", "Upplands Väsby": "Upplands Väsby",
		"styrdokument": "", "2020": "", "policy för alla": "", "": "", ".": "", "Lund-rapporter": "",
	} {
		m, _ := folderMunicipality(policy.DefaultRegister(), folder)
		if m.Name != want {
			t.Errorf("folderMunicipality(%q) = %q, want %q", folder, m.Name, want)
		}
	}
}

func TestDomains(t *testing.T) {
	text := "Skriv till eva.ek@amal.se, (kommun@ale.se) eller se https://www.hylte.se/policy och almhult.se. Inte example.com."
	for mail, want := range map[bool]string{true: "eva.ek@amal.se kommun@ale.se", false: "www.hylte.se almhult.se"} {
		var got []string
		for _, d := range domains(text, mail) {
			got = append(got, text[d.start:d.end])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("domains(%v) = %q, want %q", mail, s, want)
		}
	}
}

func TestBareMemo(t *testing.T) {
	for text, want := range map[string]bool{
		"TJÄNSTEUTLÅTANDE": true, "Tjänsteskrivelse 1(2)": true, "PM": true, "Tjänsteutlåtande om vänorter": false, "Policy": false, "": false,
	} {
		if bareMemo(text) != want {
			t.Errorf("bareMemo(%q) = %v", text, !want)
		}
	}
}

func TestFirstKind(t *testing.T) {
	for text, want := range map[string]string{
		"Handlingsplan för policyn": "handlingsplan", "Internationell policy och handlingsplan": "policy", "Strategisk plan": "plan", "Uppföljning av klimatstrategin": "strategi", "Vår kommun": "", "": "",
	} {
		kind, a, b := firstKind(text)
		if kind != want || a < 0 || b > len(text) || a > b {
			t.Errorf("firstKind(%q) = %q %d-%d, want %q", text, kind, a, b, want)
		}
	}
}

func TestTornCells(t *testing.T) {
	for text, want := range map[string]bool{
		"Barn- och\tElevutbyten": true, "Vård-\tx": true, "Nämnden för\tx": true, "Barn- och utbildningsnämnden\tx": false, "Kommunstyrelsen": false, "": false,
	} {
		if torn(text, splitCells(text)) != want {
			t.Errorf("torn(%q) = %v", text, !want)
		}
	}
}

func TestLinesThatStandForThemselves(t *testing.T) {
	for text, want := range map[string]bool{
		"Hamar": true, "Time, Norge 1950": true, "Land: Norge": true, "2 Skien": true,
		"och Time i Norge": false, "Kommunen har vänorter": false, "Time, Norge,": false, "Vänorts-": false, "": false,
		"Det här är en lång rad som hör till en löpande text om kommunens arbete": false,
	} {
		if ownLine(text) != want {
			t.Errorf("ownLine(%q) = %v", text, !want)
		}
	}
}

func TestSameTown(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Time", "time", true}, {"Siauliai/Kursenai", "Siauliai", true}, {"Kursenai", "Siauliai/Kursenai", true}, {"Siauliai / Kursenai", "Siauliai/Kursenai", true}, {"Måsøy", "Måsøys", true},
		{"Ma\u030asøy", "Måsøy", true}, {"Time", "Timmele", false}, {"Gran", "Grane", false}, {"", "Time", false},
	} {
		if sameTown(test.a, test.b) != test.want {
			t.Errorf("sameTown(%q, %q) = %v", test.a, test.b, !test.want)
		}
	}
}
