package review

import "testing"

func TestSettle(t *testing.T) {
	d := withTowns()
	tag := Correction{Document: "Ale/plan", SHA256: "ab12", Kind: KindTag, Name: "goals", Verdict: Add, Quote: "policyn  ANTOGS 2014-02-13"}
	got, problem := Settle(d, tag)
	if problem != "" || got.Document != "plan" || got.Quote != "Policyn antogs 2014-02-13." || got.Suffix != "\nArbetet följs upp årligen.\n" || got.Prefix == "" {
		t.Errorf("%+v, %q", got, problem)
	}
	tag.Quote = "Som är borta."
	if got, problem := Settle(d, tag); problem != Gone || got != tag {
		t.Errorf("%+v, %q", got, problem)
	}
	town := Correction{Document: "plan", Kind: KindFact, Name: "partner_towns", Verdict: Remove, Value: "Time | NO | active",
		Quote: "vänorter är time i norge och lejre i danmark"}
	if got, problem := Settle(d, town); problem != "" || got.Quote != "Vänorter är Time i Norge och Lejre i Danmark." || got.SHA256 != "ab12" {
		t.Errorf("%+v, %q", got, problem)
	}
	// Written by hand and exported, it is one correction; undo finds it without its context.
	exported := town
	exported.Quote, exported.Suffix = "Vänorter är Time i Norge och Lejre i Danmark.", "\nPolicyn antogs 2014-02-13.\nArbe"
	a, _ := Settle(d, town)
	b, _ := Settle(d, exported)
	if got := Merge([]Correction{a}, []Correction{b}); len(got) != 1 {
		t.Errorf("%+v", got)
	}
	town.Verdict = Undo
	undo, _ := Settle(d, town)
	if got := Merge([]Correction{a}, []Correction{undo}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
