package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

func versions(opts compare.Options, docs ...*policy.Document) []compare.Version {
	return compare.Documents(docs, opts).Versions
}

// outline writes a version as lines.
func outline(v compare.Version) string {
	var b strings.Builder
	fmt.Fprintf(&b, "kept %d came %d went %d reworded %d moved %d\n", v.Kept, v.Came, v.Went, v.Reworded, v.Moved)
	for _, s := range v.Sections {
		fmt.Fprintf(&b, "§ %s", strings.Join(s.Section, " > "))
		if len(s.OldSection) > 0 {
			fmt.Fprintf(&b, " (was %s)", strings.Join(s.OldSection, " > "))
		}
		if s.Change != "" {
			fmt.Fprintf(&b, " %s", s.Change)
		}
		b.WriteString("\n")
		for _, c := range s.Changes {
			text := show(c.Edits)
			if text == "" && c.New != nil {
				text = c.New.Quote
			} else if text == "" {
				text = c.Old.Quote
			}
			fmt.Fprintf(&b, "  %s: %s\n", c.Kind, text)
		}
	}
	return b.String()
}

func TestVersion(t *testing.T) {
	list := versions(compare.Options{AsOf: asOf},
		made("Ale", "policy", "2023-04-01", "Parkpolicy för Ale kommun", sample.ParksNew), made("Ale", "policy", "2011", "Parkpolicy", sample.ParksOld))
	if len(list) != 1 {
		t.Fatalf("%d versions", len(list))
	}
	v := list[0]
	if v.Old != "ale-policy-2011" || v.New != "ale-policy-2023-04-01" || v.Basis != "title" || v.Municipality != "Ale" {
		t.Errorf("%+v", v)
	}
	want := `kept 3 came 2 went 2 reworded 2 moved 2
§ 2 Inriktning (was 2 Mål)
  reworded: Varje invånare ska ha högst [-trehundra -]{+tvåhundra +}meter till en grön plats.
  moved: Parkerna ska vara trygga, rena och öppna för alla.
  came: Bin och fjärilar ska få ängar att leva på.
§ 3 Lekplatser went
  went: Lekplatserna besiktas varje vår av en behörig besiktningsman.
  went: Gungor byts ut när de är tio år gamla.
§ 3 Invasiva arter came
  came: Jättelokan bekämpas innan den hinner blomma.
§ 4 Uppföljning
  reworded: Policyn ska ses över [-vart fjärde år-]{+varje mandatperiod+}.
  moved: Gräset klipps åtta gånger per år.
`
	if diff := cmp.Diff(want, outline(v)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if v.Likeness < 0.5 || v.Likeness > 0.9 {
		t.Errorf("likeness %v", v.Likeness)
	}
}

// A section that changed its place is told once, not sentence by sentence.
func TestMovedSection(t *testing.T) {
	first, second := "# Mål\nParkerna ska vara trygga och rena.\nAlla ska ha nära till ett träd.\n", "# Skötsel\nGräset klipps åtta gånger per år.\nBladen krattas i oktober.\n"
	third := "# Slut\nPolicyn gäller tills vidare från i dag.\n"
	v := versions(compare.Options{}, made("Ale", "policy", "2011", "Parkpolicy", first+second+third), made("Ale", "policy", "2015", "Parkpolicy", second+first+third))[0]
	want := "kept 5 came 0 went 0 reworded 0 moved 0\n§ Mål moved\n"
	if got := outline(v); got != want && got != strings.Replace(want, "Mål", "Skötsel", 1) {
		t.Errorf("%s", got)
	}
}

func TestWhatIsAVersion(t *testing.T) {
	p := func(kind, date, title string) *policy.Document {
		return made("Ale", kind, date, title, sample.ParksOld)
	}
	proposal := p("policy", "2011", "Förslag till parkpolicy")
	proposal.ID, proposal.Facts.Status.Value = "forslag", "proposal"
	unlike := made("Ale", "policy", "2019", "Parkpolicy", "Helt andra ord står här nu.\nIngenting liknar det som stod förut.")
	for name, c := range map[string]struct {
		docs []*policy.Document
		want int
	}{
		"years in the title":            {[]*policy.Document{p("policy", "2011", "Parkpolicy 2011–2014"), p("policy", "2015", "Parkpolicy 2015–2018")}, 1},
		"a row of three":                {[]*policy.Document{p("policy", "2011", "Parkpolicy"), p("policy", "2015", "Parkpolicy"), p("policy", "2019", "Reviderad parkpolicy")}, 2},
		"the proposal of the same year": {[]*policy.Document{proposal, p("policy", "2011", "Parkpolicy")}, 1},
		"a memo on the policy":          {[]*policy.Document{p("tjänsteutlåtande", "2010", "Parkpolicy"), p("policy", "2011", "Parkpolicy")}, 0},
		"another kind":                  {[]*policy.Document{p("plan", "2010", "Parkpolicy"), p("policy", "2011", "Parkpolicy")}, 0},
		"another title":                 {[]*policy.Document{p("policy", "2010", "Parkpolicy"), p("policy", "2011", "Lekpolicy")}, 0},
		"without dates":                 {[]*policy.Document{p("policy", "", "Parkpolicy"), p("policy", "2011", "Parkpolicy")}, 0},
		"of the same day":               {[]*policy.Document{p("policy", "2011", "Parkpolicy"), p("policy", "2011-05-01", "Parkpolicy")}, 0},
		"of little likeness":            {[]*policy.Document{p("policy", "2011", "Parkpolicy"), unlike}, 0},
		"another municipality's":        {[]*policy.Document{p("policy", "2011", "Parkpolicy"), made("Åmål", "policy", "2015", "Parkpolicy", sample.ParksOld)}, 0},
		"of nobody":                     {[]*policy.Document{made("", "policy", "2011", "Parkpolicy", sample.ParksOld), made("", "policy", "2015", "Parkpolicy", sample.ParksOld)}, 0},
	} {
		if got := versions(compare.Options{}, c.docs...); len(got) != c.want {
			t.Errorf("%s: %d versions, want %d", name, len(got), c.want)
		}
	}
}

// Whoever names two documents has them compared, whatever they are called.
func TestAskedVersions(t *testing.T) {
	a, b := made("Ale", "policy", "2011", "Parkpolicy", sample.ParksOld), made("Ale", "plan", "", "Om våra träd", sample.ParksNew)
	list := versions(compare.Options{AsVersions: true}, a, b)
	if len(list) != 1 || list[0].Basis != "asked" {
		t.Fatalf("%+v", list)
	}
	if r := compare.Documents([]*policy.Document{a, b}, compare.Options{AsVersions: true}); r.Documents[0].ReplacedBy != "" {
		t.Error("that they are compared does not make one replace the other")
	}
	other := made("Åmål", "policy", "2011", "Parkpolicy", sample.ParksOld)
	if list := versions(compare.Options{AsVersions: true}, a, other); len(list) != 0 {
		t.Errorf("of two municipalities: %+v", list)
	}
}

// The older version stands behind all others of its municipality, and what it asks for is settled.
func TestReplacedVersion(t *testing.T) {
	old, new := made("Ale", "policy", "2011", "Parkpolicy", sample.ParksOld), made("Ale", "policy", "2023", "Parkpolicy", sample.ParksNew)
	web := made("Ale", "webbsida", "2010", "Våra parker", "Välkommen ut.")
	e := policy.Evidence{Citation: old.Cite(old.Sentences[len(old.Sentences)-1].Span), Confidence: .9}
	old.Facts.FollowUp = []policy.FollowUp{{Interval: "P4Y", What: "policyn", Evidence: e}}
	r := compare.Documents([]*policy.Document{old, new, web}, compare.Options{AsOf: asOf})
	if diff := cmp.Diff([]string{new.ID, web.ID, old.ID}, municipality(t, r, "Ale").Documents); diff != "" {
		t.Error(diff)
	}
	if d := document(t, r, old.ID); d.ReplacedBy != new.ID || d.Tier != compare.Replaced {
		t.Errorf("%s, %s", d.ReplacedBy, d.Tier)
	}
	if due := municipality(t, r, "Ale").FollowUp.Items[0].Due; due == nil || due.State != compare.Renewed {
		t.Errorf("%+v", due)
	}
}
