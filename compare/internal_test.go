package compare

import (
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/policy"
)

func TestBinding(t *testing.T) {
	for _, c := range []struct {
		opener, sentence string
		want             Binding
	}{
		{"", "Nämnden ska rapportera.", Must},
		{"", "Nämnden skall rapportera.", Must},
		{"", "Nämnden måste rapportera.", Must},
		{"", "Nämnden bör rapportera.", Should},
		{"", "Nämnden kan rapportera.", May},
		{"", "Nämnden får rapportera.", May},
		{"", "Nämnden får inte rapportera.", Must},
		{"", "Det får ske i maj.", May},
		{"", "Kommunen får vänner i andra länder.", States},
		{"", "Nämnden rapporterar.", States},
		{"", "Nämnden ska rapportera och kan göra mer.", Must},
		{"", "Det kan ske, men bör undvikas.", Should},
		{"Arbetet ska:", "ge unga nya vänner", Must},
		{"Arbetet ska:", "ge det som kan behövas", Must},
		{"Så sker det:", "ge unga nya vänner", States},
		{"", "En skandal i skaran.", States},
		{"", "", States},
		{"", "får", States},
	} {
		if got := bindingOf(c.sentence, c.opener); got != c.want {
			t.Errorf("%q %q: %s, want %s", c.opener, c.sentence, got, c.want)
		}
	}
}

func TestDenies(t *testing.T) {
	for _, c := range []struct {
		tag, sentence string
		want          bool
	}{
		{"partner-towns", "Kommunen har inga vänorter.", true},
		{"partner-towns", "Kommunen har inga formella aktiva vänorter.", true},
		{"partner-towns", "Kommunen saknar vänorter.", true},
		{"partner-towns", "I planen föreslås inte vänorter som arbetssätt.", true},
		{"partner-towns", "Kommunens vänortsutbyte har de senaste åren varit vilande.", true},
		{"partner-towns", "Vänortssamarbetet avslutades 2011.", true},
		{"partner-towns", "Kommunen har två vänorter.", false},
		{"partner-towns", "Ingen får utestängas från utbytet med våra många vänorter.", false},
		{"goals", "Ingen ska diskrimineras.", false},
		{"goals", "Det finns inga mål för arbetet.", true},
		{"follow-up", "Arbetet följs inte upp.", true},
		{"follow-up", "Uppföljning saknas.", true},
		{"follow-up", "Arbetet följs upp varje år.", false},
		{"responsibility", "Ingen har ansvar för frågan.", true},
		{"own-tag", "Inga vänorter och inga mål.", false},
		{"partner-towns", "", false},
	} {
		if got := denies(c.tag, words(c.sentence)); got != c.want {
			t.Errorf("%s %q: %v", c.tag, c.sentence, got)
		}
	}
}

// In each pair the first quote is the stronger.
func TestStrength(t *testing.T) {
	type q struct {
		opener, quote string
		score         float64
		kind          policy.SentenceKind
	}
	for _, c := range []struct {
		tag         string
		first, then q
	}{
		{"goals", q{"", "Kommunen ska bli öppnare.", .9, policy.Prose}, q{"", "Kommunen kan bli öppnare.", .9, policy.Prose}},
		{"goals", q{"", "Målet är en öppen kommun.", .9, policy.Prose}, q{"", "En öppen kommun är bra.", .9, policy.Prose}},
		{"goals", q{"", "Kommunen blir allt mer öppen.", .9, policy.Prose}, q{"", "För att bli öppen ska mycket göras.", .9, policy.Prose}},
		{"goals", q{"Vi ska:", "bli öppnare", .9, policy.Item}, q{"", "Vi ska:", .9, policy.Prose}},
		{"goals", q{"", "Kommunen ska bli öppnare.", .9, policy.Prose}, q{"", "kommunen ska bli öppnare för", .95, policy.Prose}},
		{"goals", q{"", "Kommunen ska bli öppnare.", .9, policy.Prose}, q{"", "Nämnd\tska bli\töppnare", .95, policy.Row}},
		{"goals", q{"", "Kommunen blir allt mer öppen.", .95, policy.Prose}, q{"", "Kommunen ska bli öppnare.", .5, policy.Prose}},
		{"responsibility", q{"", "Styrelsen ansvarar för arbetet.", 1, policy.Prose}, q{"", "Politiker ska informeras om arbetet.", .9, policy.Prose}},
		{"goals", q{"", "Kommunen ska bli öppnare.", .9, policy.Prose}, q{"", strings.Repeat("ord ", 70), .95, policy.Prose}},
	} {
		of := func(x q) float64 {
			quote := &Quote{Opener: x.opener, Score: x.score, Binding: bindingOf(x.quote, x.opener), Citation: policy.Citation{Quote: x.quote}}
			return strength(quote, words(x.quote), c.tag, x.kind)
		}
		if of(c.first) <= of(c.then) {
			t.Errorf("%q %.2f stands behind %q %.2f", c.first.quote, of(c.first), c.then.quote, of(c.then))
		}
	}
}

