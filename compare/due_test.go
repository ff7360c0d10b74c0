package compare_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// due returns what is due of a policy of this date that is to be renewed at interval.
func due(t *testing.T, date, interval, what, asOf string) *compare.Due {
	t.Helper()
	d := made("Ale", "policy", date, "Resepolicy", "Policyn ska ses över.")
	e := policy.Evidence{Citation: d.Cite(d.Sentences[0].Span), Confidence: .9}
	d.Facts.FollowUp = []policy.FollowUp{{Interval: interval, What: what, Evidence: e}}
	opts := compare.Options{}
	if asOf != "" {
		var err error
		if opts.AsOf, err = time.Parse(time.DateOnly, asOf); err != nil {
			t.Fatal(err)
		}
	}
	return compare.Documents([]*policy.Document{d}, opts).Municipalities[0].FollowUp.Items[0].Due
}

func TestDue(t *testing.T) {
	for _, c := range []struct {
		date, interval, asOf string
		state                compare.DueState
		missed, next         string
	}{
		// The elections of 2006 to 2022 began five periods that have ended.
		{"2003-10-27", "mandate-period", "2026-11-28", compare.Overdue, "2006 2010 2014 2018 2022", "2030-10-14"},
		{"2003-10-27", "mandate-period", "2026-10-14", compare.Overdue, "2006 2010 2014 2018", "2026-10-14"},
		{"2003-10-27", "mandate-period", "2026-10-15", compare.Overdue, "2006 2010 2014 2018 2022", "2030-10-14"},
		{"2003-10-27", "mandate-period", "2006-01-01", compare.InTime, "", "2010-10-31"}, // its own period counts as kept,
		{"2003-10-27", "mandate-period", "2008-01-01", compare.InTime, "", "2010-10-31"},
		{"2003-10-27", "mandate-period", "2010-11-01", compare.Overdue, "2006", "2014-10-14"},
		{"2019-05-01", "mandate-period", "2026-11-28", compare.Overdue, "2022", "2030-10-14"},
		{"2023", "mandate-period", "2026-11-28", compare.InTime, "", "2030-10-14"},
		{"1990", "mandate-period", "2003-01-01", compare.Overdue, "1994 1998", "2006-10-31"},
		// A year that is an election year may mean a day after the election.
		{"2022", "mandate-period", "2026-09-01", compare.InTime, "", "2030-10-14"},
		{"2003-03-03", "P4Y", "2026-11-22", compare.Overdue, "2007-03-03 2011-03-03 2015-03-03 2019-03-03 2023-03-03", "2027-03-03"},
		{"2024-02-29", "P1Y", "2026-11-22", compare.Overdue, "2025-02-28 2026-02-28", "2027-02-28"},
		{"2025-12-24", "P1Y", "2026-11-22", compare.InTime, "", "2026-12-24"},
		{"2025", "P1Y", "2026-11-22", compare.InTime, "", "2026-12-31"},
		{"2025-08-31", "P6M", "2026-11-22", compare.Overdue, "2026-02-28 2026-08-31", "2027-02-28"},
		{"2026-11-01", "P2W", "2026-11-22", compare.Overdue, "2026-11-15", "2026-11-29"},
		{"2030-01-01", "P1Y", "2026-11-22", compare.InTime, "", "2031-01-01"},
		{"", "P4Y", "2026-11-22", compare.NotKnown, "", ""},
		{"2003-03-03", "P4Y", "", compare.NotKnown, "", ""},
	} {
		d := due(t, c.date, c.interval, "policyn", c.asOf)
		if d == nil {
			t.Errorf("%s %s: nothing", c.date, c.interval)
			continue
		}
		got := compare.Due{State: d.State, Next: d.Next, Missed: []string{strings.Join(d.Missed, " ")}, MissedCount: d.MissedCount}
		want := compare.Due{State: c.state, Next: c.next, Missed: []string{c.missed}, MissedCount: len(strings.Fields(c.missed))}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s %s as of %s (-want +got):\n%s", c.date, c.interval, c.asOf, diff)
		}
	}
}

// What is told of the work does not tell whether the work was followed up.
func TestDueIsOfTheDocumentOnly(t *testing.T) {
	for what, want := range map[string]bool{
		"policyn": true, "Policyn": true, "denna policy": true, "revidering av policyn": true, "riktlinjerna": true, "handlingsplanen": true,
		"dokumentet": true, "policyn och handlingsplanen": true, "den internationella policyn": true,
		"arbetet": false, "arbetet med policyn": false, "nämndens verksamhet": false, "revision": false, "": false, "planeringen": false,
		"resultatet av policyn": false, "målen": false,
	} {
		if got := due(t, "2003", "P1Y", what, "2026-11-22") != nil; got != want {
			t.Errorf("%q: %v", what, got)
		}
	}
	for what, want := range map[string]bool{
		"Den ska följas upp och ändras när det behövs": true, "varje ny mandatperiod skall policyn utvärderas och arbetas om": true,
		"nämnden följer arbetet med policyn och redovisar hur det utvärderas": false, "Planen ses över av nämnden": true,
		"arbetet enligt policyn ska revideras": false, "Policyn beskriver de ramar som gäller för nämndens egna arbete, som följs upp": false,
	} {
		if got := due(t, "2003", "mandate-period", what, "2026-11-22") != nil; got != want {
			t.Errorf("%q: %v", what, got)
		}
	}
	if d := due(t, "2003", "", "policyn", "2026-11-22"); d != nil {
		t.Errorf("without an interval: %+v", d)
	}
	if d := due(t, "2003", "P1Y6M", "policyn", "2026-11-22"); d != nil {
		t.Errorf("with an interval that is not understood: %+v", d)
	}
}

