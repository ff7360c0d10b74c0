package config

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// What deploy/ sets are settings that there are, in files that are YAML.
func TestDeployedSettings(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "deploy", "*", "*.yaml"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%v, %v", files, err)
	}
	set := 0
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for d := yaml.NewDecoder(strings.NewReader(string(data))); ; {
			var v any
			if err := d.Decode(&v); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
		}
		for _, name := range regexp.MustCompile(`\bSTYRDOK_[A-Z_]+\b`).FindAllString(string(data), -1) {
			set++
			if !slices.ContainsFunc(keys, func(k key) bool { return k.env() == name }) {
				t.Errorf("%s sets %s, which is no setting", path, name)
			}
		}
	}
	if set < 4 {
		t.Errorf("%d settings", set)
	}
}
