package evaluation

import (
	"fmt"
	"math"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

// document makes a document of sentences, one a line. A sentence that ends with "#goals #responsibility" is tagged so.
func document(id string, sentences ...string) *policy.Document {
	d := &policy.Document{ID: id, Source: "Ale/" + id + ".pdf"}
	for i, s := range sentences {
		s, tags, _ := strings.Cut(s, " #")
		start := len(d.Text)
		d.Text += s
		d.Sentences = append(d.Sentences, policy.Sentence{Span: policy.Span{Start: start, End: len(d.Text)}})
		d.Text += "\n"
		for _, t := range strings.Fields(strings.ReplaceAll(tags, "#", " ")) {
			d.Tags = append(d.Tags, policy.Tag{Name: t, Sentence: i, Evidence: []string{"cue:" + t}})
		}
	}
	return d
}

func required1(doc, tag, quote string) Label { return Label{doc, tag, Required, quote, 2} }

func TestMeasureCountsWords(t *testing.T) {
	d := document("plan",
		"Arbetet ska stärka integrationen. #goals",           // 4 words: right
		"Kommunen grundades tidigt. #goals",                  // 3 words: wrong
		"Vi vill öka kunskapen om omvärlden.",                // 6 words: missed
		"Kommunen kan bidra till fred. #goals",               // 5 words: acceptable
		"Nämnden ansvarar för planen. #responsibility",       // 4 words: right
		"Kommunstyrelsen följer upp planen. #responsibility") // 4 words: another tag than the labels'
	labels := []Label{
		{"plan", "goals", Required, "Arbetet ska stärka integrationen.", 2},
		{"plan", "goals", Required, "Vi vill öka kunskapen om omvärlden.", 3},
		{"plan", "goals", Acceptable, "Kommunen kan bidra till fred.", 4},
		{"plan", "responsibility", Required, "Nämnden ansvarar för planen", 5},
		{"plan", "responsibility", Acceptable, "Kommunstyrelsen följer upp planen.", 6},
	}
	r := Measure([]*policy.Document{d}, labels, Options{Draws: -1})
	want := []Counts{{12, 9, 10, 4}, {8, 8, 4, 4}}
	got := []Counts{r.Tags[0].Words, r.Tags[1].Words}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if (r.All.Words != Counts{20, 17, 14, 8}) || r.All.Precision != 0.85 || r.All.Recall != 0.5714 || r.All.F1 != 0.6834 {
		t.Errorf("all: %+v", r.All)
	}
	if r.LowestTag != r.Tags[0].F1 || r.Tags[0].F1 != 0.5217 || r.Interval != nil || r.All.Interval != nil {
		t.Errorf("%+v", r)
	}
	wantMistakes := []Mistake{
		{Kind: Wrong, Document: "plan", Tag: "goals", Quote: "Kommunen grundades tidigt.", Page: 1, Evidence: []string{"cue:goals"}},
		{Kind: Missed, Document: "plan", Tag: "goals", Quote: "Vi vill öka kunskapen om omvärlden.", Page: 1, Line: 3, Level: Required},
	}
	if d := cmp.Diff(wantMistakes, r.Mistakes); d != "" {
		t.Error(d)
	}
}

func TestMeasureOnlyWhatTheLabelsName(t *testing.T) {
	d := document("plan", "Arbetet ska stärka demokratin. #goals #funding")
	labels := []Label{required1("plan", "goals", "Arbetet ska stärka demokratin.")}
	if r := Measure([]*policy.Document{d}, labels, Options{}); len(r.Tags) != 1 || r.All.F1 != 1 {
		t.Errorf("a tag without labels counts: %+v", r.Tags)
	}
	r := Measure([]*policy.Document{d}, labels, Options{Tags: []string{"goals", "funding"}})
	if len(r.Tags) != 2 || r.Tags[0].Tag != "funding" || r.Tags[0].Precision != 0 || r.Tags[0].F1 != 0 {
		t.Errorf("a tag that was asked for does not count: %+v", r.Tags)
	}
}

func TestMeasureDocuments(t *testing.T) {
	docs := []*policy.Document{
		document("plan", "Arbetet ska stärka demokratin. #goals"), document("memo", "Arbetet ska stärka tryggheten. #goals"),
		document("tom", "Vi arbetar för freden. #goals"), document("Ale/policy", "Arbetet ska öka kunskapen. #goals"),
	}
	docs[3].Source = "Ale/policy.md"
	labels := []Label{required1("plan.pdf", "goals", "Arbetet ska stärka demokratin."), {Document: "tom", Line: 3},
		required1("policy", "goals", "Arbetet ska öka kunskapen."), required1("nowhere", "goals", "Arbetet")}
	r := Measure(docs, labels, Options{})
	var got []string
	for _, d := range r.Documents {
		got = append(got, fmt.Sprintf("%s %.2f", d.Document, d.F1))
	}
	if d := cmp.Diff([]string{"Ale/policy 1.00", "plan 1.00", "tom 0.00"}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"memo"}, r.Unlabelled); d != "" {
		t.Error(d)
	}
	if len(r.NoDocument) != 1 || r.NoDocument[0].Document != "nowhere" {
		t.Errorf("labels of no document: %v", r.NoDocument)
	}
	if r := Measure(docs, labels, Options{Unlabelled: true}); len(r.Documents) != 4 || r.All.Precision != 0.5 {
		t.Errorf("with those unlabelled: %+v", r.Documents)
	}
}

