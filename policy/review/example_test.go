package review_test

import (
	"fmt"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

func ExampleApply() {
	doc := &policy.Document{ID: "plan", Text: "Målen nås med medel ur fonden.",
		Sentences: []policy.Sentence{{Span: policy.Span{Start: 0, End: 31}}},
		Tags:      []policy.Tag{{Name: "goals", Sentence: 0, By: policy.ByProgram}}}
	corrections, err := review.Parse("review.csv", []byte(`document,kind,name,verdict,correction,quote
plan,tag,goals,change,funding,Målen nås med medel ur fonden.
`), []string{"goals", "funding"})
	if err != nil {
		fmt.Println(err)
		return
	}
	amended, conflicts := review.Apply(doc, corrections)
	for _, t := range amended.Tags {
		fmt.Println(t.Name, t.By)
	}
	fmt.Println(len(conflicts), "conflicts")
	// Output:
	// funding person
	// 0 conflicts
}
