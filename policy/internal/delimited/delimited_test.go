package delimited

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		want       []string // line: a|b
	}{
		{"tabs", "a\tb\n1\t2\n3\t4\n", []string{"2: 1|2", "3: 3|4"}},
		{"semicolons", "a;b\n1;2,5\n", []string{"2: 1|2,5"}},
		{"commas", "a,b\n1,\"2,5\"\n", []string{"2: 1|2,5"}},
		{"columns in any order, others between", "b,x,A\n2,y,1\n", []string{"2: 1|2"}},
		{"byte order mark, CRLF, empty lines, no last line end", "\ufeffa\tb\r\n\r\n1\t2\r\n\t\r\n3\t4", []string{"3: 1|2", "5: 3|4"}},
		{"short row", "a\tb\n1\n", []string{"2: 1|"}},
		{"empty cells beyond the header", "a,b\n1,2,,\n", []string{"2: 1|2"}},
		{"quotation marks of the text between tabs", "a\tb\n\"M\" och \"N\"\t\"M\n", []string{`2: "M" och "N"|"M`}},
		{"quotation marks of a spreadsheet between tabs", "a\tb\n\"ett \"\"mål\"\"\"\t\"\"\n", []string{`2: ett "mål"|`}},
		{"a line end in a cell", "a,b\n\"1\n1\",2\n3,4\n", []string{"2: 1\n1|2", "4: 3|4"}},
		{"decomposed letters", "a,b\nma\u030al,2\n", []string{"2: mål|2"}},
		{"header alone", "a,b\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := Parse("f", []byte(tt.data), "a", "b")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range rows {
				got = append(got, strings.TrimPrefix((&Error{"", r.Line, r.Cells["a"] + "|" + r.Cells["b"]}).Error(), ":"))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	for data, want := range map[string]string{
		"":                      "f.csv:1: it is empty; the first line names the columns: a, b",
		" \n\n":                 `f.csv:1: there is no column "a"; the first line names the columns: a, b`,
		"a\tc\n":                `f.csv:1: there is no column "b"; the first line names the columns: a, b`,
		"a,b,A\n":               `f.csv:1: column "a" stands there twice`,
		"a,b\n1,2\n3,4,5\n":     "f.csv:3: 3 cells, but the first line names 2 columns",
		"a,b\n1,2\n\"3,4\n":     `f.csv:3: extraneous or missing " in quoted-field`,
		"a,b\n1,2\n3,\xe5\n":    "f.csv:3: it is not UTF-8; save it as UTF-8",
		"\xff\xfea\x00,\x00b\n": "f.csv:1: it is not UTF-8; save it as UTF-8",
	} {
		_, err := Parse("f.csv", []byte(data), "a", "b")
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

// Whatever a file holds, rows are in order, on lines that exist, and hold valid text.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a\tb\n1\t2\n", "a;b\n\"1\n\";2\n", "a,b\n\"", "\ufeffa,b\r\n,\r\nx,y", "a\tb\n\"\"\"\t\"\n", "a,b\n\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		rows, err := Parse("f", []byte(data), "a", "b")
		if err != nil {
			if rows != nil || !strings.HasPrefix(err.Error(), "f:") {
				t.Fatalf("%d rows, %v", len(rows), err)
			}
			return
		}
		last := 1
		for _, r := range rows {
			if r.Line <= last || r.Line > 1+strings.Count(data, "\n") {
				t.Fatalf("line %d after %d of %q", r.Line, last, data)
			}
			last = r.Line
			if !utf8.ValidString(r.Cells["a"]) || r.Cells["a"] != strings.TrimSpace(r.Cells["a"]) {
				t.Fatalf("cell %q", r.Cells["a"])
			}
		}
	})
}

func TestCells(t *testing.T) {
	rows, err := Cells("f", [][]string{{"B", "a"}, {"", " "}, {"2", "1"}, {"4"}}, "a", "b")
	if err != nil || len(rows) != 2 || rows[0].Line != 3 || rows[0].Cells["a"] != "1" || rows[1].Cells["b"] != "4" {
		t.Errorf("%+v, %v", rows, err)
	}
	if _, err := Cells("f", nil, "a"); err == nil {
		t.Error("an empty sheet is none")
	}
}
