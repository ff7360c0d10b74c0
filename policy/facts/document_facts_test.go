package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

func TestKindAndTitle(t *testing.T) {
	for _, test := range []struct{ text, kind, title string }{
		{"# Klimatpolicy för Ekeby kommun", "policy", "Klimatpolicy för Ekeby kommun"},
		{"# Strategi för kultur", "strategi", ""},
		{"# Riktlinjer för representation", "riktlinjer", ""},
		{"# Riktlinje för anhörigstöd", "riktlinjer", ""},
		{"# Handlingsplan för jämställdhetspolicyn", "handlingsplan", ""},
		{"# Biblioteksplan 2020–2024", "plan", ""},
		{"# Folkhälsoprogram", "program", ""},
		{"# Reglemente för tekniska nämnden", "reglemente", ""},
		{"# Arbetsordning för fullmäktige", "arbetsordning", ""},
		{"# Delegationsordning", "delegationsordning", ""},
		{"# Anvisning för resor - bilaga 3 till resepolicyn", "anvisning", ""},
		{"# Rutin vid hot", "rutin", ""},
		{"# Lokala ordningsföreskrifter", "föreskrifter", ""},
		{"# Vision 2040", "vision", ""},
		{"# Översiktsplan", "översiktsplan", ""},
		{"# Strategisk plan för vatten", "plan", ""},
		{"# Förslag till energiplan", "plan", ""},
		{"# TJÄNSTEUTLÅTANDE\nNÄRINGSLIVSPOLICY FÖR EKEBY", "tjänsteutlåtande", "NÄRINGSLIVSPOLICY FÖR EKEBY"},
		{"[head] Tjänsteskrivelse\n# Ny policy för gåvor", "tjänsteskrivelse", "Ny policy för gåvor"},
		{"[info] Dokumenttyp: Riktlinje\n# Gåvor och representation", "riktlinjer", ""},
		{"# Internationellt\nKommunen samarbetar.\n[chrome] Sidan uppdaterades 2022-10-24", "webbsida", "Internationellt"},
		{"# Trygghet\nDenna plan beskriver arbetet.", "plan", ""},
		{"# Trygghet\nKommunen är trygg.", "", "Trygghet"},
	} {
		got := extractFrom(test.text)
		if got.Kind.Value != test.kind || test.title != "" && got.Title.Value != test.title {
			t.Errorf("%q: kind %q title %q, want %q %q", test.text, got.Kind.Value, got.Title.Value, test.kind, test.title)
		}
	}
}

