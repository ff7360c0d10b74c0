package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

// document makes a document of sentences, one a line. A sentence that ends with "#goals" is tagged so by the program.
func document(sentences ...string) *policy.Document {
	d := &policy.Document{ID: "plan", SHA256: "ab12", Source: "Ale/plan.pdf", Sections: []policy.Section{{Parent: -1}}}
	for i, s := range sentences {
		s, tags, _ := strings.Cut(s, " #")
		start := len(d.Text)
		d.Text += s
		d.Sentences = append(d.Sentences, policy.Sentence{Span: policy.Span{Start: start, End: len(d.Text)}, Zone: policy.ZoneBody, Opener: -1})
		d.Text += "\n"
		for _, t := range strings.Fields(strings.ReplaceAll(tags, "#", " ")) {
			d.Tags = append(d.Tags, policy.Tag{Name: t, Sentence: i, Score: 0.7, Evidence: []string{"cue:x"}, By: policy.ByProgram})
		}
	}
	return d
}

// evidence returns the evidence of a fact that the program read from quote.
func evidence(d *policy.Document, quote string) policy.Evidence {
	i := strings.Index(d.Text, quote)
	return policy.Evidence{Citation: d.Cite(policy.Span{Start: i, End: i + len(quote)}), Confidence: 0.6, By: policy.ByProgram}
}

func withTowns() *policy.Document {
	d := document("Vänorter är Time i Norge och Lejre i Danmark.", "Policyn antogs 2014-02-13.", "Arbetet följs upp årligen.")
	towns := evidence(d, "Vänorter är Time i Norge och Lejre i Danmark.")
	d.Facts.PartnerTowns = []policy.PartnerTown{{Name: "Time", Country: "NO", Status: "active", Evidence: towns},
		{Name: "Lejre", Country: "DK", Status: "active", Evidence: towns}}
	d.Facts.Date = policy.Value{Value: "2014-02-13", Evidence: evidence(d, "2014-02-13")}
	d.Facts.FollowUp = []policy.FollowUp{{Interval: "P1Y", What: "arbetet", Evidence: evidence(d, "Arbetet följs upp årligen.")}}
	return d
}

// tags lists who says which tag of which sentence: "0 goals program".
func tags(d *policy.Document) []string {
	var out []string
	for _, t := range d.Tags {
		out = append(out, fmt.Sprintf("%d %s %s", t.Sentence, t.Name, t.By))
	}
	return out
}

// facts lists the facts with who says them: "date 2014 program".
func facts(d *policy.Document) []string {
	var out []string
	for _, f := range factsOf(&d.Facts) {
		out = append(out, fmt.Sprintf("%s: %s (%s)", f.name, f.value(), f.evidence.By))
	}
	return out
}

func problems(conflicts []Conflict) []Problem {
	var out []Problem
	for _, c := range conflicts {
		out = append(out, c.Problem)
	}
	return out
}

