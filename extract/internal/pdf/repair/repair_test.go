package repair

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/pdftest"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

func rebuild(t *testing.T, data []byte) *Image {
	t.Helper()
	m, err := Rebuild(bytes.NewReader(data), int64(len(data)), "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestConforming(t *testing.T) {
	good := string(pdftest.Pages("BT ET"))
	tests := []struct {
		name string
		data string
		want bool
	}{
		{"good", good, true},
		{"white after", good + "\r\n \n", true},
		{"empty", "", false},
		{"text", "hej", false},
		{"2.0", strings.Replace(good, "%PDF-1.7", "%PDF-2.0", 1), false},
		{"no end", strings.TrimSuffix(good, "%%EOF\n"), false},
		{"junk after", good + "junk", false},
		{"wrong place", strings.Replace(good, "startxref\n", "startxref\n1", 1), false},
		{"no place", strings.Replace(good, "startxref\n", "startxref\nx", 1), false},
		{"previous table", strings.Replace(good, "trailer\n<<", "trailer\n<</Prev 9", 1), false},
		{"hybrid", strings.Replace(good, "trailer\n<<", "trailer\n<</XRefStm 9", 1), false},
		{"encrypted", strings.Replace(good, "trailer\n<<", "trailer\n<</Encrypt 9 0 R", 1), false},
		{"no size", strings.Replace(good, "/Size", "/Sise", 1), false},
		{"huge size", strings.Replace(good, "/Size ", "/Size 9999999", 1), false},
		{"huge table", strings.Replace(good, "xref\n0 ", "xref\n0 9999999", 1), false},
		{"cut table", good[:strings.Index(good, "trailer")] + good[strings.Index(good, "startxref"):], false},
	}
	for _, test := range tests {
		if got := Conforming(strings.NewReader(test.data), int64(len(test.data))); got != test.want {
			t.Errorf("%s: got %v", test.name, got)
		}
	}
}

func TestScan(t *testing.T) {
	tests := []struct {
		name, data string
		want       map[int]syntax.Object
	}{
		{"two objects", "1 0 obj 5 endobj 2 0 obj (x) endobj", map[int]syntax.Object{1: int64(5), 2: syntax.Text("x")}},
		{"later replaces", "1 0 obj 5 endobj 1 0 obj 6 endobj", map[int]syntax.Object{1: int64(6)}},
		{"no endobj", "1 0 obj 5 2 0 obj 6", map[int]syntax.Object{1: int64(5), 2: int64(6)}},
		{"glued", "x1 0obj 5 endobj", map[int]syntax.Object{1: int64(5)}},
		{"dictionary not closed", "1 0 obj <</A 1 endobj 2 0 obj 3 endobj", map[int]syntax.Object{1: syntax.Dict{"A": int64(1)}, 2: int64(3)}},
		{"no number", "obj 5 endobj a obj", map[int]syntax.Object{}},
		{"number too large", "99999999 0 obj 5 endobj", map[int]syntax.Object{}},
		{"comments", "1 % one\n % two\n 0 obj 5 endobj", map[int]syntax.Object{1: int64(5)}},
		{"empty object", "1 0 obj endobj 2 0 obj 1 endobj", map[int]syntax.Object{1: nil, 2: int64(1)}},
	}
	for _, test := range tests {
		got := map[int]syntax.Object{}
		for id, o := range scanFile([]byte(test.data)).objects {
			got[id] = o.value
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %#v", test.name, got)
		}
	}
}

// TestScanStreams: a stream's data is found whatever its Length says, and what looks like an object in it is none.
func TestScanStreams(t *testing.T) {
	const inner = "data 7 0 obj 1 endobj"
	tests := map[string]string{
		"right":           fmt.Sprintf("1 0 obj <</Length %d>> stream\n%s\nendstream endobj", len(inner), inner),
		"carriage return": fmt.Sprintf("1 0 obj <</Length %d>> stream\r\n%s\r\nendstream endobj", len(inner), inner),
	}
	for name, data := range tests {
		s := scanFile([]byte(data))
		o := s.objects[1]
		if o == nil || !o.stream || data[o.offset:o.offset+o.length] != inner || len(s.objects) != 1 {
			t.Errorf("%s: %+v of %d objects", name, o, len(s.objects))
		}
	}
	for name, length := range map[string]string{"zero": "0", "too long": "99", "negative": "-4", "reference": "9 0 R", "missing": ""} {
		data := "1 0 obj <</Length " + length + ">> stream\nabc def\nendstream endobj 2 0 obj 5 endobj"
		s := scanFile([]byte(data))
		if o := s.objects[1]; o == nil || data[o.offset:o.offset+o.length] != "abc def" || s.objects[2] == nil {
			t.Errorf("%s: %+v", name, o)
		}
	}
	for name, data := range map[string]string{"no endstream": "1 0 obj <<>> stream\nabc endobj", "cut off": "1 0 obj <<>> stream\nabc"} {
		s := scanFile([]byte(data))
		if o := s.objects[1]; o == nil || !strings.HasPrefix(data[o.offset:], "abc") || o.length < 3 {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

// packed returns a file whose catalog and page tree lie in an object stream.
func packed(members ...string) []byte {
	var index, body strings.Builder
	for i, m := range members {
		fmt.Fprintf(&index, "%d %d ", 10+i, body.Len())
		body.WriteString(m + " ")
	}
	data := index.String() + body.String()
	f := pdftest.New()
	f.Deflated(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(members), index.Len()), data)
	return f.Bytes(10)
}

func TestUnpack(t *testing.T) {
	m := rebuild(t, packed("<</Type /Catalog /Pages 11 0 R>>", "<</Kids [12 0 R]>>", "<</Type /Page /A (x)>>"))
	for _, want := range []string{"/Type /Catalog", "/Kids [3 0 R ]", "/A <78>"} {
		if !bytes.Contains(m.Data, []byte(want)) {
			t.Errorf("%q is missing in\n%s", want, m.Data)
		}
	}
	if m.Damaged {
		t.Error("counts as damaged")
	}
}

// TestUnpackOrder: of two objects of one number the later in the file counts, packed or not.
func TestUnpackOrder(t *testing.T) {
	old := packed("<</Type /Catalog /Pages 11 0 R>>", "<</Kids [] /V (old)>>")
	update := append(old, "11 0 obj <</Kids [] /V (new)>> endobj\n"...)
	if m := rebuild(t, update); !bytes.Contains(m.Data, []byte("/V <6e6577>")) {
		t.Errorf("the update is lost in\n%s", m.Data)
	}
	before := append([]byte("11 0 obj <</Kids [] /V (old)>> endobj\n"), packed("<</Type /Catalog /Pages 11 0 R>>", "<</Kids [] /V (new)>>")...)
	if m := rebuild(t, before); !bytes.Contains(m.Data, []byte("/V <6e6577>")) {
		t.Errorf("the packed object is lost in\n%s", m.Data)
	}
}

func TestUnpackAbsurd(t *testing.T) {
	for _, dict := range []string{"/N 5 /First 999", "/N -1 /First 2", "/N 99999999 /First 8", "/First 8", "/N 2", "/N 2 /First 8 /Filter /Nope"} {
		f := pdftest.New()
		f.Stream("/Type /ObjStm "+dict, "1 0 2 9 <</Type /Catalog>> (x)")
		root := f.AddPages("<<>>", "BT ET")
		rebuild(t, f.Bytes(root))
	}
}

// TestFindRoot: a file without a way to its pages gets one.
func TestFindRoot(t *testing.T) {
	page := "3 0 obj <</Type /Page>> endobj "
	tests := map[string]string{
		"catalog":   page + "2 0 obj <</Type /Pages /Kids [3 0 R]>> endobj 1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
		"tree":      page + "2 0 obj <</Type /Pages /Kids [3 0 R]>> endobj",
		"pages":     page,
		"lost tree": page + "trailer <</Root 9 0 R>>",
	}
	for name, data := range tests {
		m := rebuild(t, []byte(data))
		if !m.Damaged || !bytes.Contains(m.Data, []byte("/Root ")) || !bytes.Contains(m.Data, []byte("/Pages ")) {
			t.Errorf("%s: damaged %v\n%s", name, m.Damaged, m.Data)
		}
	}
	for name, data := range map[string]string{"nothing": "", "no objects": "hej", "no pages": "1 0 obj 5 endobj"} {
		if _, err := Rebuild(strings.NewReader(data), int64(len(data)), ""); !errors.Is(err, ErrNoObjects) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	if _, err := Rebuild(strings.NewReader(""), MaxFile+1, ""); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

// TestImageConforms: what is rebuilt is of the plainest kind, whatever it was made of.
func TestImageConforms(t *testing.T) {
	odd := "7 3 obj <</Type /Page /S (a\\)\\(\xff) /N#20#28 -1.50 /R 0.00001 /T true /U null /A [1 [2] <</B 9 0 R>>] /L 4 3 R>> endobj " +
		"4 3 obj <</X /Y>> stream\nabc\nendstream endobj"
	m := rebuild(t, []byte(odd))
	if !Conforming(bytes.NewReader(m.Data), int64(len(m.Data))) {
		t.Fatalf("does not conform:\n%s", m.Data)
	}
	again := rebuild(t, m.Data)
	if !bytes.Equal(m.Data, again.Data) {
		t.Errorf("rebuilding changes an image:\n%s\n%s", m.Data, again.Data)
	}
	for _, want := range []string{"/S <612928ff>", "/N#20#28 -1.5", "/R 0.00001", "/T true", "/U null", "/L 1 0 R", "/B null"} {
		if !bytes.Contains(m.Data, []byte(want)) {
			t.Errorf("%q is missing in\n%s", want, m.Data)
		}
	}
	if string(m.Raw(0)) != "abc" || m.Raw(1) != nil || m.Raw(-1) != nil {
		t.Errorf("streams: %q %q", m.Raw(0), m.Raw(1))
	}
}

func TestSteps(t *testing.T) {
	parse := func(text string) syntax.Dict {
		o, _ := syntax.NewParser([]byte(text), 0).Object()
		return o.(syntax.Dict)
	}
	same := func(o syntax.Object) syntax.Object { return o }
	tests := map[string]string{
		"<<>>":                   "[]",
		"<</Filter /A85>>":       "[{A85 0 0 0 0 false}]",
		"<</Filter [/AHx /Fl]>>": "[{AHx 0 0 0 0 false} {Fl 0 0 0 0 false}]",
		"<</Filter /LZWDecode /DecodeParms <</EarlyChange 0 /Predictor 12 /Columns 5 /Colors 3 /BitsPerComponent 8>>>>": "[{LZWDecode 12 3 8 5 true}]",
		"<</Filter [/A /B] /DecodeParms [null <</Predictor 2>>]>>":                                                      "[{A 0 0 0 0 false} {B 2 0 0 0 false}]",
	}
	for in, want := range tests {
		if got := fmt.Sprint(Steps(parse(in), same)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func FuzzRebuild(f *testing.F) {
	f.Add(pdftest.Pages("BT ET"))
	f.Add(packed("<</Type /Catalog /Pages 11 0 R>>", "<</Kids [12 0 R]>>", "<</Type /Page>>"))
	f.Add([]byte("1 0 obj <</Length 3>> stream\nabc endstream 2 0 obj <</Type /Page>> trailer <</Encrypt <</V 5 /R 6>>>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer pdftest.Watch(data)()
		Conforming(bytes.NewReader(data), int64(len(data)))
		m, err := Rebuild(bytes.NewReader(data), int64(len(data)), "x")
		if err != nil {
			return
		}
		for i := range m.Streams {
			m.Raw(i)
		}
		if !Conforming(bytes.NewReader(m.Data), int64(len(m.Data))) {
			t.Fatalf("does not conform:\n%q", m.Data)
		}
	})
}

func ExampleRebuild() {
	broken := "junk 5 0 obj <</Type /Page>> endobj and no table"
	m, err := Rebuild(strings.NewReader(broken), int64(len(broken)), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(Conforming(bytes.NewReader(m.Data), int64(len(m.Data))), m.Damaged)
	// Output: true true
}
