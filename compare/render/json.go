package render

import (
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
	j.raw("\n")
	return j.close()
}

// A jsonWriter writes values as encoding/json would, with other line breaks and a space after each colon and comma.
type jsonWriter struct {
	w     io.Writer
	b     []byte // what is not written yet
	forms jsonForms
	err   error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	return &jsonWriter{w: w, b: make([]byte, 0, 2*fileBuffer), forms: make(jsonForms)}
}

func (j *jsonWriter) raw(parts ...string) {
	for _, p := range parts {
		j.b = append(j.b, p...)
	}
}

// flush writes what there is.
func (j *jsonWriter) flush() {
	if j.err == nil {
		_, j.err = j.w.Write(j.b)
	}
	j.b = j.b[:0]
}

func (j *jsonWriter) close() error {
	j.flush()
	return j.err
}

// open writes a struct a field a line. Its own line begins with indent.
func (j *jsonWriter) open(x reflect.Value, indent string) {
	sep := "{"
	for i := range x.NumField() {
		name, options, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
		if options == "omitempty" && isEmpty(x.Field(i)) {
			continue
		}
		j.raw(sep, "\n ", indent, `"`, name, `": `)
		sep = ","
		j.field(x.Field(i), indent+" ")
	}
	j.raw("\n", indent, "}")
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
		if j.err != nil {
			return
		}
		j.raw(sep, "\n ", indent)
		sep = ","
		if opens {
			j.open(x.Index(i), indent+" ")
		} else {
			j.line(x.Index(i))
		}
	}
	j.raw("\n", indent, "]")
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
	var err error
	if j.b, err = j.forms.of(x.Type())(j.b, x); err != nil {
		j.err = cmp.Or(j.err, err)
	}
	if len(j.b) >= fileBuffer {
		j.flush()
	}
}

// writeFacts writes what `export facts --format json` prints.
func writeFacts(w io.Writer, v *view) error {
	j := newJSONWriter(w)
	j.raw("{\n \"schema\": ", strconv.Itoa(policy.Schema), ",\n \"documents\": {")
	docs := make([]*compare.Document, len(v.Report.Documents))
	for i := range docs {
		docs[i] = &v.Report.Documents[i]
	}
	slices.SortFunc(docs, func(a, b *compare.Document) int { return strings.Compare(a.ID, b.ID) })
	for i, d := range docs {
		j.raw(unless(i == 0, ","), "\n  ")
		j.line(reflect.ValueOf(d.ID))
		j.raw(": ")
		j.open(reflect.ValueOf(&d.Facts).Elem(), "  ")
	}
	j.raw("\n }\n}\n")
	return j.close()
}

func encode(w io.Writer, x any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(x)
}
