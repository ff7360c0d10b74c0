package segment_test

import "testing"

func TestZones(t *testing.T) {
	runOutlines(t, []outlineTest{
		{"document data in front", []string{"Tekniska förvaltningen", "# Plan för gator", "Antagen av: kommunfullmäktige", "Dnr TN 2020/3", prose, "Mål", prose2},
			[]string{"TITLE Plan för gator", "info/Tekniska förvaltningen", "info/Antagen av: kommunfullmäktige", "info/Dnr TN 2020/3", prose, "# Mål", prose2}},
		{"labels in the text", []string{prose, "Ansvarig: Tekniska nämnden", "Uppföljning: varje år", prose2}, []string{prose, "Ansvarig: Tekniska nämnden",
			"Uppföljning: varje år", prose2}},
		{"labels after the text", []string{prose, "Ansvarig: Tekniska nämnden", "Gäller för: alla", "Dokumenttyp: plan"}, []string{prose,
			"info/Ansvarig: Tekniska nämnden", "info/Gäller för: alla", "info/Dokumenttyp: plan"}},
		{"short sentences in front are text", []string{"# Plan för bad", "Alla ska kunna simma.", prose}, []string{"TITLE Plan för bad", "Alla ska kunna simma.", prose}},
		{"a common heading above scraps", []string{prose, "Mål:", "God hälsa", "Trygga hem"}, []string{prose, "# Mål", "God hälsa", "Trygga hem"}},
		{"empty labels", []string{prose, "Datum:", "Underskrift:"}, []string{prose, "info/Datum:", "info/Underskrift:"}},
		{"table of document data", []string{"# Plan för gator", "| Dokumenttyp | Plan // Antagen av | Tekniska nämnden // Dnr | 12", prose},
			[]string{"TITLE Plan för gator", "info/row: Dokumenttyp\tPlan", "info/row: Antagen av\tTekniska nämnden", "info/row: Dnr\t12", prose}},
		{"contact", []string{prose, "Kontaktuppgifter", "Anna Ek", "Telefon: 0100-12 34 56", "# Besök oss", "Storgatan 1", "# Så följer vi upp", prose2},
			[]string{prose, "# Kontaktuppgifter", "contact/Anna Ek", "contact/Telefon: 0100-12 34 56", "contact/Besök oss", "contact/Storgatan 1",
				"# Så följer vi upp", prose2}},
		{"a web page's own date", []string{prose, "Sidan uppdaterades 2021-03-04", "Synpunkter på sidan?"}, []string{prose, "info/Sidan uppdaterades 2021-03-04"}},
		{"cookies", []string{"Vi använder kakor för att webbplatsen ska fungera.", prose}, []string{prose}},
		{"file link", []string{prose, "Resepolicy (pdf, 40 kB)"}, []string{prose, "references/Resepolicy (pdf, 40 kB)"}},
		{"references", []string{"# Ansvar", prose, "# Referenser", "Boverket 2019. Gator för alla.", "# Bilagor"},
			[]string{"TITLE Ansvar", prose, "# Referenser", "references/Boverket 2019.", "references/Gator för alla.", "# Bilagor"}},
		{"annex with a template", []string{"1 Ansvar", prose, "Bilaga 1 Mall för protokoll", "Namn på den som för protokollet."},
			[]string{"# 1 Ansvar", prose, "# Bilaga 1 Mall för protokoll", "annex/Namn på den som för protokollet."}},
		{"teasers", []string{"1 Ansvar", prose, "Plan för Sjövik", "Plan för Sjövik Kommunen ska bli bäst", "Läs mer", "Policy för Ekeby",
			"Policy för Ekeby Nämnden ansvarar för", "Läs mer"},
			[]string{"# 1 Ansvar", prose, "teaser/Plan för Sjövik", "teaser/Plan för Sjövik Kommunen ska bli bäst", "teaser/Läs mer", "teaser/Policy för Ekeby",
				"teaser/Policy för Ekeby Nämnden ansvarar för", "teaser/Läs mer"}},
		{"footnote that the reader took for text", []string{"Kommunen har två vänorter.1 Båda ligger i Norden.", "1 Se kommunfullmäktiges beslut om vänorter från 1999."},
			[]string{"Kommunen har två vänorter.", "Båda ligger i Norden.", "note/Se kommunfullmäktiges beslut om vänorter från 1999."}},
	})
}