// Two documents of one name: a label that could mean either counts for neither.
func TestMeasureAmbiguousDocument(t *testing.T) {
	docs := []*policy.Document{document("Ale/plan", "Ett mål."), document("Hylte/plan", "Ett mål.")}
	docs[0].Source, docs[1].Source = "Ale/plan.pdf", "Hylte/plan.pdf"
	r := Measure(docs, []Label{required1("plan", "goals", "Ett mål."), required1("Ale/plan.pdf", "goals", "Ett mål.")}, Options{})
	if len(r.NoDocument) != 1 || len(r.Documents) != 1 || r.Documents[0].Document != "Ale/plan" {
		t.Errorf("%+v", r)
	}
}

func TestMeasureQuoteThatStandsNowhere(t *testing.T) {
	d := document("plan", "Arbetet ska stärka demokratin. #goals")
	r := Measure([]*policy.Document{d}, []Label{required1("plan", "goals", "Arbetet ska stärka demokratin."),
		required1("plan", "goals", "Sidan som ingen läste hade ett mål."), {"plan", "goals", Acceptable, "Och ett till.", 4}}, Options{})
	if len(r.NotLocated) != 2 || r.NotLocated[0].Kind != NotLocated || r.NotLocated[1].Level != Acceptable || len(r.Mistakes) != 0 {
		t.Errorf("%+v, %+v", r.NotLocated, r.Mistakes)
	}
	if (r.All.Words != Counts{4, 4, 11, 4}) {
		t.Errorf("it does not count as missed: %+v", r.All.Words)
	}
}

// A sentence that stands twice is labelled once and tagged once, not at the same place.
func TestMeasureEqualSentences(t *testing.T) {
	d := document("plan", "Nämnden ansvarar för planen.", "Annat.", "Nämnden ansvarar för planen. #responsibility",
		"Nämnden", "Nämnden ansvarar för planen och nämnden för budgeten.")
	r := Measure([]*policy.Document{d}, []Label{required1("plan", "responsibility", "Nämnden ansvarar för planen.")}, Options{})
	if r.All.F1 != 1 || r.All.Words.Required != 8 {
		t.Errorf("%+v", r.All)
	}
	r = Measure([]*policy.Document{d}, []Label{required1("plan", "responsibility", "Nämnden")}, Options{})
	if r.All.Words.Required != 1 {
		t.Errorf("a quote that is a sentence of one word counts inside others: %+v", r.All)
	}
}