// A rule of days fills no pages.
func TestManyMissedDays(t *testing.T) {
	d := due(t, "2003-01-01", "P1D", "policyn", "2026-11-22")
	if d.MissedCount < 8000 || len(d.Missed) != 20 || d.Missed[19] != "2026-11-22" {
		t.Errorf("%d missed, %d listed to %s", d.MissedCount, len(d.Missed), d.Missed[len(d.Missed)-1])
	}
}

// The newest word of the document on itself counts: a revision, not the adoption.
func TestDueFromTheLastRevision(t *testing.T) {
	d := made("Ale", "policy", "2003-10-27", "Resepolicy", "Policyn ska ses över.")
	e := policy.Evidence{Citation: d.Cite(d.Sentences[0].Span)}
	d.Facts.Dates = append(d.Facts.Dates, policy.DateFact{Role: "revised", Date: "2024-06-17"}, policy.DateFact{Role: "printed", Date: "2026-01-01"})
	d.Facts.FollowUp = []policy.FollowUp{{Interval: "P4Y", What: "policyn", Evidence: e}}
	got := compare.Documents([]*policy.Document{d}, compare.Options{AsOf: asOf}).Municipalities[0].FollowUp.Items[0].Due
	if got.State != compare.InTime || got.From != "2024-06-17" || got.Next != "2028-06-17" {
		t.Errorf("%+v", got)
	}
}

func TestValidity(t *testing.T) {
	for _, c := range []struct {
		until string
		state compare.DueState
		text  string
	}{
		{"2025-12-31", compare.Overdue, "Giltighetstiden gick ut 2025-12-31."},
		{"2026", compare.InTime, "Gäller till och med 2026."},
		{"2030-06-30", compare.InTime, "Gäller till och med 2030-06-30."},
	} {
		d := made("Ale", "policy", "2003-10-27", "Resepolicy", "Policyn gäller.")
		d.Facts.Dates = append(d.Facts.Dates, policy.DateFact{Role: "valid-until", Date: c.until}, policy.DateFact{Role: "valid-until", Date: "snart"})
		got := document(t, compare.Documents([]*policy.Document{d}, compare.Options{AsOf: asOf}), d.ID).Validity
		if got == nil || got.State != c.state || got.Text["sv"] != c.text {
			t.Errorf("%s: %+v", c.until, got)
		}
	}
	if v := document(t, sampleReport(), "ekeby-policy").Validity; v != nil {
		t.Errorf("no day is given: %+v", v)
	}
}

func TestDueTexts(t *testing.T) {
	for _, c := range []struct{ date, interval, asOf, sv, en string }{
		{"2003-10-27", "mandate-period", "2026-11-28",
			"Ingen nyare version från mandatperioderna efter valen 2006, 2010, 2014, 2018 och 2022 finns bland dokumenten. Den pågående mandatperioden, efter valet 2026, slutar 2030-10-14.",
			"No newer version from the terms of office after the elections of 2006, 2010, 2014, 2018 and 2022 is among the documents. The present term, after the election of 2026, ends on 2030-10-14."},
		{"2019-10-27", "mandate-period", "2026-11-28",
			"Ingen nyare version från mandatperioden efter valet 2022 finns bland dokumenten. Den pågående mandatperioden, efter valet 2026, slutar 2030-10-14.",
			"No newer version from the term of office after the election of 2022 is among the documents. The present term, after the election of 2026, ends on 2030-10-14."},
		{"2023-10-27", "mandate-period", "2026-11-28", "Senast 2030-10-14, då mandatperioden slutar.", "By 2030-10-14, when the term of office ends."},
		{"2022-01-01", "P4Y", "2026-11-28", "Skulle ha skett senast 2026-01-01; ingen nyare version finns bland dokumenten.", "Was due by 2026-01-01; no newer version is among the documents."},
		{"2017-01-01", "P4Y", "2026-11-28", "Skulle ha skett två gånger, senast 2025-01-01; ingen nyare version finns bland dokumenten.", "Was due two times, last on 2025-01-01; no newer version is among the documents."},
		{"2026-01-01", "P4Y", "2026-11-28", "Senast 2030-01-01.", "By 2030-01-01."},
		{"", "P4Y", "2026-11-28", "Kan inte räknas ut: dokumentet anger inget datum.", "Cannot be reckoned: the document gives no date."},
		{"2026", "P4Y", "", "Kan inte räknas ut utan rapportdatum.", "Cannot be reckoned without the report’s date."},
	} {
		got := due(t, c.date, c.interval, "policyn", c.asOf).Text
		if diff := cmp.Diff(compare.Label{"sv": c.sv, "en": c.en}, got); diff != "" {
			t.Error(diff)
		}
	}
}

// What a document leaves out of itself is named; what its kind does not have is not asked for.
func TestMissing(t *testing.T) {
	r := sampleReport()
	for id, want := range map[string][]string{
		"ekeby-policy": {}, "ekeby-forslag": {"diarienummer"}, "ale-plan": {"diarienummer", "adopted_by"}, "sjovik-webb": {"status", "date"},
		"almhult-2003": {}, // a page was not read: it may stand there
	} {
		if diff := cmp.Diff(want, document(t, r, id).Missing); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}
