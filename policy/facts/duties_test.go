package facts_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

func TestResponsible(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // "body: duty"
	}{
		{"Kommunstyrelsen ansvarar för samordningen.", []string{"kommunstyrelsen: samordningen"}},
		{"Kultur- och fritidsnämnden svarar för att föreningar får stöd.", []string{"kultur- och fritidsnämnden: föreningar får stöd"}},
		{"Styrelsen, nämnderna och bolagen ansvarar för genomförandet.", []string{"styrelsen: genomförandet", "nämnderna: genomförandet", "bolagen: genomförandet"}},
		{"Näringslivskontoret har det samordnade ansvaret för kontakterna.", []string{"näringslivskontoret: det samordnade ansvaret för kontakterna"}},
		{"Varje nämnd är ansvarig för att redovisa sitt arbete.", []string{"varje nämnd: ansvarig för att redovisa sitt arbete"}},
		{"Den internationella gruppen, med en person från varje enhet, ska ha en samlad bild.", []string{"internationella gruppen: ha en samlad bild"}},
		{"Avtal beslutas i KF och tecknas av KS.", []string{"kommunfullmäktige: Avtal beslutas", "kommunstyrelsen: Avtal beslutas i KF och tecknas"}},
		{"Vid behov samordnar kommunstyrelsen ansökningarna.", []string{"kommunstyrelsen: samordnar ansökningarna"}},
		{"Senast i mars ska nämnderna lämna sina planer.", []string{"nämnderna: lämna sina planer"}},
		{"Kommunstyrelsen föreslår att kommunfullmäktige antar planen.", []string{"kommunstyrelsen: föreslår att kommunfullmäktige antar planen", "kommunfullmäktige: antar planen"}},
		{"Det ligger på kansliet att sprida kunskap.", []string{"kansliet: sprida kunskap"}},
		{"Nämnden ska därför lyssna på alla.", []string{"nämnden: lyssna på alla"}},
		{"Planen leds av kommunchefen.", []string{"kommunchefen: Planen leds"}},
		{"Ansvaret ligger på förvaltningschefen.", []string{"förvaltningschefen: Ansvaret"}},
		{"Det är nämndens ansvar att planen följs.", []string{"nämnden: planen följs"}},
		{"Nämnden svarar för innehållet och kansliet för formen.", []string{"nämnden: innehållet och kansliet för formen", "kansliet: formen"}},
		{"Det är rektorn som beslutar om resor.", []string{"rektorn: beslutar om resor"}},
		{"En vänortskommitté med fem ledamöter bereder ärenden.", []string{"vänortskommitté: bereder ärenden"}},
		{"Socialnämnden ska:\n- utse en kontaktperson\n- bevaka frågan", []string{"socialnämnden: utse en kontaktperson", "socialnämnden: bevaka frågan"}},
		{"## Enhetschef\nSka ge personalen stöd.\nAnsvarar för schemat.", []string{"enhetschef: Ska ge personalen stöd", "enhetschef: Ansvarar för schemat"}},
		{"Åtgärd | Ansvarig | Klart\nNy hemsida | Kommunikationschefen | 2025", []string{"kommunikationschefen: Ny hemsida"}},
		{"Nämnd | Ansvar\nTekniska nämnden | Vatten", []string{"tekniska nämnden: Vatten"}},
		{"[info] Ansvarig för revidering: Miljösamordnare", []string{"miljösamordnare: revidering av dokumentet"}},
		{"Styrgruppen för lokal utveckling sitter i stadshuset. Styrgruppen träffas varje kvartal.", []string{"styrgruppen för lokal utveckling: träffas varje kvartal"}},
		// no duty
		{"Kommunen ska vara öppen för omvärlden.", nil},
		{"Information ges till kommunstyrelsen.", nil},
		{"Kommunstyrelsen ska informeras om projekten.", nil},
		{"Nämndens budget är liten.", nil},
		{"Länsstyrelsen ansvarar för tillsynen.", nil},
		{"Policyn gäller tills fullmäktige beslutar annat.", nil},
		{"Målgruppen ska vara bred.", nil},
		{"En chef kan få stöd.", nil},
		{"Samordnarens uppdrag är tredelat.", nil},
		{"Detta görs av samordnaren.", nil},
		{"Det är bra att veta om att nämnden arbetar med frågan.", nil},
		{"[references] Kommunstyrelsen ansvarar för planen.", nil},
		{"Ansvarig | Uppgift\nBarn- och | Elevutbyten och\nutbildningsnämnden | stipendier", nil},
	} {
		var got []string
		for _, r := range extractFrom(test.text).Responsible {
			got = append(got, r.Body+": "+r.Duty)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestFollowUp(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // "interval what through"
	}{
		{"Policyn ska följas upp varje mandatperiod.", []string{"mandate-period|Policyn|"}},
		{"Arbetet följs därför upp årligen.", []string{"P1Y|Arbetet|"}},
		{"Programmet ska granskas och, om det krävs, skrivas om under varje ny mandatperiod.", []string{"mandate-period|Programmet|"}},
		{"Varje förvaltning är skyldig att årligen redovisa sina insatser.", []string{"P1Y|sina insatser|"}},
		{"Det görs årliga uppföljningar av resorna. Uppföljningen är en del av nämndernas årsbokslut.", []string{"P1Y|resorna|årsbokslut"}},
		{"Ett register förs på kansliet, och gruppen svarar för en årlig rapport om kommunens resor.", []string{"P1Y|kommunens resor|årlig rapport"}},
		{"Gruppen lämnar två gånger om året en rapport om vad som gjorts.", []string{"P6M|Gruppen lämnar två gånger om året en rapport om vad som gjorts|"}},
		{"Planen revideras vart fjärde år.", []string{"P4Y|Planen|"}},
		{"Gruppen träffas två gånger per år.", []string{"P6M|gruppen|"}},
		{"Utfallet redovisas i delårsrapport varje tertial.", []string{"P4M|Utfallet|delårsrapport"}},
		{"Strategin ska följas upp löpande.", []string{"|Strategin|"}},
		{"## Uppföljning\nDetta sker vartannat år.", []string{"P2Y|Detta sker vartannat år|"}},
		{"Nämnd | Ansvar | Uppföljning\nTekniska nämnden | Vatten | Varje läsår", []string{"P1Y|Vatten|"}},
		// no follow-up
		{"Stipendier delas ut varje år.", nil},
		{"Vänorterna besöks vartannat år.", nil},
		{"Personalen rapporterar dagligen vad som hänt.", nil},
		{"Bidrag betalas ut årligen.", nil},
		{"Nämnd | Ansvar | Uppföljning\nBarn- och | Elevutbyten och | Varje läsår", nil},
	} {
		var got []string
		for _, f := range extractFrom(test.text).FollowUp {
			got = append(got, f.Interval+"|"+f.What+"|"+f.Through)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

// Every quote is a substring of the document's text or furniture, and Extract gives the same facts every time and does not change the document.
func TestQuotesStandInTheDocument(t *testing.T) {
	var texts []string
	for _, test := range townTests {
		texts = append(texts, test.text)
	}
	texts = append(texts, "[head] Dnr KS 2020/1 2020-01-01\n# Policy\nAntagen av KF 2014-02-13 § 4\nKommunstyrelsen ansvarar för planen. Planen följs upp årligen i årsredovisningen.")
	for _, text := range texts {
		checkQuotes(t, text)
	}
}

// checkQuotes extracts the facts of a document twice and checks that they are the same and each quote stands in the document.
func checkQuotes(t *testing.T, text string) {
	t.Helper()
	doc, untouched := document(text), document(text)
	f := facts.Extract(doc)
	if again := facts.Extract(doc); !reflect.DeepEqual(f, again) {
		t.Errorf("%q: the second time gives other facts", text)
	}
	if !reflect.DeepEqual(doc, untouched) {
		t.Errorf("%q: Extract changed the document", text)
	}
	for _, e := range evidence(f) {
		inFurniture := slices.ContainsFunc(doc.Furniture, func(x policy.Furniture) bool { return strings.Contains(x.Text, e.Quote) })
		inText := e.Span.Len() > 0 && doc.Text[e.Span.Start:e.Span.End] == e.Quote
		if e.Quote == "" || !inText && !inFurniture || e.Confidence <= 0 || e.Confidence > 1 || e.By != policy.ByProgram || e.Page != 1 {
			t.Errorf("%q: evidence %+v", text, e)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, test := range townTests {
		f.Add(test.text)
	}
	f.Add("[head] Dnr KS 2020/1\n# Policy\nAntagen av KF 2014-02-13 § 4\n[info] Ansvarig: Chefen\nNämnd | Ansvar\nTekniska nämnden | Vatten årligen")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) && len(text) < 2000 {
			checkQuotes(t, text)
			facts.Assign(document(text), facts.AssignOptions{Folders: []string{text}})
		}
	})
}

// evidence returns the evidence of everything found.
func evidence(f policy.Facts) []policy.Evidence {
	var all []policy.Evidence
	for _, v := range []policy.Value{f.Title, f.Kind, f.Diarienummer, f.Date, f.AdoptedBy} {
		if v.Found() {
			all = append(all, v.Evidence)
		}
	}
	if f.Status.Value != "unknown" {
		all = append(all, f.Status.Evidence)
	}
	if f.PartnerTownsStatus.Value != "not-found" {
		all = append(all, f.PartnerTownsStatus.Evidence)
	}
	for _, x := range f.Dates {
		all = append(all, x.Evidence)
	}
	for _, x := range f.PartnerTowns {
		all = append(all, x.Evidence)
	}
	for _, x := range f.Responsible {
		all = append(all, x.Evidence)
	}
	for _, x := range f.FollowUp {
		all = append(all, x.Evidence)
	}
	for _, x := range f.References {
		all = append(all, x.Evidence)
	}
	if f.PartnerTownsStatedCount != nil {
		all = append(all, f.PartnerTownsStatedCount.Evidence)
	}
	return all
}
