package segment

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// yes and no hold a predicate of strings to examples of both kinds.
func holds(t *testing.T, name string, f func(string) bool, yes, no []string) {
	t.Helper()
	for _, s := range yes {
		if !f(s) {
			t.Errorf("%s(%q) is false", name, s)
		}
	}
	for _, s := range no {
		if f(s) {
			t.Errorf("%s(%q) is true", name, s)
		}
	}
}

func TestIsPageNumber(t *testing.T) {
	holds(t, "isPageNumber", isPageNumber,
		[]string{"7", "12", "- 7 -", "2(7)", "2 (7)", "1/4", "5 [5]", "Sida 2 av 7", "Sida: 2 (7)", "sid. 3", "s. 4", "– 3 –", "| 9", "Page 3"},
		[]string{"", "-", "2019", "1/4/7", "3 kap.", "Sidan", "sidospår 3", "kl. 8", "2 (sju)", "12 000 000", "1.2"})
}

func TestEndsWithPageNumber(t *testing.T) {
	holds(t, "endsWithPageNumber", endsWithPageNumber,
		[]string{"Resepolicy Sida 1 (2)", "Ekeby kommun sida 3 av 4", "Antagen av kommunfullmäktige Sida 2 (4)"},
		[]string{"Resepolicy", "Se vidare på sida 4 i planen", "Det som står på sida ett gäller", "Sidan 3"})
}

func TestIsChrome(t *testing.T) {
	holds(t, "isChrome", isChrome,
		[]string{"Lyssna på sidan", "Lyssna på sidan Lyssna", "Lyssna", "Dela sidan", "Till toppen", "Synpunkter på sidan?", "Hjälpte informationen dig?",
			"Vi använder kakor för att webbplatsen ska fungera bra.", "Den här webbplatsen använder cookies.", "Storlek: px", "Transkript",
			"Starta visningen från sidan:", "Download \"Plan för Ekeby\"", "Start / Kommun / Planer", "Du är här: Start", "Ekeby kommuns logga",
			"Bild: Stadshuset", "Foto: Anna Ek.", "Sjöviks kommun Sök Meny", "Stadsplanen Länk till annan webbplats.", "> Skriv ut"},
		[]string{"Lyssna på barnen är en metod som används i alla förskolor.", "Dela på ansvaret gör alla som arbetar i kommunen varje dag.",
			"Till toppens höjd räknas masten.", "Kontakt", "Meny för skolmåltider", "Sök stöd hos din chef om du behöver det.", "Menyn", ""})
}

func TestIsEntry(t *testing.T) {
	holds(t, "isEntry", isEntry, []string{"Syfte 2", "Vad är kost? 4", "2.1 Mål och vision\t14", "Bilaga 1 ......... 9", "Ansvar__3"},
		[]string{"Syfte", "Planen gäller till 2030", "Planen antogs 2019 och gäller. 3", "3", "COVID19"})
}

func TestFlatList(t *testing.T) {
	holds(t, "flatList", flatList, []string{"1. Inledning Mål Ansvar", "1 Vad vi vill 2 Hur vi gör 3 Vem som ansvarar", "1. Mål 2. Vad är kost? 3. Ansvar... 6"},
		[]string{"Inledning Mål", "i 3 delar är viktigt.", "3", "1 Planen gäller. 2 Nämnden ansvarar. 3 Alla deltar."})
}

func TestHasLeader(t *testing.T) {
	holds(t, "hasLeader", hasLeader, []string{"Mål......3", "1 Mål ...... 3", "Mål......2 Ansvar......3"},
		[]string{"Mål", "Och så vidare....", "Mål......tre", "Namn: ........ Datum: ......"})
}

func TestIsAddress(t *testing.T) {
	holds(t, "isAddress", isAddress, []string{"anna.ek@ekeby.example", "E-post: a@b.example", "www.ekeby.example", "https://ekeby.example"},
		[]string{"Ekeby", "Skriv till oss", "5 @ tre"})
}

func TestIsLabel(t *testing.T) {
	holds(t, "isLabel", isLabel, []string{"Antagen av: fullmäktige", "Tid: kl. 8", "Dokumentet ersätter: inget"},
		[]string{"Syfte:", "Syfte", "Den som är anställd i kommunen ska: följa planen"})
}

