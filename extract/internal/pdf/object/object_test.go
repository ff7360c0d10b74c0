package object

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
)

// sample returns a file whose catalog has a value of each kind, under the key that names it.
func sample() []byte {
	f := pdftest.New()
	stream := f.Deflated("/Kind /Stream", "stream data")
	chained := f.Stream("/Filter [/ASCIIHexDecode /FlateDecode] /DecodeParms [null <</Predictor 12 /Columns 2>>]",
		fmt.Sprintf("%x>", pdftest.Deflate("\x02ab\x02\x01\x01")))
	jpeg := f.Stream("/Filter /DCTDecode", "\xff\xd8")
	tree := f.Add("<</Type /Pages /Kids [] /Count 0>>")
	return f.Bytes(f.Add(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /Int 12 /Real 1.5 /Bool true /Name /A#20B /String (p\\345)"+
		"/Array [%d 0 R 7 /X %d 0 R] /Dict <</K (v) /Quote (12 0 R \") /Ref %d 0 R>> /Stream %d 0 R /Chained %d 0 R /Jpeg %d 0 R /Gone 99 0 R>>",
		tree, stream, tree, tree, stream, chained, jpeg)))
}

// both opens data as it is and by way of an image, and calls f for each.
func both(t *testing.T, data []byte, f func(t *testing.T, root Value)) {
	t.Helper()
	t.Run("as it is", func(t *testing.T) {
		d, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if d.Rebuilt() || d.Damaged() {
			t.Error("counts as rebuilt")
		}
		f(t, d.Trailer().Key("Root"))
	})
	t.Run("rebuilt", func(t *testing.T) {
		d, err := OpenRebuilt(bytes.NewReader(data), int64(len(data)), "")
		if err != nil {
			t.Fatal(err)
		}
		if !d.Rebuilt() || d.Damaged() || d.Lost() > 0 {
			t.Error("counts as damaged")
		}
		f(t, d.Trailer().Key("Root"))
	})
}

func TestValues(t *testing.T) {
	both(t, sample(), func(t *testing.T, root Value) {
		if v := root.Key("Int"); v.Int() != 12 || v.Number() != 12 || !v.IsNumber() {
			t.Errorf("Int: %v", v.Identity())
		}
		if v := root.Key("Real"); v.Number() != 1.5 || v.Int() != 1 {
			t.Errorf("Real: %v", v.Identity())
		}
		if !root.Key("Bool").Bool() || root.Key("Name").Name() != "A B" || root.Key("String").Text() != "på" {
			t.Error("Bool, Name or String")
		}
		if v := root.Key("String"); !v.IsString() || v.Bytes() != "p\xe5" {
			t.Errorf("String: %q", v.Bytes())
		}
		a := root.Key("Array")
		if !a.IsArray() || a.Len() != 4 || a.Index(1).Int() != 7 || a.Index(2).Name() != "X" || !a.Index(9).IsNull() || !a.Index(0).IsStream() {
			t.Errorf("Array: %v", a.Identity())
		}
		d := root.Key("Dict")
		if !d.IsDict() || !reflect.DeepEqual(d.Keys(), []string{"K", "Quote", "Ref"}) || d.Key("K").Text() != "v" {
			t.Errorf("Dict: %v", d.Identity())
		}
		for _, v := range []Value{root.Key("Gone"), root.Key("None"), root.Key("Int").Key("X"), {}, Value{}.Key("X"), Value{}.Index(0)} {
			if !v.IsNull() || v.Len() != 0 || v.Name() != "" || v.Text() != "" || v.Number() != 0 || v.Bool() || len(v.Keys()) > 0 {
				t.Errorf("not null: %v", v.Identity())
			}
		}
	})
}

// TestRefs: the numbers of the objects that values refer to are known without reading them. A string that looks like a reference is
// none.
func TestRefs(t *testing.T) {
	both(t, sample(), func(t *testing.T, root Value) {
		refs := root.Key("Array").Refs()
		if len(refs) != 4 || refs[0] < 1 || refs[1] != -1 || refs[2] != -1 || refs[3] < 1 || refs[0] == refs[3] {
			t.Errorf("got %v", refs)
		}
		if got := root.Key("Dict").Ref("Ref"); got != refs[3] {
			t.Errorf("got %d, want %d", got, refs[3])
		}
		if got := root.Key("Dict").Ref("Quote"); got != -1 {
			t.Errorf("a string refers to %d", got)
		}
		if root.Ref("None") != -1 || root.Key("Int").Refs() != nil {
			t.Error("references from nowhere")
		}
	})
}

