package tagging

import "testing"

// kind is a kind of sentence that was once judged wrongly, or that a rule is for. The last sentence of text is judged.
type kind struct{ text, want string }

func judge(t *testing.T, kinds []kind) {
	t.Helper()
	g := New(rulesAlone())
	for _, k := range kinds {
		d := read("x", k.text)
		last := len(d.Sentences) - 1
		got := ""
		for _, tag := range g.Tag(d) {
			if _, four := fourTags[tag.Name]; four && tag.Sentence == last {
				if got != "" {
					got += " "
				}
				got += tag.Name
			}
		}
		if got != k.want {
			t.Errorf("%q is tagged %q, want %q", k.text, got, k.want)
		}
	}
}

func TestGoals(t *testing.T) {
	judge(t, []kind{
		{"Målet är att ingen ska behöva vänta.", "goals"},
		{"Målsättningen med träffarna är ökad trygghet.", "goals"},
		{"Visionen är en levande landsbygd.", "goals"},
		{"Ambitionen är att köerna kortas.", "goals"},
		{"Kommunen strävar efter korta handläggningstider.", "goals"},
		{"Arbetet inriktas på att stödja unga.", "goals"},
		{"Tillsammans vill vi bryta ensamheten.", "goals"},
		{"Insatserna ska bidra till bättre hälsa.", "goals"},
		{"Kulturskolan ska vara öppen för alla.", "goals"},
		{"Alla barn ska känna sig välkomna.", "goals"},
		{"Ingen ska behöva känna sig otrygg.", "goals"},
		{"# Måltidspolicy\nVi serverar mat efter säsong.", "goals"},
		{"# Digital strategi\nTekniken ska frigöra tid för möten.", "goals"},
		{"# Klimatplan\n## Åtgärder\n- Byta ut oljepannor", "goals"},
		{"# Klimatplan\n## Åtgärder\n- Utred möjligheten till solceller", "goals"},
		{"År 2030 är fordonen fossilfria.", "goals"},
		{"Utsläppen ska minska till 2030.", "goals"},
		{"## Mål\nKommunen har goda kommunikationer.", "goals"},
		{"## Mål\nResandet ökar.", "goals"},
		{"Kommunen har nolltolerans mot mobbning.", "goals"},
		{"Lärarens uppdrag präglas av respekt.", ""},
		{"Verksamheten präglas av respekt.", ""},
		{"# Policy för bemötande\nVerksamheten präglas av respekt.", "goals"},
	})
}

func TestNoGoals(t *testing.T) {
	judge(t, []kind{
		{"## Bakgrund\nUtsläppen har minskat sedan 1990.", ""},
		{"## Bakgrund\nFler äldre ger ökade kostnader.", ""},
		{"Regionens mål är kortare vårdköer.", ""},
		{"Lagens syfte är att skydda enskilda.", ""},
		{"Syftet med samtalet är att lyssna.", ""},
		{"Syftet med blanketten är att samla uppgifter.", ""},
		{"Målgruppen är föräldrar.", ""},
		{"Ett mål i tingsrätten kan ta lång tid.", ""},
		{"Med hållbarhet menas att resurserna räcker.", ""},
		{"# Rutin för kassa\nKvittot ska sparas i pärmen.", ""},
		{"# Rutin för larm\nLarmet ska vara påslaget.", ""},
		{"Ansökan ska göras skriftligt.", ""},
		{"Utredningen ska vara klar inom två veckor.", ""},
		{"Är målen för högt satta?", ""},
		{"Tidigare var målet högre.", ""},
		{"Policyn ska tillämpas av alla.", ""},
		{"Policyn riktar sig till medarbetare.", ""},
		{"Det finns den dag som åtgärden ska vara klar.", ""},
	})
}

func TestResponsibility(t *testing.T) {
	judge(t, []kind{
		{"Ansvaret för planen ligger hos tekniska nämnden.", "responsibility"},
		{"Det åligger rektor att informera.", "responsibility"},
		{"Kanslichefen har i uppdrag att samla synpunkter.", "responsibility"},
		{"Samordnaren är sammankallande.", "responsibility"},
		{"I gruppen ingår en sjuksköterska.", "responsibility"},
		{"Nämnderna utser varsitt ombud.", "responsibility"},
		{"Stickprov beställs av ekonomichefen.", "responsibility"},
		{"Frågan avgörs i arbetsutskottet.", "responsibility"},
		{"Prövningen görs av behörig tjänsteman.", "responsibility"},
		{"Intyget signeras av den som gett vaccinet.", "responsibility"},
		{"Den som tar emot larmet ansvarar för loggen.", "responsibility"},
		{"I första hand är det rektor som bestämmer.", "responsibility"},
		{"Vid tvekan ska frågan överlämnas till chefen.", "responsibility"},
		{"Det är viktigt att chefen avsätter tid.", "responsibility"},
		{"Chefens ansvar omfattar även lokalerna.", "responsibility"},
		{"Varje enhet ska ha ett ombud.", "responsibility"},
		{"Personalen ska bära namnskylt.", "responsibility"},
		{"Undersköterskan kontaktar läkare.", "responsibility"},
		{"När larmet går ringer vaktmästaren polisen.", "responsibility"},
		{"En gång i månaden städar lokalvårdaren köket.", "responsibility"},
		{"Om du får en fråga ska du svara samma dag.", "responsibility"},
		{"Det ska finnas en samordnare på varje skola.", "responsibility"},
		{"Som chef ska du föregå med gott exempel.", "responsibility"},
		{"Ansvarig: fastighetschef", "responsibility"},
		{"Ansvar: miljönämnden", "responsibility"},
		{"Nämnden har gett förvaltningen i uppdrag att ta fram en plan.", "responsibility"},
		{"Sker genom samordnaren.", "responsibility"},
		{"Nämnden beslutar om taxan. ", "responsibility"},
		{"Nämnden beslutar om taxan.\nFastställer också avgifterna.", "responsibility"},
		{"## Enhetschefens ansvar\nAtt ge nya medarbetare en introduktion.", "responsibility"},
		{"## Rektor\nDu kallar till möte.", "responsibility"},
		{"Sjuksköterskan ansvarar för att:\n- läkemedlen är aktuella", "responsibility"},
	})
}