func TestLists(t *testing.T) {
	runOutlines(t, []outlineTest{
		{"opener", []string{"Målen är att:", "- minska utsläppen", "- öka trivseln"},
			[]string{"Målen är att:", "item: minska utsläppen <- Målen är att:", "item: öka trivseln <- Målen är att:"}},
		{"a finished sentence opens nothing", []string{prose, "- minska utsläppen"}, []string{prose, "item: minska utsläppen"}},
		{"unless it says so", []string{"Arbetet sker i följande ordning.", "1. Plan", "2. Prov"},
			[]string{"Arbetet sker i följande ordning.", "item: Plan <- Arbetet sker i följande ordning.", "item: Prov <- Arbetet sker i följande ordning."}},
		{"items of several sentences", []string{"Rektorn ska:", "- Följa upp. Det sker i maj."},
			[]string{"Rektorn ska:", "item: Följa upp. <- Rektorn ska:", "item: Det sker i maj. <- Rektorn ska:"}},
		{"clauses with att", []string{"Nämnden ska verka för", "att skolorna är trygga,", "att maten är god och", "att alla trivs."},
			[]string{"Nämnden ska verka för", "item: att skolorna är trygga, <- Nämnden ska verka för", "item: att maten är god och <- Nämnden ska verka för",
				"item: att alla trivs. <- Nämnden ska verka för"}},
		{"one att is a wrapped line", []string{"Nämnden ska under året på olika sätt verka för", "att skolorna är trygga."},
			[]string{"Nämnden ska under året på olika sätt verka för att skolorna är trygga."}},
		{"nested", []string{"Vi ska:", "• spara:", "o el", "o vatten", "• bygga"},
			[]string{"Vi ska:", "item: spara: <- Vi ska:", "item: el <- spara:", "item: vatten <- spara:", "item: bygga <- Vi ska:"}},
		{"over a page with a note", []string{"Vi ska:", "- spara på den el som", "^1 Se energiplanen.", "\f", "skolorna köper", "- bygga"},
			[]string{"Vi ska:", "item: spara på den el som skolorna köper <- Vi ska:", "item: bygga <- Vi ska:", "note/Se energiplanen."}},
		{"lost bullets", []string{"Med resor i tjänsten avses främst:", "Resor med tåg.", "Resor med buss.", prose + " " + prose2},
			[]string{"Med resor i tjänsten avses främst:", "item: Resor med tåg. <- Med resor i tjänsten avses främst:",
				"item: Resor med buss. <- Med resor i tjänsten avses främst:", prose, prose2}},
		{"roles above subjectless sentences", []string{"# Roller", prose, "## Enhetschefens roll", "Ska ge stöd. Beslutar om schemat. Personalen deltar.", "## Vikarier", prose2},
			[]string{"TITLE Roller", prose, "# Enhetschefens roll", "Enhetschefens roll", "Ska ge stöd. <- Enhetschefens roll",
				"Beslutar om schemat. <- Enhetschefens roll", "Personalen deltar.", "# Vikarier", prose2}},
		{"no role above a subjectless sentence", []string{"# Plan", prose, "## Tid", "Ska ske årligen."}, []string{"TITLE Plan", prose, "# Tid", "Ska ske årligen."}},
		{"a subject among subjectless sentences", []string{"# Plan", prose, "## Kuratorns roll", "Ska ge stöd. Förmedlar kontakter. Elever söker själva."},
			[]string{"TITLE Plan", prose, "# Kuratorns roll", "Kuratorns roll", "Ska ge stöd. <- Kuratorns roll", "Förmedlar kontakter. <- Kuratorns roll",
				"Elever söker själva."}},
		{"table", []string{"| Nämnd | Uppgift // Skolnämnden | Följer upp // Byggnadsnämnden | Beslutar"},
			[]string{"row: Nämnd\tUppgift", "row: Skolnämnden\tFöljer upp <- Nämnd\tUppgift", "row: Byggnadsnämnden\tBeslutar <- Nämnd\tUppgift"}},
	})
}
