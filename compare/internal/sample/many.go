package sample

import (
	"fmt"

	"github.com/styrdok/styrdok/policy"
)

// Many returns documents of n municipalities, each with this many documents of some forty tagged sentences.
func Many(n, each int) []*policy.Document {
	tags := [...]string{"goals", "responsibility", "follow-up", "partner-towns", "goals responsibility"}
	var docs []*policy.Document
	for i := range n {
		for j := range each {
			id := fmt.Sprintf("kommun-%03d-%d", i, j)
			b := New(id, id+".pdf", fmt.Sprintf("Kommun %03d", i), fmt.Sprintf("Plan %d för kommun %d", j, i))
			for k := range 40 {
				if k%10 == 9 {
					b.Page(policy.MethodText)
				}
				text := fmt.Sprintf("Nämnd %d i kommun %d ska se över plan %d och samråda med vänorten varje år.", k, i, j)
				b.Para(S(text, tags[k%len(tags)], .5+float64(k%50)/100), S("Vi går vidare med det som gäller.", "", 0))
			}
			docs = append(docs, b.Done())
		}
	}
	return docs
}
