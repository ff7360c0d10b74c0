package render

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableThereAndBack(t *testing.T) {
	rows := [][]string{
		{"plan", "Vi vill\nha mer.", "2014-02-13", ""},
		{"=1+1", "å_x0041_ä", "007", "1,5"},
		{"tab\toch \"citat\"", "<b>&amp;", "TRUE", "sist"},
	}
	var b bytes.Buffer
	table := Table{Name: "Granskning", Columns: []string{"document", "quote", "value", "verdict"}, Widths: []float64{10, 40, 10, 10},
		Rows: rows, Choices: map[int][]string{3: {"keep", "remove"}}}
	if err := WriteTable(&b, table); err != nil {
		t.Fatal(err)
	}
	got, err := ReadTable(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if len(got[1]) == 3 { // an empty cell at the end of a row is left out
		got[1] = append(got[1], "")
	}
	if diff := cmp.Diff(append([][]string{table.Columns}, rows...), got); diff != "" {
		t.Error(diff)
	}
}

func TestReadTableOfSomethingElse(t *testing.T) {
	for _, data := range []string{"", "document,quote", "PK\x03\x04 and nothing more"} {
		if _, err := ReadTable(bytes.NewReader([]byte(data))); !errors.Is(err, ErrTable) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

// FuzzReadTable: whatever a file holds, it is read or refused.
func FuzzReadTable(f *testing.F) {
	var b bytes.Buffer
	if err := WriteTable(&b, Table{Name: "T", Columns: []string{"a"}, Widths: []float64{9}, Rows: [][]string{{"1"}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if rows, err := ReadTable(bytes.NewReader(data)); err != nil && (rows != nil || !errors.Is(err, ErrTable)) {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
	})
}
