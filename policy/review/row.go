package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A Row is what an analyst sees of a tag, a fact or a sentence, with the place for a verdict.
type Row struct {
	Correction
	// Page is where it stands, 0 if unknown; Section the headings above.
	Page    int
	Section string
	// By is who says what stands in the row.
	By policy.By
	// Problem is why an earlier verdict could not be applied, "" if it could or there is none.
	Problem Problem
	start   int
}

// Columns are the columns of a table of rows, in order. Only document, kind, name, value, verdict, correction, quote, prefix,
// suffix and note are read back.
func Columns() []string {
	return []string{"document", "page", "section", "kind", "name", "value", "quote", "verdict", "correction", "note", "by",
		"problem", "prefix", "suffix"}
}

// Cells returns the row's cells in the order of [Columns]. A cell that a spreadsheet would take for a formula begins with
// an apostrophe, which [Parse] takes off again.
func (r Row) Cells() []string {
	page := ""
	if r.Page > 0 {
		page = fmt.Sprint(r.Page)
	}
	cells := []string{r.Document, page, r.Section, string(r.Kind), r.Name, r.Value, r.Quote, string(r.Verdict), r.Correction.Correction,
		r.Note, string(r.By), string(r.Problem), r.Prefix, r.Suffix}
	for i, c := range cells {
		cells[i] = harmless(c)
	}
	return cells
}

// RowOptions steers [Rows].
type RowOptions struct {
	// All adds the sentences of the body that have no tag.
	All bool
}

// Rows returns a row for each tag and each fact of doc as the program has them, with the verdicts of the corrections
// that are about it, and a row for each correction of something that the program has not. They are in the order of the
// text, facts last.
func Rows(doc *policy.Document, corrections []Correction, opts RowOptions) []Row {
	b := &rowBuilder{doc: doc, places: newPlaces(doc), facts: factsOf(&doc.Facts)}
	b.tags(opts)
	b.sortByText()
	for _, f := range b.facts {
		b.rows = append(b.rows, b.factRow(f))
	}
	_, conflicts := Apply(doc, corrections)
	for _, c := range Of(doc, corrections) {
		i := b.rowOf(c)
		if i < 0 {
			i = len(b.rows)
			b.rows = append(b.rows, Row{Correction: c, By: policy.ByPerson})
			b.rows[i].Document = doc.ID
			if place, problem := b.places.find(c); problem == "" {
				b.rows[i].Page = place.citation.Page
			}
		}
		r := &b.rows[i]
		r.Verdict, r.Correction.Correction, r.Note, r.By = c.Verdict, c.Correction, c.Note, policy.ByPerson
		for _, x := range conflicts {
			if x.Correction == c {
				r.Problem = x.Problem
			}
		}
	}
	return b.rows
}

type rowBuilder struct {
	doc    *policy.Document
	places *places
	facts  []fact
	rows   []Row
}

// tags adds the rows of tags and, if asked for, of sentences without one.
func (b *rowBuilder) tags(opts RowOptions) {
	tagged := map[int]bool{}
	for _, t := range b.doc.Tags {
		tagged[t.Sentence] = true
		b.rows = append(b.rows, b.sentenceRow(t.Sentence, KindTag, t.Name, t.By))
	}
	for i, s := range b.doc.Sentences {
		if opts.All && !tagged[i] && s.Zone == policy.ZoneBody && squeeze(b.doc.SentenceText(i)) != "" {
			b.rows = append(b.rows, b.sentenceRow(i, KindSentence, "", ""))
		}
	}
}

func (b *rowBuilder) sortByText() {
	slices.SortStableFunc(b.rows, func(x, y Row) int { return cmp.Or(x.start-y.start, strings.Compare(x.Name, y.Name)) })
}

func (b *rowBuilder) sentenceRow(i int, kind Kind, name string, by policy.By) Row {
	s := b.doc.Sentences[i]
	r := Row{Correction: b.correction(kind, name, b.doc.Cite(s.Span)), By: by, start: s.Span.Start}
	r.Page = b.doc.PagesOf(s.Span)[0]
	r.Section = strings.Join(b.doc.SectionPath(s.Section), " > ")
	return r
}

func (b *rowBuilder) factRow(f fact) Row {
	r := Row{Correction: b.correction(KindFact, f.name, f.evidence.Citation), Page: f.evidence.Page, By: f.evidence.By}
	r.Value = f.value()
	return r
}

func (b *rowBuilder) correction(kind Kind, name string, c policy.Citation) Correction {
	return Correction{Schema: policy.Schema, Document: b.doc.ID, SHA256: b.doc.SHA256, Kind: kind, Name: name, Quote: c.Quote,
		Prefix: c.Prefix, Suffix: c.Suffix}
}

// rowOf returns the index of the row that c is about, -1 if there is none.
func (b *rowBuilder) rowOf(c Correction) int {
	if c.Kind == KindFact {
		i := findFact(b.facts, c)
		if i < 0 || c.Verdict == Add {
			return -1
		}
		return len(b.rows) - b.after() + i
	}
	place, problem := b.places.find(c)
	if problem != "" || len(place.sentences) != 1 {
		return -1
	}
	start := b.doc.Sentences[place.sentences[0]].Span.Start
	return slices.IndexFunc(b.rows, func(r Row) bool { return r.Kind == KindTag && r.Name == c.Name && r.start == start && r.By != "" })
}

// after returns how many rows stand from the first fact on.
func (b *rowBuilder) after() int {
	i := slices.IndexFunc(b.rows, func(r Row) bool { return r.Kind == KindFact })
	if i < 0 {
		return 0
	}
	return len(b.rows) - i
}

// formulaSigns are what a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection").
const formulaSigns = "=+-@＝＋－＠"

func harmless(s string) string {
	if t := strings.TrimLeft(s, " \u00a0\ufeff\t\n"); t != "" && strings.ContainsRune(formulaSigns, []rune(t)[0]) {
		return "'" + s
	}
	return s
}

// unharmed takes the apostrophe off again.
func unharmed(s string) string {
	if t := strings.TrimPrefix(s, "'"); harmless(t) == s {
		return t
	}
	return s
}
