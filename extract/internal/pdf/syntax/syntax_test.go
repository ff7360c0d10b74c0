package syntax

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// tokens writes the tokens of data in a short notation.
func tokens(data string) string {
	l := NewLexer([]byte(data))
	var out []string
	for {
		t := l.Next()
		switch t.Kind {
		case EOF:
			return strings.Join(out, " ")
		case Number:
			out = append(out, fmt.Sprint(t.Num))
		case String:
			out = append(out, fmt.Sprintf("(%s)", t.Bytes))
		case Name:
			out = append(out, fmt.Sprintf("/%s", t.Bytes))
		case Keyword:
			out = append(out, string(t.Bytes))
		case ArrayOpen:
			out = append(out, "[")
		case ArrayClose:
			out = append(out, "]")
		case DictOpen:
			out = append(out, "<<")
		case DictClose:
			out = append(out, ">>")
		}
	}
}

func TestLexer(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"BT /F1 12 Tf", "BT /F1 12 Tf"},
		{"1 -2 +3 .5 -.25 4. 0.000", "1 -2 3 0.5 -0.25 4 0"},
		{"--5 1.2.3 12-34", "-5 1.2 12"},
		{"- . a-b", "- 0 a-b"},
		{"1 0 0 1 72 720cm 0Tc", "1 0 0 1 72 720 cm 0 Tc"},
		{"(a(b)c)", "(a(b)c)"},
		{`(a\(b\)\\)`, `(a(b)\)`},
		{`(\101\60\7)`, "(A0\a)"},
		{"(a\\\nb)", "(ab)"},
		{"(a\\\r\nb)", "(ab)"},
		{"(a\rb\r\nc)", "(a\nb\nc)"},
		{`(\n\r\t\b\f\q)`, "(\n\r\t\b\fq)"},
		{"(open", "(open"[0:5] + ")"},
		{"<48 65 6C6c6F>", "(Hello)"},
		{"<414>", "(A@)"},
		{"<4x1>", "(A)"},
		{"/A#42C /#4 /", "/ABC /#4 /"},
		{"[1 2]/N<</K(v)>>", "[ 1 2 ] /N << /K (v) >>"},
		{"% comment\n1 % another\r2", "1 2"},
		{") > 1", "1"},
		{"{ pop }", "{ pop }"},
		{"T* ' \"", "T* ' \""},
	}
	for _, test := range tests {
		if got := tokens(test.in); got != test.want {
			t.Errorf("%q: got %q, want %q", test.in, got, test.want)
		}
	}
}

// TestLexerKeepsTokens: tokens given before Release stay what they were.
func TestLexerKeepsTokens(t *testing.T) {
	l := NewLexer([]byte(`(a\(1) (b\(2) <4344>`))
	a, b, c := l.Next(), l.Next(), l.Next()
	if string(a.Bytes)+string(b.Bytes)+string(c.Bytes) != "a(1b(2CD" {
		t.Errorf("got %q %q %q", a.Bytes, b.Bytes, c.Bytes)
	}
}

func TestParser(t *testing.T) {
	tests := []struct {
		in   string
		want Object
		ok   bool
	}{
		{"12", int64(12), true},
		{"1.5", 1.5, true},
		{"12 0 R", Ref{12, 0}, true},
		{"12 0 obj", int64(12), true},
		{"12 0", int64(12), true},
		{"-1 0 R", int64(-1), true},
		{"99999999999 0 R", int64(99999999999), true},
		{"true", true, true},
		{"null", nil, true},
		{"(text)", Text("text"), true},
		{"/Name", Symbol("Name"), true},
		{"[1 /A [2] (x)]", Array{int64(1), Symbol("A"), Array{int64(2)}, Text("x")}, true},
		{"<</A 1 /B <</C 2 0 R>>>>", Dict{"A": int64(1), "B": Dict{"C": Ref{2, 0}}}, true},
		{"<</A 1 junk /B 2>>", Dict{"A": int64(1), "B": int64(2)}, true},
		{"<</A 1 endobj 2 0 obj", Dict{"A": int64(1)}, true},
		{"[1 2 endobj", Array{int64(1), int64(2)}, true},
		{"<</A [1 2 >>", Dict{"A": Array{int64(1), int64(2)}}, true},
		{"[1 2 }", Array{int64(1), int64(2)}, true},
		{"endobj", nil, false},
		{"]", nil, false},
		{"", nil, false},
	}
	for _, test := range tests {
		got, ok := NewParser([]byte(test.in), 0).Object()
		if ok != test.ok || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%q: got %#v %v, want %#v %v", test.in, got, ok, test.want, test.ok)
		}
	}
}

// TestParserDepth: nesting without end neither overflows the stack nor takes long.
func TestParserDepth(t *testing.T) {
	for _, open := range []string{"[", "<</A ", "[<</A "} {
		if _, ok := NewParser([]byte(strings.Repeat(open, 1_000_000)), 0).Object(); !ok {
			t.Errorf("%q: nothing was read", open)
		}
	}
}

// TestParserStops: the parser leaves what follows the object.
func TestParserStops(t *testing.T) {
	p := NewParser([]byte("<</Length 3>> stream\nabc"), 0)
	if _, ok := p.Object(); !ok {
		t.Fatal("no object")
	}
	if k := p.Next(); string(k.Bytes) != "stream" {
		t.Errorf("got %q", k.Bytes)
	}
}

func FuzzLexer(f *testing.F) {
	for _, s := range []string{"BT /F1 12 Tf [(a) -250 (b)] TJ ET", "<</A [1 2 0 R] /B#20 (\\(\\101)>>", "<48656> % x\n--1.5.2", "((((("} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := NewLexer(data)
		last := -1
		for {
			tok := l.Next()
			if tok.Kind == EOF {
				break
			}
			if l.Pos <= last || l.Pos > len(data) {
				t.Fatalf("position %d after %d", l.Pos, last)
			}
			last = l.Pos
			l.Release()
		}
		p := NewParser(data, 0)
		for range 1000 {
			before := p.Pos
			if _, ok := p.Object(); !ok && p.Pos == before {
				break
			}
		}
	})
}

func BenchmarkLexer(b *testing.B) {
	data := []byte(strings.Repeat("BT /F1 11 Tf 1 0 0 1 72.5 700.25 Tm [(Kommun) -12.5 (styrelsen)] TJ ET\n", 1000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		l := NewLexer(data)
		for l.Next().Kind != EOF {
			l.Release()
		}
	}
}

func ExampleLexer() {
	l := NewLexer([]byte("/F1 12 Tf"))
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		fmt.Printf("%d %g %q\n", t.Kind, t.Num, t.Bytes)
	}
	// Output:
	// 3 0 "F1"
	// 1 12 ""
	// 4 0 "Tf"
}
