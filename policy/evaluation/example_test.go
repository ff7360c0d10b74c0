package evaluation_test

import (
	"fmt"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/evaluation"
)

func ExampleMeasure() {
	doc := &policy.Document{
		ID:   "plan",
		Text: "Arbetet ska stärka demokratin.\nKommunen bildades 1974.\nVi vill att fler deltar.",
		Sentences: []policy.Sentence{
			{Span: policy.Span{Start: 0, End: 31}}, {Span: policy.Span{Start: 32, End: 55}}, {Span: policy.Span{Start: 56, End: 80}},
		},
		Tags: []policy.Tag{{Name: "goals", Sentence: 0}, {Name: "goals", Sentence: 1}},
	}
	labels, err := evaluation.ParseLabels("gold.csv", []byte(`document,tag,level,quote
plan,goals,required,Arbetet ska stärka demokratin.
plan,goals,required,Vi vill att fler deltar.
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	r := evaluation.Measure([]*policy.Document{doc}, labels, evaluation.Options{})
	fmt.Printf("precision %.2f, recall %.2f, F1 %.2f\n", r.All.Precision, r.All.Recall, r.All.F1)
	for _, m := range r.Mistakes {
		fmt.Println(m.Kind, m.Tag, m.Quote)
	}
	// Output:
	// precision 0.57, recall 0.44, F1 0.50
	// wrong goals Kommunen bildades 1974.
	// missed goals Vi vill att fler deltar.
}
