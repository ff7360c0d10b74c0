package render

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"
)

// A csvTable is a file of comma-separated values: every report has one of each, with the same columns in every language.
type csvTable struct {
	name, file  string
	description string
	fields      []csvField
	rows        func(v *view, add func(row []string))
}

// A csvField is a column, as the data package describes it.
type csvField struct{ name, kind, description string }

// The forms of CSV.
const (
	// CSVStandard has commas and no byte order mark, as programs expect it.
	CSVStandard = "standard"
	// CSVExcelSV is what Excel opens by a double click on a Swedish system: semicolons, a byte order mark and decimal commas.
	CSVExcelSV = "excel-sv"
)

// writeCSV writes the quotes.
func writeCSV(w io.Writer, v *view) error { return passagesTable.write(w, v) }

// write writes the table as UTF-8 with commas and line feeds (RFC 4180, but for the carriage returns), or as Excel on a
// Swedish system wants it.
func (t *csvTable) write(w io.Writer, v *view) error {
	c := csv.NewWriter(w)
	if v.excelCSV {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
		c.Comma, c.UseCRLF = ';', true
	}
	head := make([]string, len(t.fields))
	for i, f := range t.fields {
		head[i] = f.name
	}
	if err := c.Write(head); err != nil {
		return err
	}
	t.rows(v, func(row []string) {
		if v.ended() {
			return
		}
		for i := range row {
			row[i] = harmless(row[i])
			if v.excelCSV && t.fields[i].kind == "number" {
				row[i] = strings.Replace(row[i], ".", ",", 1)
			}
		}
		_ = c.Write(row) // the writer keeps its error
	})
	c.Flush()
	return c.Error()
}

// harmless puts an apostrophe before a cell that a spreadsheet would take for a formula (OWASP, "CSV injection"), and
// cleans it. A number keeps its sign.
func harmless(s string) string {
	s = clean(s)
	t := strings.TrimLeft(s, " \u00a0\ufeff\t\n")
	if t == "" {
		return s
	}
	if first, _ := utf8.DecodeRuneInString(t); strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