func TestApplyTags(t *testing.T) {
	d := document("Arbetet ska stärka demokratin. #goals", "Nämnden ansvarar. #goals #responsibility", "Vi vill öka kunskapen.")
	tag := func(v Verdict, name, quote string) Correction {
		return Correction{Document: "plan", Kind: KindTag, Verdict: v, Name: name, Quote: quote}
	}
	for _, tt := range []struct {
		name     string
		c        Correction
		want     []string
		problems []Problem
	}{
		{"keep", tag(Keep, "goals", "Arbetet ska stärka demokratin."), []string{"0 goals person", "1 goals program", "1 responsibility program"}, nil},
		{"remove", tag(Remove, "goals", "Nämnden ansvarar."), []string{"0 goals program", "1 responsibility program"}, nil},
		{"add", tag(Add, "goals", "Vi vill öka kunskapen."),
			[]string{"0 goals program", "1 goals program", "1 responsibility program", "2 goals person"}, nil},
		{"keep what the program no longer says", tag(Keep, "goals", "Vi vill öka kunskapen."),
			[]string{"0 goals program", "1 goals program", "1 responsibility program", "2 goals person"}, nil},
		{"set otherwise: hyphens, line ends, case", tag(Remove, "goals", "nämn-\nden  ANSVARAR"), []string{"0 goals program", "1 responsibility program"}, nil},
		{"add what the program says now", tag(Add, "goals", "Arbetet ska stärka demokratin."),
			[]string{"0 goals person", "1 goals program", "1 responsibility program"}, []Problem{Agrees}},
		{"remove what it does not say any more", tag(Remove, "goals", "Vi vill öka kunskapen."), tags(d), []Problem{Agrees}},
		{"the sentence is gone", tag(Remove, "goals", "Styrelsen ansvarar."), tags(d), []Problem{Gone}},
		{"inside a longer sentence", tag(Remove, "goals", "demokratin"), tags(d), []Problem{Gone}},
		{"inside a word", tag(Remove, "goals", "svarar."), tags(d), []Problem{Gone}},
		{"two sentences that were one", tag(Add, "funding", "Arbetet ska stärka demokratin. Nämnden ansvarar."),
			[]string{"0 goals program", "0 funding person", "1 goals program", "1 responsibility program", "1 funding person"}, nil},
		{"another document", Correction{Document: "memo", Kind: KindTag, Verdict: Remove, Name: "goals", Quote: "Nämnden ansvarar."}, tags(d), nil},
		{"another ID, the same file", Correction{Document: "Ale/plan", SHA256: "ab12", Kind: KindTag, Verdict: Remove, Name: "goals",
			Quote: "Nämnden ansvarar."}, []string{"0 goals program", "1 responsibility program"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := tags(d)
			got, conflicts := Apply(d, []Correction{tt.c})
			if diff := cmp.Diff(tt.want, tags(got)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.problems, problems(conflicts)); diff != "" {
				t.Error(diff)
			}
			if applied := len(tt.problems) == 0 || tt.problems[0] == Agrees; applied != (len(got.Issues) == 0) {
				t.Errorf("issues %v", got.Issues)
			}
			if !slices.Equal(before, tags(d)) {
				t.Error("the document itself was changed")
			}
		})
	}
}

func TestApplyFindsTheRightOneOfEqualSentences(t *testing.T) {
	d := document("Barn.", "Nämnden ansvarar. #goals", "Unga.", "Nämnden ansvarar. #goals", "Nämnden ansvarar för allt.", "Slut.")
	at := func(prefix, suffix string) Correction {
		return Correction{Document: "plan", Kind: KindTag, Verdict: Remove, Name: "goals", Quote: "Nämnden ansvarar.", Prefix: prefix, Suffix: suffix}
	}
	for _, tt := range []struct {
		c       Correction
		want    string
		problem []Problem
	}{
		{at("Barn.\n", "\nUnga.\nNämnden"), "[3 goals program]", nil},
		{at("Nämnden ansvarar.\nUnga.\n", "\nNämnden ansvarar för"), "[1 goals program]", nil},
		{at("Unga.", "nu annat"), "[1 goals program]", nil}, // the one side that is left tells
		{at("Barn.", "nämnden ansvarar för allt"), "[1 goals program 3 goals program]", []Problem{Ambiguous}},
		{at("", ""), "[1 goals program 3 goals program]", []Problem{Ambiguous}},
		{at("Helt", "annat"), "[1 goals program 3 goals program]", []Problem{Ambiguous}},
	} {
		got, conflicts := Apply(d, []Correction{tt.c})
		if fmt.Sprint(tags(got)) != tt.want || !slices.Equal(problems(conflicts), tt.problem) {
			t.Errorf("%q %q: %v %v, want %s %v", tt.c.Prefix, tt.c.Suffix, tags(got), problems(conflicts), tt.want, tt.problem)
		}
	}
}