func TestDatesWithTheirRoles(t *testing.T) {
	for _, test := range []struct {
		name, text string
		dates      string // "role date, …"
		date       string
	}{
		{"adopted", "# Policy\nAntagen av kommunfullmäktige 2014-02-13 § 40", "adopted 2014-02-13", "2014-02-13"},
		{"adopted, in words", "# Policy\nAntagen av kommunfullmäktige den 13 februari 2014, § 40", "adopted 2014-02-13", "2014-02-13"},
		{"board and paragraph alone", "# Policy\nKommunfullmäktige 2014-02-13 § 40", "adopted 2014-02-13", "2014-02-13"},
		{"adopted and revised", "# Policy\nAntagen av kommunstyrelsen 2010-05-04, reviderad 2015-06-01", "adopted 2010-05-04, revised 2015-06-01", "2010-05-04"},
		{"year alone", "# Policy\nAntagen 2011", "adopted 2011", "2011"},
		{"updated", "# Vänorter\n[info] Sidan uppdaterades 2022-10-24", "updated 2022-10-24", "2022-10-24"},
		{"date then updated", "# Plan\n2021-05-14 uppdaterad 2023-06-20", "updated 2023-06-20, written 2021-05-14", "2023-06-20"},
		{"valid until", "# Plan\n[info] Antagen: 2019-01-28\n[info] Giltig till: 31 december 2026", "adopted 2019-01-28, valid-until 2026-12-31", "2019-01-28"},
		{"stamp", "[stamp] EKEBY KOMMUN 2003 -10- 27\n# Policy", "written 2003-10-27", "2003-10-27"},
		{"page head", "[head] Kansliet 2003-10-27\n# Policy\nText.", "written 2003-10-27", "2003-10-27"},
		{"date under the board", "# Plan\n[info] Antagen av: Ledningsgruppen\n[info] Datum: 2023-03-31", "adopted 2023-03-31", "2023-03-31"},
		{"label with value below", "# Policy\n[info] Beslutsdatum\n[info] 2018-11-26", "adopted 2018-11-26", "2018-11-26"},
		{"label row with value row", "# Policy\n[info] Diarienummer | Datum för beslut\n[info] KS 2018/12 | 2018-11-26", "adopted 2018-11-26", "2018-11-26"},
		{"memo's own", "# Tjänsteskrivelse\n[info] Datum: 2017-03-02", "written 2017-03-02", "2017-03-02"},
		{"sentence of its own", "# Policy\nText.\n\nDenna policy antogs av fullmäktige 2012-09-24.", "adopted 2012-09-24", "2012-09-24"},
		{"printed", "# Policy\n[head] Utskriven 2020-02-02\nAntagen 2016-04-25", "adopted 2016-04-25, printed 2020-02-02", "2016-04-25"},
		// what is not the document's date
		{"replaced document", "# Plan\nPlanen ersätter Program för resor, antaget 2011-05-30.", "", ""},
		{"replaced by", "# Policy\nHar ersatts av policyn som antogs 2015-01-01.\nAntagen 2004-02-23", "adopted 2004-02-23", "2004-02-23"},
		{"footnote", "# Policy\nText.\n[note] Fullmäktiges beslut 2002-06-17 § 62", "", ""},
		{"law", "# Policy\nEnligt kommunallagen (2017:725) gäller detta.", "", ""},
		{"history", "# Policy\nSverige fick sina första vänorter 1939, och 1952-01-01 slogs socknar samman.", "", ""},
		{"table", "# Policy\n## Uppföljning\nText.\nMer text.\nA.\nB.\nC.\nD.\nE.\nF.\nG.\nH.\nI.\nJ.\nNämnd | Ansvar | Beslutad\nKommunstyrelsen | Vänorter | 2017-03-02\nSlut.", "", ""},
		{"other document", "# Policy\nText.\nA.\nB.\nC.\nD.\nE.\nF.\nG.\nH.\nI.\nJ.\nK.\nKlimatstrategin antogs 2015-06-15 och gäller alla.\nA.\nB.\nC.\nD.\nE.\nF.\nG.", "", ""},
		{"next revision", "# Policy\nNästa revidering 2026-01-01", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := extractFrom(test.text)
			var dates []string
			for _, d := range got.Dates {
				dates = append(dates, d.Role+" "+d.Date)
			}
			if s := strings.Join(dates, ", "); s != test.dates || got.Date.Value != test.date {
				t.Errorf("dates %q, date %q; want %q, %q", s, got.Date.Value, test.dates, test.date)
			}
		})
	}
}