func TestData(t *testing.T) {
	both(t, sample(), func(t *testing.T, root Value) {
		for key, want := range map[string]string{"Stream": "stream data", "Chained": "abbc"} {
			if got, err := root.Key(key).Data(); err != nil || string(got) != want {
				t.Errorf("%s: got %q, %v", key, got, err)
			}
		}
		if root.Key("Stream").Key("Kind").Name() != "Stream" {
			t.Error("a stream's dictionary is lost")
		}
		if _, err := root.Key("Jpeg").Data(); err == nil {
			t.Error("a picture is no text")
		}
		if _, err := root.Key("Int").Data(); !errors.Is(err, ErrDamaged) {
			t.Errorf("a number's data: %v", err)
		}
		if _, err := (Value{}).Data(); err == nil {
			t.Error("null has data")
		}
	})
}

// TestIdentity: two ways to one object lead to equal identities, two objects that differ to different ones.
func TestIdentity(t *testing.T) {
	both(t, sample(), func(t *testing.T, root Value) {
		if root.Key("Stream").Identity() != root.Key("Array").Index(0).Identity() {
			t.Error("one object, two identities")
		}
		if root.Key("Stream").Identity() == root.Key("Chained").Identity() {
			t.Error("two objects, one identity")
		}
	})
}

// TestFaults: an object that cannot be read is null, and is counted.
func TestFaults(t *testing.T) {
	data := bytes.Replace(sample(), []byte("\n4 0 obj\n<<"), []byte("\n4 0 obj\n>)"), 1)
	d, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if v := d.Trailer().Key("Root").Key("Pages"); !v.IsNull() || d.Faults() == 0 {
		t.Errorf("got %v with %d faults", v.Identity(), d.Faults())
	}
}

// TestWrongLength: a stream whose Length is wrong is a fault, so that the file is rebuilt.
func TestWrongLength(t *testing.T) {
	f := pdftest.New()
	n := f.Add("<</Length 3>>\nstream\nabcdef\nendstream")
	data := f.Bytes(f.Add(fmt.Sprintf("<</Type /Catalog /S %d 0 R /Pages <</Kids []>>>>", n)))
	d, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Trailer().Key("Root").Key("S").Data(); !errors.Is(err, ErrDamaged) || d.Faults() != 1 {
		t.Errorf("got %v with %d faults", err, d.Faults())
	}
	again, err := OpenRebuilt(bytes.NewReader(data), int64(len(data)), "")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := again.Trailer().Key("Root").Key("S").Data(); err != nil || string(got) != "abcdef" {
		t.Errorf("rebuilt: %q, %v", got, err)
	}
}

func TestTotalLimit(t *testing.T) {
	data := sample()
	d, err := OpenRebuilt(bytes.NewReader(data), int64(len(data)), "")
	if err != nil {
		t.Fatal(err)
	}
	d.left = 5
	v := d.Trailer().Key("Root").Key("Stream")
	if got, err := v.Data(); !errors.Is(err, ErrTooLarge) || len(got) != 5 {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := v.Data(); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

func TestOpenOther(t *testing.T) {
	for _, data := range []string{"", "hej", strings.Repeat("x", 3000)} {
		if _, err := Open(strings.NewReader(data), int64(len(data))); !errors.Is(err, ErrDamaged) {
			t.Errorf("%.5q: %v", data, err)
		}
		if _, err := OpenRebuilt(strings.NewReader(data), int64(len(data)), ""); err == nil {
			t.Errorf("%.5q opens", data)
		}
	}
}

func TestDecodeText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"plain", "plain"},
		{"\xfe\xff\x00P\x00\xe5", "På"},
		{"\xff\xfeP\x00\xe5\x00", "På"},
		{"\xef\xbb\xbfPå", "På"},
		{"\xef\xbb\xbfP\xff", "P\uFFFD"},
		{"\xfe\xff\x00\x1bsv\x00\x1b\x00A", "A"},
		{"\xfe\xff\xd8\x3d\xde\x00", "😀"},
		{"\xfe\xff\x00", ""},
		{"\x80\x85\xa0\xe5", "•–€å"},
		{"\x18\x1f", "˘˜"},
	}
	for _, test := range tests {
		if got := DecodeText(test.in); got != test.want {
			t.Errorf("%q: got %q, want %q", test.in, got, test.want)
		}
	}
}

func ExampleOpen() {
	data := pdftest.Pages("BT ET")
	d, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Trailer().Key("Root").Key("Pages").Key("Kids").Len())
	// Output: 1
}
