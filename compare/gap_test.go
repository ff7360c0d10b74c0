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

// gaps writes a municipality's gaps as lines.
func gaps(m *compare.Municipality) (lines []string) {
	for _, g := range m.Gaps {
		line := fmt.Sprintf("%s %s %s", g.Kind, g.Name, g.State)
		for _, b := range g.Bases {
			line += strings.TrimRight(fmt.Sprintf(" | %d/%d %s", b.Have, b.Of, b.Group), " ")
		}
		lines = append(lines, line)
	}
	return lines
}

// Four municipalities, of which the last says little.
func gapDocuments() []*policy.Document {
	full := "goals: Alla ska bo nära ett bibliotek.\nfollow-up: Arbetet redovisas varje år.\nresponsibility: Nämnden leder arbetet."
	docs := []*policy.Document{
		made("Ale", "plan", "2020", "Plan", full), made("Ekeby", "plan", "2021", "Plan", full), made("Sjövik", "plan", "2022", "Plan", full),
		made("Åmål", "plan", "", "Plan", "goals: Alla ska läsa mer."),
	}
	for _, d := range docs[:3] {
		e := policy.Evidence{Citation: d.Cite(d.Sentences[1].Span)}
		d.Facts.FollowUp = []policy.FollowUp{{Interval: "P1Y", What: "arbetet", Evidence: e}}
	}
	docs[2].Facts.FollowUp[0].Interval = ""
	return docs
}

func TestGaps(t *testing.T) {
	opts := sampleOptions()
	opts.SetAside = nil
	r := compare.Documents(gapDocuments(), opts)
	want := map[string][]string{
		"Ale": nil, "Ekeby": nil,
		"Sjövik": {"interval follow-up not-said | 2/3"},
		"Åmål":   {"tag responsibility not-said | 3/3", "tag follow-up not-said | 3/3", "metadata date not-said | 3/3"},
	}
	for name, lines := range want {
		if diff := cmp.Diff(lines, gaps(municipality(t, r, name))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	g := municipality(t, r, "Åmål").Gaps[1]
	if g.Text["sv"] != "Ingen uppgift om uppföljning hittades i de dokument som ingår." || g.Bases[0].Text["sv"] != "Alla de tre andra kommunerna anger hur arbetet följs upp." {
		t.Errorf("%s %s", g.Text["sv"], g.Bases[0].Text["sv"])
	}
	if diff := cmp.Diff([]string{"Ale", "Ekeby", "Sjövik"}, g.Bases[0].Municipalities); diff != "" {
		t.Error(diff)
	}
}

// What may stand on a page that could not be read is a gap of another kind.
func TestGapWhereNotAllWasRead(t *testing.T) {
	docs := gapDocuments()
	docs[3].Pages = append(docs[3].Pages, policy.Page{Number: 2, Method: policy.MethodUnread})
	g := municipality(t, compare.Documents(docs, sampleOptions()), "Åmål").Gaps
	if len(g) != 3 || g[0].State != compare.Unread || !strings.HasSuffix(g[0].Text["sv"], "i det som gick att läsa; allt kunde inte läsas.") {
		t.Errorf("%+v", g)
	}
}

// Whoever says expressly that there is none lacks nothing; neither is there a gap where others are too few.
func TestNoGap(t *testing.T) {
	docs := gapDocuments()
	if r := compare.Documents(docs[2:], sampleOptions()); len(municipality(t, r, "Åmål").Gaps) != 0 {
		t.Errorf("beside one other: %v", gaps(municipality(t, r, "Åmål")))
	}
	town := func(name, status, sentence string) *policy.Document {
		d := made(name, "policy", "2020", "Policy", "partner-towns: "+sentence)
		d.Facts.PartnerTownsStatus = policy.Value{Value: status, Evidence: policy.Evidence{Citation: d.Cite(d.Sentences[0].Span)}}
		if status == "active" {
			d.Facts.PartnerTowns = []policy.PartnerTown{{Name: "Brattvika", Country: "NO", Status: "active"}}
		}
		return d
	}
	r := compare.Documents([]*policy.Document{
		town("Ale", "active", "Brattvika är vänort."), town("Ekeby", "active", "Brattvika är vänort."), town("Sjövik", "none", "Inga vänorter finns."),
		town("Åmål", "mentioned-unnamed", "Kommunen har vänorter."),
	}, compare.Options{AsOf: asOf})
	if got := gaps(municipality(t, r, "Sjövik")); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "partner-towns") }) {
		t.Errorf("an express no: %v", got)
	}
	if got := gaps(municipality(t, r, "Åmål")); !slices.Contains(got, "town-names partner-towns not-said | 2/3") {
		t.Errorf("no names: %v", got)
	}
}

