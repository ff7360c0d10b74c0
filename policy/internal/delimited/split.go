package delimited

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// split returns the records of data.
func split(name string, data []byte) ([]record, error) {
	head := bytes.TrimLeft(data, "\r\n \t")
	if i := bytes.IndexByte(head, '\n'); i >= 0 {
		head = head[:i]
	}
	switch {
	case bytes.IndexByte(head, '\t') >= 0:
		return tabbed(data), nil
	case bytes.IndexByte(head, ';') >= 0:
		return separated(name, data, ';')
	}
	return separated(name, data, ',')
}

func tabbed(data []byte) []record {
	var out []record
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		for j, c := range cells {
			cells[j] = unquote(c)
		}
		out = append(out, record{i + 1, cells})
	}
	return out
}

// unquote takes the quotation marks off a cell that a spreadsheet put in them, and leaves any other as it is.
func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	inner := s[1 : len(s)-1]
	if strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
		return s // the text's own: "A" och "B"
	}
	return strings.ReplaceAll(inner, `""`, `"`)
}

func separated(name string, data []byte, comma rune) ([]record, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord = comma, -1
	var out []record
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			return nil, &Error{name, parse.Line, parse.Err.Error()}
		}
		if err != nil {
			return nil, &Error{name, 1, err.Error()}
		}
		line, _ := r.FieldPos(0)
		out = append(out, record{line, cells})
	}
}

func clean(s string) string { return strings.TrimSpace(norm.NFC.String(s)) }

// invalid returns where data stops being UTF-8, -1 if nowhere.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}