func TestIsInfoLine(t *testing.T) {
	holds(t, "isInfoLine", isInfoLine,
		[]string{"antagen av: kommunfullmäktige", "antagen av kommunfullmäktige 2020-01-02, § 4", "dnr ks 2020/1", "dnr: 4", "diarienummer: ks 1",
			"datum: 2020-01-02", "reviderad 2015-01-09", "sidan uppdaterades 2022-10-24", "giltighetstid: tills vidare", "version 2.0", "ansvarig: rektor"},
		[]string{"antagen", "antagande av planen: se nedan", "beslut om resor fattas av närmaste chef enligt delegationsordningen", "mål: 2", "versionen 2",
			"ansvariga nämnder 2", "dnrx 4"})
}

func TestIsContactLabel(t *testing.T) {
	holds(t, "isContactLabel", isContactLabel,
		[]string{"Telefon: 0100-12 34 56", "Tfn 0100-12", "E-post: a@b.example", "Besöksadress", "Besöksadress: Torget 1", "Postadress", "Org.nr 212000-0000",
			"Öppettider", "Växel: 0100-12 00 00"},
		[]string{"Telefonen ska besvaras inom tre signaler.", "Telefontider", "Adressen ändras", "E-posten läses varje dag", "Telegram"})
}

func TestIsFileLink(t *testing.T) {
	holds(t, "isFileLink", isFileLink, []string{"plan för resor (pdf, 40 kb)", "plan (pdf 606 kb)", "mall (docx, 1 mb)"},
		[]string{"planen finns som pdf.", "se bilagan (pdf) på webben.", "pdf"})
}

func TestIsProse(t *testing.T) {
	holds(t, "isProse", isProse,
		[]string{"Nämnden ansvarar för att planen följs i alla verksamheter.", "Planen gäller för alla som arbetar i kommunen och för dem som kommunen anlitar på något annat sätt än så"},
		[]string{"Nämnden ansvarar.", "Policy för resor, möten, inköp, trafik, mat och el i Ekeby kommun", "Plan för vatten och avlopp i hela Sjöviks vackra kommun."})
}

func TestIsSignature(t *testing.T) {
	for s, want := range map[string]bool{"BO EK KOMMUNCHEF": true, "Anna Ek Utvecklingsledare": true, "Anna Ek utvecklingsledare": false, "Kommunchef": false,
		"Roller Och Ansvar": false} {
		if got := isSignature([]*block{{text: s}}, 0); got != want {
			t.Errorf("isSignature(%q) = %v", s, got)
		}
	}
	prose := &block{text: "Hon leder arbetet och rapporterar till nämnden varje år, vilket är viktigt."}
	if isSignature([]*block{{text: "Anna Ek Planchef"}, prose}, 0) {
		t.Error("a heading with a text below it is a signature")
	}
}

func TestNamesAndRoles(t *testing.T) {
	holds(t, "isName", isName, []string{"Anna Ek", "B. Ohlsson", "ANNA EK", "Anna Maria Ek"}, []string{"Anna", "Anna ek", "Roller och ansvar", "Mål Syfte", "Ekeby 2020"})
	holds(t, "isRole", isRole, []string{"Kommunchef", "Ekonomisk strateg", "Ordförande"}, []string{"Chefer", "Kommun", "Den som är anställd är inte chef"})
	holds(t, "namesRole", namesRole, []string{"Enhetschef", "Rektorns roll", "Skolnämnden", "ANSVAR"}, []string{"Tid", "Uppföljning", "Mål"})
	holds(t, "isSender", isSender, []string{"Kommunstyrelsen", "Tekniska förvaltningen", "TJÄNSTEUTLÅTANDE", "Sektor kommunstyrelsen"},
		[]string{"Plan för kommunstyrelsen i Ekeby", "Till nämnden", "Mål"})
}

func TestIsQuoted(t *testing.T) {
	holds(t, "isQuoted", isQuoted, []string{"”Livet vid sjön”", "\"Livet\"", "“Livet”"}, []string{"”Livet” vid sjön", "Livet", "\""[:1] + "Livet"})
}

func TestIsDateLine(t *testing.T) {
	holds(t, "isDateLine", isDateLine, []string{"2020-01-02", "1998 -03- 11", "0100-12 34 56", "2020-01-02 Nr 4"}, []string{"Mål 2030", "den 1 maj 2020", ""})
}