func TestGapsAmongPeers(t *testing.T) {
	opts := sampleOptions()
	opts.SetAside = nil
	opts.Peers = []compare.PeerGroup{{Name: "Kust", Municipalities: []string{"Åmål", "Ale", "Ekeby", "Nowhere"}}, {Name: "Inland", Municipalities: []string{"Sjövik"}}, {Name: "Ingen", Municipalities: []string{"Nowhere"}}}
	r := compare.Documents(gapDocuments(), opts)
	want := []compare.PeerGroup{{Name: "Kust", Municipalities: []string{"Ale", "Ekeby", "Åmål"}}, {Name: "Inland", Municipalities: []string{"Sjövik"}}}
	if diff := cmp.Diff(want, r.Peers); diff != "" {
		t.Error(diff)
	}
	if got := gaps(municipality(t, r, "Åmål"))[0]; got != "tag responsibility not-said | 3/3 | 2/2 Kust" {
		t.Error(got)
	}
	if got := municipality(t, r, "Åmål").Gaps[0].Bases[1].Text["sv"]; got != "Båda de andra kommunerna i gruppen Kust anger vem som ansvarar." {
		t.Error(got)
	}
}

// Of many municipalities a basis names some and counts all.
func TestBasisOfMany(t *testing.T) {
	var docs []*policy.Document
	for i := range 40 {
		docs = append(docs, made(fmt.Sprintf("Ort %02d", i), "plan", "2020", "Plan", fmt.Sprintf("goals: Mål nummer %d är vårt.", i)))
	}
	docs = append(docs, made("Åmål", "plan", "2020", "Plan", "Ingenting."))
	b := municipality(t, compare.Documents(docs, sampleOptions()), "Åmål").Gaps[0].Bases[0]
	if b.Have != 40 || b.Of != 40 || len(b.Municipalities) != 12 {
		t.Errorf("%+v", b)
	}
}

func TestScope(t *testing.T) {
	count := func(s compare.Scope) (documents, leftOut, undated int) {
		opts := sampleOptions()
		opts.Scope = s
		opts.Peers = []compare.PeerGroup{{Name: "Två", Municipalities: []string{"Ale", "Ekeby"}}}
		r := compare.Documents(sample.Documents(), opts)
		return len(r.Documents), r.Scope.LeftOut, r.Scope.Undated
	}
	for _, c := range []struct {
		scope                       compare.Scope
		documents, leftOut, undated int
	}{
		{compare.Scope{}, 6, 0, 0},
		{compare.Scope{Kinds: []string{"Policy"}}, 1, 5, 0},
		{compare.Scope{Kinds: []string{"policy", "riktlinjer"}}, 2, 4, 0},
		{compare.Scope{FromYear: 2014}, 3, 3, 2},
		{compare.Scope{FromYear: 2014, ToYear: 2020}, 2, 4, 2},
		{compare.Scope{ToYear: 2003}, 1, 5, 2},
		{compare.Scope{Peers: "Två"}, 3, 3, 0},
		{compare.Scope{Peers: "Ingen"}, 0, 6, 0},
		{compare.Scope{Peers: "Två", Kinds: []string{"plan"}, FromYear: 2014, ToYear: 2014}, 1, 5, 0},
	} {
		if d, l, u := count(c.scope); d != c.documents || l != c.leftOut || u != c.undated {
			t.Errorf("%+v: %d documents, %d left out, %d undated", c.scope, d, l, u)
		}
	}
}

func TestScopeOfTags(t *testing.T) {
	opts := compare.Options{Tags: []policy.TagDefinition{{Name: "goals"}, {Name: "climate", Parent: "goals"}, {Name: "school", Parent: "goals"}, {Name: "follow-up"}}}
	d := made("Ale", "plan", "2020", "Plan", "goals,climate: Klimatet räddas.\ngoals,school: Skolan blir bättre.\nfollow-up: Årligen.\nextra: Mer.")
	for tags, want := range map[string]string{
		"": "goals climate school follow-up extra", "goals": "goals climate school", "climate": "goals climate", "follow-up": "follow-up",
		"extra school": "goals school extra", "nothing": "",
	} {
		opts.Scope.Tags = strings.Fields(tags)
		r := compare.Documents([]*policy.Document{d}, opts)
		var names []string
		for _, x := range r.Tags {
			names = append(names, x.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q: %q, want %q", tags, got, want)
		}
		if len(r.Municipalities[0].Cells) != len(names) {
			t.Errorf("%q: %d cells", tags, len(r.Municipalities[0].Cells))
		}
	}
}

// A date in a memo does not date the governing document: the gap says which document was looked at.
func TestMissingMetadataSaysWhere(t *testing.T) {
	r := sampleReport()
	for _, m := range r.Municipalities {
		for _, g := range m.Gaps {
			in := strings.Contains(g.Text["sv"], "väger tyngst") && strings.Contains(g.Text["en"], "weighs most")
			if g.State == compare.NotSaid && in != (g.Kind == "metadata") {
				t.Errorf("%s: %s %s: %q", m.Name, g.Kind, g.Name, g.Text["sv"])
			}
		}
	}
}
