package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

func goalOptions() compare.Options {
	return compare.Options{AsOf: asOf, Tags: []policy.TagDefinition{
		{Name: "goals", Label: map[string]string{"sv": "Mål", "en": "Goals"}},
		{Name: "climate", Parent: "goals", Label: map[string]string{"sv": "Klimat och miljö", "en": "Climate"}},
		{Name: "school", Parent: "goals", Label: map[string]string{"sv": "Skola", "en": "School"}},
	}}
}

func goalDocuments() []*policy.Document {
	return []*policy.Document{
		made("Ale", "plan", "2020", "Klimatplan", `
			goals,climate: Utsläppen av växthusgaser ska halveras före 2030.
			goals,climate: Solceller ska finnas på hälften av kommunens tak.
			goals,school: Alla elever ska nå gymnasiet.
			goals: De övergripande målen är att:`),
		made("Ekeby", "plan", "2021", "Energiplan", `
			goals,climate: Kommunen ska före år 2030 halvera sina utsläpp av växthusgaser.
			goals: Fiskeläget ska bevaras åt kommande generationer.
			goals: De övergripande målen är att:`),
		made("Sjövik", "plan", "2022", "Klimatplan", `
			goals,climate: Växthusgasutsläppen halveras till 2030.
			goals,climate: Halverade utsläpp av växthusgaser är målet för 2030.
			goals: Gästhamnen ska rymma två hundra båtar.`),
		made("Åmål", "plan", "2022", "Plan", "goals: Dansen ska nå alla åldrar."),
	}
}

func TestSharedGoals(t *testing.T) {
	r := compare.Documents(goalDocuments(), goalOptions())
	if len(r.SharedGoals) != 1 {
		for _, g := range r.SharedGoals {
			t.Errorf("%v: %v", g.Words, g.Goals)
		}
		t.Fatalf("%d shared goals", len(r.SharedGoals))
	}
	g := r.SharedGoals[0]
	if diff := cmp.Diff([]string{"Ale", "Ekeby", "Sjövik"}, g.Municipalities); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"climate"}, g.Themes); diff != "" {
		t.Error(diff)
	}
	if g.ID != "goal-1" || len(g.Goals) < 3 || g.Likeness <= 0.36 || g.Likeness > 1 {
		t.Errorf("%+v", g)
	}
	if !slices.Contains(g.Words, "utsläpp") {
		t.Errorf("what they have in common: %v", g.Words)
	}
	for _, m := range r.Municipalities {
		marked := 0
		for _, q := range m.Cells[0].Quotes {
			if q.Goal != "" {
				marked++
				if q.Goal != g.ID || !slices.ContainsFunc(g.Goals, func(x compare.Excerpt) bool { return x.Quote == q.Quote && x.Document == q.Document }) {
					t.Errorf("%s: %q is marked as %s", m.Name, q.Quote, q.Goal)
				}
			}
		}
		if m.Goals.Shared != marked || m.Goals.Count != m.Cells[0].Count {
			t.Errorf("%s: %+v, %d marked", m.Name, m.Goals, marked)
		}
		if shares := slices.Contains(g.Municipalities, m.Name); shares != (marked > 0) {
			t.Errorf("%s: %d marked", m.Name, marked)
		}
	}
}

// What two documents of one municipality both want is not shared with anybody; neither is what only denies.
func TestGoalsOfOneMunicipalityAreNotShared(t *testing.T) {
	r := compare.Documents([]*policy.Document{
		made("Ale", "plan", "2020", "Klimatplan", "goals: Utsläppen av växthusgaser ska halveras före 2030.\ngoals: Det finns inga mål för trafiken."),
		made("Ale", "policy", "2020", "Energipolicy", "goals: Utsläppen av växthusgaser ska halveras till 2030."),
		made("Åmål", "policy", "2020", "Energipolicy", "goals: Det finns inga mål för trafiken."),
		made("", "policy", "2020", "Okänd", "goals: Utsläppen av växthusgaser ska halveras till 2030."),
	}, goalOptions())
	if len(r.SharedGoals) != 0 {
		t.Errorf("%+v", r.SharedGoals)
	}
}

// Small steps join no chain: the first and the last of a row have nothing in common.
func TestNoChainOfGoals(t *testing.T) {
	words := strings.Fields("bibliotek simhall skridskobana lekplats museum teater konsthall ishall ridhus badstrand fritidsgård vandringsled")
	var docs []*policy.Document
	for i := range len(words) - 2 {
		text := fmt.Sprintf("goals: Varje %s, %s och %s öppnar.", words[i], words[i+1], words[i+2])
		docs = append(docs, made(fmt.Sprintf("Ort %02d", i), "plan", "2020", "Plan", text))
	}
	for _, g := range compare.Documents(docs, goalOptions()).SharedGoals {
		if len(g.Municipalities) > 4 {
			t.Errorf("%d municipalities in one: %v", len(g.Municipalities), g.Words)
		}
	}
}

