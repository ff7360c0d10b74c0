package config

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Mapping says which municipality a file belongs to by where it lies. The nil Mapping knows nothing.
type Mapping struct {
	rules []mappingRule
}

type mappingRule struct {
	elements     []string // of the pattern, as path.Match has them
	rooted       bool     // the pattern begins with a slash
	municipality string
}

// ReadMapping reads a mapping file: lines of "path pattern,municipality", the first that matches decides. Commas or
// semicolons separate, a header line ("path,municipality"), empty lines and lines that begin with # are passed over.
// known reports whether there is such a municipality. Errors are an [*Error], or those of reading the file.
//
// A pattern is matched element by element ("*" and "?" stay within one) against the end or the middle of a file's
// path, so that it does not matter from where the program is started: "Ale" is every file below a folder of that name,
// "2024/ale-*.pdf" some files in any folder 2024. A pattern that begins with a slash begins at the root.
func ReadMapping(file string, known func(name string) bool) (*Mapping, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return parseMapping(file, data, known)
}

func parseMapping(file string, data []byte, known func(name string) bool) (*Mapping, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF")) // Excel puts it there
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment, r.FieldsPerRecord, r.TrimLeadingSpace = '#', -1, true
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.Contains(first, []byte(";")) {
		r.Comma = ';'
	}
	m := &Mapping{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return m, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &Error{fmt.Sprintf("%s:%d", file, bad.Line), bad.Err.Error()}
		}
		if err != nil {
			return nil, &Error{file, oneLine(err)}
		}
		line, _ := r.FieldPos(0)
		if err := m.add(row, line, known); err != nil {
			return nil, &Error{fmt.Sprintf("%s:%d", file, line), err.Error()}
		}
	}
}

// add takes the rule of one line.
func (m *Mapping) add(row []string, line int, known func(string) bool) error {
	for i := range row {
		row[i] = norm.NFC.String(strings.TrimSpace(row[i]))
	}
	if line == 1 && len(row) == 2 && strings.EqualFold(row[1], "municipality") {
		return nil
	}
	if len(row) != 2 || row[0] == "" || row[1] == "" {
		return errors.New("want a path pattern and a municipality")
	}
	if !known(row[1]) {
		return fmt.Errorf("%q is no known municipality; add it under municipalities in %s", row[1], FileName)
	}
	pattern := strings.TrimPrefix(path.Clean(filepath.ToSlash(row[0])), "./")
	rule := mappingRule{municipality: row[1], rooted: path.IsAbs(pattern)}
	rule.elements = strings.Split(strings.TrimPrefix(pattern, "/"), "/")
	for _, e := range rule.elements {
		if _, err := path.Match(e, ""); err != nil {
			return fmt.Errorf("%q is no pattern: %w", row[0], err)
		}
	}
	m.rules = append(m.rules, rule)
	return nil
}

// Municipality returns whose the file is that lies at the given path, "" if no rule matches.
func (m *Mapping) Municipality(file string) string {
	if m == nil {
		return ""
	}
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	elements := strings.Split(strings.Trim(norm.NFC.String(filepath.ToSlash(file)), "/"), "/")
	for _, r := range m.rules {
		if r.matches(elements) {
			return r.municipality
		}
	}
	return ""
}

// matches reports whether the rule's elements stand in a row somewhere in those of a path.
func (r *mappingRule) matches(elements []string) bool {
	for start := 0; start+len(r.elements) <= len(elements); start++ {
		if r.matchesAt(elements[start:]) {
			return true
		}
		if r.rooted {
			return false
		}
	}
	return false
}

func (r *mappingRule) matchesAt(elements []string) bool {
	for i, pattern := range r.elements {
		if ok, err := path.Match(pattern, elements[i]); err != nil || !ok {
			return false
		}
	}
	return true
}
