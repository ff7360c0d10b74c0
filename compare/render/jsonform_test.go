package render

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/compare"
)

// compact returns what encoding/json makes of x, and of what we do, without spaces outside of strings.
func compact(t interface{ Fatalf(string, ...any) }, x any) (want, got string) {
	var b, c bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		return "no JSON", formError(x)
	}
	form, err := make(jsonForms).of(reflect.TypeOf(x))(nil, reflect.ValueOf(x))
	if err != nil {
		t.Fatalf("%v", err)
	}
	if err := json.Compact(&c, form); err != nil {
		t.Fatalf("%v in %s", err, form)
	}
	return string(bytes.TrimSpace(b.Bytes())), c.String()
}

func formError(x any) string {
	if _, err := make(jsonForms).of(reflect.TypeOf(x))(nil, reflect.ValueOf(x)); err != nil {
		return "no JSON"
	}
	return "JSON"
}

// Whatever a report holds is written as encoding/json writes it, but for the spaces.
func TestJSONFormsAreThoseOfTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if want, got := compact(t, rapid.Make[compare.Municipality]().Draw(t, "municipality")); want != got {
			t.Errorf("%s\nwant %s", got, want)
		}
		if want, got := compact(t, rapid.Make[compare.Document]().Draw(t, "document")); want != got {
			t.Errorf("%s\nwant %s", got, want)
		}
	})
}

func TestJSONStrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "text")
		if want, got := compact(t, s); want != got {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	})
	for _, s := range []string{"", "a", "\x00\x1f\x7f\"\\/<>&'", "\b\f\n\r\t", "å\xc3", "\u2028\u2029\ufffd\xff", "\U0001f600", "\xe2\x80"} {
		if want, got := compact(t, s); want != got {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestJSONNumbers(t *testing.T) {
	for _, x := range []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1e-6, 9e-7, 1e20, 1e21, -1e300, math.MaxFloat64, math.NaN(), math.Inf(-1)} {
		if want, got := compact(t, x); want != got {
			t.Errorf("%v: %s, want %s", x, got, want)
		}
	}
}

func TestJSONFormsKnowNoOtherTypes(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a channel has a form")
		}
	}()
	make(jsonForms).of(reflect.TypeOf(make(chan int)))
}
