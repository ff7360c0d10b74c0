package bodies_test

import (
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/bodies"
)

func ExampleFind() {
	for _, b := range bodies.Find("Kultur- och fritidsnämnden och KSAU följer upp policyn, som vänortskommittén bereder.") {
		fmt.Println(b.Kind, b.Name)
	}
	// Output:
	// organ kultur- och fritidsnämnden
	// organ kommunstyrelsens arbetsutskott
	// organ vänortskommittén
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		// forms and compounds
		{"Kommunfullmäktige antar planen.", []string{"kommunfullmäktige"}},
		{"Kommunstyrelsen leder arbetet.", []string{"kommunstyrelsen"}},
		{"Det leds av teknik- och servicenämnden.", []string{"teknik- och servicenämnden"}},
		{"Vård-, omsorgs- och arbetsmarknadsnämnden svarar.", []string{"vård-, omsorgs- och arbetsmarknadsnämnden"}},
		{"Kultur och fritidsnämnden ansvarar.", []string{"kultur och fritidsnämnden"}},
		{"Näringslivskontoret och miljöförvaltningen", []string{"näringslivskontoret", "miljöförvaltningen"}},
		{"Nämnderna och bolagen rapporterar.", []string{"nämnderna", "bolagen"}},
		{"Stadsdirektören och en hållbarhetsstrateg", []string{"stadsdirektören", "hållbarhetsstrateg"}},
		{"vänortsföreningen och vänortskommittén", []string{"vänortskommittén"}},
		// owners, ranks, attributes
		{"Socialnämndens arbetsutskott beslutar.", []string{"socialnämndens arbetsutskott"}},
		{"Byggnadsnämndens andre vice ordförande", []string{"byggnadsnämndens andre vice ordförande"}},
		{"Nämndens beslut gäller.", []string{"nämnden"}},
		{"Den tekniska nämnden och varje förvaltning", []string{"tekniska nämnden", "varje förvaltning"}},
		{"en lokal samordnare och berörda chefer", []string{"lokal samordnare", "berörda chefer"}},
		{"Den internationell gruppen svarar, liksom en internationell grupp.", []string{"internationella gruppen"}},
		{"EU- samordnare anställs.", []string{"eu-samordnare"}},
		{"sjöfartsansvarig och dokumentansvarig", []string{"sjöfartsansvarig", "dokumentansvarig"}},
		// what it is for
		{"Rådet för trygghet sammanträder.", []string{"rådet för trygghet"}},
		{"Arbetsgruppen för hållbar utveckling lämnar", []string{"arbetsgruppen för hållbar utveckling"}},
		{"Gruppen för kulturellt utbyte träffas.", []string{"gruppen för kulturellt utbyte"}},
		{"Nämnden för arbete och försörjning beslutar.", []string{"nämnden för arbete och försörjning"}},
		{"Ledamöter väljs av nämnden för fyra år", []string{"ledamöter", "nämnden"}},
		{"Styrgruppen för att följa arbetet", []string{"styrgruppen"}},
		{"Styrgruppen för klimat och lämnar rapport", []string{"styrgruppen för klimat"}},
		{"SEKTOR UTBILDNING", []string{"sektor utbildning"}},
		{"Sektor KS stab", []string{"sektor kommunstyrelsens stab"}},
		// abbreviations
		{"Beslut i KF efter KS beredning", []string{"kommunfullmäktige", "kommunstyrelsen"}},
		{"KF 2014-02-13 § 40 och KS § 12", []string{"kommunfullmäktige"}},
		{"KSO sammankallar.", []string{"kommunstyrelsens ordförande"}},
		{"Dnr KS 2020/14, KS.2016.82 och KF § 12", nil},
		// others
		{"Länsstyrelsen i Örebro och Region Örebro län", []string{"länsstyrelsen", "region örebro län"}},
		{"Sveriges Kommuner och Regioner samt Skolverket", []string{"sveriges kommuner och regioner", "skolverket"}},
		// only looks like one
		{"Målgruppen för området är en åldersgrupp.", nil},
		{"Arbetet sker i samråd efter vägledning och utbildning.", nil},
		{"Erfarenheten av medvetenheten är den ovannämnda.", nil},
		{"ge goda råd i en grupp på en enhet inom offentlig sektor", nil},
		{"verksamhetsområden och vapenförrådet", nil},
		{"Fördelningen av beredningen och hanteringen", nil},
		{"", nil},
	} {
		var got []string
		for _, b := range bodies.Find(test.text) {
			got = append(got, b.Name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("Find(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestFindTellsKindDefiniteGenitive(t *testing.T) {
	for _, test := range []struct {
		text     string
		kind     bodies.Kind
		definite bool
		genitive bool
	}{
		{"nämnden", bodies.Organ, true, false},
		{"en nämnd", bodies.Organ, false, false},
		{"varje nämnd", bodies.Organ, true, false},
		{"nämndernas planer", bodies.Organ, true, true},
		{"nämndens ordförande", bodies.Role, true, false},
		{"enhetschefen", bodies.Role, true, false},
		{"KF", bodies.Organ, true, false},
		{"Länsstyrelsen", bodies.Outside, true, false},
		{"styrgruppens möten", bodies.Organ, true, true},
	} {
		got := bodies.Find(test.text)
		if len(got) != 1 || got[0].Kind != test.kind || got[0].Definite != test.definite || got[0].Genitive != test.genitive {
			t.Errorf("Find(%q) = %+v, want %s definite %v genitive %v", test.text, got, test.kind, test.definite, test.genitive)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Barn- och utbildningsnämndens ordförande", "KS KF", "sektor ", "EU- samordnare", "för för", "\xffnämnd", "1:e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, b := range bodies.Find(s) {
			if b.Start < end || b.End <= b.Start || b.End > len(s) {
				t.Fatalf("Find(%q): %d-%d after %d", s, b.Start, b.End, end)
			}
			end = b.End
			if b.Name == "" || !utf8.ValidString(b.Name) && utf8.ValidString(s) {
				t.Fatalf("Find(%q): name %q", s, b.Name)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := "Kommunstyrelsens arbetsutskott ansvarar för att samordna det internationella arbetet i kommunen och rapporterar till kommunfullmäktige."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		bodies.Find(text)
	}
}
