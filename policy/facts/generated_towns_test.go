package facts_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// foreign are towns with their countries.
var foreign = []policy.PartnerTown{
	{Name: "Flekkefjord", Country: "NO"}, {Name: "Odense", Country: "DK"}, {Name: "Kajaani", Country: "FI"}, {Name: "Haapsalu", Country: "EE"}, {Name: "Ventspils", Country: "LV"},
	{Name: "Kaunas", Country: "LT"}, {Name: "Rostock", Country: "DE"}, {Name: "Toruń", Country: "PL"}, {Name: "Poitiers", Country: "FR"}, {Name: "Akranes", Country: "IS"},
	{Name: "Tórshavn", Country: "FO"}, {Name: "Győr", Country: "HU"}, {Name: "Leuven", Country: "BE"}, {Name: "Stirling", Country: "GB"},
}

var countryNames = map[string]string{"NO": "Norge", "DK": "Danmark", "FI": "Finland", "EE": "Estland", "LV": "Lettland", "LT": "Litauen", "DE": "Tyskland", "PL": "Polen", "FR": "Frankrike",
	"IS": "Island", "FO": "Färöarna", "HU": "Ungern", "BE": "Belgien", "GB": "Storbritannien"}

// townLayouts write towns in the ways that documents do.
var townLayouts = map[string]func(towns []policy.PartnerTown) string{
	"sentence": func(towns []policy.PartnerTown) string {
		return "Kommunens vänorter är " + enumerate(towns, func(t policy.PartnerTown) string { return t.Name + preposition(t.Country) + countryNames[t.Country] }) + "."
	},
	"brackets": func(towns []policy.PartnerTown) string {
		return "Kommunen har vänortsavtal med " + enumerate(towns, func(t policy.PartnerTown) string { return t.Name + " (" + countryNames[t.Country] + ")" }) + "."
	},
	"list": func(towns []policy.PartnerTown) string {
		s := "## Vänorter\nKommunen har följande vänorter:\n"
		for _, t := range towns {
			s += "- " + t.Name + ", " + countryNames[t.Country] + "\n"
		}
		return s
	},
	"table": func(towns []policy.PartnerTown) string {
		s := "## Internationellt\nVänort | Land\n"
		for _, t := range towns {
			s += t.Name + " | " + countryNames[t.Country] + "\n"
		}
		return s
	},
	"headings": func(towns []policy.PartnerTown) string {
		s := "## Vänorter\n"
		for _, t := range towns {
			s += "### " + t.Name + ", " + countryNames[t.Country] + "\nUtbytet gäller musik.\n"
		}
		return s
	},
	"records": func(towns []policy.PartnerTown) string {
		s := "## Vänorter\n"
		for _, t := range towns {
			s += "Ort: " + t.Name + "\nLand: " + countryNames[t.Country] + "\n"
		}
		return s
	},
}

func preposition(country string) string {
	if country == "IS" || country == "FO" {
		return " på "
	}
	return " i "
}

// enumerate writes towns with commas and a conjunction before the last.
func enumerate(towns []policy.PartnerTown, write func(policy.PartnerTown) string) string {
	var parts []string
	for _, t := range towns {
		parts = append(parts, write(t))
	}
	if n := len(parts) - 1; n > 0 {
		return strings.Join(parts[:n], ", ") + " och " + parts[n]
	}
	return parts[0]
}

// drawTowns draws some of the towns in any order.
func drawTowns(rt *rapid.T) []policy.PartnerTown {
	return rapid.Permutation(foreign).Draw(rt, "towns")[:rapid.IntRange(1, 8).Draw(rt, "number of towns")]
}

// TestEveryTownIsFound: in each layout any towns in any order are found, all with their countries and no other.
func TestEveryTownIsFound(t *testing.T) {
	for name, layout := range townLayouts {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				towns := drawTowns(rt)
				checkTowns(rt, layout(towns), towns)
			})
		})
	}
}

// TestTownsSaidAgainAreTheSame: a document that names its towns twice, in two layouts, has each of them once.
func TestTownsSaidAgainAreTheSame(t *testing.T) {
	names := slices.Sorted(maps.Keys(townLayouts))
	rapid.Check(t, func(rt *rapid.T) {
		towns := drawTowns(rt)
		first, second := rapid.SampledFrom(names).Draw(rt, "first"), rapid.SampledFrom(names).Draw(rt, "second")
		checkTowns(rt, townLayouts[first](towns)+"\n## Bakgrund\n"+sentence(rt, "between")+"\n"+townLayouts[second](towns), towns)
	})
}

// TestOtherTextTakesNoTown: what stands before and after, if it says nothing of towns, changes nothing.
func TestOtherTextTakesNoTown(t *testing.T) {
	for name, layout := range townLayouts {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				towns := drawTowns(rt)
				checkTowns(rt, "# Policy\n"+sentence(rt, "before")+"\n"+layout(towns)+"\n## Övrigt\n"+sentence(rt, "after"), towns)
			})
		})
	}
}

func namesOf(towns []policy.PartnerTown) []string {
	var names []string
	for _, t := range towns {
		names = append(names, t.Name+" "+t.Country)
	}
	return names
}

func checkTowns(rt *rapid.T, text string, towns []policy.PartnerTown) {
	doc := document(text)
	doc.Municipality = policy.Assignment{Municipality: policy.Municipality{Name: "Ekeby"}}
	checkFacts(rt, doc, towns)
}

func checkFacts(rt *rapid.T, doc *policy.Document, towns []policy.PartnerTown) {
	f := facts.Extract(doc)
	checkEvidence(rt, doc, f)
	if got, want := townNames(f), namesOf(towns); !slices.Equal(got, want) {
		rt.Fatalf("%q\nhas towns %q, want %q", doc.Text, got, want)
	}
	if f.PartnerTownsStatus.Value != "active" {
		rt.Fatalf("%q\nhas status %q", doc.Text, f.PartnerTownsStatus.Value)
	}
}
