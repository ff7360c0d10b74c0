package tagging_test

import (
	"fmt"
	"slices"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

func Example() {
	text := "Kulturnämnden ansvarar för biblioteksplanen."
	doc := &policy.Document{
		Text:      text,
		Sections:  []policy.Section{{Parent: -1, Zone: policy.ZoneBody}},
		Sentences: []policy.Sentence{{Span: policy.Span{End: len(text)}, Kind: policy.Prose, Zone: policy.ZoneBody, Opener: -1}},
	}
	for _, tag := range tagging.New(tagging.Default()).Tag(doc) {
		fmt.Println(tag.Name, slices.Contains(tag.Evidence, "cue:ansvarar för"), slices.Contains(tag.Evidence, "body:kulturnämnden"))
	}
	// Output: responsibility true true
}

func ExampleLoad() {
	taxonomy, err := tagging.Load("egen.yaml", []byte(`schema: 1
extends: default
tags:
  - name: children
    label: {sv: Barnperspektiv, en: Children}
    cues: [barnperspektiv*, "barn|barns|barnets bästa"]
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range taxonomy.Definitions() {
		if d.Name == "children" {
			fmt.Println(d.Name, d.Label["sv"])
		}
	}
	_, err = tagging.Load("egen.yaml", []byte("schema: 1\ntags:\n  - name: children\n    cues: [barn*]\n"))
	fmt.Println(err)
	// Output:
	// children Barnperspektiv
	// invalid taxonomy: egen.yaml:3: the tag children has no label: {sv: …}
}
