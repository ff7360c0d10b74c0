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
					strconv.Itoa(x.Words), decimal(x.Likeness), x.A.Quote, x.B.Quote})
			}
		}
	},
}

var goalsTable = csvTable{
	name: "shared-goals", file: "shared-goals.csv", description: "A row for each goal that several municipalities have in similar words, and each document that has it",
	fields: []csvField{{"goal", "string", "The goal's ID in this report; rows of one goal have the same"}, {"words", "string", "The base forms that its sentences share"},
		{"themes", "string", "The themes that most of its sentences have"}, {"municipalities", "integer", "How many municipalities have it"},
		{"likeness", "number", "How alike its sentences are on average, from 0 to 1"}, fieldMunicipality, fieldDocument, fieldPage, fieldQuote, fieldLink},
	rows: func(v *view, add func([]string)) {
		for _, g := range v.Report.SharedGoals {
			for _, x := range g.Goals {
				add([]string{g.ID, strings.Join(g.Words, " "), strings.Join(g.Themes, " "), strconv.Itoa(len(g.Municipalities)), decimal(g.Likeness),
					v.Doc(x.Document).Municipality, x.Document, strconv.Itoa(x.Page), x.Quote, v.Link(x.Document, x.Page)})
			}
		}
	},
}

var versionsTable = csvTable{
	name: "versions", file: "versions.csv", description: "A row for each sentence that changed between two versions of a document",
	fields: []csvField{fieldMunicipality, {"old_document", "string", "The older version's ID in this report"}, {"new_document", "string", "The newer version's ID"},
		{"section", "string", "The headings above it, outermost first"}, {"change", "string", "came, went, reworded or moved"},
		{"old_page", "integer", "Its page in the older version, from 1"}, {"old_quote", "string", "Its words there"},
		{"new_page", "integer", "Its page in the newer version, from 1"}, {"new_quote", "string", "Its words there"}},
	rows: func(v *view, add func([]string)) {
		for _, x := range v.Report.Versions {
			for _, s := range x.Sections {
				for _, c := range s.Changes {
					row := []string{x.Municipality, x.Old, x.New, strings.Join(s.Section, " > "), string(c.Kind)}
					add(append(append(row, excerptCells(c.Old)...), excerptCells(c.New)...))
				}
			}
		}
	},
}

var wordsTable = csvTable{
	name: "words", file: "words.csv", description: "A row for each word that a municipality's documents use far more than those of the others",
	fields: []csvField{fieldMunicipality, fieldCode, {"word", "string", "The base form"}, {"count", "integer", "How often it stands in the municipality's documents"},
		{"rest", "integer", "How often it stands in those of the others"}, {"documents", "integer", "In how many of its own documents it stands"},
		{"per_thousand", "number", "How often it stands in a thousand words of its own"}, {"rest_per_thousand", "number", "The same for the others"},
		{"log_likelihood", "number", "How sure the difference is; 10.83 and more happen once in a thousand by chance"},
		{"log_ratio", "number", "How large it is: 1 is twice as often, 2 four times"}},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for _, w := range m.Distinctive {
				add([]string{m.Name, m.Code, w.Word, strconv.Itoa(w.Count), strconv.Itoa(w.Rest), strconv.Itoa(w.Documents),
					decimal(w.PerThousand), decimal(w.RestPerThousand), decimal(w.LogLikelihood), decimal(w.LogRatio)})
			}
		}
	},
}

// excerptCells are the page and the words of an excerpt; empty where there is none.
func excerptCells(x *compare.Excerpt) []string {
	if x == nil {
		return []string{"", ""}
	}
	return []string{strconv.Itoa(x.Page), x.Quote}
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// dueCells are the columns of what is due: state, occasions missed, next day; empty where that is no question.
func dueCells(d *compare.Due) []string {
	if d == nil {
		return []string{"", "", ""}
	}
	return []string{string(d.State), strings.Join(d.Missed, " "), d.Next}
}