func TestIntervals(t *testing.T) {
	var docs []*policy.Document
	var labels []Label
	for i := range 12 {
		id := fmt.Sprintf("plan-%02d", i)
		var sentences []string
		for k := range 20 {
			s := fmt.Sprintf("Mål nummer %d i plan %d ska nås.", k, i)
			labels = append(labels, required1(id, "goals", s))
			if (i+k)%4 != 0 {
				s += " #goals"
			}
			sentences = append(sentences, s)
		}
		docs = append(docs, document(id, sentences...))
	}
	r := Measure(docs, labels, Options{})
	// Recall is 3/4, of 240 draws: F1 moves by about 0.04 around 0.857.
	i := r.All.Interval
	if r.All.F1 != 0.8571 || i.Low < 0.77 || i.Low > 0.83 || i.High < 0.88 || i.High > 0.93 {
		t.Errorf("%+v %+v", r.All, i)
	}
	if *r.Interval != (Bootstrap{Draws: 1000, Level: 0.95}) {
		t.Errorf("%+v", r.Interval)
	}
	narrow := Measure(docs[:1], labels[:20], Options{})
	if n := narrow.All.Interval; n.High-n.Low < i.High-i.Low {
		t.Errorf("one document's interval %+v is narrower than that of twelve, %+v", n, i)
	}
	if again := Measure(docs, labels, Options{}); *again.All.Interval != *i {
		t.Error("the same seed gives other draws")
	}
	differ := false
	for seed := range uint64(20) { // the ends lie on few values: one other seed may give the same
		differ = differ || *Measure(docs, labels, Options{Seed: seed + 1}).All.Interval != *i
	}
	if !differ {
		t.Error("no other seed gives other draws")
	}
}

func TestQuantile(t *testing.T) {
	for _, tt := range []struct{ q, want float64 }{{0, 1}, {0.5, 3}, {1, 5}, {0.25, 2}, {0.1, 1.4}} {
		if got := quantile([]float64{1, 2, 3, 4, 5}, tt.q); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", tt.q, got, tt.want)
		}
	}
}

// generate draws documents whose sentences differ in every word, and labels for them, and returns what must be counted.
func generate(t *rapid.T) (docs []*policy.Document, labels []Label, want Counts) {
	for i := range rapid.IntRange(1, 4).Draw(t, "documents") {
		id := fmt.Sprintf("d%d", i)
		var sentences []string
		labels = append(labels, Label{Document: id})
		for k := range rapid.IntRange(1, 8).Draw(t, "sentences") {
			n := rapid.IntRange(1, 9).Draw(t, "words")
			var words []string
			for w := range n {
				words = append(words, fmt.Sprintf("ord%dx%dx%d", i, k, w))
			}
			s := strings.Join(words, " ") + "."
			tagged, label := rapid.Bool().Draw(t, "tagged"), rapid.IntRange(0, 2).Draw(t, "label")
			level := []Level{"", Required, Acceptable}[label]
			if label > 0 {
				labels = append(labels, Label{id, "goals", level, s, 1})
			}
			if tagged {
				want.Predicted += n
				if label > 0 {
					want.Right += n
				}
			}
			if label == 1 {
				want.Required += n
				if tagged {
					want.Found += n
				}
			}
			if tagged {
				s += " #goals"
			}
			sentences = append(sentences, s)
		}
		docs = append(docs, document(id, sentences...))
	}
	return docs, labels, want
}

// The counts are those of the drawing, and neither the order of documents nor that of labels matters.
func TestMeasureProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs, labels, want := generate(t)
		opts := Options{Tags: []string{"goals"}, Draws: 40}
		r := Measure(docs, labels, opts)
		if r.All.Words != want {
			t.Fatalf("%+v, want %+v", r.All.Words, want)
		}
		if i := r.All.Interval; i.Low > i.High || i.Low < 0 || i.High > 1 {
			t.Fatalf("interval %+v", i)
		}
		var sum Counts
		for _, d := range r.Documents {
			sum.plus(d.Words)
		}
		if sum != want {
			t.Fatalf("documents add up to %+v", sum)
		}
		random := rand.New(rand.NewSource(rapid.Int64().Draw(t, "order")))
		random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		random.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
		again := Measure(docs, labels, opts)
		if d := cmp.Diff(r.All, again.All); d != "" {
			t.Fatal(d)
		}
		if d := cmp.Diff(r.Documents, again.Documents); d != "" {
			t.Fatal(d)
		}
	})
}
