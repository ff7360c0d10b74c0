package config

import (
	"errors"
	"strings"
	"testing"
)

func known(name string) bool { return name == "Ale" || name == "Åmål" || name == "Upplands Väsby" }

func TestMapping(t *testing.T) {
	const file = "municipalities.csv"
	m, err := parseMapping(file, []byte(`path,municipality
# the web pages were saved by hand
*-webb.pdf, Åmål
2024/ale-*.pdf,Ale
/arkiv/Norr,Upplands Väsby
"Ale, gammalt",Ale
A`+"\u030a"+`ma`+"\u030a"+`l,Åmål
`), known)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"/home/x/Ale/start-webb.pdf":      "Åmål", // the first rule that matches
		"/data/2024/ale-plan.pdf":         "Ale",
		"/data/2024/mer/ale-plan.pdf":     "",
		"/data/2025/ale-plan.pdf":         "",
		"/arkiv/Norr/djupt/ner/plan.pdf":  "Upplands Väsby",
		"/data/arkiv/Norr/plan.pdf":       "",
		"/data/Ale, gammalt/plan.pdf":     "Ale",
		"/data/Åmål/plan.pdf":             "Åmål", // NFD in the pattern
		"/data/A\u030ama\u030al/plan.pdf": "Åmål", // NFD on disk
		"/data/Åmåls/plan.pdf":            "",
	} {
		if got := m.Municipality(path); got != want {
			t.Errorf("Municipality(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestMappingOfExcel(t *testing.T) {
	m, err := parseMapping("m.csv", []byte("\uFEFFsökväg;municipality\r\nÖst;Ale\r\n"), known)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Municipality("/x/Öst/plan.pdf"); got != "Ale" {
		t.Errorf("got %q", got)
	}
}

func TestNoMapping(t *testing.T) {
	var m *Mapping
	if got := m.Municipality("/x/Ale/plan.pdf"); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestMappingErrors(t *testing.T) {
	for file, want := range map[string]string{
		"a,Ale\nb,Alle\n":   `m.csv:2: "Alle" is no known municipality; add it under municipalities in styrdok.yaml`,
		"Ale\n":             "m.csv:1: want a path pattern and a municipality",
		"a,\n":              "m.csv:1: want a path pattern",
		"a,Ale,b\n":         "m.csv:1: want a path pattern",
		"\n\na[,Ale\n":      `m.csv:3: "a[" is no pattern`,
		"a,Ale\n\"b,Ale\n":  "m.csv:2:",
		"a,Ale\nb\"c,Ale\n": "m.csv:2:",
	} {
		_, err := parseMapping("m.csv", []byte(file), known)
		var invalid *Error
		if !errors.As(err, &invalid) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", file, err, want)
		}
	}
	if _, err := ReadMapping(t.TempDir()+"/none.csv", known); err == nil {
		t.Error("a file that does not exist was read")
	}
}

func FuzzMapping(f *testing.F) {
	f.Add("path,municipality\nAle/*,Ale\n", "/x/Ale/y.pdf")
	f.Add("\uFEFFa;Ale\n", "a")
	f.Add("/,Ale", "/")
	f.Fuzz(func(t *testing.T, data, path string) {
		m, err := parseMapping("m.csv", []byte(data), known)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("error of several lines: %v", err)
			}
			return
		}
		if got := m.Municipality(path); got != "" && !known(got) {
			t.Errorf("municipality %q is not known", got)
		}
	})
}
