package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

func reuse(docs ...*policy.Document) compare.Reuse {
	return compare.Documents(docs, compare.Options{AsOf: asOf}).Reuse
}

// Two municipalities share a passage that one of them edited, with a sentence put in and short items of a list.
func TestReuseIsAlignedWordByWord(t *testing.T) {
	r := reuse(made("Sjövik", "plan", "2019-03-01", "Trafikplan", sample.TravelSjovik), made("Ekeby", "policy", "2022", "Resepolicy", sample.TravelEkeby),
		made("Ale", "policy", "2020", "Kostpolicy", "Maten lagas från grunden i egna kök.\nSalt och socker används med måtta."))
	if len(r.Pairs) != 1 {
		t.Fatalf("%d pairs: %+v", len(r.Pairs), r.Pairs)
	}
	p := r.Pairs[0]
	if p.A != "sjövik-plan-2019-03-01" || p.B != "ekeby-policy-2022" {
		t.Errorf("A is the older one: %s, %s", p.A, p.B)
	}
	if p.Relation != compare.Borrowed && p.Relation != compare.Template {
		t.Errorf("relation %s", p.Relation)
	}
	if p.Sentences != 6 || p.Exact != 5 {
		t.Errorf("%d sentences, %d of them exact", p.Sentences, p.Exact)
	}
	if len(p.Passages) != 1 {
		t.Fatalf("%d passages", len(p.Passages))
	}
	q := p.Passages[0]
	want := "Havet börjar vid våra stränder och slutar inte där [-landets -]{+kommunens +}gräns går.\n" +
		"Den som bor på en ö vet att båten avgör vad som är nära och vad som är långt borta.\n" +
		"[-Skolskjuts ordnas även under höstlovet för elever i åk 1.\n-]{+Vi köper lokalt när det går.\n+}" +
		"Med hållbart resande menas här:\ntåg och buss\ncykel\nbåt i reguljär trafik"
	if diff := cmp.Diff(want, show(q.Edits)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if q.Exact || q.Likeness < 0.6 || q.Likeness >= 1 {
		t.Errorf("exact %v, likeness %v", q.Exact, q.Likeness)
	}
	if diff := cmp.Diff([]string{"2 Bakgrund"}, q.A.Section); diff != "" {
		t.Error(diff)
	}
}

func TestRelations(t *testing.T) {
	long := strings.TrimSpace(sample.TravelEkeby)
	for name, c := range map[string]struct {
		docs []*policy.Document
		want compare.Relation
	}{
		"two of one municipality": {[]*policy.Document{made("Ale", "policy", "2020", "Resepolicy", long), made("Ale", "plan", "2021", "Hamnplan", long)}, compare.Own},
		"versions":                {[]*policy.Document{made("Ale", "policy", "2016", "Resepolicy", long), made("Ale", "policy", "2021", "Resepolicy för Ale 2021", long)}, compare.Series},
		"a common model":          {[]*policy.Document{made("Ale", "policy", "2016", "Resepolicy", long), made("Åmål", "policy", "2021", "Resepolicy", long)}, compare.Template},
		"one of nobody":           {[]*policy.Document{made("Ale", "policy", "2016", "Resepolicy", long), made("", "policy", "2021", "Resepolicy", long)}, compare.Stray},
		"a passage": {[]*policy.Document{made("Ale", "policy", "2016", "Resepolicy", long), made("Åmål", "plan", "2021", "Plan", `
			Havet börjar vid våra stränder och slutar inte där kommunens gräns går.`+strings.Repeat("\nGatlyktan nummer ett lyser vid korsningen intill skolans port.", 9))}, compare.Borrowed},
	} {
		pairs := reuse(c.docs...).Pairs
		if len(pairs) != 1 || pairs[0].Relation != c.want {
			t.Errorf("%s: %d pairs, %+v", name, len(pairs), pairs)
		}
	}
}

// Phrases of administration, short sentences and headings are no reuse.
func TestChanceIsNoReuse(t *testing.T) {
	r := reuse(made("Ale", "policy", "2016", "Resepolicy", "# 1 Inledning\nPolicyn ska följas upp årligen.\nNämnden ansvarar för den egna verksamheten.\nKlart."),
		made("Åmål", "plan", "2021", "Plan", "# 1 Inledning\nPolicyn ska följas upp årligen.\nStyrelsen leder och samordnar alla förvaltningar.\nKlart."))
	if len(r.Pairs) != 0 || len(r.Boilerplate) != 0 {
		t.Errorf("%+v", r)
	}
}

// What stands in most municipalities is boilerplate: it is shown as such, with its variants, and makes no pairs.
func TestBoilerplate(t *testing.T) {
	var docs []*policy.Document
	for _, name := range []string{"Ale", "Ekeby", "Sjövik", "Åmål"} {
		docs = append(docs, made(name, "plan", "2020", "Plan", "Nämnderna i "+name+" ska följa lagen om offentlig upphandling i alla sina inköp.\n"+
			"Det här säger bara "+strings.Repeat(name, 3)+" om "+strings.Repeat(name, 2)+".")) // nonsense that is nobody else's
	}
	docs = append(docs, made("Ale", "policy", "2020", "Policy", "Fisket i "+"ån är fritt för alla som har löst ett kort hos föreningen.\nInget mer."))
	r := reuse(docs...)
	if len(r.Pairs) != 0 {
		t.Errorf("pairs: %+v", r.Pairs)
	}
	if len(r.Boilerplate) == 0 {
		t.Fatal("no boilerplate")
	}
	b := r.Boilerplate[0]
	if b.Documents != 4 || b.Municipalities != 4 || b.Variants != 4 || !strings.Contains(b.Quote, "offentlig upphandling") || b.Document != "ale-plan-2020" {
		t.Errorf("%+v", b)
	}
}

// Within one municipality a sentence must stand in more documents before it is a standing phrase.
func TestBoilerplateOfOneMunicipality(t *testing.T) {
	var docs []*policy.Document
	for i, title := range []string{"Kostpolicy", "Hamnplan", "Skolplan", "Cykelplan", "Parkprogram", "Badriktlinjer"} {
		docs = append(docs, made("Ale", fmt.Sprint("plan", i), "2020", title, "Detta dokument gäller för alla anställda och förtroendevalda i kommunen.\nSak "+title+" nummer ett av flera."))
		r := reuse(docs...)
		if boilerplate := len(r.Boilerplate) > 0; boilerplate != (i >= 4) {
			t.Errorf("%d documents: boilerplate %v", i+1, boilerplate)
		}
		if pairs := len(r.Pairs); i < 4 && pairs != i*(i+1)/2 || i >= 4 && pairs != 0 {
			t.Errorf("%d documents: %d pairs", i+1, pairs)
		}
	}
}

// Excerpts are cut from the text, and edits lead from one to the other.
func TestPassagesAreFaithful(t *testing.T) {
	docs := []*policy.Document{made("Sjövik", "plan", "2019", "Trafikplan", sample.TravelSjovik), made("Ekeby", "policy", "2022", "Resepolicy", sample.TravelEkeby)}
	texts := map[string]string{docs[0].ID: docs[0].Text, docs[1].ID: docs[1].Text}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for _, p := range reuse(docs...).Pairs {
		for _, q := range p.Passages {
			for _, x := range []compare.Excerpt{q.A, q.B} {
				if texts[x.Document][x.Span.Start:x.Span.End] != x.Quote || x.Page < 1 {
					t.Errorf("not in the text: %+v", x)
				}
			}
			var old, new string
			for _, e := range q.Edits {
				if e.Op != compare.Added {
					old += e.Text
				}
				if e.Op != compare.Removed {
					new += e.Text
				}
			}
			if squeeze(old) != squeeze(q.A.Quote) || squeeze(new) != squeeze(q.B.Quote) {
				t.Errorf("edits lead from %q to %q", old, new)
			}
		}
	}
}

// A sentence that many documents share makes no pair of each two: the work stays bounded.
func TestManyPairsAreLeftOut(t *testing.T) {
	var docs []*policy.Document
	for i := range 60 {
		var text strings.Builder
		for k := range 60 {
			if k != i {
				a, b := min(i, k), max(i, k)
				fmt.Fprintf(&text, "Sak%dx%d rör brygga%dx%d samt åker%dx%d eller mosse%dx%d under vinter%dx%d.\n", a, b, a, b, a, b, a, b, a, b)
			}
		}
		docs = append(docs, made(fmt.Sprintf("Ort %02d", i), "plan", "2020", "Plan", text.String()))
	}
	r := reuse(docs...)
	if len(r.Pairs) != 1000 || r.LeftOut != 60*59/2-1000 {
		t.Errorf("%d pairs, %d left out", len(r.Pairs), r.LeftOut)
	}
	if !slices.IsSortedFunc(r.Pairs, func(a, b compare.ReusePair) int { return b.Words - a.Words }) {
		t.Error("the strongest do not come first")
	}
}
