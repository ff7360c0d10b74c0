package render

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A jsonForm appends a value of one type as JSON. encoding/json finds out about a type in the same way, but checks, copies
// and compacts what it has made, which costs more than to make it: a report of all municipalities has 250 MB of JSON.
type jsonForm func(b []byte, x reflect.Value) ([]byte, error)

// jsonForms are those of the types that were met.
type jsonForms map[reflect.Type]jsonForm

func (f jsonForms) of(t reflect.Type) jsonForm {
	form, ok := f[t]
	if !ok {
		form = f.make(t)
		f[t] = form
	}
	return form
}

// make returns the form of a type. It panics for a type that no report has.
func (f jsonForms) make(t reflect.Type) jsonForm {
	switch t.Kind() {
	case reflect.String:
		return func(b []byte, x reflect.Value) ([]byte, error) { return appendJSONString(b, x.String()), nil }
	case reflect.Bool:
		return func(b []byte, x reflect.Value) ([]byte, error) { return strconv.AppendBool(b, x.Bool()), nil }
	case reflect.Int:
		return func(b []byte, x reflect.Value) ([]byte, error) { return strconv.AppendInt(b, x.Int(), 10), nil }
	case reflect.Float64:
		return func(b []byte, x reflect.Value) ([]byte, error) { return appendJSONNumber(b, x.Float()) }
	case reflect.Pointer:
		form := f.of(t.Elem())
		return func(b []byte, x reflect.Value) ([]byte, error) {
			if x.IsNil() {
				return append(b, "null"...), nil
			}
			return form(b, x.Elem())
		}
	case reflect.Slice, reflect.Array:
		return listForm(f.of(t.Elem()))
	case reflect.Map:
		return mapForm(f.of(t.Elem()))
	case reflect.Struct:
		return structForm(f.fields(t, nil))
	}
	panic("render: no JSON for " + t.String())
}

func listForm(form jsonForm) jsonForm {
	return func(b []byte, x reflect.Value) (_ []byte, err error) {
		if x.Kind() == reflect.Slice && x.IsNil() {
			return append(b, "null"...), nil
		}
		b = append(b, '[')
		for i := range x.Len() {
			if i > 0 {
				b = append(b, ", "...)
			}
			if b, err = form(b, x.Index(i)); err != nil {
				return b, err
			}
		}
		return append(b, ']'), nil
	}
}

// mapForm is that of a map whose keys are strings; they are written in order.
func mapForm(form jsonForm) jsonForm {
	return func(b []byte, x reflect.Value) (_ []byte, err error) {
		if x.IsNil() {
			return append(b, "null"...), nil
		}
		keys := x.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		b = append(b, '{')
		for i, k := range keys {
			b = append(appendJSONString(append(b, unless(i == 0, ", ")...), k.String()), ": "...)
			if b, err = form(b, x.MapIndex(k)); err != nil {
				return b, err
			}
		}
		return append(b, '}'), nil
	}
}

// A jsonField is a field of a struct, or of a struct embedded in it.
type jsonField struct {
	path  []int
	key   string // with what stands around it
	omit  bool   // if it is empty
	value jsonForm
}

// fields returns the fields of a struct that is found by path.
func (f jsonForms) fields(t reflect.Type, path []int) []jsonField {
	var all []jsonField
	for i := range t.NumField() {
		own := t.Field(i)
		at := append(slices.Clone(path), i)
		name, options, _ := strings.Cut(own.Tag.Get("json"), ",")
		if own.Anonymous && name == "" {
			all = append(all, f.fields(own.Type, at)...)
			continue
		}
		all = append(all, jsonField{at, `"` + name + `": `, options == "omitempty", f.of(own.Type)})
	}
	return all
}

func structForm(fields []jsonField) jsonForm {
	return func(b []byte, x reflect.Value) (_ []byte, err error) {
		sep := "{"
		for i := range fields {
			f := &fields[i]
			value := x
			for _, n := range f.path {
				value = value.Field(n)
			}
			if f.omit && isEmpty(value) {
				continue
			}
			b = append(append(b, sep...), f.key...)
			sep = ", "
			if b, err = f.value(b, value); err != nil {
				return b, err
			}
		}
		if sep == "{" {
			b = append(b, '{')
		}
		return append(b, '}'), nil
	}
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

// appendJSONNumber appends x as ECMAScript writes it (RFC 8259 leaves the form open), as encoding/json does.
func appendJSONNumber(b []byte, x float64) ([]byte, error) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return b, &json.UnsupportedValueError{Value: reflect.ValueOf(x), Str: fmt.Sprint(x)}
	}
	if abs := math.Abs(x); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		data, err := json.Marshal(x)
		return append(b, data...), err
	}
	return strconv.AppendFloat(b, x, 'f', -1, 64), nil
}

// appendJSONString appends s in quotation marks, with the replacement character for what is no UTF-8.
func appendJSONString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); (r != utf8.RuneError || size > 1) && r != '\u2028' && r != '\u2029' {
				i += size
				continue
			}
		}
		b = appendJSONEscape(append(b, s[from:i]...), s[i:i+size])
		i += size
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// appendJSONEscape appends one character that cannot stand as it is.
func appendJSONEscape(b []byte, s string) []byte {
	switch s {
	case `"`, `\`:
		return append(b, '\\', s[0])
	case "\b":
		return append(b, `\b`...)
	case "\f":
		return append(b, `\f`...)
	case "\n":
		return append(b, `\n`...)
	case "\r":
		return append(b, `\r`...)
	case "\t":
		return append(b, `\t`...)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return fmt.Appendf(b, `\u%04x`, r)
}