func TestIntervalLabel(t *testing.T) {
	for interval, want := range map[string][2]string{
		"P1Y":            {"varje år", "every year"},
		"P12M":           {"varje år", "every year"},
		"P2Y":            {"vartannat år", "every second year"},
		"P3Y":            {"vart tredje år", "every third year"},
		"P4Y":            {"vart fjärde år", "every fourth year"},
		"P10Y":           {"vart tionde år", "every tenth year"},
		"P11Y":           {"vart 11:e år", "every 11 years"},
		"P22Y":           {"vart 22:a år", "every 22 years"},
		"P6M":            {"varje halvår", "every six months"},
		"P3M":            {"varje kvartal", "every quarter"},
		"P4M":            {"var fjärde månad", "every fourth month"},
		"P1M":            {"varje månad", "every month"},
		"P18M":           {"var 18:e månad", "every 18 months"},
		"P2W":            {"varannan vecka", "every second week"},
		"P1D":            {"varje dag", "every day"},
		"mandate-period": {"varje mandatperiod", "every term of office"},
		"":               {"ingen tid angiven", "no time stated"},
		"P1Y6M":          {"P1Y6M", "P1Y6M"},
		"P0Y":            {"P0Y", "P0Y"},
		"P-1Y":           {"P-1Y", "P-1Y"},
		"Y":              {"Y", "Y"},
	} {
		if got := intervalLabel(interval); got["sv"] != want[0] || got["en"] != want[1] {
			t.Errorf("%q: %v, want %v", interval, got, want)
		}
	}
}

func TestAge(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		date, asOf  string
		want        int // -1 for none
		approximate bool
	}{
		{"2003-10-27", "2026-10-26", 22, false},
		{"2003-10-27", "2026-10-27", 23, false},
		{"2004-02-29", "2005-02-28", 0, false},
		{"2014", "2026-11-22", 12, true},
		{"2014-02", "2026-11-22", 12, true},
		{"2026", "2026-03-01", 0, true},
		{"2026-03-02", "2026-03-01", -1, false},
		{"2027", "2026-03-01", -1, true},
		{"i maj", "2026-03-01", -1, false},
		{"2014-13-40", "2026-03-01", -1, false},
		{"", "2026-03-01", -1, false},
	} {
		years, approximate := age(c.date, day(c.asOf))
		got := -1
		if years != nil {
			got = *years
		}
		if got != c.want || approximate != c.approximate {
			t.Errorf("%s at %s: %d %v, want %d %v", c.date, c.asOf, got, approximate, c.want, c.approximate)
		}
	}
	if years, _ := age("2014", time.Time{}); years != nil {
		t.Error("an age without a day")
	}
}

func FuzzIntervalLabel(f *testing.F) {
	f.Add("P1Y")
	f.Add("P99999999999999999999Y")
	f.Fuzz(func(t *testing.T, s string) {
		if l := intervalLabel(s); l["sv"] == "" || l["en"] == "" {
			t.Errorf("%q has no wording", s)
		}
	})
}

func TestLevels(t *testing.T) {
	for body, want := range map[string]int{
		"kommunfullmäktige": 0, "kf": 0, "kommunstyrelsen": 1, "ks": 1, "kommunstyrelsens arbetsutskott": 2,
		"barn- och utbildningsnämnden": 3, "nämnderna": 3, "kommunledningskontoret": 4, "förvaltningarna": 4,
		"internationella gruppen": 5, "kommunstyrelsens ordförande": 6, "kommunchefen": 6, "alla": 6,
	} {
		if got := levelOf(body); got != want {
			t.Errorf("%s: %d, want %d", body, got, want)
		}
	}
}

func TestTiers(t *testing.T) {
	for _, c := range []struct {
		kind, status string
		want         Tier
	}{
		{"policy", "in-force", Governing}, {"Strategi", "", Governing}, {"riktlinjer", "unknown", Governing},
		{"webbsida", "in-force", Informing}, {"web page", "", Informing}, {"", "", Informing},
		{"policy", "proposal", Proposal}, {"tjänsteutlåtande", "proposal", Memo}, {"protokoll", "in-force", Memo},
		{"policy", "replaced", Replaced}, {"tjänsteutlåtande", "replaced", Replaced},
	} {
		if got := tierOf(c.kind, c.status); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.kind, c.status, got, c.want)
		}
	}
}

func TestRank(t *testing.T) {
	doc := func(id, kind, status, date string) *policy.Document {
		return &policy.Document{ID: id, Facts: policy.Facts{Kind: policy.Value{Value: kind}, Status: policy.Value{Value: status}, Date: policy.Value{Value: date}}}
	}
	inOrder := []*policy.Document{
		doc("e", "policy", "in-force", "2020-05-01"),
		doc("d", "strategi", "", "2014"),
		doc("a", "plan", "", ""),
		doc("ä", "plan", "", ""),
		doc("c", "webbsida", "", "2025-01-01"),
		doc("b", "policy", "proposal", "2026-01-01"),
		doc("a", "tjänsteutlåtande", "proposal", "2026-01-01"),
		doc("0", "policy", "replaced", "2019"),
	}
	for i := range inOrder {
		for j := range inOrder {
			got := (standing{}).byRank(inOrder[i], inOrder[j])
			if (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%d and %d: %d", i, j, got)
			}
		}
	}
}

func TestCountryName(t *testing.T) {
	for code, want := range map[string]string{"EE": "Estland", "": "", "ZZZZ": "ZZZZ", "GB": "Storbritannien"} {
		if got := countryName(code)["sv"]; got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

// Only what leaves a new version behind can be seen to be late.
func TestAsksForNewVersion(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Policyn ska följas upp varje år.": false, "Policyn utvärderas vartannat år.": false, "Policyn revideras varje år.": true,
		"Varje år ska policyn ses över.": true, "Policyn arbetas om varje år.": true, "En översyn av policyn görs varje år.": true,
		"Policyn ska följas upp och vid behov uppdateras varje år.": true, "Vi arbetar om kvällarna.": false, "": false,
	} {
		if got := asksForNewVersion(sentence); got != want {
			t.Errorf("%q: %v", sentence, got)
		}
	}
}
