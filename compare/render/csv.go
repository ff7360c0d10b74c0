package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// csvHeader names the columns of passages.csv: one row for each quote of each tag.
var csvHeader = []string{"municipality", "scb_code", "document", "source", "title", "kind", "status", "date", "tag", "quote",
	"opener", "page", "page_label", "pages", "section", "binding", "negative", "score", "evidence", "by", "prefix", "suffix",
	"also_in", "link"}

// writeCSV writes every quote as UTF-8 with commas (RFC 4180).
func writeCSV(w io.Writer, v *view) error {
	c := csv.NewWriter(w)
	if err := c.Write(csvHeader); err != nil {
		return err
	}
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		for j := range m.Cells {
			for k := range m.Cells[j].Quotes {
				row := v.csvRow(m, m.Cells[j].Tag, &m.Cells[j].Quotes[k])
				for n := range row {
					row[n] = harmless(row[n])
				}
				if err := c.Write(row); err != nil {
					return err
				}
			}
		}
	}
	c.Flush()
	return c.Error()
}

func (v *view) csvRow(m *compare.Municipality, tag string, q *compare.Quote) []string {
	d := v.Doc(q.Document)
	pages := make([]string, len(q.Pages))
	for i, p := range q.Pages {
		pages[i] = strconv.Itoa(p)
	}
	return []string{m.Name, m.Code, q.Document, d.Source, d.Title.Value, d.Kind.Value, d.Status.Value, d.Date.Value, tag,
		q.Quote, q.Opener, strconv.Itoa(q.Page), q.PageLabel, strings.Join(pages, " "), strings.Join(q.Section, " > "),
		string(q.Binding), strconv.FormatBool(q.Negative), strconv.FormatFloat(q.Score, 'f', -1, 64),
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

// harmless puts an apostrophe before a cell that a spreadsheet would take for a formula (OWASP, "CSV injection"), and
// cleans it. A number keeps its sign.
func harmless(s string) string {
	s = clean(s)
	t := strings.TrimLeft(s, " \u00a0\ufeff\t\n")
	if t == "" {
		return s
	}
	if strings.ContainsRune("=+-@＝＋－＠", []rune(t)[0]) {
		return "'" + s
	}
	return s
}
