package render

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// writeJSON writes the report itself; docs/report-schema.md documents the fields. What holds lists is written a field a line,
// and the lists an item a line: that reads well, and no more than an item is in memory twice.
func writeJSON(w io.Writer, v *view) error {
	j := newJSONWriter(w)
	j.open(reflect.ValueOf(v.Report).Elem(), "")
	j.w.WriteString("\n")
	return cmp.Or(j.err, j.w.Flush())
}

// A jsonWriter writes values as encoding/json would, with other line breaks.
type jsonWriter struct {
	w   *bufio.Writer
	buf bytes.Buffer
	enc *json.Encoder // into buf
	err error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	j := &jsonWriter{w: bufio.NewWriter(w)}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	return j
}

// open writes a struct a field a line. Its own line begins with indent.
func (j *jsonWriter) open(x reflect.Value, indent string) {
	sep := "{"
	for i := range x.NumField() {
		name, options, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
		if options == "omitempty" && isEmpty(x.Field(i)) {
			continue
		}
		j.w.WriteString(sep + "\n " + indent + `"` + name + `": `)
		sep = ","
		j.field(x.Field(i), indent+" ")
	}
	j.w.WriteString("\n" + indent + "}")
}

// isEmpty reports whether encoding/json would omit x: a struct never is empty.
func isEmpty(x reflect.Value) bool {
	switch x.Kind() {
	case reflect.Slice, reflect.Map:
		return x.Len() == 0
	case reflect.Struct:
		return false
	}
	return x.IsZero()
}

// field writes the value of a field: a list of structs an item a line.
func (j *jsonWriter) field(x reflect.Value, indent string) {
	if x.Kind() != reflect.Slice || x.Len() == 0 || x.Type().Elem().Kind() != reflect.Struct {
		j.line(x)
		return
	}
	opens := holdsLists(x.Type().Elem())
	sep := "["
	for i := range x.Len() {
		if _, err := j.w.WriteString(sep + "\n " + indent); err != nil {
			return // the writer keeps its error
		}
		sep = ","
		if opens {
			j.open(x.Index(i), indent+" ")
		} else {
			j.line(x.Index(i))
		}
	}
	j.w.WriteString("\n" + indent + "]")
}

// holdsLists reports whether a struct has fields of its own that are lists of structs.
func holdsLists(t reflect.Type) bool {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			return false // its fields stand among the others
		}
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			return true
		}
	}
	return false
}

// line writes x on the line that has begun.
func (j *jsonWriter) line(x reflect.Value) {
	if x.CanAddr() {
		x = x.Addr() // a pointer takes no copy
	}
	j.buf.Reset()
	if err := j.enc.Encode(x.Interface()); err != nil {
		j.err = cmp.Or(j.err, err)
	}
	j.spaced(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
}

// spaced writes JSON with a space after each colon and comma outside of strings.
func (j *jsonWriter) spaced(b []byte) {
	from, inString := 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case !inString && (c == ':' || c == ','):
			j.w.Write(b[from : i+1])
			j.w.WriteByte(' ')
			from = i + 1
		}
	}
	j.w.Write(b[from:])
}

// writeFacts writes what `export facts --format json` prints.
func writeFacts(w io.Writer, v *view) error {
	j := newJSONWriter(w)
	j.w.WriteString("{\n \"schema\": " + strconv.Itoa(policy.Schema) + ",\n \"documents\": {")
	docs := slices.Clone(v.Report.Documents)
	slices.SortFunc(docs, func(a, b compare.Document) int { return strings.Compare(a.ID, b.ID) })
	for i := range docs {
		j.w.WriteString(unless(i == 0, ",") + "\n  ")
		j.line(reflect.ValueOf(docs[i].ID))
		j.w.WriteString(": ")
		j.open(reflect.ValueOf(&docs[i].Facts).Elem(), "  ")
	}
	j.w.WriteString("\n }\n}\n")
	return cmp.Or(j.err, j.w.Flush())
}

func encode(w io.Writer, x any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(x)
}