func TestAdoptedByWithParagraph(t *testing.T) {
	for text, want := range map[string]string{
		"# Policy\nAntagen av kommunfullmäktige 2014-02-13 § 40":                              "kommunfullmäktige § 40",
		"# Policy\n[info] Beslutad av: Tekniska nämnden, 2014-02-13, § 7":                     "tekniska nämnden § 7",
		"# Policy\n[info] Dokumentet är beslutat av: [Verksamhetschef VOB]":                   "verksamhetschef",
		"# Policy\n[info] Beslutat av:\n[info] Dokumentet beslutades den:\n[info] 2020-01-14": "",
		"# Policy\nFastställd av KS 2020-01-14":                                               "kommunstyrelsen",
		"# Policy\nDenna policy antogs av fullmäktige 2012-09-24.":                            "fullmäktige",
		"# Plan\nPlanen ersätter program antaget av nämnden 2011-05-30.":                      "",
		"# Policy\nKommunfullmäktige antar budgeten.":                                         "",
	} {
		if got := extractFrom(text).AdoptedBy.Value; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestStatus(t *testing.T) {
	for text, want := range map[string]string{
		"# Policy\nPolicyn gäller tills vidare.":                              "in-force",
		"# Policy\nAntagen av kommunfullmäktige 2014-02-13":                   "in-force",
		"# Policy\nDenna policy träder i kraft 2020-01-01.":                   "in-force",
		"# Policy\n[info] Status: Gällande":                                   "in-force",
		"# Förslag till policy för gåvor":                                     "proposal",
		"[stamp] FÖRSLAG\n# Policy":                                           "proposal",
		"[head] Ekeby kommun FÖRSLAG 2023-11-20\n# Policy":                    "proposal",
		"[head] Ekeby kommun\n# Policy\nFörslag från nämnden, 2023-11-20.":    "proposal",
		"[head] Ekeby kommun Förslag till beslut\n# Policy\nAntagen 2014":     "in-force",
		"[head] ERSATT Ekeby kommun\n# Policy":                                "replaced",
		"# Policy\nRemissversion":                                             "proposal",
		"# Policy\n[info] Status: Utkast":                                     "proposal",
		"# Tjänsteskrivelse\nNämnden föreslår att planen antas.":              "proposal",
		"# Policy\nERSATT":                                                    "replaced",
		"# Policy\nDokumentet har ersatts av Strategi för resor.":             "replaced",
		"# Policy\nPolicyn har upphört att gälla.":                            "replaced",
		"# Policy\n[info] Status: Upphävd":                                    "replaced",
		"# Policy\nKommunen arbetar internationellt.":                         "unknown",
		"# Policy\nDen ersätter policyn från 2001.":                           "unknown",
		"# Policy\nText.\nNämnden lämnar förslag till budget varje år i maj.": "unknown",
	} {
		if got := extractFrom(text).Status.Value; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDiarienummer(t *testing.T) {
	for text, want := range map[string]string{
		"# Policy\nDnr 2003/184 Dpl 109":                                     "2003/184",
		"# Policy\n[info] Diarienummer: VON/2025:00149":                      "VON/2025:00149",
		"# Policy\n[info] Diarienummer | KS 2021/0147":                       "KS 2021/0147",
		"[head] 2014-02-13 KSN-2014-0129\n# Policy":                          "KSN-2014-0129",
		"# Policy\n[info] Ersätter: Riktlinje, VON/2019:82":                  "",
		"# Policy\nEnligt AFS 1994:1 och SFS 2017:725.":                      "",
		"# Policy\nText.\n[note] Se dnr KS 2001/12":                          "",
		"# Policy\n[info] Dnr: 2003/184\n[head] Dnr 200184\n[head] 2003/184": "2003/184",
	} {
		if got := extractFrom(text).Diarienummer.Value; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestReferences(t *testing.T) {
	got := extractFrom("# Internationell policy\nArbetet följer kommunens klimatstrategi och ”Vision 2040”. Se även Riktlinjer för resor som antogs i fjol.\n" +
		"Biblioteksplanen gäller också. Denna policy gäller alla.\n[info] Ersätter: Policy för gåvor\n[references] Handlingsplan för integration pdf (pdf 60 kB)")
	var titles []string
	for _, r := range got.References {
		titles = append(titles, r.Title)
	}
	want := []string{"Policy för gåvor", "Vision 2040", "Riktlinjer för resor", "Biblioteksplanen", "Handlingsplan för integration"}
	if !slices.Equal(titles, want) {
		t.Errorf("references %q, want %q", titles, want)
	}
}

func TestAssign(t *testing.T) {
	reg := policy.DefaultRegister().With(policy.Municipality{Name: "Ekeby"})
	for _, test := range []struct {
		name, text string
		opts       facts.AssignOptions
		want       string
		basis      string
	}{
		{"override", "# Policy för Ale kommun", facts.AssignOptions{Override: "Hylte", Folders: []string{"Åmål"}}, "Hylte", "option"},
		{"mapping", "", facts.AssignOptions{Override: "Hylte kommun", Basis: "mapping"}, "Hylte", "mapping"},
		{"unknown override", "", facts.AssignOptions{Override: "Månbyn"}, "Månbyn", "option"},
		{"folder", "# Policy för Ale kommun", facts.AssignOptions{Folders: []string{"styrdokument", "Åmål"}}, "Åmål", "folder"},
		{"inner folder", "", facts.AssignOptions{Folders: []string{"Lund", "Ale kommun", "2020"}}, "Ale", "folder"},
		{"code folder", "", facts.AssignOptions{Folders: []string{"1440_Ale"}}, "Ale", "folder"},
		{"decomposed folder", "", facts.AssignOptions{Folders: []string{"A\u030ama\u030al"}}, "Åmål", "folder"},
		{"folder that is a word", "# Policy för Ale kommun", facts.AssignOptions{Folders: []string{"Policyer och planer"}}, "Ale", "title"},
		{"title", "# Internationell policy för Ale kommun\nGävle kommun och Sävsjö kommun har liknande. Gävle kommuns är bra.", facts.AssignOptions{}, "Ale", "title"},
		{"short name in title", "# Strategi för Hylte", facts.AssignOptions{}, "Hylte", "title"},
		{"word that is a name", "# Vara med och påverka\nText.", facts.AssignOptions{}, "", ""},
		{"title with a partner", "# Avtal med Trollhättans stad\n## Bakgrund\nÅmåls kommun köper tjänster. Åmåls kommun betalar.", facts.AssignOptions{}, "Åmål", "text"},
		{"title of two", "# Samarbete mellan Ale kommun och Lilla Edets kommun\nText.", facts.AssignOptions{}, "", ""},
		{"heading", "# Vänorter\n## Internationellt arbete i Hylte kommun\nText.", facts.AssignOptions{}, "Hylte", "title"},
		{"page head", "[head] ÄLMHULTS KOMMUN Kansliet\n# Policy\nText.", facts.AssignOptions{}, "Älmhult", "info"},
		{"mail", "# Internationellt\nText.\n[contact] E-post: eva.ek@amal.se", facts.AssignOptions{}, "Åmål", "mail-domain"},
		{"mail before text", "# Internationellt\nGävle kommun nämns. Gävle kommun igen.\n[contact] kommun@ale.se", facts.AssignOptions{}, "Ale", "mail-domain"},
		{"foreign mail", "# Internationellt\n[contact] info@sida.se", facts.AssignOptions{}, "", ""},
		{"text", "# Internationellt\nÅmåls kommun arbetar med andra. Åmåls kommuns skolor deltar, liksom Säffle kommun.", facts.AssignOptions{}, "Åmål", "text"},
		{"merely mentioned", "# Internationellt\nKommunen samarbetar med Säffle kommun.", facts.AssignOptions{}, "", ""},
		{"equally often", "# Jämförelse\nGävle kommun har planer. Sävsjö kommun har planer. Gävle kommun är störst. Sävsjö kommun är minst.", facts.AssignOptions{}, "", ""},
		{"references", "# Internationellt\nText.\n[references] Mariestads kommun (2010). Policy.\n[references] Mariestads kommun (2012). Plan.", facts.AssignOptions{}, "", ""},
		{"from configuration", "# Strategi för Ekeby kommun", facts.AssignOptions{Register: reg}, "Ekeby", "title"},
		{"nothing", "", facts.AssignOptions{}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := facts.Assign(document(test.text), test.opts)
			if got.Municipality.Name != test.want || got.Basis != test.basis {
				t.Errorf("%q by %q, want %q by %q", got.Municipality.Name, got.Basis, test.want, test.basis)
			}
		})
	}
}

func TestCheckReportsATitleOfAnotherMunicipality(t *testing.T) {
	doc := document("# Policy för Ale kommun")
	doc.Municipality = facts.Assign(doc, facts.AssignOptions{Folders: []string{"Hylte"}})
	issues := facts.Check(doc, facts.Extract(doc))
	if len(issues) != 1 || issues[0].Code != "municipality-title" {
		t.Errorf("issues %+v", issues)
	}
}