func TestFormOfWords(t *testing.T) {
	holds(t, "isCaps", isCaps, []string{"MÅL", "ANSVAR OCH ROLLER", "SYFTE:"}[1:], []string{"EU", "Mål", "KS", "MÅL och ansvar"})
	holds(t, "ended", ended, []string{"Det är klart.", "Vad?", "klart.”", "klart.)", "klart.1"}, []string{"Mål", "att:", "klart,", ""})
	holds(t, "startsLower", startsLower, []string{"att", "”att", "(se"}, []string{"Att", "1", "", "§ 3"})
	holds(t, "startsUpper", startsUpper, []string{"Att", "”Att", "Å"}, []string{"att", "1", "", "§ 3"})
	holds(t, "hasFinite", hasFinite, []string{"Nämnden ska följa", "vad som är viktigt,"}, []string{"Mål och ansvar", "skada"})
	holds(t, "demands", demands, []string{"Ekeby ska", "Alla måste,"}, []string{"Alla kan"})
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{"Sida 12 (14)": "sida # (#)", "  EKEBY  kommun ": "ekeby kommun", "2020-01-02": "#-#-#"} {
		if got := fold(s); got != want {
			t.Errorf("fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSplitNumber(t *testing.T) {
	tests := []struct{ in, number, rest string }{
		{"1 Syfte", "1", "Syfte"}, {"1. Syfte", "1", "Syfte"}, {"2.1.3 Mål", "2.1.3", "Mål"}, {"2.1. Mål", "2.1", "Mål"}, {"3) Ansvar", "3", "Ansvar"},
		{"2019 Års plan", "", "2019 Års plan"}, {"3 kap. 8 §", "", "3 kap. 8 §"}, {"1.2.3.4.5 Mål", "", "1.2.3.4.5 Mål"}, {"Syfte", "", "Syfte"},
		{"1", "", "1"}, {"1. ”Livet”", "1", "”Livet”"},
	}
	for _, tt := range tests {
		if n, r := splitNumber(tt.in); n != tt.number || r != tt.rest {
			t.Errorf("splitNumber(%q) = %q, %q", tt.in, n, r)
		}
	}
}

func TestPrintedNumber(t *testing.T) {
	for s, want := range map[string]int{"7": 7, "2(9)": 2, "Sida 3 av 4": 3, "Ekeby kommun Sida 4 (9)": 4, "Energi 5": 5, "6 Energi": 6, "Energi": -1, "Dnr 2020/1": -1} {
		got, ok := printedNumber(s)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("printedNumber(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestNoteMark(t *testing.T) {
	for w, want := range map[string]string{"kommunen.1": "1", "kommunen2": "2", "kommunen.¹²": "¹²", "året).3": "3", "”målet”4": "4", "CO2": "", "2019": "", "m2": "", "kommunen": "",
		"kommunen.123": ""} {
		if got := noteMark(w); got != want {
			t.Errorf("noteMark(%q) = %q, want %q", w, got, want)
		}
	}
}

func TestNoteNumber(t *testing.T) {
	tests := []struct {
		in, number string
		glued      bool
	}{{"1 Se planen", "1", false}, {"1Se planen", "1", true}, {"¹ Se planen", "¹", false}, {"123 Se", "", false}, {"1 se planen", "", false}, {"Se planen", "", false}, {"2019 Plan", "", false}}
	for _, tt := range tests {
		if n, g := noteNumber(tt.in); n != tt.number || g != tt.glued {
			t.Errorf("noteNumber(%q) = %q, %v", tt.in, n, g)
		}
	}
}

func TestLetterSpaced(t *testing.T) {
	holds(t, "letterSpaced", letterSpaced, []string{"S Y F T E", "M Å L O C H A N S VA R", "A N SVA R"}, []string{"S Y F", "Mål och ansvar för alla", "A 1 B 2 C 3", "I Å DU SÅ"})
}

func TestPart(t *testing.T) {
	known := map[string]bool{"mål": true, "och": true, "ansvar": true, "för": true, "ekeby": true, "en": true}
	for s, want := range map[string][]string{"MÅLOCHANSVAR": {"MÅL", "OCH", "ANSVAR"}, "ANSVARFÖREKEBY": {"ANSVAR", "FÖR", "EKEBY"}, "SYFTE": {"SYFTE"}, "": nil} {
		if diff := cmp.Diff(want, part(s, known)); diff != "" {
			t.Errorf("part(%q): %s", s, diff)
		}
	}
}

func TestHeadingZone(t *testing.T) {
	for s, want := range map[string]policy.Zone{"Referenser": policy.ZoneReferences, "KÄLLOR:": policy.ZoneReferences, "Läs mer": policy.ZoneReferences,
		"Kontakt": policy.ZoneContact, "Kontaktuppgifter": policy.ZoneContact, "Kontakta oss": policy.ZoneContact, "Kontakta din chef": "", "Kontakter med EU": "",
		"Kontaktmannens roll": "", "Bilaga 2 Mall för protokoll": policy.ZoneAnnex, "Bilaga 1. Ordlista": "", "Blankett": policy.ZoneAnnex, "Noter": policy.ZoneNote,
		"Dokumentinformation": policy.ZoneInfo, "Ansvar": "", "Källor till buller i Ekeby": ""} {
		if got := headingZone(s); got != want {
			t.Errorf("headingZone(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestForm(t *testing.T) {
	for s, want := range map[string]string{"•": "•", "-": "-", "1.": "number", "(2)": "number", "3)": "number", "a)": "letter", "": "none"} {
		if got := form(s); got != want {
			t.Errorf("form(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestJoins(t *testing.T) {
	para := func(s string, page int) *block {
		return &block{text: s, page: page, lines: []line{{end: len(s), page: page}}}
	}
	tests := []struct {
		name, a, b string
		apart      bool
		want       bool
	}{
		{"lower case over a page", "Nämnden ska under året", "följa upp planen.", true, true},
		{"an open word over a page", "Nämnden ansvarar för arbetet med", "Agenda 2030 i kommunen.", true, true},
		{"a new sentence over a page", "Nämnden följer upp planen.", "den antas.", true, false},
		{"a capital after no full stop", "Nämnden följer upp planen", "Mål för arbetet", true, false},
		{"on one page", "Nämnden följer varje år upp hur målen nås", "och redovisar det.", false, true},
		{"a short line on one page", "Plan för resor", "en bilaga", false, false},
		{"an opener", "Målen för arbetet i kommunen är följande:", "öka", true, false},
		{"an address", "Skriv till oss på kost@ekeby.example", "så svarar vi.", true, false},
		{"after a comma", "Sjövik har många skolor, förskolor, bad, bibliotek och lekplatser,", "12 stycken i hela kommunen.", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := joins(para(tt.a, 1), para(tt.b, 1), tt.apart); got != tt.want {
				t.Errorf("joins = %v", got)
			}
		})
	}
	if item := (&block{kind: page.ListItem, text: "och sedan", page: 1}); joins(para("Nämnden ska under året", 1), item, true) {
		t.Error("a list item was joined")
	}
}

func TestPieces(t *testing.T) {
	b := &block{kind: page.ListItem, marker: "1.", text: "Ett två tre fyra", page: 3, lines: []line{{0, 8, 3, policy.Box{X1: 1}}, {8, 17, 4, policy.Box{X1: 2}}}}
	var got []string
	for _, p := range b.pieces([]int{4, 13}) {
		got = append(got, p.marker+"/"+p.text)
		for _, l := range p.lines {
			if l.start < 0 || l.end > len(p.text) || l.start >= l.end {
				t.Errorf("line %+v of %q", l, p.text)
			}
		}
	}
	if diff := cmp.Diff([]string{"1./Ett", "/två tre", "/fyra"}, got); diff != "" {
		t.Error(diff)
	}
	if last := b.pieces([]int{4, 13})[2]; last.page != 4 || last.kind != page.Paragraph {
		t.Errorf("the last piece is a %s on page %d", last.kind, last.page)
	}
}

func TestClean(t *testing.T) {
	for s, want := range map[string]string{" a  b ": "a b", "a\u00adb": "ab", "A\u030a": "Å", "a\x00b": "a b", "a\xffb": "ab", "a\u200bb": "ab", "plain": "plain", "": ""} {
		if got := clean(s); got != want {
			t.Errorf("clean(%q) = %q, want %q", s, got, want)
		}
	}
}
