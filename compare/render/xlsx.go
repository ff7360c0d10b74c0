package render

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The limits of a workbook (Microsoft, "Excel specifications and limits"); excelize refuses what is above.
const (
	maxCellUnits = 32767 // UTF-16 code units in a cell
	maxLinks     = 4000  // links on a sheet: it may have 65,530, but excelize looks through all of them for each further one
	maxRows      = 1048576
)

// A sheet is a table to be: its columns, and rows of text, numbers and linked.
type sheet struct {
	name    string
	columns []column
	rows    [][]any
}

type column struct {
	title string
	width float64 // in characters
}

// A linked is a cell that leads somewhere.
type linked struct{ text, href string }

// writeXLSX writes a workbook with a sheet for each table. Every text is a string cell: nothing in a document becomes a
// formula.
func writeXLSX(w io.Writer, v *view) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	for i, s := range v.sheets() {
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err != nil {
			return err
		}
		if err := fillSheet(f, s, styles); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	if err := v.setProperties(f); err != nil {
		return err
	}
	return f.Write(w)
}

// noDay is the date of a file whose report holds for no day.
const noDay = "2000-01-01"

// setProperties sets what the file says of itself. Its dates come from the report, so that the same report gives the same
// bytes.
func (v *view) setProperties(f *excelize.File) error {
	stamp := cmp.Or(v.Report.AsOf, noDay) + "T00:00:00Z"
	return f.SetDocProps(&excelize.DocProperties{
		Title: v.T("title"), Subject: v.Municipalities(), Creator: clean(v.Report.Generator),
		LastModifiedBy: clean(v.Report.Generator), Created: stamp, Modified: stamp, Language: v.locale(),
	})
}

type styles struct{ head, text, link int }

func newStyles(f *excelize.File) (styles, error) {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	head, err := f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "FFFFFF"}, Alignment: top,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1B3A5C"}},
	})
	if err != nil {
		return styles{}, err
	}
	text, err := f.NewStyle(&excelize.Style{Alignment: top})
	if err != nil {
		return styles{}, err
	}
	link, err := f.NewStyle(&excelize.Style{Alignment: top, Font: &excelize.Font{Family: "Calibri", Size: 11, Color: "0B4F8A", Underline: "single"}})
	return styles{head, text, link}, err
}

// fillSheet writes s with its first row frozen and a filter on every column.
func fillSheet(f *excelize.File, s sheet, st styles) error {
	for i, c := range s.columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(s.name, name, name, c.width); err != nil {
			return err
		}
		if err := setText(f, s.name, cellName(i, 0), c.title, st.head); err != nil {
			return err
		}
	}
	links := 0
	for r, row := range s.rows {
		if r+2 > maxRows {
			break
		}
		for c, x := range row {
			if err := setCell(f, s.name, cellName(c, r+1), x, st, &links); err != nil {
				return err
			}
		}
		if err := f.SetRowHeight(s.name, r+2, rowHeight(s.columns, row)); err != nil {
			return err
		}
	}
	if err := f.AutoFilter(s.name, "A1:"+cellName(len(s.columns)-1, len(s.rows)), nil); err != nil {
		return err
	}
	if err := f.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	landscape, paper, one, many := "landscape", 9, 1, 0 // 9 is A4; as many pages high as it takes
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &one, FitToHeight: &many}); err != nil {
		return err
	}
	fit := true
	return f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// A line is as high as Calibri of 11 points needs it; a row may be 409 points high at most.
const (
	lineHeight   = 15.0
	maxRowHeight = 405.0
)

// rowHeight returns how high a row must be, in points, to show its text: programs do not agree on finding that themselves.
func rowHeight(columns []column, row []any) float64 {
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
		for _, line := range strings.Split(text, "\n") {
			n += 1 + utf8.RuneCountInString(line)/int(columns[i].width)
		}
		lines = max(lines, n)
	}
	return min(float64(lines)*lineHeight, maxRowHeight)
}

func cellName(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column+1, row+1) // fails for coordinates below 1 only
	return name
}

func setCell(f *excelize.File, name, at string, x any, st styles, links *int) error {
	switch x := x.(type) {
	case string:
		return setText(f, name, at, x, st.text)
	case linked:
		if x.href == "" || *links == maxLinks-1 {
			return setText(f, name, at, x.text, st.text)
		}
		*links++
		if err := setText(f, name, at, x.text, st.link); err != nil {
			return err
		}
		return f.SetCellHyperLink(name, at, x.href, "External")
	}
	if err := f.SetCellValue(name, at, x); err != nil {
		return err
	}
	return f.SetCellStyle(name, at, at, st.text)
}

func setText(f *excelize.File, name, at, s string, style int) error {
	if err := f.SetCellStr(name, at, escapeCell(fitCell(clean(s)))); err != nil {
		return err
	}
	return f.SetCellStyle(name, at, at, style)
}

// escapeCell writes "_x0041_" so that it is read as it stands: a workbook takes it for the character of that number
// (ECMA-376, ST_Xstring), and excelize does not escape it in shared strings.
func escapeCell(s string) string { return escapedChar.ReplaceAllString(s, "_x005F$0") }

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