func TestApplyFacts(t *testing.T) {
	const towns, followed = "Vänorter är Time i Norge och Lejre i Danmark.", "Arbetet följs upp årligen."
	fact := func(v Verdict, name, value, correction, quote string) Correction {
		return Correction{Document: "plan", Kind: KindFact, Verdict: v, Name: name, Value: value, Correction: correction, Quote: quote}
	}
	all := facts(withTowns())
	but := func(i int, with ...string) []string { return slices.Concat(all[:i], with, all[i+1:]) }
	if diff := cmp.Diff([]string{"date: 2014-02-13 (program)", "partner_towns: Time | NO | active (program)",
		"partner_towns: Lejre | DK | active (program)", "follow_up: P1Y | arbetet (program)"}, all); diff != "" {
		t.Fatal(diff)
	}
	for _, tt := range []struct {
		name     string
		c        Correction
		want     []string
		problems []Problem
	}{
		{"keep a town", fact(Keep, "partner_towns", "Time | NO | active", "", towns), but(1, "partner_towns: Time | NO | active (person)"), nil},
		{"remove a town", fact(Remove, "partner_towns", "Time | NO | active", "", towns), but(1), nil},
		{"change a country", fact(Change, "partner_towns", "Time | NO | active", "Time | GB | dormant", towns),
			but(1, "partner_towns: Time | GB | dormant (person)"), nil},
		{"its status is read otherwise now", fact(Remove, "partner_towns", "Time | NO | dormant", "", towns), but(1), nil},
		{"add a town", fact(Add, "partner_towns", "", "Måsøy | NO", "Vänorter är Time i Norge"),
			slices.Insert(slices.Clone(all), 4, "partner_towns: Måsøy | NO (person)")[:5], nil},
		{"add one that is read now", fact(Add, "partner_towns", "", "Lejre | DK", towns), but(2, "partner_towns: Lejre | DK | active (person)"), []Problem{Agrees}},
		{"remove one that is read elsewhere now", fact(Remove, "partner_towns", "Time | NO | active", "", "Time är vår vän."), all, []Problem{Moved}},
		{"remove one that is not read any more", fact(Remove, "partner_towns", "Rom | IT | active", "", towns), all, []Problem{Agrees}},
		{"add from a quote that is gone", fact(Add, "partner_towns", "", "Rom | IT", "Rom är vår vän."), all, []Problem{Gone}},
		{"change one that is not read any more", fact(Change, "partner_towns", "Tirne | NO", "Tønder | DK", towns),
			append(slices.Clone(all), "partner_towns: Tønder | DK (person)"), nil},
		{"change an interval", fact(Change, "follow_up", "P1Y | arbetet", "mandate-period | arbetet | årsbokslut", followed),
			but(3, "follow_up: mandate-period | arbetet | årsbokslut (person)"), nil},
		{"change the date", fact(Change, "date", "2014-02-13", "2014", "2014-02-13"), but(0, "date: 2014 (person)"), nil},
		{"change the date, which is read otherwise now", fact(Change, "date", "2013-01-01", "2014-02", "2014-02-13"),
			append(but(0), "date: 2014-02 (person)"), nil},
		{"remove the date", fact(Remove, "date", "2014-02-13", "", "anything"), but(0), nil},
		{"add a title", fact(Add, "title", "", "Plan", "Policyn antogs"), append(slices.Clone(all), "title: Plan (person)"), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, conflicts := Apply(withTowns(), []Correction{tt.c})
			sorted := func(s []string) []string { s = slices.Clone(s); slices.Sort(s); return s }
			if diff := cmp.Diff(sorted(tt.want), sorted(facts(got))); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.problems, problems(conflicts)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What a person adds stands where its quote does.
func TestApplyCites(t *testing.T) {
	d := withTowns()
	d.Furniture = []policy.Furniture{{Kind: policy.PageHead, Page: 3, Text: "Ale kommun\tAntagen 2015-01-02"}}
	got, _ := Apply(d, []Correction{
		{Document: "plan", Kind: KindFact, Verdict: Add, Name: "partner_towns", Correction: "Måsøy | NO", Quote: "time i norge"},
		{Document: "plan", Kind: KindFact, Verdict: Change, Name: "date", Value: "2014", Correction: "2015-01-02", Quote: "2015-01-02"},
	})
	town := got.Facts.PartnerTowns[2]
	if e := town.Evidence; e.Quote != "Time i Norge" || d.Text[e.Span.Start:e.Span.End] != e.Quote || e.Confidence != 1 {
		t.Errorf("%+v", e)
	}
	if e := got.Facts.Date.Evidence; e.Quote != "2015-01-02" || e.Page != 3 || e.By != policy.ByPerson {
		t.Errorf("%+v", e)
	}
}

// Facts come out as they went in.
func TestFactsThereAndBack(t *testing.T) {
	d := withTowns()
	e := d.Facts.Date.Evidence
	d.Facts.Title, d.Facts.Status = policy.Value{Value: "Plan | 2", Evidence: e}, policy.Value{Value: "in-force", Evidence: e}
	d.Facts.PartnerTownsStatedCount = &policy.Count{Value: 2, Evidence: e}
	d.Facts.Responsible = []policy.Responsibility{{Body: "kommunstyrelsen", Duty: "leder", Evidence: e}}
	d.Facts.References = []policy.Reference{{Title: "Vision 2030", Evidence: e}}
	d.Facts.Dates = []policy.DateFact{{Role: "adopted", Date: "2014", Evidence: e}}
	for _, v := range []*policy.Value{&d.Facts.Kind, &d.Facts.Diarienummer, &d.Facts.AdoptedBy, &d.Facts.PartnerTownsStatus} {
		*v = policy.Value{Value: "x", Evidence: e}
	}
	if diff := cmp.Diff(d.Facts, factsFrom(factsOf(&d.Facts))); diff != "" {
		t.Error(diff)
	}
	for _, f := range forms {
		if !slices.ContainsFunc(factsOf(&d.Facts), func(x fact) bool { return x.name == f.name && len(x.parts) == len(f.parts) }) {
			t.Errorf("%s is not laid out as its form says", f.name)
		}
	}
}

// generate draws a document of distinct sentences with some tags.
func generate(t *rapid.T) *policy.Document {
	var sentences []string
	for i := range rapid.IntRange(1, 12).Draw(t, "sentences") {
		s := fmt.Sprintf("Mening %d om %s.", i, rapid.StringMatching(`[a-zåäö]{1,8}( [a-zåäö]{1,8}){0,4}`).Draw(t, "text"))
		for _, tag := range []string{"goals", "funding"} {
			if rapid.Bool().Draw(t, tag) {
				s += " #" + tag
			}
		}
		sentences = append(sentences, s)
	}
	return document(sentences...)
}

// Whatever people say of a document, it holds after its text was set anew, also where sentences were added.
func TestCorrectionsSurviveANewReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := generate(t)
		rows := Rows(d, nil, RowOptions{All: true})
		want := map[string]bool{}
		for _, tag := range d.Tags {
			want[d.SentenceText(tag.Sentence)+" "+tag.Name] = true
		}
		var said []Correction
		for _, r := range rows {
			c := r.Correction
			switch {
			case rapid.IntRange(0, 2).Draw(t, "say") == 0:
			case c.Kind == KindTag:
				c.Verdict = Remove
				delete(want, c.Quote+" "+c.Name)
				said = append(said, c)
			case c.Kind == KindSentence:
				c.Kind, c.Name, c.Verdict = KindTag, "goals", Add
				want[c.Quote+" goals"] = true
				said = append(said, c)
			}
		}
		again := []string{"Ett nytt förord."}
		for i, s := range d.Sentences {
			text := d.Text[s.Span.Start:s.Span.End]
			for _, tag := range d.Tags {
				if tag.Sentence == i {
					text += " #" + tag.Name
				}
			}
			again = append(again, strings.ToUpper(text[:1])+strings.ReplaceAll(text[1:], " om ", "  \u00adom "))
		}
		data, err := Encode(Merge(nil, said))
		if err != nil {
			t.Fatal(err)
		}
		stored, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		got, conflicts := Apply(document(again...), stored)
		if len(conflicts) > 0 {
			t.Fatalf("%+v", conflicts)
		}
		have := map[string]bool{}
		for _, tag := range got.Tags {
			have[strings.ReplaceAll(got.SentenceText(tag.Sentence), "  \u00adom ", " om ")+" "+tag.Name] = true
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Fatal(diff)
		}
		twice, _ := Apply(got, stored)
		if diff := cmp.Diff(tagNames(got), tagNames(twice)); diff != "" {
			t.Fatalf("applied twice: %s", diff)
		}
	})
}

func tagNames(d *policy.Document) []string {
	var out []string
	for _, t := range d.Tags {
		out = append(out, fmt.Sprint(t.Sentence, t.Name))
	}
	return out
}
