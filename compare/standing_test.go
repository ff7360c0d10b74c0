package compare_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// renewable returns a document that asks for its own revision every fourth year and is valid to the end of 2024.
func renewable(kind, status, date string) *policy.Document {
	d := made("Ale", kind, date, "Parkpolicy", sample.ParksOld)
	d.Facts.Status.Value = status
	e := policy.Evidence{Citation: d.Cite(d.Sentences[len(d.Sentences)-1].Span)}
	d.Facts.FollowUp = []policy.FollowUp{{Interval: "P4Y", What: "policyn", Evidence: e}}
	d.Facts.Dates = append(d.Facts.Dates, policy.DateFact{Role: "valid-until", Date: "2024-12-31"})
	return d
}

// Nothing is overdue by a document that does not apply: the report says why, in both languages.
func TestNothingIsDueByWhatDoesNotApply(t *testing.T) {
	for _, c := range []struct{ kind, status, sv, en string }{
		{"policy", "proposal", "Räknas inte: dokumentet är ett förslag.", "Not reckoned: the document is a proposal."},
		{"tjänsteutlåtande", "", "Räknas inte: dokumentet är ett beslutsunderlag.", "Not reckoned: the document is a memo for a decision."},
		{"policy", "replaced", "Räknas inte: dokumentet gäller inte längre.", "Not reckoned: the document is no longer in force."},
	} {
		d := renewable(c.kind, c.status, "2011")
		due := compare.Documents([]*policy.Document{d}, compare.Options{AsOf: asOf}).Municipalities[0].FollowUp.Items[0].Due
		if due == nil || due.State != compare.NotKnown || due.Next != "" || due.MissedCount != 0 {
			t.Errorf("%s, %s: %+v", c.kind, c.status, due)
		} else if diff := cmp.Diff(compare.Label{"sv": c.sv, "en": c.en}, due.Text); diff != "" {
			t.Error(diff)
		}
	}
}

// What a newer version has replaced is neither overdue nor invalid: it was renewed. Without the report's day nothing can be told.
func TestValidityOfOtherStates(t *testing.T) {
	newer := made("Ale", "policy", "2023", "Parkpolicy", sample.ParksNew)
	r := compare.Documents([]*policy.Document{renewable("policy", "in-force", "2011"), newer}, compare.Options{AsOf: asOf})
	if v := document(t, r, "ale-policy-2011").Validity; v == nil || v.State != compare.Renewed || v.Text["sv"] != "En nyare version finns bland dokumenten." {
		t.Errorf("%+v", v)
	}
	r = compare.Documents([]*policy.Document{renewable("policy", "in-force", "2011")}, compare.Options{})
	if v := document(t, r, "ale-policy-2011").Validity; v == nil || v.State != compare.NotKnown || v.Text["sv"] != "Kan inte räknas ut utan rapportdatum." {
		t.Errorf("%+v", v)
	}
}

