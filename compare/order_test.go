package compare_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// swedishOrder are names in the order of a Swedish register: å, ä and ö come last, é stands with e, capitals say nothing.
var swedishOrder = strings.Fields("Ale Alingsås Arvika Borås Burlöv Eda Ekerö Emmaboda Götene Habo Lidköping Lund Storuman Tanum Ydre Ystad Åmål Årjäng Åsele Älmhult Älvsbyn Öckerö Örebro")

func shuffled[T any](list []T, seed int64) []T {
	out := slices.Clone(list)
	rand.New(rand.NewSource(seed)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Municipalities come in Swedish order wherever they are listed: in the matrix, in shared goals, in shared towns, in bases.
func TestMunicipalitiesComeInSwedishOrder(t *testing.T) {
	for seed := range int64(3) {
		var docs []*policy.Document
		for _, name := range shuffled(swedishOrder, seed) {
			d := townDocument(name, "Brattvika/NO")
			if name != "Lund" {
				d = made(name, "plan", "2020", "Plan", "goals: Utsläppen av växthusgaser ska halveras före 2030.")
				d.Facts.PartnerTowns = []policy.PartnerTown{{Name: "Brattvika", Country: "NO"}}
			}
			docs = append(docs, d)
		}
		r := compare.Documents(docs, sampleOptions())
		var names []string
		for _, m := range r.Municipalities {
			names = append(names, m.Name)
		}
		if diff := cmp.Diff(append(slices.Clone(swedishOrder), ""), names); diff != "" {
			t.Errorf("the matrix, the unassigned last: %s", diff)
		}
		if len(r.SharedTowns) != 1 {
			t.Fatalf("shared towns %+v", r.SharedTowns)
		}
		if diff := cmp.Diff(swedishOrder, r.SharedTowns[0].Municipalities); diff != "" {
			t.Error(diff)
		}
		others := slices.DeleteFunc(slices.Clone(swedishOrder), func(s string) bool { return s == "Lund" })
		if len(r.SharedGoals) != 1 {
			t.Fatalf("%d shared goals", len(r.SharedGoals))
		}
		if diff := cmp.Diff(others, r.SharedGoals[0].Municipalities); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(others[:12], municipality(t, r, "Lund").Gaps[0].Bases[0].Municipalities); diff != "" {
			t.Error(diff)
		}
	}
}

// The members of a group come in the order of the report, whatever the order in which somebody wrote them down, and the groups as written.
func TestPeersComeInSwedishOrder(t *testing.T) {
	var docs []*policy.Document
	for _, name := range swedishOrder {
		docs = append(docs, made(name, "plan", "2020", "Plan", "Text."))
	}
	r := compare.Documents(docs, compare.Options{Peers: []compare.PeerGroup{{Name: "Övriga", Municipalities: []string{"Öckerö", "Åmål", "Ale", "Älmhult"}}, {Name: "A", Municipalities: []string{"Ystad", "Ydre"}}}})
	want := []compare.PeerGroup{{Name: "Övriga", Municipalities: []string{"Ale", "Åmål", "Älmhult", "Öckerö"}}, {Name: "A", Municipalities: []string{"Ydre", "Ystad"}}}
	if diff := cmp.Diff(want, r.Peers); diff != "" {
		t.Error(diff)
	}
}

func TestTownsComeInSwedishOrder(t *testing.T) {
	inOrder := []string{"Aabenraa/DK", "Brattvika/NO", "Eger/HU", "Élancourt/FR", "Ösel/EE"}
	want := strings.Fields("Aabenraa Brattvika Eger Élancourt Ösel")
	for seed := range int64(3) {
		r := compare.Documents([]*policy.Document{townDocument("Ale", shuffled(inOrder, seed)...), townDocument("Åmål", shuffled(inOrder, seed+7)...)}, compare.Options{})
		var towns, shared, countries []string
		for _, x := range municipality(t, r, "Ale").PartnerTowns.Towns {
			towns = append(towns, x.Name)
		}
		for _, x := range r.SharedTowns {
			shared = append(shared, x.Name)
		}
		for _, x := range r.Countries {
			countries = append(countries, x.Name["sv"])
		}
		if diff := cmp.Diff(want, towns); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(want, shared); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(strings.Fields("Danmark Estland Frankrike Norge Ungern"), countries); diff != "" {
			t.Errorf("of countries with as many towns each: %s", diff)
		}
	}
}

// Documents come by municipality and name, and what is set aside likewise, by its reason last.
func TestDocumentsComeInSwedishOrder(t *testing.T) {
	var docs []*policy.Document
	var aside []policy.SetAside
	for _, x := range []string{"Ale/a", "Ale/ö", "Åmål/b", "Älmhult/a", "/z"} {
		name, id, _ := strings.Cut(x, "/")
		d := made(name, "plan", "2020", "Plan", "Text.")
		d.ID = strings.ToLower(name) + "-" + id
		docs = append(docs, d)
		aside = append(aside, policy.SetAside{Municipality: name, Source: id + ".pdf", Code: "damaged"}, policy.SetAside{Municipality: name, Source: id + ".pdf", Code: "copy"})
	}
	for seed := range int64(4) {
		r := compare.Documents(shuffled(docs, seed), compare.Options{SetAside: shuffled(aside, seed)})
		var ids, files []string
		for _, d := range r.Documents {
			ids = append(ids, d.ID)
		}
		for _, x := range r.SetAside {
			files = append(files, x.Municipality+"/"+x.Source+" "+x.Code)
		}
		if diff := cmp.Diff([]string{"ale-a", "ale-ö", "åmål-b", "älmhult-a", "-z"}, ids); diff != "" {
			t.Error(diff)
		}
		want := []string{"Ale/a.pdf copy", "Ale/a.pdf damaged", "Ale/ö.pdf copy", "Ale/ö.pdf damaged", "Åmål/b.pdf copy", "Åmål/b.pdf damaged", "Älmhult/a.pdf copy", "Älmhult/a.pdf damaged", "/z.pdf copy", "/z.pdf damaged"}
		if diff := cmp.Diff(want, files); diff != "" {
			t.Error(diff)
		}
	}
}

// Tags that only documents know come after all others, by name; quotes of one document by strength, and as they stand where they are as strong.
func TestTagsAndQuotesComeInOrder(t *testing.T) {
	d := made("Ale", "plan", "2020", "Plan", "b: Ett.\na: Två.\nÖ: Tre.\ngoals: Alla ska cykla till skolan.\ngoals: Alla ska simma i havet.\ngoals: Alla ska vandra i skogen.")
	d.Tags = append(d.Tags, policy.Tag{Name: "c", Sentence: 0, Score: .9})
	r := compare.Documents([]*policy.Document{d}, compare.Options{Tags: []policy.TagDefinition{{Name: "goals"}}})
	var tags, quotes []string
	for _, x := range r.Tags {
		tags = append(tags, x.Name)
	}
	for _, q := range cell(t, r, "Ale", "goals").Quotes {
		quotes = append(quotes, q.Quote)
	}
	if diff := cmp.Diff([]string{"goals", "a", "b", "c"}, tags); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Alla ska cykla till skolan.", "Alla ska simma i havet.", "Alla ska vandra i skogen."}, quotes); diff != "" {
		t.Error(diff)
	}
}
