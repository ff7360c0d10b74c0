package render

import (
	"cmp"
	"context"
	"fmt"
	"io"
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
	f := newWorkbook()
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
		if err := fillSheet(v.ctx, f, s, styles); err != nil {
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

// fillSheet writes s with its first row frozen and a filter on every column. The rows are written one by one as they come, which
// takes a tenth of the time and of the memory of a sheet that is built cell by cell; so all that stands around them comes first.
func fillSheet(ctx context.Context, f *excelize.File, s sheet, st styles) error {
	s.rows = s.rows[:min(len(s.rows), maxRows-1)]
	if err := arrangeSheet(f, s); err != nil {
		return err
	}
	linked, err := linkCells(f, s)
	if err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	head := make([]any, len(s.columns))
	for i, c := range s.columns {
		head[i] = excelize.Cell{StyleID: st.head, Value: fitCell(clean(c.title))}
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	if err := sw.SetRow("A1", head); err != nil {
		return err
	}
	cells := make([]any, len(s.columns))
	for r, row := range s.rows {
		for c, x := range row {
			cells[c] = newCell(x, st, linked[[2]int{r, c}])
		}
		if err := sw.SetRow(cellName(0, r+1), cells[:len(row)], excelize.RowOpts{Height: rowHeight(s.columns, row)}); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// arrangeSheet sets the filter of a sheet and how it is printed: on A4, on its long side, as many pages high as it takes.
func arrangeSheet(f *excelize.File, s sheet) error {
	if err := f.AutoFilter(s.name, "A1:"+cellName(len(s.columns)-1, len(s.rows)), nil); err != nil {
		return err
	}
	landscape, paper, one, many, fit := "landscape", 9, 1, 0, true // 9 is A4
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &one, FitToHeight: &many}); err != nil {
		return err
	}
	return f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// linkCells sets where cells lead, as far as a sheet holds links, and returns which by row and column.
func linkCells(f *excelize.File, s sheet) (map[[2]int]bool, error) {
	done := make(map[[2]int]bool)
	for r, row := range s.rows {
		for c, x := range row {
			l, ok := x.(linked)
			if !ok || l.href == "" || len(done) == maxLinks-1 {
				continue
			}
			done[[2]int{r, c}] = true
			if err := f.SetCellHyperLink(s.name, cellName(c, r+1), l.href, "External"); err != nil {
				return nil, err
			}
		}
	}
	return done, nil
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

// newCell returns x as a cell: text, a number, or text that leads somewhere.
func newCell(x any, st styles, leads bool) excelize.Cell {
	style := st.text
	if l, ok := x.(linked); ok {
		x = l.text
		if leads {
			style = st.link
		}
	}
	if text, ok := x.(string); ok {
		x = fitCell(clean(text))
	}
	return excelize.Cell{StyleID: style, Value: x}
}

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
