package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// writeJSON writes the report itself; docs/report-schema.md documents the fields. It is written field by field, and lists
// item by item: the report of all municipalities is larger as JSON than as it stands in memory.
func writeJSON(w io.Writer, v *view) error {
	b := bufio.NewWriter(w)
	r := reflect.ValueOf(v.Report).Elem()
	sep := "{"
	for i := range r.NumField() {
		name, options, _ := strings.Cut(r.Type().Field(i).Tag.Get("json"), ",")
		if options == "omitempty" && r.Field(i).IsZero() {
			continue
		}
		fmt.Fprintf(b, "%s\n %q: ", sep, name)
		sep = ","
		if err := writeField(b, r.Field(i)); err != nil {
			return err
		}
	}
	b.WriteString("\n}\n")
	return b.Flush()
}

// writeField writes the value of a field of the report.
func writeField(b *bufio.Writer, x reflect.Value) error {
	if x.Kind() != reflect.Slice || x.Len() == 0 {
		return writeValue(b, x, " ")
	}
	sep := "["
	for i := range x.Len() {
		b.WriteString(sep + "\n  ")
		sep = ","
		if err := writeValue(b, x.Index(i), "  "); err != nil {
			return err
		}
	}
	_, err := b.WriteString("\n ]")
	return err
}

// writeValue writes x as JSON whose further lines begin with indent.
func writeValue(b *bufio.Writer, x reflect.Value, indent string) error {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent(indent, " ")
	if err := e.Encode(x.Interface()); err != nil {
		return err
	}
	_, err := b.Write(bytes.TrimSuffix(buf.Bytes(), []byte("\n")))
	return err
}

// writeFacts writes what `export facts --format json` prints.
func writeFacts(w io.Writer, v *view) error {
	f := policy.FactsFile{Schema: policy.Schema, Documents: make(map[string]policy.FactsRecord, len(v.Report.Documents))}
	for _, d := range v.Report.Documents {
		f.Documents[d.ID] = d.Facts
	}
	return encode(w, f)
}

func encode(w io.Writer, x any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(x)
}
