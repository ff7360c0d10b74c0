package sample

import (
	"github.com/styrdok/styrdok/policy"
)

// Tags are the four tags with their labels.
func Tags() []policy.TagDefinition {
	return []policy.TagDefinition{
		{Name: "goals", Label: map[string]string{"sv": "Mål", "en": "Goals"}},
		{Name: "responsibility", Label: map[string]string{"sv": "Ansvar", "en": "Responsibility"}},
		{Name: "follow-up", Label: map[string]string{"sv": "Uppföljning", "en": "Follow-up"}},
		{Name: "partner-towns", Label: map[string]string{"sv": "Vänorter", "en": "Partner towns"}},
	}
}

// Links are the links of [Documents].
func Links() map[string]string {
	return map[string]string{
		"ekeby-policy":  "../kommuner/Ekeby/ekeby-policy.pdf",
		"ekeby-forslag": "../kommuner/Ekeby/ekeby-forslag.pdf",
		"ale-plan":      "../kommuner/Ale/ale-plan.pdf",
		"almhult-2003":  "../kommuner/%C3%84lmhult/almhult-2003.pdf",
		"sjovik-webb":   "../kommuner/Sj%C3%B6vik/sjovik-webb.txt",
	}
}

// SetAside are two files that could not be read, one of them a municipality's only one.
func SetAside() []policy.SetAside {
	return []policy.SetAside{
		{Source: "Åmål/strategi.pdf", Code: "encrypted", Reason: "Filen är skyddad med lösenord.", Municipality: "Åmål"},
		{Source: "diverse/bild.tif", Code: "unsupported", Reason: "Filformatet kan inte läsas."},
	}
}

// Documents are those of five municipalities that answer in every way there is, and one document of nobody.
func Documents() []*policy.Document {
	return []*policy.Document{sjovikWeb(), ekebyMemo(), almhult(), stray(), ekebyPolicy(), ale()}
}

func ekebyPolicy() *policy.Document {
	return New("ekeby-policy", "Ekeby/ekeby-policy.pdf", "Ekeby", "Policy för Ekebys internationella samarbete").Code("9901", "Norra länet").
		Para(S("Antagen av kommunfullmäktige 2021-05-17, dnr KS 2020/311.", "", 0)).
		Heading("1", "Mål").
		Para(S("Ekeby ska vara en öppen kommun som lär av andra.", "goals", .95),
			S("Arbetet kan ge företagen nya marknader.", "goals", .62)).
		List(S("Samarbetet över gränserna ska:", "", 0),
			S("ge unga möjlighet att mötas", "goals", .9), S("minska kommunens klimatavtryck", "goals", .88),
			S("stärka demokratin på båda sidor", "goals", .86)).
		Heading("2", "Ansvar").
		Para(S("Kommunfullmäktige beslutar om nya vänorter.", "responsibility partner-towns", .93),
			S("Kommunstyrelsen ansvarar för att leda och samordna arbetet.", "responsibility", .97),
			S("Varje nämnd bör utse en kontaktperson.", "responsibility", .74)).
		Page(policy.MethodText).Label("1").
		Heading("3", "Vänorter").
		Para(S("Ekeby har tre vänorter, bland dem Brattvika i Norge och Kivikoski i Finland.", "partner-towns", .96)).
		Heading("4", "Uppföljning").
		Para(S("Kommunstyrelsen redovisar arbetet varje år i årsredovisningen.", "follow-up responsibility", .94),
			S("Policyn ska ses över en gång per mandatperiod.", "follow-up", .92)).
		Facts(ekebyFacts).Done()
}

func ekebyFacts(b *Builder, f *policy.Facts) {
	adopted := "Antagen av kommunfullmäktige 2021-05-17, dnr KS 2020/311."
	towns := "Ekeby har tre vänorter, bland dem Brattvika i Norge och Kivikoski i Finland."
	f.Kind, f.Status = b.Value("policy", "Policy"), b.Value("in-force", adopted)
	f.Date, f.Diarienummer = b.Value("2021-05-17", adopted), b.Value("KS 2020/311", adopted)
	f.AdoptedBy = b.Value("kommunfullmäktige", adopted)
	f.PartnerTownsStatus = b.Value("active", towns)
	f.PartnerTowns = []policy.PartnerTown{
		{Name: "Brattvika", Country: "NO", Status: "active", Evidence: b.Evidence(towns)},
		{Name: "Kivikoski", Country: "FI", Status: "active", Evidence: b.Evidence(towns)},
	}
	f.PartnerTownsStatedCount = &policy.Count{Value: 3, Evidence: b.Evidence(towns)}
	lead := "Kommunstyrelsen ansvarar för att leda och samordna arbetet."
	f.Responsible = []policy.Responsibility{
		{Body: "varje nämnd", Duty: "utse en kontaktperson", Evidence: b.Evidence("Varje nämnd bör utse en kontaktperson.")},
		{Body: "kommunstyrelsen", Duty: "leda och samordna arbetet", Evidence: b.Evidence(lead)},
		{Body: "kommunfullmäktige", Duty: "besluta om nya vänorter", Evidence: b.Evidence("Kommunfullmäktige beslutar om nya vänorter.")},
	}
	f.FollowUp = []policy.FollowUp{
		{Interval: "P1Y", What: "arbetet", Through: "årsredovisningen", Evidence: b.Evidence("Kommunstyrelsen redovisar arbetet varje år i årsredovisningen.")},
		{Interval: "mandate-period", What: "policyn", Evidence: b.Evidence("Policyn ska ses över en gång per mandatperiod.")},
	}
}

