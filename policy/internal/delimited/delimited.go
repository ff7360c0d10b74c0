package delimited

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// An Error is what is wrong with one line of a file.
type Error struct {
	// Name is the file's name as the caller gave it; Line counts from 1.
	Name    string
	Line    int
	Problem string
}

// Error returns "gold.tsv:12: the quote is empty".
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.Name, e.Line, e.Problem) }

// A Row is one row of a table.
type Row struct {
	// Line is where the row begins, from 1.
	Line int
	// Cells maps the names of columns, in lower case, to what stands there, in NFC without white space around it. What a
	// row lacks is "".
	Cells map[string]string
}

// Parse reads a table whose header has at least the given columns (lower case), in any order. name is for messages only.
//
// The separator is the first of tab, semicolon and comma that stands in the header. Between tabs a quotation mark is a
// character like others, but around a whole cell, as spreadsheets put it; else quoting is as in RFC 4180. Empty lines
// and rows of empty cells are passed over. Every error is an [Error].
func Parse(name string, data []byte, columns ...string) ([]Row, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := invalid(data); i >= 0 {
		return nil, &Error{name, 1 + bytes.Count(data[:i], []byte("\n")), "it is not UTF-8; save it as UTF-8"}
	}
	lines, err := split(name, data)
	if err != nil {
		return nil, err
	}
	return table(name, lines, columns)
}

// Cells reads a table in the same way from the cells of a spreadsheet; the line of a row is its number there.
func Cells(name string, cells [][]string, columns ...string) ([]Row, error) {
	var lines []record
	for i, c := range cells {
		if strings.TrimSpace(strings.Join(c, "")) != "" {
			lines = append(lines, record{i + 1, slices.Clone(c)})
		}
	}
	return table(name, lines, columns)
}

// table makes rows of lines, of which the first is the header.
func table(name string, lines []record, columns []string) ([]Row, error) {
	if len(lines) == 0 {
		return nil, &Error{name, 1, "it is empty; the first line names the columns: " + strings.Join(columns, ", ")}
	}
	header := lines[0].cells
	for i, h := range header {
		header[i] = strings.ToLower(clean(h))
		if h != "" && slices.Index(header, header[i]) < i {
			return nil, &Error{name, lines[0].line, fmt.Sprintf("column %q stands there twice", header[i])}
		}
	}
	for _, c := range columns {
		if !slices.Contains(header, c) {
			return nil, &Error{name, lines[0].line, fmt.Sprintf("there is no column %q; the first line names the columns: %s",
				c, strings.Join(columns, ", "))}
		}
	}
	return rows(name, header, lines[1:])
}

// A record is a line with its cells.
type record struct {
	line  int
	cells []string
}

func rows(name string, header []string, lines []record) ([]Row, error) {
	var out []Row
	for _, l := range lines {
		r := Row{Line: l.line, Cells: make(map[string]string, len(header))}
		empty := true
		for i, c := range l.cells {
			c = clean(c)
			if i >= len(header) {
				if c != "" {
					return nil, &Error{name, l.line, fmt.Sprintf("%d cells, but the first line names %d columns", len(l.cells), len(header))}
				}
				continue
			}
			r.Cells[header[i]] = c
			empty = empty && c == ""
		}
		if !empty {
			out = append(out, r)
		}
	}
	return out, nil
}
