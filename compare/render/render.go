package render

import (
	"errors"
	"fmt"
	"io"

	"github.com/styrdok/styrdok/compare"
)

// Errors of this package wrap one of these; test with errors.Is.
var (
	// ErrNotOurs says that a folder holds something that no earlier report put there; it was left untouched.
	ErrNotOurs = errors.New("holds files that are not from an earlier report")
	// ErrFormat says that there is no such format.
	ErrFormat = errors.New("no such format")
	// ErrLang says that there is no such language.
	ErrLang = errors.New("no such language")
	// ErrCSV says that there is no such form of CSV.
	ErrCSV = errors.New("no such form of CSV")
)

// Options steers how a report is written. The zero value is Swedish.
type Options struct {
	// Lang is the language of headings and explanations, "sv" (also "") or "en". Quotes stay as they are.
	Lang string
	// CSV is the form of the CSV files: [CSVStandard] (also "") or [CSVExcelSV].
	CSV string
	// Workers is how many files [Folder] writes at once; 0 is one.
	Workers int
}

// A format is one way to write a report.
type format struct {
	name string
	// file is its name in [Folder].
	file string
	// binary is true if it is not for a terminal.
	binary bool
	write  func(io.Writer, *view) error
}

// formats are in the order in which they are listed.
var formats = [...]format{
	{name: "html", file: indexFile, write: writeHTML},
	{name: "md", file: "report.md", write: writeMarkdown},
	{name: "json", file: "report.json", write: writeJSON},
	{name: "xlsx", file: "report.xlsx", binary: true, write: writeXLSX},
	{name: "docx", file: "report.docx", binary: true, write: writeDOCX},
	{name: "csv", file: "passages.csv", write: writeCSV},
	{name: "facts", file: "facts.json", write: writeFacts},
}

// Formats returns the names of the formats that [Write] knows.
func Formats() []string { return formatNames(func(format) bool { return true }) }

// TextFormats returns the names of those that are text, which a terminal can show.
func TextFormats() []string { return formatNames(func(f format) bool { return !f.binary }) }

func formatNames(keep func(format) bool) []string {
	var names []string
	for _, f := range formats {
		if keep(f) {
			names = append(names, f.name)
		}
	}
	return names
}

// Write writes r to w in one format. It returns an error that wraps [ErrFormat], [ErrLang] or [ErrCSV], or what w
// returned.
func Write(w io.Writer, format string, r *compare.Report, opts Options) error {
	v, err := newView(r, opts)
	if err != nil {
		return err
	}
	for _, f := range formats {
		if f.name == format {
			return f.write(w, v)
		}
	}
	return fmt.Errorf("format %q: %w", format, ErrFormat)
}
