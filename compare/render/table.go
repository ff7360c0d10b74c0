package render

import (
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/xuri/excelize/v2"
)

// ErrTable is the error of a workbook that cannot be read.
var ErrTable = errors.New("the workbook cannot be read")

// The limits of a workbook that is read: a compressed file can hold far more than it seems to.
const (
	maxTableBytes = 256 << 20 // unpacked
	maxPartBytes  = 128 << 20 // of one part, above which excelize works on the disk
)

// A Table is a sheet that people fill in.
type Table struct {
	// Name is the sheet's name.
	Name string
	// Columns are the titles; Widths, in characters, has one for each.
	Columns []string
	Widths  []float64
	Rows    [][]string
	// Choices lists, by column, what may be chosen in a cell; other text may be written too.
	Choices map[int][]string
}

// WriteTable writes t as a workbook (XLSX). Every cell is text, also what somebody types into it, so that a date stays as
// it was written.
func WriteTable(w io.Writer, t Table) error {
	s := sheet{name: t.Name, asText: true, choices: t.Choices}
	for i, title := range t.Columns {
		s.columns = append(s.columns, column{title, t.Widths[i]})
	}
	for _, row := range t.Rows {
		cells := make([]any, len(row))
		for i, c := range row {
			cells[i] = c
		}
		s.rows = append(s.rows, cells)
	}
	b := newWorkbook(w)
	if err := b.add(s); err != nil {
		return fmt.Errorf("sheet %s: %w", s.name, err)
	}
	return b.close(coreProperties(t.Name, "", "styrdok", "sv-SE", noDay))
}

// ReadTable reads the cells of a workbook's first sheet, as they are shown. The error wraps [ErrTable].
func ReadTable(r io.Reader) (rows [][]string, err error) {
	defer func() {
		if p := recover(); p != nil { // the library takes for granted what a damaged file may not have
			rows, err = nil, fmt.Errorf("%w: damaged", ErrTable)
		}
	}()
	f, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: maxTableBytes, UnzipXMLSizeLimit: maxPartBytes})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTable, err)
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) == 0 {
		return nil, fmt.Errorf("%w: it has no sheet", ErrTable)
	}
	if rows, err = f.GetRows(names[0]); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTable, err)
	}
	for _, row := range rows {
		for i, c := range row {
			row[i] = escapedEscape.ReplaceAllString(c, "$1")
		}
	}
	return rows, nil
}

// escapedEscape is what escapeCell writes.
var escapedEscape = regexp.MustCompile(`_x005F(_x[0-9A-Fa-f]{4}_)`)
