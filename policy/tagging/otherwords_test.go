package tagging

import (
	"testing"

	"github.com/styrdok/styrdok/policy"
)

// Duties told the other way round: the task is the subject, and who has it comes after.
func TestDutyToldFromTheOtherSide(t *testing.T) {
	judge(t, []kind{
		{"Det ligger på skolchefen att hålla listan aktuell.", "responsibility"},
		{"Samordningen av praktikplatser är en uppgift för personalkontoret.", "responsibility"},
		{"Kanslichefens uppgift är att förbereda mötena.", "responsibility"},
		{"Vid behov sammanför omsorgskontoret dem som behöver stöd.", "responsibility"},
		{"Det är ordföranden som kallar till sammanträdena.", "responsibility"},
		{"Ansvaret för lokalerna vilar på fastighetsnämnden.", "responsibility"},
		{"Det slutliga ansvaret bär kommundirektören.", "responsibility"},
		{"Till nämndens uppgifter hör att pröva ansökningar.", "responsibility"},
		{"Det är lärarnas ansvar att läxorna är rimliga.", "responsibility"},
		{"Rollen som projektledare innehas av utvecklingschefen.", "responsibility"},
		{"Kommunstyrelsen har uppsikt över bolagens arbete.", "responsibility"},
		{"Miljönämnden är tillsynsmyndighet.", "responsibility"},
		{"Frågorna ska lyftas till samordnaren, som vid behov ordnar ett möte.", "responsibility"},
		{"Enheten ansvarar för arkivet.\nDetta innebär bland annat att:\n- ordna handlingarna", "responsibility"},
	})
}

// What a body thinks, has decided long ago, or would have others do is no duty of its own.
func TestBodyWithoutDuty(t *testing.T) {
	judge(t, []kind{
		{"Förvaltningen anser att förslaget är rimligt.", ""},
		{"Förvaltningen bedömer att kostnaden ökar.", ""},
		{"Nämnden påverkas av beslutet.", ""},
		{"Hur lokalerna får användas har nämnden slagit fast.", ""},
		{"Den som söker bidrag bör läsa anvisningen.", ""},
		{"Nätverket innebär att:\n- dörren är öppen för var och en", ""},
		{"## EKEBY KOMMUN Kanslienheten\nDiarienummer 2003:17.", ""},
		{"Sjuksköterskan bedömer behovet av tillsyn.", "responsibility"},
		{"## Kanslienheten\nTar emot besökare.", "responsibility"},
	})
}

// Follow-up without the word: a review is made, a result is laid before somebody, figures of the work are collected.
func TestFollowUpWithoutTheWord(t *testing.T) {
	judge(t, []kind{
		{"Därför görs en sammanställning av klagomålen varje år.", "follow-up"},
		{"Varje höst görs en genomgång av läget.", "follow-up"},
		{"Statistik över antalet besök samlas in varje månad.", "follow-up"},
		{"Policyn uppdateras när lagen ändras.", "follow-up"},
		{"Dokumentet ska hållas aktuellt.", "follow-up"},
		{"Verksamheten följs genom brukarenkäter.", "follow-up"},
		{"Nyckeltalen tas fram varje kvartal.", "follow-up"},
		{"Rapporten läggs fram i mars.", "follow-up"},
		{"Statistik finns på nätet.", ""},
		{"Filmen visas varje höst.", ""},
	})
}

// Goals in other words, and demands of a certain act that are none.
func TestGoalsInOtherWords(t *testing.T) {
	judge(t, []kind{
		{"Grunderna för arbetet är att stärka demokratin.", "goals"},
		{"Kommunen samarbetar med grannarna för att göra servicen bättre.", "goals"},
		{"Vi ska lära av varandra.", "goals"},
		{"Mötena ska präglas av respekt.", "goals"},
		{"Genom tidigt stöd kan ohälsa förebyggas.", "goals"},
		{"På så sätt stärks invånarnas förtroende.", "goals"},
		{"Vi måste hålla reda på kvittona.", ""},
		{"I dag saknas en gemensam rutin.", ""},
		{"Fler invånare reser nu än tidigare.", ""},
	})
}

