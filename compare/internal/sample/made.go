package sample

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// Made makes a document from lines of text: "# Heading", "- item", "goals: sentence with a tag", or a sentence. Its ID
// is "municipality-kind-date".
func Made(municipality, kind, date, title, text string) *policy.Document {
	id := strings.Trim(strings.ToLower(municipality)+"-"+kind+"-"+date, "-")
	b := New(id, id+".pdf", municipality, title)
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case line == "":
		case strings.HasPrefix(line, "# "):
			number, heading := "", line[2:]
			if first, rest, ok := strings.Cut(heading, " "); ok && strings.Trim(first, "0123456789.") == "" {
				number, heading = first, rest
			}
			b.Heading(number, heading)
		default:
			b.Para(tagged(line))
		}
	}
	b.Facts(func(b *Builder, f *policy.Facts) {
		e := b.Evidence(title)
		f.Kind = policy.Value{Value: kind, Evidence: e}
		if date != "" {
			f.Date = policy.Value{Value: date, Evidence: e}
			f.Dates = []policy.DateFact{{Role: "adopted", Date: date, Evidence: e}}
		}
	})
	return b.Done()
}

// tagged takes the tags off a line: "goals,climate: sentence".
func tagged(line string) Sentence {
	if tags, text, ok := strings.Cut(line, ": "); ok && strings.Trim(tags, "abcdefghijklmnopqrstuvwxyz-,") == "" {
		return S(text, strings.ReplaceAll(tags, ",", " "), .9)
	}
	return S(line, "", 0)
}

// Texts for [Made]: two municipalities that share a passage which one of them edited, and a policy in two versions.
const (
	TravelEkeby = `
	# 1 Utgångspunkter
	Havet börjar vid våra stränder och slutar inte där kommunens gräns går.
	Den som bor på en ö vet att båten avgör vad som är nära och vad som är långt borta.
	Vi köper lokalt när det går.
	Med hållbart resande menas här:
	tåg och buss
	cykel
	båt i reguljär trafik
	Kajplatserna fördelas efter turordning av hamnkaptenen.`

	TravelSjovik = `
	# 2 Bakgrund
	Sjövik har fyra badplatser med livräddare under högsäsong.
	Havet börjar vid våra stränder och slutar inte där landets gräns går.
	Den som bor på en ö vet att båten avgör vad som är nära och vad som är långt borta.
	Skolskjuts ordnas även under höstlovet för elever i åk 1.
	Med hållbart resande menas här:
	tåg och buss
	cykel
	båt i reguljär trafik
	Soptömning sker varannan torsdag på fastlandet.`

	ParksOld = `
	# 1 Syfte
	Policyn anger hur kommunen sköter sina parker och grönytor.
	Den gäller för alla nämnder och bolag.
	# 2 Mål
	Parkerna ska vara trygga, rena och öppna för alla.
	Varje invånare ska ha högst trehundra meter till en grön plats.
	Gräset klipps åtta gånger per år.
	# 3 Lekplatser
	Lekplatserna besiktas varje vår av en behörig besiktningsman.
	Gungor byts ut när de är tio år gamla.
	# 4 Uppföljning
	Tekniska nämnden redovisar skötseln i årsbokslutet.
	Policyn ska ses över vart fjärde år.`

	ParksNew = `
	# 1 Syfte
	Policyn anger hur kommunen sköter sina parker och grönytor.
	Den gäller för alla nämnder och bolag.
	# 2 Inriktning
	Varje invånare ska ha högst tvåhundra meter till en grön plats.
	Parkerna ska vara trygga, rena och öppna för alla.
	Bin och fjärilar ska få ängar att leva på.
	# 3 Invasiva arter
	Jättelokan bekämpas innan den hinner blomma.
	# 4 Uppföljning
	Tekniska nämnden redovisar skötseln i årsbokslutet.
	Policyn ska ses över varje mandatperiod.
	Gräset klipps åtta gånger per år.`
)

// Analysed are documents in which there is something of all that a comparison finds: shared text and boilerplate, two versions,
// shared goals and themes (the tags of [ThemeTags]), gaps, a document that is due, shared partner towns.
func Analysed() []*policy.Document {
	law := "\nNämnderna följer lagen om offentlig upphandling vid alla sina inköp."
	docs := []*policy.Document{
		Made("Ale", "policy", "2011-03-28", "Parkpolicy", ParksOld+law),
		Made("Ale", "policy", "2023-04-24", "Parkpolicy för Ale kommun", ParksNew+law),
		Made("Ekeby", "policy", "2022", "Resepolicy", TravelEkeby+`
			# 3 Mål
			goals,climate: Kommunen ska före år 2030 halvera sina utsläpp av växthusgaser.
			follow-up: Resandet redovisas varje år.`+law),
		Made("Sjövik", "plan", "2003-10-27", "Trafikplan", TravelSjovik+`
			# 3 Mål
			goals,climate: Utsläppen av växthusgaser halveras till 2030.
			goals: Gästhamnen ska rymma två hundra båtar.
			follow-up: Planen ska ses över varje mandatperiod.`+law),
		Made("Sjövik", "tjänsteutlåtande", "2003-06-02", "Trafikplan", "goals: Fyren ska lysa också om sommaren.\ngoals: Gästhamnen ska rymma två hundra båtar."),
		Made("Åmål", "plan", "2020-05-18", "Klimatplan", "goals,climate: Utsläppen av växthusgaser ska halveras före 2030.\ngoals,school: Alla elever ska lära sig simma."+law),
	}
	addFacts(docs[3], "Planen ska ses över varje mandatperiod.", "mandate-period", "planen", "Brattvika/NO", "Nyborg/DK")
	addFacts(docs[2], "Resandet redovisas varje år.", "P1Y", "resandet", "Brattvika/NO")
	return docs
}

// addFacts gives d a follow-up and partner towns, all with the same quote.
func addFacts(d *policy.Document, quote, interval, what string, towns ...string) {
	start := strings.Index(d.Text, quote)
	e := policy.Evidence{Citation: d.Cite(policy.Span{Start: start, End: start + len(quote)}), Confidence: 0.9, By: policy.ByProgram}
	d.Facts.FollowUp = []policy.FollowUp{{Interval: interval, What: what, Evidence: e}}
	d.Facts.PartnerTownsStatus = policy.Value{Value: "active", Evidence: e}
	for _, x := range towns {
		name, country, _ := strings.Cut(x, "/")
		d.Facts.PartnerTowns = append(d.Facts.PartnerTowns, policy.PartnerTown{Name: name, Country: country, Status: "active", Evidence: e})
	}
}

// ThemeTags are [Tags] with two themes of goals.
func ThemeTags() []policy.TagDefinition {
	return append(Tags(), policy.TagDefinition{Name: "climate", Parent: "goals", Label: map[string]string{"sv": "Klimat", "en": "Climate"}},
		policy.TagDefinition{Name: "school", Parent: "goals", Label: map[string]string{"sv": "Skola", "en": "School"}})
}
