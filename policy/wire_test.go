package policy

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTagRecordsFollowTheText(t *testing.T) {
	d := twoPages()
	d.Tags = []Tag{
		{Name: "goals", Sentence: 1, Score: 0.9, Evidence: []string{"modality:ska"}, By: ByProgram},
		{Name: "follow-up", Sentence: 1, Score: 0.8, By: ByProgram},
		{Name: "goals", Sentence: 0, Score: 0.7, By: ByPerson},
	}
	var got []string
	for _, r := range TagRecords(d) {
		if d.Text[r.Span[0]:r.Span[1]] != r.Text {
			t.Errorf("text %q is not what stands at %v", r.Text, r.Span)
		}
		got = append(got, r.Tag+" "+firstRunes(r.Text, 2))
	}
	if diff := cmp.Diff([]string{"goals Ör", "follow-up Sk", "goals Sk"}, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

// The field names are a promise to programs outside: this is the record that design names, key by key.
func TestTagRecordJSON(t *testing.T) {
	d := twoPages()
	d.Tags = []Tag{{Name: "goals", Sentence: 1, Score: 0.9, By: ByProgram}}
	got, err := json.Marshal(TagRecords(d)[0])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"schema":1,"document":"odling","source":"Ekeby/odling.pdf","municipality":"Ekeby","scb_code":"",` +
		`"tag":"goals","text":"Skörden ska räknas\nvarje höst.","score":0.9,"evidence":[],"section":["2 Mål"],"page":1,` +
		`"pages":[1,2],"page_label":"i","span":[23,56],"prefix":"Mål\nÖrter ska odlas. ","suffix":"","by":"program","parent":""}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFactsRecordOfAnEmptyDocumentSaysSo(t *testing.T) {
	got, err := json.Marshal(NewFactsFile([]*Document{{ID: "tom", Source: "tom.txt"}}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"schema":1,"documents":{"tom":{"source":"tom.txt","municipality":null,"scb_code":null,"county":null,` +
		`"kind":null,"title":null,"status":"unknown","diarienummer":null,"date":null,"adopted_by":null,"partner_towns":[],` +
		`"partner_towns_stated_count":null,"partner_towns_status":"not-found","responsible":[],"follow_up":[],"dates":[],` +
		`"references":[],"evidence":{},"issues":[]}}}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFactsRecordCarriesEvidence(t *testing.T) {
	d := twoPages()
	e := Evidence{Citation: Citation{Quote: "varje höst", Page: 2}, Confidence: 0.9, By: ByProgram}
	d.Municipality.Evidence = e
	d.Facts = Facts{
		Date:                    Value{"2021-06-14", e},
		PartnerTownsStatedCount: &Count{2, e},
		PartnerTowns:            []PartnerTown{{"Måsøy", "NO", "active", e}},
		Responsible:             []Responsibility{{"nämnden", "skördar", e}},
		FollowUp:                []FollowUp{{"P1Y", "skörden", "", e}, {"", "odlingen", "", e}},
		Dates:                   []DateFact{{"adopted", "2021-06-14", e}},
		References:              []Reference{{"Odlingsplan", e}},
	}
	r := NewFactsRecord(d)
	for _, name := range []string{"municipality", "date", "partner_towns_stated_count"} {
		if r.Evidence[name].Quote != "varje höst" {
			t.Errorf("%s has no evidence", name)
		}
	}
	if _, ok := r.Evidence["title"]; ok {
		t.Error("a title that was not found has evidence")
	}
	if *r.FollowUp[0].Interval != "P1Y" || r.FollowUp[1].Interval != nil {
		t.Errorf("intervals %v", r.FollowUp)
	}
	b, err := json.Marshal(r.PartnerTowns[0])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"name":"Måsøy","country":"NO","status":"active","quote":"varje höst","span":{"start":0,"end":0},"page":2,` +
		`"confidence":0.9,"by":"program"}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
