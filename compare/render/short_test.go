package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// stated returns a report on these answers to partner towns and goals, a municipality each.
func stated(answers ...compare.Cell) *compare.Report {
	r := &compare.Report{Tags: []compare.Tag{{Name: tagPartnerTowns, Label: compare.Label{"sv": "Vänorter", "en": "Partner towns"}}}}
	for i, c := range answers {
		r.Municipalities = append(r.Municipalities, compare.Municipality{Name: string(rune('A' + i)), Documents: []string{"x"}, Cells: []compare.Cell{c}})
	}
	r.Municipalities = append(r.Municipalities, compare.Municipality{Documents: []string{"x"}, Cells: []compare.Cell{{State: compare.Says}}}) // what is unassigned has no part
	return r
}

func points(t *testing.T, r *compare.Report, lang string) string {
	t.Helper()
	var lines []string
	for _, p := range viewOf(t, r, lang).InShort() {
		lines = append(lines, p.Lead+": "+p.Text)
	}
	return strings.Join(lines, "\n")
}

func TestAnswersInShort(t *testing.T) {
	says, not, unread := compare.Cell{State: compare.Says}, compare.Cell{State: compare.NotSaid}, compare.Cell{State: compare.Unread}
	dormant, none := compare.Cell{State: compare.SaysNot, Detail: "dormant"}, compare.Cell{State: compare.SaysNot, Detail: "none"}
	unnamed := compare.Cell{State: compare.Says, Detail: "mentioned-unnamed"}
	noReuse := map[string]string{"sv": "\nGemensam text: Inga kommuner delar text med varandra.", "en": "\nText in common: No municipalities share text with one another."}
	for _, c := range []struct {
		answers []compare.Cell
		lang    string
		want    string
	}{
		{[]compare.Cell{says, says}, "sv", "Gemensamt: Vänorter framgår hos båda kommunerna."},
		{[]compare.Cell{says, says, says}, "sv", "Gemensamt: Vänorter framgår hos alla tre kommuner."},
		{[]compare.Cell{not, not}, "sv", "Vänorter: Framgår inte hos någon av kommunerna."},
		{[]compare.Cell{unread, unread}, "en", "Partner towns: Could not be read at any of the municipalities."},
		{[]compare.Cell{none, none}, "sv", "Vänorter: Uttryckligen inga hos båda kommunerna."},
		{[]compare.Cell{unread, not, none, dormant, unnamed, says}, "sv",
			"Vänorter: Framgår hos F; nämns utan namn hos E; uttryckligen vilande hos D; uttryckligen inga hos C; framgår inte hos B; kunde inte läsas hos A."},
		{[]compare.Cell{says, says, says, says, says, not}, "sv", "Vänorter: Framgår hos 5 kommuner; framgår inte hos F."},
		{[]compare.Cell{says, {State: compare.SaysNot}}, "en", "Partner towns: Stated by A; expressly not at B."},
	} {
		if diff := cmp.Diff(c.want+noReuse[c.lang], points(t, stated(c.answers...), c.lang)); diff != "" {
			t.Errorf("%d: %s", len(c.answers), diff)
		}
	}
	r := stated(says, unread)
	r.Municipalities[1].Documents = nil
	if got := points(t, r, "sv"); got != "Vänorter: Framgår hos A; kunde inte läsas hos B." {
		t.Errorf("of what nobody could read it tells more: %q", got)
	}
	if got := points(t, stated(says), "sv"); got != "" {
		t.Errorf("one municipality agrees and differs with nobody: %q", got)
	}
}

// A municipality whose towns are named shows how many.
func TestTownsInShort(t *testing.T) {
	r := stated(compare.Cell{State: compare.Says}, compare.Cell{State: compare.NotSaid})
	r.Municipalities[0].PartnerTowns.Towns = make([]compare.Town, 3)
	if got := points(t, r, ""); !strings.HasPrefix(got, "Vänorter: Framgår hos A (3); framgår inte hos B.") {
		t.Error(got)
	}
}

// lateReport has documents of A that are late, proposed and replaced, each with a rule that it missed.
func lateReport(n int) *compare.Report {
	r := &compare.Report{}
	age := 23
	for i := range n {
		id := fmt.Sprint("plan", i)
		m := compare.Municipality{Name: string(rune('A' + i)), Documents: []string{id}}
		due := &compare.Due{Rule: "P2Y", State: compare.Overdue, Missed: []string{"2021-01-01", "2023-01-01"}}
		m.FollowUp.Items = []compare.FollowUp{{What: "arbetet", Source: compare.Source{Document: id}}, {What: "planen", Source: compare.Source{Document: id}, Due: due}}
		r.Municipalities = append(r.Municipalities, m)
		r.Documents = append(r.Documents, compare.Document{ID: id, Municipality: m.Name, Tier: compare.Governing, Complete: true,
			Kind: compare.Value{Value: "plan"}, Date: compare.Value{Value: "2003-01-01", State: compare.Says}, AgeYears: &age})
	}
	return r
}

func TestOverdueInShort(t *testing.T) {
	one := points(t, lateReport(1), "")
	if want := "Försenat: A: Plan 2003. Skulle ha förnyats senast 2023-01-01, men ingen nyare version finns bland dokumenten."; one != want {
		t.Errorf("%q", one)
	}
	if got, want := points(t, lateReport(6), "en"), "Overdue: By their own rules these ought to have been renewed: 6 documents."; !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
	for _, tier := range []compare.Tier{compare.Proposal, compare.Memo, compare.Replaced} {
		r := lateReport(1)
		r.Documents[0].Tier = tier
		if got := points(t, r, ""); got != "" {
			t.Errorf("a document that does not apply is late: %q", got)
		}
	}
	r := lateReport(1)
	r.Documents[0].Validity = &compare.Due{Rule: "valid-until", State: compare.Overdue, Text: compare.Label{"sv": "Giltighetstiden gick ut 2020.", "en": "Its validity ended in 2020."}}
	if got := points(t, r, ""); got != "Försenat: A: Plan 2003. Giltighetstiden gick ut 2020." {
		t.Errorf("%q", got)
	}
}

func TestAgeInShort(t *testing.T) {
	r := lateReport(3)
	for i := range r.Municipalities {
		r.Municipalities[i].FollowUp.Items = nil
	}
	older := 30
	r.Documents[1].AgeYears = &older
	r.Documents[2].AgeYears, r.Documents[2].Date = nil, compare.Value{State: compare.NotSaid}
	if got, want := points(t, r, ""), "Ålder: Äldst är B: Plan 2003 (30 år). Ett dokument anger inget datum."; !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
}

// What could not be read comes first.
func TestUnreadInShort(t *testing.T) {
	r := lateReport(2)
	r.Documents[0].UnreadPages = []int{2, 3}
	r.Documents[1].Complete = false
	r.SetAside = []policy.SetAside{{Source: "A/bild.pdf", Municipality: "A"}}
	want := "Läsning: Allt kunde inte läsas: A: Plan 2003, s. 2–3, B: Plan 2003, delar av dokumentet och A: A/bild.pdf."
	if got := points(t, r, ""); !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
}

func TestInSentence(t *testing.T) {
	for in, want := range map[string]string{"Mål": "mål", "EU-finansiering": "EU-finansiering", "Åtgärd": "åtgärd", "": "", "Ö": "Ö"} {
		if got := inSentence(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