func ekebyMemo() *policy.Document {
	return New("ekeby-forslag", "Ekeby/ekeby-forslag.pdf", "Ekeby", "Policy för Ekebys internationella samarbete").Code("9901", "Norra länet").
		Para(S("Kommunledningskontoret 2020-11-30", "", 0)).
		Heading("", "Bakgrund").
		Para(S("Ekeby ska vara en öppen kommun som lär av andra.", "goals", .93),
			S("Policyn ska också göra det lättare att söka medel från EU.", "goals", .8)).
		Heading("", "Förslag till beslut").
		Para(S("Kommunstyrelsen föreslår att kommunfullmäktige antar policyn.", "responsibility", .7)).
		Facts(func(b *Builder, f *policy.Facts) {
			f.Kind = b.Value("tjänsteutlåtande", "Kommunledningskontoret 2020-11-30")
			f.Date = b.Value("2020-11-30", "2020-11-30")
			f.Status = b.Value("proposal", "Kommunstyrelsen föreslår att kommunfullmäktige antar policyn.")
		}).Done()
}

func sjovikWeb() *policy.Document {
	return New("sjovik-webb", "Sjövik/sjovik-webb.txt", "Sjövik", "Sjövik i världen").Format("text").
		Para(S("Sjövik vill att fler elever får vänner i andra länder.", "goals", .71)).
		Para(S("Näringslivsrådet träffas två gånger om året och svarar för kontakterna.", "responsibility", .82)).
		Para(S("Vänortsutbytet med Hansdorf i Tyskland har varit vilande sedan 2009.", "partner-towns", .9),
			S("Vänorter var förr ett sätt att lära känna våra grannländer.", "partner-towns", .5)).
		Facts(func(b *Builder, f *policy.Facts) {
			dormant := "Vänortsutbytet med Hansdorf i Tyskland har varit vilande sedan 2009."
			council := "Näringslivsrådet träffas två gånger om året och svarar för kontakterna."
			f.Kind = b.Value("webbsida", "Sjövik i världen")
			f.PartnerTownsStatus = b.Value("dormant", dormant)
			f.PartnerTowns = []policy.PartnerTown{{Name: "Hansdorf", Country: "DE", Status: "dormant", Evidence: b.Evidence(dormant)}}
			f.Responsible = []policy.Responsibility{{Body: "näringslivsrådet", Duty: "svara för kontakterna", Evidence: b.Evidence(council)}}
		}).Done()
}

func almhult() *policy.Document {
	return New("almhult-2003", "Älmhult/almhult-2003.pdf", "Älmhult", "Riktlinjer för kontakter med andra länder").Code("0765", "Kronobergs län").
		Para(S("Riktlinjerna gäller från den 3 mars 2003.", "", 0)).
		Heading("", "Mål").
		Para(S("Kontakterna skall öka förståelsen för andra kulturer.", "goals", .9),
			S("Kommunen bör ta vara på sina invånares språk.", "goals", .66)).
		Para(S("Dessa riktlinjer skall ses över vart fjärde år.", "follow-up", .9)).
		Page(policy.MethodUnread).
		Issue(policy.Error, 2, "page-unread", "Sidan är en bild utan text.").
		Facts(func(b *Builder, f *policy.Facts) {
			f.Kind, f.Date = b.Value("riktlinjer", "Riktlinjer"), b.Value("2003-03-03", "den 3 mars 2003")
			f.FollowUp = []policy.FollowUp{{Interval: "P4Y", What: "riktlinjerna", Evidence: b.Evidence("Dessa riktlinjer skall ses över vart fjärde år.")}}
		}).Done()
}

func ale() *policy.Document {
	return New("ale-plan", "Ale/ale-plan.pdf", "Ale", "Plan för omvärldsarbete 2014").Code("1440", "Västra Götalands län").
		Para(S("Genom omvärldsarbetet ska Ale bli bättre på att möta förändringar.", "goals", .87)).
		Para(S("Utvecklingschefen leder arbetet, Per Exempel, tfn 0303-12 34 56, per.exempel@ale.example.", "responsibility", .8)).
		Para(S("Det finns inga vänorter.", "partner-towns", .9)).
		Facts(func(b *Builder, f *policy.Facts) {
			lead := "Utvecklingschefen leder arbetet, Per Exempel, tfn 0303-12 34 56, per.exempel@ale.example."
			f.Kind, f.Date, f.Status = b.Value("plan", "Plan"), b.Value("2014", "2014"), b.Value("in-force", "Plan")
			f.PartnerTownsStatus = b.Value("none", "Det finns inga vänorter.")
			f.Responsible = []policy.Responsibility{
				{Body: "utvecklingschefen", Duty: "leda arbetet, tfn 0303-12 34 56", Evidence: b.Evidence(lead)},
				{Body: "per exempel", Duty: "leda arbetet", Evidence: b.Evidence(lead)},
			}
		}).Done()
}

func stray() *policy.Document {
	return New("lost-sida", "diverse/lost-sida.txt", "", "Anteckningar").Format("text").
		Para(S("Uppföljning sker när det behövs.", "follow-up", .6)).
		Facts(func(b *Builder, f *policy.Facts) {
			f.FollowUp = []policy.FollowUp{{What: "arbetet", Evidence: b.Evidence("Uppföljning sker när det behövs.")}}
		}).Done()
}