func TestThemes(t *testing.T) {
	r := compare.Documents(goalDocuments(), goalOptions())
	want := []compare.Theme{
		{Tag: "climate", Label: compare.Label{"sv": "Klimat och miljö", "en": "Climate"}, Counts: []int{2, 1, 2, 0}, Municipalities: 3},
		{Tag: "school", Label: compare.Label{"sv": "Skola", "en": "School"}, Counts: []int{1, 0, 0, 0}, Municipalities: 1},
	}
	if diff := cmp.Diff(want, r.Themes); diff != "" {
		t.Error(diff)
	}
	ale := municipality(t, r, "Ale").Goals
	if diff := cmp.Diff(compare.GoalSummary{Count: 4, Shared: 1, Themes: []string{"climate", "school"}, OnlyHere: []string{"school"}}, ale); diff != "" {
		t.Error(diff)
	}
	quotes := cell(t, r, "Ale", "goals").Quotes
	if !slices.ContainsFunc(quotes, func(q compare.Quote) bool { return slices.Equal(q.Themes, []string{"school"}) }) {
		t.Errorf("a goal tells its theme: %+v", quotes)
	}
	if q := cell(t, r, "Ale", "school").Quotes[0]; len(q.Themes) != 0 {
		t.Errorf("in its own cell a theme is not repeated: %v", q.Themes)
	}
	if g := municipality(t, r, "Åmål").Gaps; len(g) != 1 || g[0].Text["sv"] != "Mål inom temat klimat och miljö hittades inte i de dokument som ingår." {
		t.Errorf("%+v", g)
	}
}

func townDocument(name string, towns ...string) *policy.Document {
	d := made(name, "policy", "2020", "Policy", "Vi har vänner.")
	for _, x := range towns {
		town, country, _ := strings.Cut(x, "/")
		country, status, _ := strings.Cut(country, "/")
		d.Facts.PartnerTowns = append(d.Facts.PartnerTowns, policy.PartnerTown{Name: town, Country: country, Status: status})
	}
	return d
}

func TestSharedTownsAndCountries(t *testing.T) {
	r := compare.Documents([]*policy.Document{
		townDocument("Ale", "Brattvika/NO/active", "Kivikoski/FI/active", "Nyborg/DK"), townDocument("Ekeby", "brattvika//active", "Oldtown/GB/ended"),
		townDocument("Åmål", "Brattvika/NO", "Nyborg/SE", "Okänd"), townDocument("", "Kivikoski/FI"),
	}, compare.Options{})
	want := []compare.SharedTown{{Name: "Brattvika", Country: "NO", CountryName: compare.Label{"sv": "Norge", "en": "Norway"}, Municipalities: []string{"Ale", "Ekeby", "Åmål"}}}
	if diff := cmp.Diff(want, r.SharedTowns); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, c := range r.Countries {
		got = append(got, fmt.Sprintf("%s %s %d %d", c.Code, c.Name["sv"], c.Towns, c.Municipalities))
	}
	if diff := cmp.Diff([]string{"DK Danmark 1 1", "FI Finland 1 1", "NO Norge 1 2", "SE Sverige 1 1", " land framgår inte 2 2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestDistinctiveWords(t *testing.T) {
	sea := strings.Repeat("Hamnen och fyren är öppna.\nVarje år muddras hamnarna av Kapten Brattström.\n", 8)
	forest := strings.Repeat("Skogen brukas med omsorg.\nSå gallras skogarna i tid.\n", 8)
	r := compare.Documents([]*policy.Document{
		made("Sjövik", "plan", "2020", "Hamnplan", sea), made("Ekeby", "plan", "2020", "Skogsplan", forest), made("Ale", "plan", "2020", "Plan", "Vi gör som andra gör.\nDet är allt."),
	}, compare.Options{})
	words := func(name string) (list []string) {
		for _, w := range municipality(t, r, name).Distinctive {
			list = append(list, w.Word)
		}
		return list
	}
	if got := words("Sjövik"); !slices.Contains(got, "hamn") || slices.Contains(got, "skog") {
		t.Errorf("Sjövik: %v", got)
	}
	if got := words("Ekeby"); !slices.Contains(got, "skog") || slices.Contains(got, "hamn") {
		t.Errorf("Ekeby: %v", got)
	}
	if got := words("Ale"); len(got) != 0 {
		t.Errorf("Ale: %v", got)
	}
	for _, w := range municipality(t, r, "Sjövik").Distinctive {
		if strings.Contains(w.Word, "bratt") || w.Word == "kapten" {
			t.Errorf("a person's name: %+v", w)
		}
		if w.Word == "hamn" && (w.Count != 16 || w.Rest != 0 || w.Documents != 1 || w.LogLikelihood < 10.83 || w.LogRatio < 1) {
			t.Errorf("%+v", w)
		}
	}
	alone := compare.Documents([]*policy.Document{made("Sjövik", "plan", "2020", "Hamnplan", sea)}, compare.Options{})
	if w := alone.Municipalities[0].Distinctive; w == nil || len(w) != 0 {
		t.Errorf("beside nobody: %v", w)
	}
}

// A memo's sentence that no weightier document has, in these or like words, adds something.
func TestWhatAMemoAdds(t *testing.T) {
	r := sampleReport()
	for _, q := range cell(t, r, "Ekeby", "goals").Quotes {
		if want := strings.Contains(q.Quote, "medel från EU"); q.Adds != want {
			t.Errorf("%s %q: %v", q.Document, q.Quote, q.Adds)
		}
	}
	docs := []*policy.Document{
		made("Ale", "policy", "2020", "Resepolicy", "goals: Tåg väljs före flyg vid resor inom landet."),
		made("Ale", "tjänsteutlåtande", "2019", "Resepolicy", "goals: Tåg väljs alltid före flyg vid resor inom landet."),
		made("Åmål", "tjänsteutlåtande", "2019", "Resepolicy", "goals: Båten går klockan sju varje morgon."),
	}
	r = compare.Documents(docs, sampleOptions())
	for _, name := range []string{"Ale", "Åmål"} {
		for _, q := range cell(t, r, name, "goals").Quotes {
			if q.Adds {
				t.Errorf("%s: %q adds nothing", name, q.Quote)
			}
		}
	}
}
