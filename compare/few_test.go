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

// One municipality has nobody to be compared with: its cells are filled, and what needs others is empty.
func TestOneMunicipalityOnly(t *testing.T) {
	d := made("Ale", "policy", "2020", "Resepolicy", "goals: Tåg väljs före flyg vid resor inom landet.\nresponsibility: Nämnden leder arbetet.\n"+sample.ParksOld)
	d.Facts.PartnerTowns = []policy.PartnerTown{{Name: "Brattvika", Country: "NO", Status: "active"}}
	r := compare.Documents([]*policy.Document{d}, compare.Options{AsOf: asOf, Tags: sample.ThemeTags(), Peers: []compare.PeerGroup{{Name: "Ensam", Municipalities: []string{"Ale"}}}})
	m := municipality(t, r, "Ale")
	if len(r.Municipalities) != 1 || cell(t, r, "Ale", "goals").State != compare.Says || cell(t, r, "Ale", "follow-up").State != compare.NotSaid {
		t.Errorf("%d municipalities, goals %s, follow-up %s", len(r.Municipalities), cell(t, r, "Ale", "goals").State, cell(t, r, "Ale", "follow-up").State)
	}
	if len(m.Gaps)+len(m.Distinctive)+len(r.SharedGoals)+len(r.SharedTowns)+len(r.Reuse.Pairs)+len(r.Reuse.Boilerplate)+len(r.Versions) != 0 {
		t.Errorf("something is shared with nobody: %+v %+v %+v %+v %+v %+v", m.Gaps, m.Distinctive, r.SharedGoals, r.SharedTowns, r.Reuse, r.Versions)
	}
	if m.Goals.Shared != 0 || m.Goals.Count != 1 {
		t.Errorf("goals: %+v", m.Goals)
	}
	if diff := cmp.Diff([]compare.Country{{Code: "NO", Name: compare.Label{"sv": "Norge", "en": "Norway"}, Towns: 1, Municipalities: 1}}, r.Countries); diff != "" {
		t.Error(diff)
	}
}

// A theme that a municipality has alone is its own also where no other is: the report says of whom it is.
func TestThemesOfOneMunicipality(t *testing.T) {
	r := compare.Documents([]*policy.Document{made("Ale", "plan", "2020", "Plan", "goals,climate: Utsläppen ska halveras.")}, compare.Options{Tags: sample.ThemeTags()})
	if diff := cmp.Diff(compare.GoalSummary{Count: 1, Themes: []string{"climate"}, OnlyHere: []string{"climate"}}, r.Municipalities[0].Goals); diff != "" {
		t.Error(diff)
	}
}

// Documents of nobody are shown, and compared with nobody.
func TestOnlyUnassigned(t *testing.T) {
	r := compare.Documents([]*policy.Document{
		made("", "policy", "2020", "Policy", "goals: Utsläppen av växthusgaser ska halveras före 2030."), made("", "plan", "2021", "Plan", "goals: Utsläppen av växthusgaser ska halveras till 2030."),
	}, sampleOptions())
	m := r.Municipalities[len(r.Municipalities)-1]
	if m.Assigned() || len(m.Documents) != 2 || len(m.Gaps)+len(m.Distinctive)+len(r.SharedGoals) != 0 {
		t.Errorf("%+v", m)
	}
	for _, q := range m.Cells[0].Quotes {
		if q.Adds || q.Goal != "" {
			t.Errorf("of nobody, yet held against others: %+v", q)
		}
	}
}

// Of a municipality all of whose files were set aside nothing is known: not even that it says nothing.
func TestOnlySetAside(t *testing.T) {
	full := "goals: Alla ska bo nära ett bibliotek.\nresponsibility: Nämnden leder arbetet."
	r := compare.Documents([]*policy.Document{made("Ale", "plan", "2020", "Plan", full), made("Ekeby", "plan", "2020", "Plan", full), made("Sjövik", "plan", "2020", "Plan", full)},
		compare.Options{Tags: sample.Tags(), SetAside: []policy.SetAside{{Source: "b.pdf", Municipality: "Åmål"}, {Source: "a.pdf", Municipality: "Åmål"}}})
	m := municipality(t, r, "Åmål")
	for _, c := range m.Cells {
		if c.State != compare.Unread || !c.Incomplete {
			t.Errorf("%s: %s", c.Tag, c.State)
		}
	}
	for what, state := range map[string]compare.State{"partner towns": m.PartnerTowns.State, "responsible": m.Responsible.State, "follow-up": m.FollowUp.State} {
		if state != compare.Unread {
			t.Errorf("%s: %s", what, state)
		}
	}
	if m.SetAside != 2 || len(m.Documents) != 0 || len(m.Gaps) != 0 {
		t.Errorf("%d set aside, documents %v, gaps %v", m.SetAside, m.Documents, gaps(m))
	}
	if got := []string{r.SetAside[0].Source, r.SetAside[1].Source}; !slices.Equal(got, []string{"a.pdf", "b.pdf"}) {
		t.Errorf("set aside: %v", got)
	}
}

