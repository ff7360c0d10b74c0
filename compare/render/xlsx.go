package render

import (
	"archive/zip"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
)

// A sheet is a table to be: its columns, and rows of text, numbers and linked.
type sheet struct {
	name    string
	columns []column
	rows    [][]any
	// each gives the rows one after the other, in the place of rows, where there are very many.
	each iter.Seq[[]any]
	// asText has every cell of the table be text, also what somebody types into one; choices are those of its columns.
	asText  bool
	choices map[int][]string
}

// all gives the rows. A row is valid until the next one.
func (s *sheet) all() iter.Seq[[]any] {
	if s.each != nil {
		return s.each
	}
	return slices.Values(s.rows)
}

type column struct {
	title string
	width float64 // in characters
}

// A linked is a cell that leads somewhere.
type linked struct{ text, href string }

// A workbook is a spreadsheet's file on its way. It is written row by row: the library that we know for it builds sheets in memory,
// and looks through all links of a sheet for each further one.
type workbook struct {
	zip    *zip.Writer
	sheets []sheetEntry
}

// A sheetEntry is what the workbook says of a sheet.
type sheetEntry struct{ name, table string }

// writeXLSX writes a workbook with a sheet for each table. Every text is a string cell: nothing in a document becomes a
// formula.
func writeXLSX(w io.Writer, v *view) error {
	b := newWorkbook(w)
	for s := range v.sheets() {
		if err := b.add(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
		if err := v.ctx.Err(); err != nil {
			return err
		}
	}
	return b.close(v.coreProperties())
}

func newWorkbook(w io.Writer) *workbook {
	z := zip.NewWriter(w)
	// Sheets of a hundred megabytes are packed in a third of the time, and a sixth larger.
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	return &workbook{zip: z}
}

// The namespaces, types and relationships of a workbook's parts.
const (
	nsSheet    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	mediaSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	xlsxRels   = `<Relationships xmlns="` + nsPackage + `/relationships">` +
		`<Relationship Id="workbook" Type="` + nsOffice + `/officeDocument" Target="xl/workbook.xml"/>` + officeCore + `</Relationships>`
)

// add writes s as the next sheet.
func (b *workbook) add(s sheet) error {
	n := len(b.sheets) + 1
	f, err := createPart(b.zip, fmt.Sprintf("xl/worksheets/sheet%d.xml", n))
	if err != nil {
		return err
	}
	w := newSheetWriter(f)
	err = w.write(&s, n == 1)
	b.sheets = append(b.sheets, sheetEntry{s.name, "$A$1:$" + columnName(len(s.columns)-1) + "$" + w.row})
	if err != nil || len(w.links) == 0 {
		return err
	}
	var rels strings.Builder
	rels.WriteString(`<Relationships xmlns="` + nsPackage + `/relationships">`)
	for i, l := range w.links {
		fmt.Fprintf(&rels, `<Relationship Id="link%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+1, nsOffice, xmlText(l.text))
	}
	rels.WriteString(`</Relationships>`)
	return addParts(b.zip, []officePart{{fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", n), rels.String()}})
}

// close writes what holds the sheets together, and ends the file.
func (b *workbook) close(core string) error {
	var types, sheets, names, rels strings.Builder
	for i, s := range b.sheets {
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, n, mediaSheet)
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="sheet%d"/>`, xmlText(s.name), n, n)
		fmt.Fprintf(&rels, `<Relationship Id="sheet%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n, nsOffice, n)
		fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!%s</definedName>`, i,
			xmlText(strings.ReplaceAll(s.name, "'", "''")), s.table)
	}
	err := addParts(b.zip, []officePart{
		{"xl/workbook.xml", `<workbook xmlns="` + nsSheet + `" xmlns:r="` + nsOffice + `"><sheets>` + sheets.String() +
			`</sheets><definedNames>` + names.String() + `</definedNames></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + nsPackage + `/relationships">` + rels.String() +
			`<Relationship Id="styles" Type="` + nsOffice + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", xlsxStyles},
		{"docProps/core.xml", core},
		{"_rels/.rels", xlsxRels},
		{"[Content_Types].xml", `<Types xmlns="` + nsPackage + `/content-types">` + officeDefaults +
			`<Override PartName="/xl/workbook.xml" ContentType="` + mediaSheet + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + mediaSheet + `styles+xml"/>` + types.String() + `</Types>`},
	})
	if err != nil {
		return err
	}
	return b.zip.Close()
}

// The styles of cells, by their place in xlsxStyles.
const (
	cellHead = iota + 1
	cellText
	cellLink
	// cellAsText is text whatever is typed into it: the number format "@" (18.8.30).
	cellAsText
)

const (
	xlsxTop    = `applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
	xlsxStyles = `<styleSheet xmlns="` + nsSheet + `"><fonts count="3">` +
		`<font><sz val="11"/><name val="Calibri"/></font>` +
		`<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>` +
		`<font><u/><sz val="11"/><color rgb="FF0B4F8A"/><name val="Calibri"/></font></fonts>` +
		`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
		`<fill><patternFill patternType="solid"><fgColor rgb="FF1B3A5C"/></patternFill></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">` +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" ` + xlsxTop +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ` + xlsxTop +
		`<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" ` + xlsxTop +
		`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ` + xlsxTop +
		`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
)