// A document without a date has its year from its title or its file's name, the last of several, so that versions can be told.
func TestYearsInTitlesAndNames(t *testing.T) {
	named := func(id, title string) *policy.Document {
		d := made("Ale", "policy", "", title, sample.ParksOld)
		d.ID = id
		return d
	}
	for name, c := range map[string]struct {
		docs []*policy.Document
		want string
	}{
		"titles":            {[]*policy.Document{named("a", "Parkpolicy 2015–2018"), named("b", "Parkpolicy 2011–2014")}, "b > a"},
		"names of files":    {[]*policy.Document{named("parkpolicy_2019", "Parkpolicy"), named("parkpolicy-2012-rev", "Parkpolicy")}, "parkpolicy-2012-rev > parkpolicy_2019"},
		"one of each":       {[]*policy.Document{named("a", "Parkpolicy 2020"), named("b_2014", "Parkpolicy")}, "b_2014 > a"},
		"the same year":     {[]*policy.Document{named("a", "Parkpolicy 2020"), named("b_2020", "Parkpolicy")}, ""},
		"no year at all":    {[]*policy.Document{named("a", "Parkpolicy"), named("b", "Parkpolicy")}, ""},
		"a number, no year": {[]*policy.Document{named("a_20145", "Parkpolicy"), named("b_1812", "Parkpolicy")}, ""},
	} {
		var got []string
		for _, v := range versions(compare.Options{}, c.docs...) {
			got = append(got, v.Old+" > "+v.New)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

// A body that several documents name is one, whatever its capitals, with each of its duties once; abbreviations stand where their bodies do.
func TestBodiesOfSeveralDocumentsAreMerged(t *testing.T) {
	with := func(id string, duties ...string) *policy.Document {
		d := made("Ale", "plan", "2020", "Plan", "Nämnden leder.")
		d.ID = id
		for _, x := range duties {
			body, duty, _ := strings.Cut(x, ": ")
			d.Facts.Responsible = append(d.Facts.Responsible, policy.Responsibility{Body: body, Duty: duty, Evidence: policy.Evidence{Citation: d.Cite(d.Sentences[0].Span)}})
		}
		return d
	}
	r := compare.Documents([]*policy.Document{
		with("a", "förvaltningen: sköta", "socialnämnden: leda", "ksau: bereda", "internationella rådet: ge råd"), with("b", "Socialnämnden: leda", "socialnämnden: följa upp", "ks: besluta", "kf: anta"),
	}, compare.Options{})
	var got []string
	for _, b := range municipality(t, r, "Ale").Responsible.Bodies {
		line := b.Name + ":"
		for _, x := range b.Duties {
			line += " " + x.Duty + " (" + x.Source.Document + ")"
		}
		got = append(got, line)
	}
	want := []string{"kf: anta (b)", "ks: besluta (b)", "ksau: bereda (a)", "socialnämnden: leda (a) följa upp (b)", "förvaltningen: sköta (a)", "internationella rådet: ge råd (a)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A town that two documents of one municipality name is one municipality's, and shared with nobody for that.
func TestATownOfOneMunicipalityIsNotShared(t *testing.T) {
	one, other := townDocument("Ale", "Brattvika/NO", "Brattvika/SE"), townDocument("Ale", "Brattvika/NO")
	other.ID = "ale-annan"
	r := compare.Documents([]*policy.Document{one, other, townDocument("Åmål", "Kivikoski/FI")}, compare.Options{})
	if len(r.SharedTowns) != 0 {
		t.Errorf("%+v", r.SharedTowns)
	}
}

// A passage that goes on under a heading of its own keeps its parts apart where it is shown word by word.
func TestAPassageOverAHeading(t *testing.T) {
	text := "Havet börjar vid våra stränder och slutar inte där gränsen går.\n# %s\nDen som bor på en ö vet att båten %s vad som är nära."
	a, b := strings.NewReplacer("%s\nDen", "Båtar\nDen", "båten %s", "båten avgör").Replace(text), strings.NewReplacer("%s\nDen", "Färjor\nDen", "båten %s", "båten bestämmer").Replace(text)
	pairs := reuse(made("Ale", "policy", "2019", "Policy", a), made("Åmål", "plan", "2020", "Plan", b)).Pairs
	if len(pairs) != 1 || len(pairs[0].Passages) != 1 {
		t.Fatalf("%+v", pairs)
	}
	want := "Havet börjar vid våra stränder och slutar inte där gränsen går.\nDen som bor på en ö vet att båten [-avgör -]{+bestämmer +}vad som är nära."
	if diff := cmp.Diff(want, show(pairs[0].Passages[0].Edits)); diff != "" {
		t.Error(diff)
	}
}

// What two documents both follow up as often stands once; what has a time stands before what has none.
func TestFollowUpsOfSeveralDocumentsAreMerged(t *testing.T) {
	with := func(id string, items ...policy.FollowUp) *policy.Document {
		d := made("Ale", "plan", "2020", "Plan", "Arbetet följs upp.")
		d.ID, d.Facts.FollowUp = id, items
		return d
	}
	r := compare.Documents([]*policy.Document{
		with("a", policy.FollowUp{What: "arbetet"}, policy.FollowUp{Interval: "P1Y", What: "Arbetet"}), with("b", policy.FollowUp{Interval: "P1Y", What: "arbetet"}, policy.FollowUp{Interval: "P2Y", What: "arbetet"}),
	}, compare.Options{})
	var got []string
	for _, x := range municipality(t, r, "Ale").FollowUp.Items {
		got = append(got, strings.TrimSpace(x.Source.Document+" "+x.What+" "+x.Interval))
	}
	if diff := cmp.Diff([]string{"a Arbetet P1Y", "a arbetet", "b arbetet P2Y"}, got); diff != "" {
		t.Error(diff)
	}
}

// The municipality that names a town's country tells it for those that do not, whoever comes first.
func TestASharedTownHasItsCountryFromWhoeverTellsIt(t *testing.T) {
	for _, towns := range [][2]string{{"Brattvika/", "Brattvika/NO"}, {"Brattvika/NO", "Brattvika/"}} {
		r := compare.Documents([]*policy.Document{townDocument("Ale", towns[0]), townDocument("Åmål", towns[1])}, compare.Options{})
		if len(r.SharedTowns) != 1 || r.SharedTowns[0].Country != "NO" || r.SharedTowns[0].CountryName["sv"] != "Norge" {
			t.Errorf("%q: %+v", towns, r.SharedTowns)
		}
	}
}
