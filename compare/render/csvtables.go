package render

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// csvTables returns the tables that a folder holds beside passages.csv, which is a format of its own.
func csvTables() []*csvTable {
	return []*csvTable{&documentsTable, &townsTable, &bodiesTable, &followUpTable, &gapsTable, &goalsTable, &reuseTable,
		&versionsTable, &wordsTable}
}

// Columns that stand in several tables.
var (
	fieldMunicipality = csvField{"municipality", "string", "The municipality's short name; empty if the document could not be assigned"}
	fieldCode         = csvField{"scb_code", "string", "The municipality's code at Statistics Sweden, four digits"}
	fieldDocument     = csvField{"document", "string", "The document's ID in this report"}
	fieldQuote        = csvField{"quote", "string", "The words of the document, as they stand"}
	fieldPage         = csvField{"page", "integer", "The page of the file, from 1"}
	fieldBy           = csvField{"by", "string", "program or person: who vouches for it"}
	fieldLink         = csvField{"link", "string", "Where the page can be opened, relative to this folder"}
)

var passagesTable = csvTable{
	name: "passages", file: "passages.csv", description: "A row for each quote of each tag",
	fields: []csvField{fieldMunicipality, fieldCode, fieldDocument,
		{"source", "string", "The file, relative to the path given"}, {"title", "string", "The document's title"},
		{"kind", "string", "The kind of document, such as policy"}, {"status", "string", "in-force, proposal, replaced or unknown"},
		{"date", "string", "The date of adoption where known, else the newest of its own dates: a day, a month or a year, ISO 8601"},
		{"tag", "string", "What the quote is about"}, fieldQuote,
		{"opener", "string", "The sentence that opens the list, or the head of the table, that the quote belongs to"}, fieldPage,
		{"page_label", "string", "The number printed on the page"}, {"pages", "string", "All pages, with spaces between"},
		{"section", "string", "The headings above it, outermost first"}, {"binding", "string", "must, should, may or states"},
		{"negative", "boolean", "true if it says that there is nothing, or that it rests"},
		{"score", "number", "How sure the program is, from 0 to 1"}, {"evidence", "string", "What spoke for the tag"}, fieldBy,
		{"prefix", "string", "What stands before the quote"}, {"suffix", "string", "What stands after it"},
		{"also_in", "string", "Further documents with the same sentence, each with its pages"}, fieldLink},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for j := range m.Cells {
				for k := range m.Cells[j].Quotes {
					add(v.quoteRow(m, m.Cells[j].Tag, &m.Cells[j].Quotes[k]))
				}
			}
		}
	},
}

func (v *view) quoteRow(m *compare.Municipality, tag string, q *compare.Quote) []string {
	d := v.Doc(q.Document)
	pages := make([]string, len(q.Pages))
	for i, p := range q.Pages {
		pages[i] = strconv.Itoa(p)
	}
	return []string{m.Name, m.Code, q.Document, d.Source, d.Title.Value, d.Kind.Value, d.Status.Value, d.Date.Value, tag,
		q.Quote, q.Opener, strconv.Itoa(q.Page), q.PageLabel, strings.Join(pages, " "), strings.Join(q.Section, " > "),
		string(q.Binding), strconv.FormatBool(q.Negative), decimal(q.Score),
		strings.Join(q.Evidence, "; "), string(q.By), q.Prefix, q.Suffix, v.alsoIn(q), v.Link(q.Document, q.Page)}
}

