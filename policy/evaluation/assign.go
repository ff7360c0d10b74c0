package evaluation

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/policy"
)

// assign returns the labels of each of docs and those that belong to none.
func assign(docs []*policy.Document, labels []Label) ([][]Label, []Label) {
	byName := map[string]int{}
	for _, names := range []func(*policy.Document) string{ // what names a document best goes first
		func(d *policy.Document) string { return d.ID },
		func(d *policy.Document) string { return d.Source },
		func(d *policy.Document) string { return path.Base(d.Source) },
		func(d *policy.Document) string { return strings.TrimSuffix(path.Base(d.Source), path.Ext(d.Source)) },
	} {
		round := map[string]int{}
		for i, d := range docs {
			name := norm.NFC.String(names(d))
			if _, twice := round[name]; twice {
				i = -1 // two documents of that name: neither is meant for certain
			}
			round[name] = i
		}
		for name, i := range round {
			if _, taken := byName[name]; !taken && name != "" {
				byName[name] = i
			}
		}
	}
	out, none := make([][]Label, len(docs)), []Label{}
	for _, l := range labels {
		if i, ok := byName[norm.NFC.String(l.Document)]; ok && i >= 0 {
			out[i] = append(out[i], l)
		} else {
			none = append(none, l)
		}
	}
	return out, none
}