func TestNoResponsibility(t *testing.T) {
	judge(t, []kind{
		{"Handlingen förvaras hos myndigheten.", ""},
		{"Journalen finns hos vårdgivaren.", ""},
		{"Du kan ansöka på nätet.", ""},
		{"Patienten har rätt till sin journal.", ""},
		{"Förvaltningens bedömning", ""},
		{"## Förvaltningens bedömning\nIngen påverkan.", ""},
		{"Kommunen erbjuder plats inom fyra månader.", ""},
		{"Länsstyrelsen ger råd.", ""},
		{"Vem beslutar?", ""},
		{"Nämnden antog planen 2014.", ""},
		{"Planen antogs av fullmäktige 2014.", ""},
		{"Målgruppen deltar i undersökningen.", ""},
		{"Erfarenheten visar att det går.", ""},
		{"Enligt kammarrätten räcker det.", ""},
		{"Nämndens lokaler ligger vid torget.", ""},
		{"Med chef avses den som har underställda.", ""},
		{"Alla måste ta ansvar för miljön.", "goals"},
		{"Ingen chef är felfri.", ""},
	})
}

func TestFollowUp(t *testing.T) {
	judge(t, []kind{
		{"Gruppen svarar för en årlig rapport.", "responsibility follow-up"},
		{"Planen utvärderas i slutet av perioden.", "follow-up"},
		{"Riktlinjen revideras vid behov.", "follow-up"},
		{"Strategin ses över varje mandatperiod.", "follow-up"},
		{"Överenskommelsen omprövas 2027.", "follow-up"},
		{"Policyn gäller tills vidare.", "follow-up"},
		{"Planen sträcker sig till 2030.", "follow-up"},
		{"Giltig till och med 2026-12-31.", "follow-up"},
		{"Giltighetstid: 31 december 2026", "follow-up"},
		{"En enkät genomförs vartannat år.", "follow-up"},
		{"Resultatet redovisas i årsredovisningen.", "follow-up"},
		{"Redovisning av arbetet sker i mars.", "follow-up"},
		{"Måluppfyllelsen mäts varje höst.", "follow-up"},
		{"## Uppföljning\nAvtalen inventeras årligen.", "follow-up"},
		{"## Så följs planen upp\nInvånarnas nöjdhet mäts.", "follow-up"},
		{"Uppföljningen omfattar:\n- antal besök", "follow-up"},
		{"Efter perioden görs en slututvärdering.", "follow-up"},
		{"## Uppföljning\nEfter perioden görs en slututvärdering.", "follow-up"},
	})
}

func TestNoFollowUp(t *testing.T) {
	judge(t, []kind{
		{"Omvärldsbevakning sker varje vecka.", ""},
		{"Listan uppdateras vid behov.", ""},
		{"Sekretess gäller till skydd för enskilda.", ""},
		{"Förbudet gäller från midnatt.", ""},
		{"Schemat för sommaren läggs i mars.", ""},
		{"Utvärderingen visade goda resultat.", ""},
		{"Hur följs planen upp?", ""},
		{"Våren följs av sommaren.", ""},
	})
}

func TestPartnerTowns(t *testing.T) {
	judge(t, []kind{
		{"Vår vänort heter Rauma.", "partner-towns"},
		{"Partnerstäderna besöks vartannat år.", "partner-towns"},
		{"## Vänorter\nKadrina i Estland", "partner-towns"},
		{"Våra vänorter är:\n- Herning", "partner-towns"},
		{"Kommunen har två vänorter.\nUtbytet med dem är vilande.", "partner-towns"},
		{"Kommunen har inga vänorter.", "partner-towns"},
		{"Vänortsavtalet sades upp 2010.", "partner-towns"},
		{"Kommunen är medlem i ett nätverk.", ""},
		{"Projektet drevs i Uganda.", ""},
		{"Vänlighet kostar inget.", ""},
	})
}
