package object

import (
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/styrdok/styrdok/extract/internal/pdf/filter"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// A Value is one value of a file. The zero Value is null; asking a value for what it is not gives a zero result.
type Value struct {
	doc *Document
	v   pdf.Value
}

// Key returns the entry of a dictionary, or of a stream's dictionary.
func (v Value) Key(name string) (out Value) {
	if v.doc == nil {
		return Value{}
	}
	defer v.doc.rescue()
	return Value{v.doc, v.v.Key(name)}
}

// Index returns the element i of an array.
func (v Value) Index(i int) (out Value) {
	if v.doc == nil {
		return Value{}
	}
	defer v.doc.rescue()
	return Value{v.doc, v.v.Index(i)}
}

// Len returns the number of elements of an array.
func (v Value) Len() int { return v.v.Len() }

// Keys returns a dictionary's keys, sorted.
func (v Value) Keys() []string { return v.v.Keys() }

// IsNull reports whether v is null.
func (v Value) IsNull() bool { return v.v.IsNull() }

// IsDict reports whether v is a dictionary.
func (v Value) IsDict() bool { return v.v.Kind() == pdf.Dict }

// IsArray reports whether v is an array.
func (v Value) IsArray() bool { return v.v.Kind() == pdf.Array }

// IsStream reports whether v is a stream.
func (v Value) IsStream() bool { return v.v.Kind() == pdf.Stream }

// IsNumber reports whether v is a number.
func (v Value) IsNumber() bool { return v.v.Kind() == pdf.Integer || v.v.Kind() == pdf.Real }

// IsString reports whether v is a string.
func (v Value) IsString() bool { return v.v.Kind() == pdf.String }

// Name returns a name without its slash.
func (v Value) Name() string { return v.v.Name() }

// Number returns a number.
func (v Value) Number() float64 { return v.v.Float64() }

// Int returns a number as an integer, kept within 32 bits so that sums of a few cannot overflow.
func (v Value) Int() int { return int(max(min(v.v.Float64(), 1<<31-1), -1<<31)) }

// Bool returns a boolean.
func (v Value) Bool() bool { return v.v.Bool() }

// Bytes returns a string's bytes.
func (v Value) Bytes() string { return v.v.RawString() }

// Text returns a text string in UTF-8.
func (v Value) Text() string { return DecodeText(v.v.RawString()) }

// Data returns a stream's decoded data, at most [MaxStream] bytes. What could be decoded comes also with an error.
func (v Value) Data() ([]byte, error) { return v.DataInto(nil) }

// DataInto is as [Value.Data], but what it returns lies in the memory of buf or in new memory: it is the caller's.
func (v Value) DataInto(buf []byte) ([]byte, error) {
	if v.doc == nil {
		return nil, ErrDamaged
	}
	return v.doc.decode(buf, v, MaxStream)
}

// Identity returns a text that is equal for two values only if they are the same object, or look exactly alike: references are
// in it unresolved.
func (v Value) Identity() string { return v.v.String() }

// Refs returns the numbers of the objects that the elements of an array refer to, -1 for an element that is no reference.
func (v Value) Refs() []int {
	if v.v.Kind() != pdf.Array {
		return nil
	}
	o, _ := parse(v.v.String()).(syntax.Array)
	refs := make([]int, len(o))
	for i, x := range o {
		refs[i] = -1
		if r, ok := x.(syntax.Ref); ok {
			refs[i] = r.ID
		}
	}
	return refs
}

// Ref returns the number of the object that a dictionary's entry refers to, -1 if it is no reference.
func (v Value) Ref(key string) int {
	text := v.v.String()
	if !strings.Contains(text, "/"+key+" ") {
		return -1
	}
	d, _ := parse(text).(syntax.Dict)
	if r, ok := d[syntax.Symbol(key)].(syntax.Ref); ok {
		return r.ID
	}
	return -1
}

// RefsByKey returns the numbers of the objects that a dictionary's entries refer to; entries that are no references are left out.
func (v Value) RefsByKey() map[string]int {
	d, _ := parse(v.v.String()).(syntax.Dict)
	refs := make(map[string]int, len(d))
	for key, x := range d {
		if r, ok := x.(syntax.Ref); ok {
			refs[string(key)] = r.ID
		}
	}
	return refs
}

// parse reads the library's notation of a value. Strings in it are quoted as in Go; what they hold cannot be trusted.
func parse(text string) syntax.Object {
	o, _ := syntax.NewParser(unquote(text), 0).Object()
	return o
}

// unquote replaces the Go strings in text by empty PDF strings.
func unquote(text string) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '"' {
			out = append(out, text[i])
			continue
		}
		for i++; i < len(text) && text[i] != '"'; i++ {
			if text[i] == '\\' {
				i++
			}
		}
		out = append(out, '(', ')')
	}
	return out
}

// steps reads the filters of a stream.
func (v Value) steps() []filter.Step {
	names, params := v.either("Filter", "F"), v.either("DecodeParms", "DP")
	if names.Name() != "" {
		if params.IsArray() {
			params = params.Index(0)
		}
		return []filter.Step{step(names, params)}
	}
	var steps []filter.Step
	for i := range min(names.Len(), maxFilters) {
		p := params.Index(i)
		if params.IsDict() {
			p = params
		}
		steps = append(steps, step(names.Index(i), p))
	}
	return steps
}

// maxFilters is how many filters a stream may have: each may multiply its data a thousandfold.
const maxFilters = 8

func step(name, p Value) filter.Step {
	s := filter.Step{Name: name.Name(), Predictor: p.Key("Predictor").Int(), Colors: p.Key("Colors").Int(),
		Bits: p.Key("BitsPerComponent").Int(), Columns: p.Key("Columns").Int()}
	early := p.Key("EarlyChange")
	s.LateChange = early.IsNumber() && early.Int() == 0
	return s
}

func (v Value) either(long, short string) Value {
	if x := v.Key(long); !x.IsNull() {
		return x
	}
	return v.Key(short)
}
