package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

func TestPartnerTowns(t *testing.T) {
	r := sampleReport()
	type town struct{ Name, Country, Swedish, English, Status string }
	towns := func(name string) (got []town) {
		for _, x := range municipality(t, r, name).PartnerTowns.Towns {
			got = append(got, town{x.Name, x.Country, x.CountryName["sv"], x.CountryName["en"], x.Status})
		}
		return got
	}
	if diff := cmp.Diff([]town{{"Brattvika", "NO", "Norge", "Norway", "active"}, {"Kivikoski", "FI", "Finland", "Finland", "active"}}, towns("Ekeby")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]town{{"Hansdorf", "DE", "Tyskland", "Germany", "dormant"}}, towns("Sjövik")); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]compare.State{"Ale": compare.SaysNot, "Ekeby": compare.Says, "Sjövik": compare.SaysNot,
		"Åmål": compare.Unread, "Älmhult": compare.Unread} {
		if got := municipality(t, r, name).PartnerTowns.State; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	counts := municipality(t, r, "Ekeby").PartnerTowns.Counts
	if len(counts) != 1 || counts[0].Stated != 3 || counts[0].Named != 2 || counts[0].Agrees() {
		t.Errorf("three stated, two named: %+v", counts)
	}
}

// The same town with and without its country is one; with another country it is another.
func TestTownsOfSeveralDocumentsAreMerged(t *testing.T) {
	text := "Vänorter är Brattvika och Nyborg."
	townDoc := func(id string, towns ...policy.PartnerTown) *policy.Document {
		return sample.New(id, id+".pdf", "Ale", "Plan").Para(sample.S(text, "partner-towns", .9)).Facts(func(b *sample.Builder, f *policy.Facts) {
			for _, x := range towns {
				x.Evidence = b.Evidence(text)
				f.PartnerTowns = append(f.PartnerTowns, x)
			}
		}).Done()
	}
	r := compare.Documents([]*policy.Document{
		townDoc("a", policy.PartnerTown{Name: "Brattvika"}, policy.PartnerTown{Name: "Nyborg", Country: "DK"}),
		townDoc("b", policy.PartnerTown{Name: "BRATTVIKA", Country: "NO"}, policy.PartnerTown{Name: "Nyborg", Country: "SE"}),
	}, compare.Options{})
	got := describe(municipality(t, r, "Ale").PartnerTowns.Towns)
	if diff := cmp.Diff([]string{"Brattvika/NO 2", "Nyborg/DK 1", "Nyborg/SE 1"}, got); diff != "" {
		t.Error(diff)
	}
}

func describe(towns []compare.Town) (got []string) {
	for _, x := range towns {
		got = append(got, x.Name+"/"+x.Country+" "+string(rune('0'+len(x.Sources))))
	}
	return got
}

// A memo's word that twinning rests is the answer if the policy is silent; the policy's word goes before a memo's.
func TestFirstDocumentThatKnowsDecidesTheTowns(t *testing.T) {
	doc := func(id, kind, status, sentence string) *policy.Document {
		return sample.New(id, id+".pdf", "Ale", "Om "+kind).Para(sample.S(sentence, "partner-towns", .9)).Facts(func(b *sample.Builder, f *policy.Facts) {
			f.Kind = b.Value(kind, kind)
			if status != "" {
				f.PartnerTownsStatus = b.Value(status, sentence)
			}
		}).Done()
	}
	memo := doc("memo", "tjänsteutlåtande", "dormant", "Utbytet med vänorten har varit vilande.")
	silent := doc("policy", "policy", "", "Kontakter utomlands är bra.")
	knows := doc("policy", "policy", "active", "Vi har en vänort.")
	for name, c := range map[string]struct {
		docs        []*policy.Document
		state       compare.State
		detail      string
		provisional bool
	}{
		"memo alone":            {[]*policy.Document{memo}, compare.SaysNot, "dormant", true},
		"memo and a silent one": {[]*policy.Document{memo, silent}, compare.SaysNot, "dormant", false},
		"memo and one that has": {[]*policy.Document{memo, knows}, compare.Says, "", false},
	} {
		got := cell(t, compare.Documents(c.docs, sampleOptions()), "Ale", "partner-towns")
		if got.State != c.state || got.Detail != c.detail || got.Provisional != c.provisional {
			t.Errorf("%s: %s %q provisional %v", name, got.State, got.Detail, got.Provisional)
		}
		if c.state == compare.SaysNot && (len(got.Quotes) == 0 || !got.Quotes[0].Negative) {
			t.Errorf("%s: the sentence that says no stands not first: %+v", name, got.Quotes)
		}
	}
}

