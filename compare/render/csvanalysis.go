package render

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

var gapsTable = csvTable{
	name: "gaps", file: "gaps.csv", description: "A row for each thing that a municipality lacks and most others have, in each group that it is held against",
	fields: []csvField{fieldMunicipality, fieldCode, {"kind", "string", "tag, interval, town-names or metadata"},
		{"name", "string", "The tag, or the field of the document's data"}, {"state", "string", "not-said, or unread if not all could be read"},
		{"text", "string", "The gap in a sentence, in the report's language"}, {"group", "string", "The peer group; empty for all others"},
		{"have", "integer", "How many of the others have it"}, {"of", "integer", "How many others there are"}},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for _, g := range m.Gaps {
				for _, b := range g.Bases {
					add([]string{m.Name, m.Code, g.Kind, g.Name, string(g.State), v.Label(g.Text, g.Name), b.Group, strconv.Itoa(b.Have), strconv.Itoa(b.Of)})
				}
			}
		}
	},
}

var reuseTable = csvTable{
	name: "reuse", file: "reuse.csv", description: "A row for each passage that two documents share",
	fields: []csvField{{"document_a", "string", "The document's ID; the older one where both have a date"}, {"page_a", "integer", "Its page, from 1"},
		{"document_b", "string", "The other document's ID"}, {"page_b", "integer", "Its page, from 1"},
		{"relation", "string", "borrowed, template, own, series or stray"}, {"sentences", "integer", "How many sentences the passage has"},
		{"words", "integer", "How many words are the same"}, {"likeness", "number", "The share of words that are the same, from 0 to 1"},
		{"quote_a", "string", "The words of the one document, as they stand"}, {"quote_b", "string", "The words of the other one"}},
	rows: func(v *view, add func([]string)) {
		for _, p := range v.Report.Reuse.Pairs {
			for _, x := range p.Passages {
				add([]string{x.A.Document, strconv.Itoa(x.A.Page), x.B.Document, strconv.Itoa(x.B.Page), string(p.Relation), strconv.Itoa(x.Sentences),
					strconv.Itoa(x.Words), strconv.FormatFloat(x.Likeness, 'f', -1, 64), x.A.Quote, x.B.Quote})
			}
		}
	},
}

// dueCells are the columns of what is due: state, occasions missed, next day; empty where that is no question.
func dueCells(d *compare.Due) []string {
	if d == nil {
		return []string{"", "", ""}
	}
	return []string{string(d.State), strings.Join(d.Missed, " "), d.Next}
}
