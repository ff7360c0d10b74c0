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
)

// Options steers how a report is written. The zero value is Swedish.
type Options struct {
	// Lang is the language of headings and explanations, "sv" (also "") or "en". Quotes stay as they are.
	Lang string
}

// formats are the formats with the file of each in [Folder] and what writes it, in the order in which they are listed.
var formats = [...]struct {
	name, file string
	write      func(io.Writer, *view) error
}{
	{"html", "index.html", writeHTML},
	{"md", "report.md", writeMarkdown},
	{"json", "report.json", writeJSON},
	{"xlsx", "report.xlsx", writeXLSX},
	{"csv", "passages.csv", writeCSV},
	{"facts", "facts.json", writeFacts},
}

// Formats returns the names of the formats that [Write] knows.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// Write writes r to w in one format. It returns an error that wraps [ErrFormat] or [ErrLang], or what w returned.
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
