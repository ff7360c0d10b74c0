package config

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func knownForTest(name string) bool { return name == "Ale" || name == "Hylte" }

func TestReadSources(t *testing.T) {
	file := write(t, SourcesFile, `
sources:
  - municipality: Ale
    folders: [/srv/ale, bolag/ale]
  - municipality: Hylte
    folders: /srv/*/hylte
  - folders:
      - /srv/ale/inkommet
`)
	s, err := ReadSources(file, knownForTest)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(file)
	if f := s.Folders(); len(f) != 4 || f[1] != (SourceFolder{filepath.Join(dir, "bolag/ale"), "Ale"}) {
		t.Errorf("folders %+v", f)
	}
	for path, want := range map[string]string{
		"/srv/ale/policy.pdf":                        "Ale",
		"/srv/ale":                                   "Ale",
		"/srv/alex/policy.pdf":                       "",
		"/srv/ale/inkommet/policy.pdf":               "",
		"/srv/a/hylte/2024/plan.pdf":                 "Hylte",
		filepath.Join(dir, "bolag/ale/b/policy.pdf"): "Ale",
		"/": "",
	} {
		if got := s.Municipality(path); got != want {
			t.Errorf("%s is %q's, want %q", path, got, want)
		}
	}
	var none *SourceFolders
	if none.Municipality("/srv/ale/x") != "" || none.Folders() != nil {
		t.Error("none has some")
	}
}

func TestReadSourcesErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "sources.yaml:1: want a list",
		"- /srv":                    "sources.yaml:1: want a list",
		"källor: []":                `sources.yaml:1: unknown key "källor"`,
		"sources:":                  "sources.yaml:1: sources must be a list",
		"sources: []":               "sources.yaml:1: sources must be a list",
		"sources: [/srv]":           "sources.yaml:1: sources: each needs folders",
		"sources: [":                "sources.yaml: line 1",
		"sources:\n- folders: []":   "sources.yaml:2: sources: folders are missing",
		"sources:\n- folders: ['']": "sources.yaml:2: sources: a folder must be a path",
		"sources:\n- folders: x\n  municipality: Atlantis":       `sources.yaml:3: "Atlantis" is no known municipality`,
		"sources:\n- folders: x\n  kommun: Ale":                  `sources.yaml:3: sources: "kommun" is not understood`,
		"sources:\n- folders: x\n  municipality: [Ale]":          `sources.yaml:3: sources: "municipality" is not understood`,
		"sources:\n- folders: x\n- municipality: Ale\nother: 17": `sources.yaml:4: unknown key "other"`,
	} {
		_, err := ReadSources(write(t, SourcesFile, text), knownForTest)
		var invalid *Error
		if !errors.As(err, &invalid) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
	if _, err := ReadSources(filepath.Join(t.TempDir(), "nothing"), knownForTest); err == nil {
		t.Error("there is no such file")
	}
}