// Somebody is there for a task, is called to it, or does it as the agent of a passive.
func TestWhoIsThereForIt(t *testing.T) {
	judge(t, []kind{
		{"Stödet samordnas av medborgarcentrum.", "responsibility"},
		{"Det finns en konsulent i varje område.", "responsibility"},
		{"I tveksamma fall rådfrågas kommunjuristen.", "responsibility"},
		{"Samråd sker med dataskyddsombudet.", "responsibility"},
		{"Du som chef behöver se över bemanningen.", "responsibility"},
		{"I planen finns åtgärder som nämnderna ska genomföra.", "responsibility"},
		{"Chefen går igenom avvikelserna varje månad.", "responsibility follow-up"},
		{"Stödet är ett sätt att förebygga ohälsa.", "goals"},
		{"Finns det ingen chef stängs kontoret.", ""},
		{"Barnen drivs av nyfikenhet.", ""},
		{"Kommunen har en tolkchef som håller ihop arbetet.", "responsibility"},
		{"Nöjdhetsundersökningar görs regelbundet.", "follow-up"},
		{"Du som chef behöver se över behovet varje termin.", "responsibility"},
		{"# Policy för bemötande\nVårt arbete stärker invånarnas förtroende.", "goals"},
		{"Kommunen har två vänorter.\nGenom åren har kontakterna gällt körsång.", "partner-towns"},
		{"Kommunen har en sjö.\nGenom åren har kontakterna gällt körsång.", ""},
	})
}

// Something is counted, weighed or laid beside last year's, and somebody is told.
func TestFollowUpByCounting(t *testing.T) {
	judge(t, []kind{
		{"Besökarna räknas i två veckor varje oktober.", "follow-up"},
		{"Svinnet vägs på våren och på hösten.", "follow-up"},
		{"Antalet olyckor jämförs med förra årets.", "follow-up"},
		{"Chefen går runt varje vår för att se om skyltarna är hela.", "responsibility follow-up"},
		{"Två gånger om året får nämnden veta hur det går.", "responsibility follow-up"},
		{"En skriftlig redogörelse går till fullmäktige varje vår.", "follow-up"},
		{"Vartannat år hålls dialogmöten.", "follow-up"},
		{"Efter halva tiden skrivs planen om.", "follow-up"},
		{"## Uppföljning\nVisar siffrorna på brister tas ett förslag fram.", "follow-up"},
		{"## Håller planen vad den lovar?\nTalen hämtas ur registret i mars.", "follow-up"},
		{"Gröna tak räknas som hälften.", ""},
		{"Skylten vägs in i bedömningen.", ""},
		{"Planen görs om den enskilde vill.", ""},
	})
}

// What is wished for is told as if it were so already, under a heading that says that it is wished for. A heading of other people's
// goals, of why, or of what the paper covers is none.
func TestWishedState(t *testing.T) {
	judge(t, []kind{
		{"## Vision 2040\nVarje barn har en trygg skolväg.", "goals"},
		{"## Dit vi vill\nSjön är ren.", "goals"},
		{"## Mål för boendet\nGårdarna är gröna.", "goals"},
		{"## Nationella mål\nUtsläppen minskar i takt med parisavtalet.", ""},
		{"## Varför en plan?\nTrafiken ökar.", ""},
		{"## Syfte och omfattning\nLotterier ingår inte.", ""},
		{"## Mål\nUtsläppen ökade under fjolåret.", ""},
	})
}

// "Var" before a number is no verb of the past.
func TestEachIsNoVerb(t *testing.T) {
	judge(t, []kind{
		{"Var tredje ansökan granskas av chefen.", "responsibility"},
		{"Var och en av cheferna ansvarar för sin enhet.", "responsibility"},
		{"Ansvarig var chefen.", ""},
	})
}

// A table's head says what its columns are, and nothing of the work; a first row that names who does something is no head.
func TestTableHead(t *testing.T) {
	g := New(Default())
	for _, tt := range []struct {
		head string
		want bool
	}{
		{"Vad\tVem ansvarar\tHur följs det upp", false},
		{"Åtgärd\tAnsvarig nämnd\tUppföljning", false},
		{"Rektor\tansvarar för schemat\tföljs upp i maj", true},
	} {
		d := read("x", tt.head+"\nLåna ut cyklar\tTekniska nämnden ansvarar\tRedovisas i bokslutet\n")
		d.Sentences[0].Kind, d.Sentences[1].Kind, d.Sentences[1].Opener = policy.Row, policy.Row, 0
		head, row := false, false
		for _, tag := range g.Tag(d) {
			head, row = head || tag.Sentence == 0, row || tag.Sentence == 1
		}
		if head != tt.want || !row {
			t.Errorf("%q is tagged: %v, want %v; the row below: %v", tt.head, head, tt.want, row)
		}
	}
}
