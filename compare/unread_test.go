package compare_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// allStates writes all answers of a municipality and of its first document that may be "not said" or "unread".
func allStates(t *testing.T, r *compare.Report, name string) string {
	t.Helper()
	m := municipality(t, r, name)
	var list []string
	add := func(what string, s compare.State) { list = append(list, what+" "+string(s)) }
	for _, c := range m.Cells {
		add(c.Tag, c.State)
	}
	add("towns", m.PartnerTowns.State)
	add("bodies", m.Responsible.State)
	add("follow-ups", m.FollowUp.State)
	d := document(t, r, m.Documents[0])
	add("status", d.Status.State)
	add("dnr", d.Diarienummer.State)
	add("adopted", d.AdoptedBy.State)
	return strings.Join(list, ", ")
}

// What was not found was not said if all was read, and is unread if anything was not: an unread page, a badly read page, an error of the reader. A
// warning takes nothing away.
func TestWhatMakesAnAnswerUnread(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(d *policy.Document)
		state string
	}{
		"all was read":   {func(*policy.Document) {}, "not-said"},
		"read by OCR":    {func(d *policy.Document) { d.Pages[0].Method = policy.MethodOCR }, "not-said"},
		"a warning":      {func(d *policy.Document) { d.Issues = []policy.Issue{{Severity: policy.Warning, Page: 1, Code: "x"}} }, "not-said"},
		"a note":         {func(d *policy.Document) { d.Issues = []policy.Issue{{Severity: policy.Info, Code: "x"}} }, "not-said"},
		"an error":       {func(d *policy.Document) { d.Issues = []policy.Issue{{Severity: policy.Error, Code: "file-cut"}} }, "unread"},
		"an unread page": {func(d *policy.Document) { d.Pages[0].Method = policy.MethodUnread }, "unread"},
		"one of many": {func(d *policy.Document) {
			d.Pages = append(d.Pages, policy.Page{Number: 2}, policy.Page{Number: 3, Method: policy.MethodUnread})
		}, "unread"},
		"a spoilt page": {func(d *policy.Document) { d.Pages[0].UnmappedShare = 1 }, "unread"},
		"torn words":    {func(d *policy.Document) { d.Pages[0].SuspectShare = .9 }, "unread"},
	} {
		d := made("Ale", "plan", "2020", "Plan", "Text.")
		c.spoil(d)
		got := allStates(t, compare.Documents([]*policy.Document{d}, compare.Options{AsOf: asOf, Tags: sample.Tags()}), "Ale")
		want := strings.ReplaceAll("goals ?, responsibility ?, follow-up ?, partner-towns ?, towns ?, bodies ?, follow-ups ?, status ?, dnr ?, adopted ?", "?", c.state)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// What was found is said, also where a page could not be read: there may be more, and the cell tells so.
func TestWhatWasFoundIsSaidAllTheSame(t *testing.T) {
	d := made("Ale", "plan", "2020", "Plan", "goals: Alla ska simma.\npartner-towns: Det finns inga vänorter.")
	d.Pages = append(d.Pages, policy.Page{Number: 2, Method: policy.MethodUnread})
	r := compare.Documents([]*policy.Document{d}, compare.Options{AsOf: asOf, Tags: sample.Tags()})
	for tag, want := range map[string]compare.State{"goals": compare.Says, "partner-towns": compare.SaysNot, "follow-up": compare.Unread} {
		if c := cell(t, r, "Ale", tag); c.State != want || !c.Incomplete {
			t.Errorf("%s: %s, incomplete %v", tag, c.State, c.Incomplete)
		}
	}
	if x := document(t, r, d.ID); x.Date.State != compare.Says || x.Status.State != compare.Unread || len(x.Missing) != 0 {
		t.Errorf("date %s, status %s, missing %v", x.Date.State, x.Status.State, x.Missing)
	}
}

// One unread document makes its municipality's silence unread, not that of the municipality beside it, nor its own other documents' data.
func TestUnreadStaysWhereItIs(t *testing.T) {
	spoilt, whole, beside := made("Ale", "policy", "2020", "Resepolicy", "Text."), made("Ale", "plan", "2021", "Hamnplan", "Text."), made("Åmål", "plan", "2021", "Plan", "Text.")
	spoilt.Pages[0].Method = policy.MethodUnread
	r := compare.Documents([]*policy.Document{spoilt, whole, beside}, compare.Options{AsOf: asOf, Tags: sample.Tags(), SetAside: []policy.SetAside{{Source: "x.pdf"}}})
	if a, b := cell(t, r, "Ale", "goals").State, cell(t, r, "Åmål", "goals").State; a != compare.Unread || b != compare.NotSaid {
		t.Errorf("Ale %s, Åmål %s", a, b)
	}
	if a, b := document(t, r, spoilt.ID).Status.State, document(t, r, whole.ID).Status.State; a != compare.Unread || b != compare.NotSaid {
		t.Errorf("the unread one's status %s, the other's %s", a, b)
	}
	if a, b := document(t, r, spoilt.ID), document(t, r, whole.ID); a.Complete || !b.Complete || len(a.Missing) != 0 || len(b.Missing) == 0 {
		t.Errorf("complete %v and %v, missing %v and %v", a.Complete, b.Complete, a.Missing, b.Missing)
	}
}

// Whether a time is stated cannot be told of what may stand on an unread page.
func TestUnreadIntervalAndTownNames(t *testing.T) {
	docs := gapDocuments()
	sjövik := docs[2]
	sjövik.Pages = append(sjövik.Pages, policy.Page{Number: 2, Method: policy.MethodUnread})
	for i, d := range docs {
		d.Facts.PartnerTownsStatus = policy.Value{Value: "active", Evidence: policy.Evidence{Citation: d.Cite(d.Sentences[0].Span)}}
		if i != 2 {
			d.Facts.PartnerTowns = []policy.PartnerTown{{Name: "Brattvika", Country: "NO", Status: "active"}}
		} else {
			d.Facts.PartnerTownsStatus.Value = "mentioned-unnamed"
		}
	}
	opts := sampleOptions()
	opts.SetAside = nil
	got := gaps(municipality(t, compare.Documents(docs, opts), "Sjövik"))
	if diff := cmp.Diff([]string{"interval follow-up unread | 2/3", "town-names partner-towns unread | 3/3"}, got); diff != "" {
		t.Error(diff)
	}
}

// The ledger tells how each page was read, each way once, and names the pages that were not.
func TestLedgerOfPages(t *testing.T) {
	d := made("Ale", "plan", "2020", "Plan", "Text.")
	d.Pages = []policy.Page{
		{Number: 1, Method: policy.MethodText, Words: 100}, {Number: 2, Method: policy.MethodOCR, Words: 50}, {Number: 3, Method: policy.MethodText, Words: 20, UnmappedShare: .5},
		{Number: 4, Method: policy.MethodUnread}, {Number: 5},
	}
	x := document(t, compare.Documents([]*policy.Document{d}, sampleOptions()), d.ID)
	if diff := cmp.Diff([]policy.Method{policy.MethodText, policy.MethodOCR, policy.MethodUnread}, x.Methods); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{3, 4}, x.UnreadPages); diff != "" {
		t.Error(diff)
	}
	if x.Words != 170 || len(x.Pages) != 5 || x.Complete {
		t.Errorf("%d words on %d pages, complete %v", x.Words, len(x.Pages), x.Complete)
	}
}
