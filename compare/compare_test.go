package compare_test

import (
	"encoding/json"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

var asOf = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func sampleOptions() compare.Options {
	return compare.Options{AsOf: asOf, Tags: sample.Tags(), SetAside: sample.SetAside(), Links: sample.Links(), Generator: "styrdok test"}
}

func sampleReport() *compare.Report { return compare.Documents(sample.Documents(), sampleOptions()) }

func municipality(t *testing.T, r *compare.Report, name string) *compare.Municipality {
	t.Helper()
	for i := range r.Municipalities {
		if r.Municipalities[i].Name == name {
			return &r.Municipalities[i]
		}
	}
	t.Fatalf("no municipality %q", name)
	return nil
}

func cell(t *testing.T, r *compare.Report, name, tag string) *compare.Cell {
	t.Helper()
	m := municipality(t, r, name)
	for i := range m.Cells {
		if m.Cells[i].Tag == tag {
			return &m.Cells[i]
		}
	}
	t.Fatalf("no cell %q", tag)
	return nil
}

func document(t *testing.T, r *compare.Report, id string) *compare.Document {
	t.Helper()
	for i := range r.Documents {
		if r.Documents[i].ID == id {
			return &r.Documents[i]
		}
	}
	t.Fatalf("no document %q", id)
	return nil
}

func TestMatrix(t *testing.T) {
	r := sampleReport()
	var names []string
	for _, m := range r.Municipalities {
		names = append(names, m.Name)
	}
	if diff := cmp.Diff([]string{"Ale", "Ekeby", "Sjövik", "Åmål", "Älmhult", ""}, names); diff != "" {
		t.Errorf("municipalities in Swedish order, what is unassigned last (-want +got):\n%s", diff)
	}
	want := map[string]string{
		"Ale":     "says says not-said says-not/none",
		"Ekeby":   "says says says says",
		"Sjövik":  "says says not-said says-not/dormant",
		"Åmål":    "unread+ unread+ unread+ unread+",
		"Älmhult": "says+ unread+ says+ unread+",
		"":        "unread+ unread+ says+ unread+",
	}
	for name, states := range want {
		var got []string
		for _, c := range municipality(t, r, name).Cells {
			s := string(c.State)
			if c.Detail != "" {
				s += "/" + c.Detail
			}
			if c.Incomplete {
				s += "+"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(strings.Fields(states), got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", name, diff)
		}
	}
}

func TestQuotesAreCutFromTheText(t *testing.T) {
	texts := make(map[string]string)
	for _, d := range sample.Documents() {
		texts[d.ID] = d.Text
	}
	r, n := sampleReport(), 0
	for _, m := range r.Municipalities {
		for _, c := range m.Cells {
			if c.Count != len(c.Quotes) {
				t.Errorf("%s %s: count %d of %d quotes", m.Name, c.Tag, c.Count, len(c.Quotes))
			}
			for _, q := range c.Quotes {
				n++
				if got := texts[q.Document][q.Span.Start:q.Span.End]; got != q.Quote {
					t.Errorf("%s: the quote %q stands not at its span, but %q", q.Document, q.Quote, got)
				}
				if q.Page < 1 || len(q.Pages) == 0 {
					t.Errorf("%s: the quote %q has no page", q.Document, q.Quote)
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d quotes", n)
	}
}

func TestDocumentsOfAMunicipalityAreReconciled(t *testing.T) {
	r := sampleReport()
	if diff := cmp.Diff([]string{"ekeby-policy", "ekeby-forslag"}, municipality(t, r, "Ekeby").Documents); diff != "" {
		t.Errorf("the policy before the memo (-want +got):\n%s", diff)
	}
	goals := cell(t, r, "Ekeby", "goals")
	first, last := goals.Quotes[0], goals.Quotes[len(goals.Quotes)-1]
	if first.Quote != "Ekeby ska vara en öppen kommun som lär av andra." || first.Document != "ekeby-policy" {
		t.Errorf("strongest quote: %+v", first)
	}
	if diff := cmp.Diff([]compare.Place{{Document: "ekeby-forslag", Pages: []int{1}}}, first.AlsoIn); diff != "" {
		t.Errorf("the shared sentence stands once with both places (-want +got):\n%s", diff)
	}
	if last.Document != "ekeby-forslag" || !strings.Contains(last.Quote, "medel från EU") {
		t.Errorf("what the memo adds is gone: last quote is %+v", last)
	}
	if goals.Provisional {
		t.Error("the policy says it: it is not only proposed")
	}
	wantPlaces := []compare.Place{{Document: "ekeby-policy", Pages: []int{1}}, {Document: "ekeby-forslag", Pages: []int{1}}}
	if diff := cmp.Diff(wantPlaces, goals.Places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestOnlyAMemoSaysIt(t *testing.T) {
	docs := sample.Documents()
	docs = slices.DeleteFunc(docs, func(d *policy.Document) bool { return d.ID == "ekeby-policy" })
	r := compare.Documents(docs, sampleOptions())
	if c := cell(t, r, "Ekeby", "goals"); c.State != compare.Says || !c.Provisional {
		t.Errorf("goals: %s, provisional %v", c.State, c.Provisional)
	}
	if c := cell(t, r, "Ekeby", "partner-towns"); c.State != compare.NotSaid || c.Provisional {
		t.Errorf("partner towns: %s, provisional %v", c.State, c.Provisional)
	}
}

func TestItemTakesItsOpener(t *testing.T) {
	for _, q := range cell(t, sampleReport(), "Ekeby", "goals").Quotes {
		if q.Quote != "minska kommunens klimatavtryck" {
			continue
		}
		if q.Opener != "Samarbetet över gränserna ska:" || q.Binding != compare.Must {
			t.Errorf("opener %q, binding %s", q.Opener, q.Binding)
		}
		if !strings.HasSuffix(q.Before, "ge unga möjlighet att mötas") || q.After != "stärka demokratin på båda sidor" {
			t.Errorf("context %q … %q", q.Before, q.After)
		}
		if diff := cmp.Diff([]string{"1 Mål"}, q.Section); diff != "" {
			t.Error(diff)
		}
		return
	}
	t.Error("the item is no quote")
}

// What opens a list says less than its items, which carry it along.
func TestOpenerStandsBehindItsItems(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").List(sample.S("Före 2030 ska kommunen ha", "goals", 1),
		sample.S("fler elever som reser", "goals", .9), sample.S("fler företag som säljer utomlands", "goals", .9)).Done()
	quotes := cell(t, compare.Documents([]*policy.Document{d}, sampleOptions()), "Ale", "goals").Quotes
	if last := quotes[len(quotes)-1]; len(quotes) != 3 || last.Quote != "Före 2030 ska kommunen ha" {
		t.Errorf("%d quotes, the last is %q", len(quotes), last.Quote)
	}
}

// The order in which documents, definitions' labels and files come must not show in the report, nor how much is done at once.
func TestOrderOfInputDoesNotMatter(t *testing.T) {
	want, err := json.Marshal(sampleReport())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewSource(1))
	for range 20 {
		docs, opts := sample.Documents(), sampleOptions()
		opts.Workers = random.Intn(8)
		random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		random.Shuffle(len(opts.SetAside), func(i, j int) { opts.SetAside[i], opts.SetAside[j] = opts.SetAside[j], opts.SetAside[i] })
		got, err := json.Marshal(compare.Documents(docs, opts))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestDocumentsAreNotChanged(t *testing.T) {
	docs, opts := sample.Documents(), sampleOptions()
	slices.Reverse(opts.SetAside)
	before, _ := json.Marshal(docs)
	aside := slices.Clone(opts.SetAside)
	compare.Documents(docs, opts)
	if after, _ := json.Marshal(docs); string(after) != string(before) {
		t.Error("documents are changed")
	}
	if diff := cmp.Diff(aside, opts.SetAside); diff != "" {
		t.Error(diff)
	}
}

func TestNothingToCompare(t *testing.T) {
	r := compare.Documents(nil, compare.Options{})
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "null") {
		t.Errorf("empty lists are [], not null: %s", data)
	}
	if r.AsOf != "" {
		t.Errorf("as of %q without a date", r.AsOf)
	}
}

func TestLedger(t *testing.T) {
	r := sampleReport()
	d := document(t, r, "almhult-2003")
	if d.Complete || !slices.Equal(d.UnreadPages, []int{2}) || len(d.Pages) != 2 {
		t.Errorf("complete %v, unread %v of %d pages", d.Complete, d.UnreadPages, len(d.Pages))
	}
	if d.Diarienummer.State != compare.Unread || d.Diarienummer.Source != nil {
		t.Errorf("a number that may stand on the unread page: %+v", d.Diarienummer)
	}
	if d := document(t, r, "ale-plan"); d.Diarienummer.State != compare.NotSaid {
		t.Errorf("a number that the document does not give: %+v", d.Diarienummer)
	}
	if d := document(t, r, "ekeby-policy"); d.Diarienummer.Value != "KS 2020/311" || d.Diarienummer.Source.Page != 1 {
		t.Errorf("a number that it gives: %+v", d.Diarienummer)
	}
	if m := municipality(t, r, "Åmål"); m.SetAside != 1 || len(m.Documents) != 0 {
		t.Errorf("Åmål: %d set aside, documents %v", m.SetAside, m.Documents)
	}
}

func TestBadlyReadPageIsUnread(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").Done()
	d.Pages[0].UnmappedShare = 0.5
	r := compare.Documents([]*policy.Document{d}, sampleOptions())
	if c := cell(t, r, "Ale", "goals"); c.State != compare.Unread {
		t.Errorf("nothing found on a page with every second character missing: %s", c.State)
	}
	d.Pages[0].UnmappedShare, d.Pages[0].SuspectShare = 0, 0.6
	r = compare.Documents([]*policy.Document{d}, sampleOptions())
	if c := cell(t, r, "Ale", "goals"); c.State != compare.Unread {
		t.Errorf("nothing found on a page whose words are torn apart: %s", c.State)
	}
	d.Pages[0].UnmappedShare, d.Pages[0].SuspectShare = 0.01, 0.1
	r = compare.Documents([]*policy.Document{d}, sampleOptions())
	if c := cell(t, r, "Ale", "goals"); c.State != compare.NotSaid {
		t.Errorf("nothing found on a page that was read: %s", c.State)
	}
}

func TestSubTags(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").
		Para(sample.S("Klimatet ska räddas.", "climate", .9), sample.S("Alla ska trivas.", "goals", .8), sample.S("Kryddor.", "spices", .8)).Done()
	opts := compare.Options{Tags: []policy.TagDefinition{{Name: "climate", Parent: "goals"}, {Name: "other"}, {Name: "goals"},
		{Name: "x", Parent: "y"}, {Name: "y", Parent: "x"}}}
	r := compare.Documents([]*policy.Document{d}, opts)
	var names []string
	for _, tag := range r.Tags {
		names = append(names, tag.Name)
	}
	if diff := cmp.Diff([]string{"other", "goals", "climate", "x", "y", "spices"}, names); diff != "" {
		t.Errorf("a sub-tag follows its parent, unknown tags come last (-want +got):\n%s", diff)
	}
	for tag, want := range map[string]int{"goals": 2, "climate": 1, "other": 0, "spices": 1} {
		if c := cell(t, r, "Ale", tag); c.Count != want {
			t.Errorf("%s: %d quotes, want %d", tag, c.Count, want)
		}
	}
}

// A stored document may be broken; a report on the others must still come.
func TestBrokenIndexesAreSkipped(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S("Alla ska trivas.", "goals", .8)).Done()
	d.Tags = append(d.Tags, policy.Tag{Name: "goals", Sentence: 99}, policy.Tag{Name: "goals", Sentence: -1})
	d.Sentences[0].Opener, d.Sentences[0].Passage = 77, 88
	if c := cell(t, compare.Documents([]*policy.Document{d}, sampleOptions()), "Ale", "goals"); c.Count != 1 {
		t.Errorf("%d quotes", c.Count)
	}
}

func TestAPersonsTagWins(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S("Alla ska trivas.", "goals", .8)).Done()
	d.Tags = append(d.Tags, policy.Tag{Name: "goals", Sentence: 0, Score: 0.5, By: policy.ByPerson})
	c := cell(t, compare.Documents([]*policy.Document{d}, sampleOptions()), "Ale", "goals")
	if c.Count != 1 || c.Quotes[0].By != policy.ByPerson {
		t.Errorf("%d quotes, by %s", c.Count, c.Quotes[0].By)
	}
}

func TestLongContextIsCut(t *testing.T) {
	long := strings.Repeat("åtgärder och insatser ", 2000) + "slut."
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S(long, "", 0), sample.S("Alla ska trivas.", "goals", .8), sample.S(long, "", 0)).Done()
	q := cell(t, compare.Documents([]*policy.Document{d}, sampleOptions()), "Ale", "goals").Quotes[0]
	for _, s := range []string{q.Before, q.After} {
		if n := len([]rune(s)); n > 403 || n < 380 || !strings.Contains(s, "…") {
			t.Errorf("context of %d characters: %.40q", n, s)
		}
	}
	if !strings.HasPrefix(q.Before, "… ") || !strings.HasSuffix(q.After, " …") {
		t.Errorf("%.20q … %q", q.Before, q.After[len(q.After)-20:])
	}
}