// A mere mention does not hide what another document says, unless that one is the older.
func TestAMentionWithoutNamesSaysLittle(t *testing.T) {
	doc := func(id, kind, date, status, sentence string) *policy.Document {
		return sample.New(id, id+".pdf", "Ale", "Om "+kind).Para(sample.S(sentence, "partner-towns", .9)).Facts(func(b *sample.Builder, f *policy.Facts) {
			f.Kind, f.PartnerTownsStatus = b.Value(kind, kind), b.Value(status, sentence)
			f.Date.Value = date
		}).Done()
	}
	for _, c := range []struct {
		policy, memo, want string
	}{
		{"", "2017-03-02", "dormant"}, {"2016", "2017-03-02", "dormant"}, {"2022-10-24", "2017-03-02", "mentioned-unnamed"},
		{"2022-10-24", "", "dormant"},
	} {
		r := compare.Documents([]*policy.Document{
			doc("policy", "policy", c.policy, "mentioned-unnamed", "Vänorter finns."),
			doc("memo", "tjänsteutlåtande", c.memo, "dormant", "Utbytet med vänorten är vilande."),
		}, sampleOptions())
		if got := cell(t, r, "Ale", "partner-towns").Detail; got != c.want {
			t.Errorf("policy of %q, memo of %q: %s, want %s", c.policy, c.memo, got, c.want)
		}
		if got := municipality(t, r, "Ale").PartnerTowns.Status; got != c.want {
			t.Errorf("policy of %q, memo of %q: the table says %s, want %s", c.policy, c.memo, got, c.want)
		}
	}
}

// The sentence by which a status is known is shown although the tagger missed it.
func TestStatusBringsItsQuote(t *testing.T) {
	text := "Samarbetet med orten i Estland vilar."
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S(text, "", 0)).Facts(func(b *sample.Builder, f *policy.Facts) {
		f.PartnerTownsStatus = b.Value("dormant", text)
	}).Done()
	c := cell(t, compare.Documents([]*policy.Document{d}, sampleOptions()), "Ale", "partner-towns")
	if c.State != compare.SaysNot || c.Count != 1 || c.Quotes[0].Quote != text || c.Quotes[0].Page != 1 {
		t.Errorf("%+v", c)
	}
}

// A partnership that has ended is listed, but does not count among those that the document says there are.
func TestEndedTownsDoNotCount(t *testing.T) {
	text := "Vi har en vänort, Brattvika, sedan avtalet med Nyborg sagts upp."
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S(text, "partner-towns", .9)).Facts(func(b *sample.Builder, f *policy.Facts) {
		e := b.Evidence(text)
		f.PartnerTowns = []policy.PartnerTown{{Name: "Brattvika", Status: "active", Evidence: e}, {Name: "Nyborg", Status: "ended", Evidence: e}}
		f.PartnerTownsStatus = b.Value("active", text)
		f.PartnerTownsStatedCount = &policy.Count{Value: 1, Evidence: e}
	}).Done()
	p := municipality(t, compare.Documents([]*policy.Document{d}, compare.Options{}), "Ale").PartnerTowns
	if len(p.Towns) != 2 || len(p.Counts) != 1 || !p.Counts[0].Agrees() {
		t.Errorf("%d towns, counts %+v", len(p.Towns), p.Counts)
	}
}

func TestBodiesComeFromTheTopDown(t *testing.T) {
	r := sampleReport()
	var got []string
	for _, b := range municipality(t, r, "Ekeby").Responsible.Bodies {
		got = append(got, b.Name)
	}
	if diff := cmp.Diff([]string{"kommunfullmäktige", "kommunstyrelsen", "varje nämnd"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPeopleStandInNoTable(t *testing.T) {
	bodies := municipality(t, sampleReport(), "Ale").Responsible.Bodies
	if len(bodies) != 1 || bodies[0].Name != "utvecklingschefen" {
		t.Fatalf("the person is no body: %+v", bodies)
	}
	if got := bodies[0].Duties[0].Duty; got != "leda arbetet" {
		t.Errorf("the duty still has the number: %q", got)
	}
}

func TestFollowUps(t *testing.T) {
	r := sampleReport()
	type item struct{ Interval, Swedish, English, What, Through string }
	var got []item
	for _, f := range municipality(t, r, "Ekeby").FollowUp.Items {
		got = append(got, item{f.Interval, f.Wording["sv"], f.Wording["en"], f.What, f.Through})
	}
	want := []item{{"P1Y", "varje år", "every year", "arbetet", "årsredovisningen"},
		{"mandate-period", "varje mandatperiod", "every term of office", "policyn", ""}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]compare.State{"Ale": compare.NotSaid, "Åmål": compare.Unread, "Älmhult": compare.Says} {
		if got := municipality(t, r, name).FollowUp.State; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestAges(t *testing.T) {
	r := sampleReport()
	for id, want := range map[string]int{"ekeby-policy": 5, "ekeby-forslag": 5, "almhult-2003": 23, "ale-plan": 12} {
		d := document(t, r, id)
		if d.AgeYears == nil || *d.AgeYears != want {
			t.Errorf("%s: %v, want %d", id, d.AgeYears, want)
		}
		if d.AgeApproximate != (id == "ale-plan") {
			t.Errorf("%s: approximate %v", id, d.AgeApproximate)
		}
	}
	if d := document(t, r, "sjovik-webb"); d.AgeYears != nil {
		t.Errorf("an age without a date: %d", *d.AgeYears)
	}
}
