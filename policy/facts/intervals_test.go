package facts

import "testing"

// intervalTests are phrases as they stand in governing documents, with the interval that they give.
var intervalTests = []struct{ text, want string }{
	{"arbetet följs upp årligen", "P1Y"},
	{"en årlig rapport", "P1Y"},
	{"årliga uppföljningar", "P1Y"},
	{"varje år i mars", "P1Y"},
	{"en gång per år", "P1Y"},
	{"minst en gång per år", "P1Y"},
	{"en gång om året", "P1Y"},
	{"1 gång/år", "P1Y"},
	{"varje läsår", "P1Y"},
	{"en gång varje kalenderår", "P1Y"},
	{"årsvis", "P1Y"},
	{"två gånger per år", "P6M"},
	{"2 ggr/år", "P6M"},
	{"2 ggr per år", "P6M"},
	{"två gånger om året", "P6M"},
	{"halvårsvis", "P6M"},
	{"varje halvår", "P6M"},
	{"varje termin", "P6M"},
	{"en gång per termin", "P6M"},
	{"varje vår och höst", "P6M"},
	{"var sjätte månad", "P6M"},
	{"tre gånger per år", "P4M"},
	{"tertialvis", "P4M"},
	{"varje tertial", "P4M"},
	{"varje kvartal", "P3M"},
	{"kvartalsvis", "P3M"},
	{"fyra gånger om året", "P3M"},
	{"en gång i kvartalet", "P3M"},
	{"sex gånger per år", "P2M"},
	{"varannan månad", "P2M"},
	{"månadsvis", "P1M"},
	{"varje månad", "P1M"},
	{"en gång i månaden", "P1M"},
	{"12 gånger per år", "P1M"},
	{"varannan vecka", "P2W"},
	{"en gång i veckan", "P1W"},
	{"dagligen", "P1D"},
	{"vartannat år", "P2Y"},
	{"vart annat år", "P2Y"},
	{"vart tredje år", "P3Y"},
	{"var 3:e år", "P3Y"},
	{"vart fjärde år", "P4Y"},
	{"minst vart 4:e år", "P4Y"},
	{"vart femte år", "P5Y"},
	{"med två års mellanrum", "P2Y"},
	{"var 18:e månad", "P18M"},
	{"varje mandatperiod", "mandate-period"},
	{"i samband med nya mandatperioder", "mandate-period"},
	{"senast vart fjärde år", "P4Y"},
	{"minst två gånger per år", "P6M"},
	{"under varje ny mandatperiod", "mandate-period"},
	{"en gång per mandatperiod", "mandate-period"},
	{"en gång under mandatperioden", "mandate-period"},
	{"två gånger per mandatperiod", "P2Y"},
	{"inför varje mandatperiod", "mandate-period"},
	{"twice: two times a year", "P6M"},
}

func TestFindIntervals(t *testing.T) {
	if len(intervalTests) < 40 {
		t.Errorf("%d phrases, want 40", len(intervalTests))
	}
	for _, test := range intervalTests {
		got := findIntervals(lower(test.text))
		if len(got) != 1 || got[0].iso != test.want {
			t.Errorf("%q: %+v, want %s", test.text, got, test.want)
		}
	}
	for _, text := range []string{"två gånger", "fyra nämnder", "åren 2014 till 2018", "ett år", "året därpå", "var och en", "för tredje året", "i år", "tre år i taget", "halvtid"} {
		if got := findIntervals(text); len(got) > 0 {
			t.Errorf("%q: %+v, want none", text, got)
		}
	}
}

func TestCaseNumber(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{" 2003/184 Dpl 109", "2003/184"},
		{": KS.2016.82", "KS.2016.82"},
		{"KSN-2014-0129", "KSN-2014-0129"},
		{": VON/2025:00149", "VON/2025:00149"},
		{"KS 2019/123", "KS 2019/123"},
		{"KS/2022:17", "KS/2022:17"},
		{"KS2021/0123", "KS2021/0123"},
		{"KS 2021/0147", "KS 2021/0147"},
		{"2021-000123", "2021-000123"},
		{"KLK 2019-0423", "KLK 2019-0423"},
		{"18/0345", "18/0345"},
		{"12/2015-KS", "12/2015-KS"},
		{"SBN 2022-0345.009", "SBN 2022-0345.009"},
		{"MHN 2014 / 129", "MHN 2014 / 129"},
		{". KS-2015/1234", "KS-2015/1234"},
		{"2018.123", "2018.123"},
		{"1.3.1-2016/44", "1.3.1-2016/44"},
		{": 2018/KS 0345 003", "2018/KS 0345 003"},
		{"2021/BUN 00123", "2021/BUN 00123"},
		// what is none
		{"2017-03-02", ""},
		{"SFS 2017:725", ""},
		{"AFS 1994:1", ""},
		{"saknas", ""},
		{"", ""},
	} {
		a, b, ok := caseNumber(test.text, true)
		if got := test.text[a:b]; got != test.want || ok != (test.want != "") {
			t.Errorf("caseNumber(%q) = %q %v, want %q", test.text, got, ok, test.want)
		}
	}
	for _, text := range []string{"2003/184", "Kommunallagen 2017", "HSLF-FS 2017:40", "PROP 2016/17:180", "Bilaga 2"} {
		if a, b, ok := caseNumber(text, false); ok {
			t.Errorf("caseNumber(%q) without a label = %q", text, text[a:b])
		}
	}
}

func TestKindOf(t *testing.T) {
	for word, want := range map[string]string{
		"policy": "policy", "Klimatpolicyn": "policy", "EU-strategi": "strategi", "Riktlinje": "riktlinjer", "riktlinjerna": "riktlinjer", "Handlingsplan": "handlingsplan",
		"jämställdhetshandlingsplan": "handlingsplan", "biblioteksplan": "plan", "Folkhälsoprogram": "program", "Tjänsteutlåtande": "tjänsteutlåtande",
		"tjänsteskrivelse": "tjänsteskrivelse", "Nämndreglemente": "reglemente", "Delegationsordning": "delegationsordning", "Vision": "vision", "Anvisningar": "anvisning",
		"Rutin": "rutin", "PM": "promemoria", "årsredovisning": "årsredovisning", "vänortspolicy": "policy",
		"planering": "", "strategisk": "", "datorprogram": "", "revision": "", "television": "", "kommun": "", "plan-": "", "division": "", "": "",
	} {
		if got := kindOf(word); got != want {
			t.Errorf("kindOf(%q) = %q, want %q", word, got, want)
		}
	}
}
