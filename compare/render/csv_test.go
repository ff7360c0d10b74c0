package render_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/compare/render"
)

// A described is what datapackage.json says of the folder's tables.
type described struct {
	Resources []struct {
		Name, Path, Encoding string
		Dialect              struct{ Delimiter, LineTerminator string }
		Schema               struct {
			Fields []struct{ Name, Type, Description, DecimalChar string }
		}
	}
}

// The description of the CSV files holds: each is there, has these columns, and cells of these types.
func TestDataPackage(t *testing.T) {
	for _, form := range []string{render.CSVStandard, render.CSVExcelSV} {
		dir := filepath.Join(t.TempDir(), "rapport")
		if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{CSV: form}); err != nil {
			t.Fatal(err)
		}
		var d described
		if err := json.Unmarshal([]byte(readFile(t, dir, "datapackage.json")), &d); err != nil {
			t.Fatal(err)
		}
		found, err := filepath.Glob(filepath.Join(dir, "*.csv"))
		if err != nil || len(found) != len(d.Resources) || len(found) != 10 {
			t.Errorf("%s: %d CSV files, %d described (%v)", form, len(found), len(d.Resources), err)
		}
		for _, r := range d.Resources {
			content := readFile(t, dir, r.Path)
			if excel := form == render.CSVExcelSV; excel != strings.HasPrefix(content, "\ufeff") || excel != (r.Encoding == "utf-8-sig") ||
				excel != strings.Contains(content, "\r\n") || excel != (r.Dialect.LineTerminator == "\r\n") {
				t.Errorf("%s: %s is not of the form that is described", form, r.Path)
			}
			c := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff")))
			c.Comma = rune(r.Dialect.Delimiter[0])
			rows, err := c.ReadAll()
			if err != nil || len(rows) < 2 && !emptyTables[r.Name] {
				t.Errorf("%s: %s: %d rows, %v", form, r.Path, len(rows), err)
				continue
			}
			for i, f := range r.Schema.Fields {
				if rows[0][i] != f.Name || f.Description == "" {
					t.Errorf("%s: column %d is %q, described as %q (%s)", r.Path, i+1, rows[0][i], f.Name, f.Description)
				}
				for _, row := range rows[1:] {
					checkType(t, r.Path+" "+f.Name, f.Type, f.DecimalChar, row[i])
				}
			}
		}
	}
}

// emptyTables have no rows for the sample documents; TestTablesOfWhatWasCompared looks at them.
var emptyTables = map[string]bool{"shared-goals": true, "versions": true, "words": true}

func readFile(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func checkType(t *testing.T, where, kind, decimal, cell string) {
	t.Helper()
	var err error
	switch kind {
	case "integer":
		if cell != "" {
			_, err = strconv.Atoi(cell)
		}
	case "number":
		if decimal != "" {
			if strings.Contains(cell, ".") {
				t.Errorf("%s: %q has a point", where, cell)
			}
			cell = strings.Replace(cell, decimal, ".", 1)
		}
		_, err = strconv.ParseFloat(cell, 64)
	case "boolean":
		_, err = strconv.ParseBool(cell)
	case "string":
	default:
		t.Errorf("%s: unknown type %q", where, kind)
	}
	if err != nil {
		t.Errorf("%s: %v", where, err)
	}
}

func TestUnknownFormOfCSV(t *testing.T) {
	if err := render.Write(nil, "csv", sampleReport(), render.Options{CSV: "excel-de"}); !errors.Is(err, render.ErrCSV) {
		t.Errorf("error %v", err)
	}
}

// No cell of any table begins like a formula.
func TestTablesHoldNoFormula(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "rapport")
	if err := render.Folder(context.Background(), dir, hostileReport(), render.Options{CSV: render.CSVExcelSV}); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
	cells := 0
	for _, f := range files {
		c := csv.NewReader(strings.NewReader(strings.TrimPrefix(readFile(t, dir, filepath.Base(f)), "\ufeff")))
		c.Comma = ';'
		rows, err := c.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				cells++
				if cell = strings.TrimSpace(cell); cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
					t.Errorf("%s: %.60q", filepath.Base(f), cell)
				}
			}
		}
	}
	if cells < 200 {
		t.Errorf("only %d cells", cells)
	}
}
