package render

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The limits of a workbook (Microsoft, "Excel specifications and limits").
const (
	maxCellUnits   = 32767 // UTF-16 code units in a cell
	maxLinks       = 65530 // links on a sheet
	maxRows        = 1048576
	maxChoiceUnits = 255 // of a list of choices
)

// A sheetWriter writes a sheet row by row.
type sheetWriter struct {
	w *bufio.Writer
	// columns are the names of the columns, row that of the row that is written; rows is how many there are.
	columns []string
	row     string
	rows    int
	links   []cellAt
}

// A cellAt is text with the cell that it is for.
type cellAt struct{ cell, text string }

func newSheetWriter(w io.Writer) *sheetWriter {
	return &sheetWriter{w: bufio.NewWriterSize(w, fileBuffer)}
}

// write writes s with its first row and column frozen and a filter on every column, to be printed on A4, on its long side, as many
// pages high as it takes. The elements come in the order of CT_Worksheet (18.3.1.99).
func (x *sheetWriter) write(s *sheet, selected bool) error {
	x.add(xml.Header, `<worksheet xmlns="`, nsSheet, `" xmlns:r="`, nsOffice, `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`,
		unless(!selected, ` tabSelected="1"`), ` workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>`,
		`</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	style := cellText
	if s.asText {
		style = cellAsText
	}
	for i, c := range s.columns {
		fmt.Fprintf(x.w, `<col min="%d" max="%d" width="%v"%s customWidth="1"/>`, i+1, i+1, c.width, unless(!s.asText, fmt.Sprintf(` style="%d"`, style)))
	}
	x.add(`</cols><sheetData><row r="1">`)
	x.begin()
	for i, c := range s.columns {
		x.columns = append(x.columns, columnName(i))
		x.cell(i, c.title, cellHead)
	}
	x.add(`</row>`)
	for row := range s.all() {
		if x.rows == maxRows {
			break
		}
		x.begin()
		x.add(`<row r="`, x.row, `" ht="`, strconv.Itoa(rowHeight(s.columns, row)), `" customHeight="1">`)
		for c, value := range row {
			x.cell(c, value, style)
		}
		if _, err := x.w.WriteString(`</row>`); err != nil {
			return err
		}
	}
	x.add(`</sheetData><autoFilter ref="A1:`, cellName(len(s.columns)-1, x.rows-1), `"/>`)
	x.choices(s)
	if len(x.links) > 0 {
		x.add(`<hyperlinks>`)
		for i, l := range x.links {
			x.add(`<hyperlink ref="`, l.cell, `" r:id="link`, strconv.Itoa(i+1), `"/>`)
		}
		x.add(`</hyperlinks>`)
	}
	x.add(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>`,
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`)
	return x.w.Flush()
}

func (x *sheetWriter) add(parts ...string) {
	for _, p := range parts {
		x.w.WriteString(p)
	}
}

// begin begins the next row.
func (x *sheetWriter) begin() {
	x.rows++
	x.row = strconv.Itoa(x.rows)
}

// cell writes a value: text, a number, or text that leads somewhere.
func (x *sheetWriter) cell(column int, value any, style int) {
	switch v := value.(type) {
	case linked:
		if v.href != "" && len(x.links) < maxLinks {
			x.links = append(x.links, cellAt{x.columns[column] + x.row, v.href})
			style = cellLink
		}
		x.text(column, v.text, style)
	case string:
		x.text(column, v, style)
	default: // an int or a float64
		x.open(column, style)
		x.add(`><v>`, fmt.Sprint(v), `</v></c>`)
	}
}

// open begins a cell.
func (x *sheetWriter) open(column, style int) {
	x.add(`<c r="`, x.columns[column], x.row, `" s="`, strconv.Itoa(style), `"`)
}

func (x *sheetWriter) text(column int, s string, style int) {
	x.open(column, style)
	if s == "" {
		x.add(`/>`)
		return
	}
	x.add(` t="inlineStr"><is><t xml:space="preserve">`)
	s = escapeCell(fitCell(clean(s)))
	from := 0
	for i := 0; i < len(s); i++ {
		if e := cellEscapes[s[i]]; e != "" {
			x.add(s[from:i], e)
			from = i + 1
		}
	}
	x.add(s[from:], `</t></is></c>`)
}

// cellEscapes are those of the text of an element, by byte.
var cellEscapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;"}

// choices lets the cells of some columns be chosen from a list, as far as a list can hold the choices.
func (x *sheetWriter) choices(s *sheet) {
	var lists []string
	for i := range s.columns {
		list := strings.Join(s.choices[i], ",")
		if list == "" || len(utf16.Encode([]rune(list))) > maxChoiceUnits || slices.ContainsFunc(s.choices[i], func(c string) bool { return strings.Contains(c, ",") }) {
			continue
		}
		lists = append(lists, fmt.Sprintf(`<dataValidation type="list" allowBlank="1" sqref="%s:%s"><formula1>"%s"</formula1></dataValidation>`,
			cellName(i, 1), cellName(i, maxRows-1), xmlText(strings.ReplaceAll(list, `"`, `""`))))
	}
	if len(lists) > 0 {
		fmt.Fprintf(x.w, `<dataValidations count="%d">%s</dataValidations>`, len(lists), strings.Join(lists, ""))
	}
}

// A line is as high as Calibri of 11 points needs it; a row may be 409 points high at most.
const (
	lineHeight   = 15
	maxRowHeight = 405
)

// rowHeight returns how high a row must be, in points, to show its text: programs do not agree on finding that themselves.
func rowHeight(columns []column, row []any) int {
	lines := 1
	for i, x := range row {
		text, ok := x.(string)
		if l, is := x.(linked); is {
			text, ok = l.text, true
		}
		if !ok {
			continue
		}
		n := 0
		for line := range strings.SplitSeq(text, "\n") {
			n += 1 + utf8.RuneCountInString(line)/int(columns[i].width)
		}
		lines = max(lines, n)
	}
	return min(lines*lineHeight, maxRowHeight)
}

// cellName names a cell by its column and row, from 0: "B2" for 1, 1.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row+1) }

func columnName(column int) string {
	name := ""
	for n := column; n >= 0; n = n/26 - 1 {
		name = string(rune('A'+n%26)) + name
	}
	return name
}

// escapeCell writes "_x0041_" so that it is read as it stands: a workbook takes it for the character of that number
// (ECMA-376, ST_Xstring).
func escapeCell(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escapedChar.ReplaceAllString(s, "_x005F$0")
}

var escapedChar = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// fitCell cuts s to what a cell holds, and says so by an ellipsis.
func fitCell(s string) string {
	if len(s) <= maxCellUnits {
		return s
	}
	units := 0
	for i, r := range s {
		n := utf16.RuneLen(r)
		if units+n > maxCellUnits-1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
		units += n
	}
	return s
}
