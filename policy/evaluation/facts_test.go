package evaluation

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/policy"
)

func TestMeasureFacts(t *testing.T) {
	d := document("plan", "Vänorter är Time i Norge och Rom.", "Nämnden för kultur leder arbetet varje år.", "Antagen 2014-02-13")
	d.Furniture = []policy.Furniture{{Text: "Dnr KS 2014/12"}}
	at := func(quote string) policy.Evidence {
		return policy.Evidence{Citation: d.Cite(d.Sentences[map[string]int{"towns": 0, "body": 1, "date": 2}[quote]].Span)}
	}
	d.Municipality.Municipality = policy.Municipality{Name: "Ale", Code: "1440"}
	d.Facts = policy.Facts{
		Date:         policy.Value{Value: "2014-02-13", Evidence: at("date")},
		Kind:         policy.Value{Value: "Plan"},
		PartnerTowns: []policy.PartnerTown{{Name: "Time", Country: "NO", Evidence: at("towns")}, {Name: "Rom", Country: "IT", Evidence: at("towns")}},
		Responsible: []policy.Responsibility{{Body: "nämnden för kultur", Evidence: at("body")},
			{Body: "kommunstyrelsen", Evidence: policy.Evidence{Citation: policy.Citation{Quote: "KS 2014"}}},
			{Body: "rektorn", Evidence: policy.Evidence{Citation: policy.Citation{Quote: "hittat på", Span: policy.Span{Start: 1, End: 9}}}}},
		FollowUp: []policy.FollowUp{{Interval: "P1Y", Evidence: at("body")}, {Interval: "P2Y", Evidence: at("body")}, {Interval: "", Evidence: at("body")}},
	}
	gold, err := ParseFacts("facts.json", []byte(`{"documents": {
		"plan": {"municipality": "Ale", "scb_code": "1440", "kind": "plan", "date": "2014-02", "diarienummer": null, "title": "En plan",
			"partner_towns": [{"name": "Time", "country": "NO"}, {"name": "Oslo", "country": "NO"}], "traps": ["Rom"],
			"follow_up": [{"interval": "P1Y"}, {"interval": "P3M"}], "follow_up_acceptable": ["P2Y"],
			"responsible": ["kulturnämnden, nämnd för kultur (leder)", "fullmäktige"], "responsible_acceptable": ["kommunstyrelse"]},
		"borta": {"date": null}}}`))
	if err != nil {
		t.Fatal(err)
	}
	r := MeasureFacts([]*policy.Document{d}, gold)
	if (r.FactsCount != FactsCount{Right: 7, Asked: 12, Invented: 2, Unfaithful: 1}) || len(r.Documents) != 1 {
		t.Errorf("%+v", r.FactsCount)
	}
	var got []string
	for _, m := range r.Mistakes {
		got = append(got, fmt.Sprintf("%s %s: %s/%s", m.Kind, m.Fact, m.Want, m.Got))
	}
	want := []string{"wrong title: En plan/nothing", "wrong date: 2014-02/2014-02-13", "wrong partner_towns: oslo (NO)/time (NO), rom (IT)",
		"invented partner_towns: /rom (IT)", "wrong follow_up: P3M/P1Y, P2Y", "wrong responsible: fullmäktige/nämnden för kultur, kommunstyrelsen, rektorn",
		"invented responsible: /rektorn", "unfaithful responsible: /hittat på"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"borta"}, r.NoDocument); diff != "" {
		t.Error(diff)
	}
}

func TestMeasureFactsOfADocumentWithoutTowns(t *testing.T) {
	gold, err := ParseFacts("f", []byte(`{"documents": {"plan": {"partner_towns": []}}}`))
	if err != nil {
		t.Fatal(err)
	}
	d := document("plan", "Tom.")
	if r := MeasureFacts([]*policy.Document{d}, gold); (r.FactsCount != FactsCount{Right: 1, Asked: 1}) {
		t.Errorf("%+v", r)
	}
}

func TestParseFactsErrors(t *testing.T) {
	for data, want := range map[string]string{
		"":                               "f.json:1: unexpected end of JSON input",
		"{\n\"documents\": {\n\"plan\"}": "f.json:3: invalid character '}' after object key",
		"{\"date\": null}":               `f.json:1: it names no "documents"`,
		"{\n\"documents\": {\"plan\": {\"responsible\": 3}}}": `f.json:2: document "plan": json: cannot unmarshal number into Go struct field goldFacts.responsible of type []string`,
	} {
		if _, err := ParseFacts("f.json", []byte(data)); err == nil || err.Error() != want {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestSameBody(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"kommunstyrelsen", "Kommunstyrelse", true}, {"nämnd", "varje nämnd", true}, {"kommunstyrelsens ordförande", "ordförande i kommunstyrelsen", true},
		{"kulturnämnden", "socialnämnden", false}, {"", "", false}, {"kommunstyrelsen", "kommunstyrelsens arbetsutskott", false},
	} {
		if got := sameBody(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
	}
}

// FuzzParseFacts: whatever a file holds, it can be measured against or is refused with a line.
func FuzzParseFacts(f *testing.F) {
	f.Add(`{"documents": {"plan": {"date": null, "partner_towns": [], "follow_up": [{"interval": ""}], "responsible": ["a, b och c"]}}}`)
	f.Add(`{"documents": {"plan": {"date": {"x": [1]}}}}`)
	d := document("plan", "Nämnden leder arbetet.")
	f.Fuzz(func(t *testing.T, data string) {
		gold, err := ParseFacts("f", []byte(data))
		if err != nil {
			return
		}
		if r := MeasureFacts([]*policy.Document{d}, gold); r.Right > r.Asked || r.Right < 0 {
			t.Fatalf("%+v", r)
		}
	})
}