// alsoIn lists further places of a quote: "ale-memo 1 3; ale-plan 2".
func (v *view) alsoIn(q *compare.Quote) string {
	var parts []string
	for _, p := range q.AlsoIn {
		s := p.Document
		for _, n := range p.Pages {
			s += " " + strconv.Itoa(n)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

var documentsTable = csvTable{
	name: "documents", file: "documents.csv", description: "A row for each document that was read",
	fields: []csvField{fieldMunicipality, fieldCode, fieldDocument,
		{"source", "string", "The file, relative to the path given"}, {"title", "string", "The document's title"},
		{"kind", "string", "The kind of document, such as policy"}, {"status", "string", "in-force, proposal, replaced or unknown"},
		{"date", "string", "The date of adoption where known, else the newest of its own dates, ISO 8601"},
		{"age_years", "integer", "Whole years from the date to the report's day"}, {"diarienummer", "string", "The case number"},
		{"adopted_by", "string", "The body that adopted it"}, {"words", "integer", "The number of words that were read"},
		{"pages", "integer", "The number of pages"}, {"pages_unread", "integer", "The number of pages that could not be read"}, fieldLink},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for _, id := range m.Documents {
				d, age := v.Doc(id), ""
				if d.AgeYears != nil {
					age = strconv.Itoa(*d.AgeYears)
				}
				add([]string{m.Name, m.Code, d.ID, d.Source, d.Title.Value, d.Kind.Value, d.Status.Value, d.Date.Value, age,
					d.Diarienummer.Value, d.AdoptedBy.Value, strconv.Itoa(d.Words), strconv.Itoa(len(d.Pages)),
					strconv.Itoa(len(d.UnreadPages)), v.Link(id, 0)})
			}
		}
	},
}

var townsTable = csvTable{
	name: "partner-towns", file: "partner-towns.csv", description: "A row for each partner town that a document names",
	fields: []csvField{fieldMunicipality, fieldCode, {"town", "string", "The town's name, as the document has it"},
		{"country", "string", "ISO 3166-1 alpha-2"}, {"status", "string", "active, dormant, ended or unknown"},
		fieldDocument, fieldPage, fieldQuote, fieldBy, fieldLink},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for _, t := range m.PartnerTowns.Towns {
				for _, s := range t.Sources {
					add(append([]string{m.Name, m.Code, t.Name, t.Country, t.Status}, v.sourceCells(s)...))
				}
			}
		}
	},
}

var bodiesTable = csvTable{
	name: "responsibility", file: "responsibility.csv", description: "A row for each duty of a body or a role",
	fields: []csvField{fieldMunicipality, fieldCode, {"body", "string", "The body or the role"}, {"duty", "string", "What it does"},
		fieldDocument, fieldPage, fieldQuote, fieldBy, fieldLink},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for _, b := range m.Responsible.Bodies {
				for _, d := range b.Duties {
					add(append([]string{m.Name, m.Code, b.Name, d.Duty}, v.sourceCells(d.Source)...))
				}
			}
		}
	},
}

var followUpTable = csvTable{
	name: "follow-up", file: "follow-up.csv", description: "A row for each thing that is followed up",
	fields: []csvField{fieldMunicipality, fieldCode, {"interval", "string", "ISO 8601 duration, or mandate-period; empty if no time is given"},
		{"what", "string", "What is followed up"}, {"through", "string", "The report that it is told in"},
		{"due", "string", "Of a document to be renewed: overdue, in-time, renewed or not-known"},
		{"missed", "string", "The occasions that passed, with spaces between: days, or years of elections"}, {"next", "string", "The next day"},
		fieldDocument, fieldPage, fieldQuote, fieldBy, fieldLink},
	rows: func(v *view, add func([]string)) {
		for i := range v.Report.Municipalities {
			m := &v.Report.Municipalities[i]
			for _, f := range m.FollowUp.Items {
				row := append([]string{m.Name, m.Code, f.Interval, f.What, f.Through}, dueCells(f.Due)...)
				add(append(row, v.sourceCells(f.Source)...))
			}
		}
	},
}

// sourceCells are the last columns of a table of facts.
func (v *view) sourceCells(s compare.Source) []string {
	return []string{s.Document, strconv.Itoa(s.Page), s.Quote, string(s.By), v.Link(s.Document, s.Page)}
}
