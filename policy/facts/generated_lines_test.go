package facts_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// shapes are lines, or runs of lines, as documents of all kinds have them. In each capital behind a % comes one of its fillings, or anything.
var shapes = []string{
	"# %A", "## Vänorter", "## Tidigare vänorter", "## %A", "### %T", "### %T, %C", "%A", "%A:", "%T %C", "%T, %C", "%C: %T", "%T (%C)", "- %T", "- %T, %C", "- %T i %C", "- %T: %A", "%A | %A", "%A | %A | %A | %A",
	"Vänort | Land | Status\n%T | %C | %S\n%T | %C | %S", "Land | Ort | Typ\n%C | %T | %A\n%T | %A", "Land | Vänort\n%C | %T", "Norge | Finland\n%T | %T", "Ort: %T\nLand: %C\nStatus: %S", "Ort: %T\nLand: %C\nTyp: %A", "Vänort: %T, %C",
	"[info] %A: %A", "[info] %A | %A", "[note] %T i %C", "[head] %A %A", "[stamp] %A %A", "[references] %A %A", "Kommunens vänorter är %T och %T.", "Kommunens vänorter är:", "Utbytet med %T i %C är %S.", "Avtalet är %S.", "De är %T och %T.",
	"%T är vänort till %A.", "%B ansvarar för %A.", "Nämnd | Ansvar | Uppföljning\n%B | %A | %A", "%B ska %A %A.", "Arbetet följs upp %A av %B.", "Antagen av %B %D § %A", "Ersätter %A från %D.", "Se även %A för %A.", "%A %A %A %A %A",
}

// fillings are, by their capital, towns and what is none, countries, states, bodies, dates, and what nobody expects there.
var fillings = map[rune][]string{
	'T': strings.Split("Flekkefjord,Odense,Strandgatan,Skolan 3,Å,S:t Michel,Berlin-distriktet,Görlitz/Zgorzelec,/,Mo i Rana,EU,Ekeby,Lund,kommunen,Projekt", ","),
	'C': strings.Split("Norge,Norges,norska,NORGE,Tyskland och Polen,USA,DK,(N),Sverige,Region Syddanmark", ","),
	'S': strings.Split("vilande,aktiv,avslutad,upphört 2014,inte förnyat,-,projekt", ","),
	'B': strings.Split("kommunstyrelsen,Kommunfullmäktige,nämndens,tekniska nämnden,varje nämnd,chef IFO,rektor,Eva Ek,SKR", ","),
	'D': strings.Split("2019-02-31,2020-02-29,20190228,31/12 2019,maj 2018,den 3:e maj 2018,99999999999999999999,2019", ","),
	'A': strings.Split("Vänorter,vänort,Tidigare vänorter,systerstäder,partnerorter,inga vänorter,nätverk,tre,12,två nordiska,Ekeby kommun,varje år,vartannat år,en gång per mandatperiod,årligen,§ 12,KS 2019/44,Dnr,policy,"+
		"Policy för vatten,klimatstrategin,ska,att,och,i,.,:,(,),((,—,”,\u00a0,\u00b9,\t,x,ÅÄÖ,ß,İ,K\u0301,🙂", ","),
}

// filled draws a shape and what stands in it.
func filled(rt *rapid.T) string {
	var line strings.Builder
	for i, part := range strings.Split(rapid.SampledFrom(shapes).Draw(rt, "shape"), "%") {
		if i > 0 {
			kind := rune(part[0])
			if part = part[1:]; rapid.IntRange(0, 7).Draw(rt, "anything") == 0 {
				kind = rapid.SampledFrom([]rune("TCSBDA")).Draw(rt, "kind")
			}
			line.WriteString(rapid.SampledFrom(fillings[kind]).Draw(rt, "filling"))
		}
		line.WriteString(part)
	}
	return line.String()
}

// TestAnyLinesAreRead: whatever lines a document is made of, it is read, each fact with its quote, to the same facts again; and what Assign and Check say of it is
// about something that stands there.
func TestAnyLinesAreRead(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(1, 20).Draw(rt, "lines") {
			text.WriteString(filled(rt) + "\n")
		}
		doc := document(text.String())
		if rapid.Bool().Draw(rt, "assigned") {
			doc.Municipality = policy.Assignment{Municipality: policy.Municipality{Name: "Ekeby"}, Basis: "folder"}
		} else if a := facts.Assign(doc, facts.AssignOptions{Register: register}); a.Assigned() && !strings.Contains(strings.ToLower(text.String()), strings.ToLower(a.Municipality.Name)) {
			rt.Fatalf("%s\nis assigned to %s, which it does not name", text.String(), a.Municipality.Name)
		}
		f := facts.Extract(doc)
		checkEvidence(rt, doc, f)
		checkDates(rt, f)
		for _, issue := range facts.Check(doc, f) {
			if issue.Code == "" || issue.Message == "" {
				rt.Fatalf("%s\nhas the issue %+v", text.String(), issue)
			}
		}
		for _, town := range f.PartnerTowns {
			if strings.TrimSpace(town.Name) == "" || town.Country == "SE" || town.Status != "active" && town.Status != "dormant" && town.Status != "ended" {
				rt.Fatalf("%s\nhas the town %+v", text.String(), town)
			}
		}
	})
}