// Where nothing is found anywhere, all answers are that it is not said, and no list is longer for it.
func TestNothingFound(t *testing.T) {
	var docs []*policy.Document
	for _, name := range []string{"Ale", "Ekeby", "Åmål"} {
		docs = append(docs, made(name, "plan", "2020", "Plan", "Ingenting sägs här av "+strings.ToLower(name)+"."))
	}
	r := compare.Documents(docs, compare.Options{AsOf: asOf, Tags: sample.Tags()})
	for _, m := range r.Municipalities {
		for _, c := range m.Cells {
			if c.State != compare.NotSaid || c.Count != 0 || c.Incomplete || c.Provisional || len(c.Places) != 0 {
				t.Errorf("%s, %s: %+v", m.Name, c.Tag, c)
			}
		}
		if m.PartnerTowns.State != compare.NotSaid || m.PartnerTowns.Status != "not-found" || m.PartnerTowns.Source != nil || m.Responsible.State != compare.NotSaid || m.FollowUp.State != compare.NotSaid {
			t.Errorf("%s: %+v %+v %+v", m.Name, m.PartnerTowns, m.Responsible, m.FollowUp)
		}
		if len(m.Gaps) != 0 {
			t.Errorf("%s lacks what nobody has: %v", m.Name, gaps(&m))
		}
	}
}

// Two documents of one kind and one day weigh the same: both speak, in the order of their IDs.
func TestTwoDocumentsOfOneKindAndDay(t *testing.T) {
	one, other := made("Ale", "policy", "2020-05-01", "Resepolicy", "goals: Tåg väljs före flyg."), made("Ale", "policy", "2020-05-01", "Kostpolicy", "goals: Maten lagas från grunden.\ngoals: Tåg väljs före flyg.")
	one.ID, other.ID = "b-resor", "a-kost"
	for _, docs := range [][]*policy.Document{{one, other}, {other, one}} {
		r := compare.Documents(docs, sampleOptions())
		if diff := cmp.Diff([]string{"a-kost", "b-resor"}, municipality(t, r, "Ale").Documents); diff != "" {
			t.Error(diff)
		}
		c := cell(t, r, "Ale", "goals")
		var got []string
		for _, q := range c.Quotes {
			line := q.Document + ": " + q.Quote
			for _, p := range q.AlsoIn {
				line += fmt.Sprintf(" (%s %v)", p.Document, p.Pages)
			}
			got = append(got, line)
		}
		slices.Sort(got)
		if diff := cmp.Diff([]string{"a-kost: Maten lagas från grunden.", "a-kost: Tåg väljs före flyg. (b-resor [1])"}, got); diff != "" {
			t.Error(diff)
		}
		if c.Provisional || len(c.Places) != 2 || len(r.Versions) != 0 {
			t.Errorf("provisional %v, places %v, versions %+v", c.Provisional, c.Places, r.Versions)
		}
	}
}

// Of two documents of one kind the newer speaks first, and the older one still applies if its title is another.
func TestTwoDocumentsOfOneKind(t *testing.T) {
	r := compare.Documents([]*policy.Document{
		made("Ale", "policy", "2011", "Resepolicy", "goals: Båten går varje timme."), made("Ale", "policy", "2019", "Kostpolicy", "goals: Maten lagas från grunden."),
		made("Ale", "policy", "", "Hamnpolicy", "goals: Kajen hålls fri från is."),
	}, sampleOptions())
	if diff := cmp.Diff([]string{"ale-policy-2019", "ale-policy-2011", "ale-policy"}, municipality(t, r, "Ale").Documents); diff != "" {
		t.Errorf("the newest first, the undated last: %s", diff)
	}
	var got []string
	for _, q := range cell(t, r, "Ale", "goals").Quotes {
		got = append(got, q.Document)
		if q.Adds {
			t.Errorf("%s applies: it adds nothing to others", q.Document)
		}
	}
	if diff := cmp.Diff([]string{"ale-policy-2019", "ale-policy-2011", "ale-policy"}, got); diff != "" {
		t.Error(diff)
	}
}

// A document that is given twice under two names says everything twice, and everything stands once.
func TestTheSameDocumentTwice(t *testing.T) {
	one, copied := made("Ale", "plan", "2020", "Plan", sample.TravelEkeby+"\ngoals: Tåg väljs före flyg."), made("Ale", "plan", "2020", "Plan", sample.TravelEkeby+"\ngoals: Tåg väljs före flyg.")
	copied.ID = "kopia"
	r := compare.Documents([]*policy.Document{one, copied}, sampleOptions())
	c := cell(t, r, "Ale", "goals")
	if c.Count != 1 || len(c.Places) != 2 || len(c.Quotes[0].AlsoIn) != 1 {
		t.Errorf("%d quotes at %v", c.Count, c.Places)
	}
	if len(r.Reuse.Pairs) != 1 || r.Reuse.Pairs[0].ShareA != 1 || r.Reuse.Pairs[0].ShareB != 1 {
		t.Errorf("%+v", r.Reuse.Pairs)
	}
	if len(r.Versions) != 0 {
		t.Errorf("of one day, yet versions: %+v", r.Versions)
	}
}
