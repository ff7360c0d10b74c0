// Package arch holds the import table of docs/design.md against the code: which package may import which of ours, and
// which are alone with a library.
package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"sort"
	"strings"
	"testing"
)

const module = "github.com/styrdok/styrdok"

// allowed says for each package which of our packages it may import (patterns as path.Match has them, relative to the
// module; a package's own sub-packages are named too). It is the table of docs/design.md.
var allowed = map[string][]string{
	".":                        {"policy", "policy/*", "extract", "extract/*", "index", "index/bleveindex", "compare", "compare/render"},
	"policy":                   {},
	"policy/swedish":           {},
	"policy/bodies":            {"policy", "policy/swedish"},
	"policy/evaluation":        {"policy", "policy/swedish", "policy/internal/*"},
	"policy/review":            {"policy", "policy/internal/*"},
	"policy/internal/*":        {},
	"policy/tagging":           {"policy", "policy/swedish", "policy/bodies"},
	"policy/facts":             {"policy", "policy/swedish", "policy/bodies", "policy/people"},
	"policy/people":            {"policy"},
	"policy/thesaurus":         {"policy/swedish"},
	"extract/page":             {"policy"},
	"extract/internal/*":       {"policy", "extract/page"},
	"extract/internal/ocr":     {"extract/internal/program"},
	"extract/internal/outside": {"extract/internal/program"},
	"extract/internal/*/*":     {"policy", "extract/page", "extract/internal/*/*"},
	"extract/internal/pdf":     {"policy", "extract/page", "extract/internal/pdf/*"},
	"extract":                  {"policy", "extract/page", "extract/internal/*"},
	"extract/segment":          {"policy", "policy/swedish", "extract/page"},
	"index":                    {"policy", "policy/swedish", "policy/thesaurus", "index/internal/queue"},
	"index/internal/queue":     {},
	"index/internal/*":         {"index"},
	"index/bleveindex":         {"index", "index/internal/*", "policy", "policy/swedish"},
	"index/opensearch":         {"index", "index/internal/*", "policy", "policy/swedish"},
	"index/opensearch/*":       {},
	"index/indextest":          {"index", "index/internal/*", "policy", "policy/swedish", "extract", "extract/segment"},
	"compare":                  {"policy", "policy/swedish", "policy/people", "compare/internal/lsh", "compare/internal/worddiff"},
	"compare/render":           {"compare", "policy", "policy/swedish"},
	"compare/internal/*":       {"policy", "policy/swedish"},
	"cmd/styrdok":              {"cmd/internal/cli"},
	"cmd/internal/cli":         {".", "policy", "policy/*", "extract", "extract/*", "index", "index/*", "compare", "compare/*", "cmd/internal/*"},
	"cmd/internal/config":      {"policy"},
	"cmd/internal/batch":       {".", "policy", "policy/*", "extract", "index", "index/*"},
	"cmd/internal/corpus":      {"policy"},
	"cmd/internal/corpus/*":    {"cmd/internal/corpus"},
	"cmd/internal/indexbench":  {"policy", "policy/swedish", "index", "index/bleveindex", "index/opensearch", "index/opensearch/*", "cmd/internal/corpus"},
	"cmd/internal/worker":      {".", "policy", "policy/*", "extract", "extract/*"},
	"cmd/internal/arch":        {},
	"cmd/internal/scaleplan":   {},
	"cmd/internal/devtools":    {"*", "*/*"},
}

// alone says which packages may import a library: one each, so that it can be replaced in one place.
var alone = map[string]string{
	"github.com/ledongthuc/pdf":      "extract/internal/pdf*",
	"github.com/blevesearch/bleve":   "index/bleveindex",
	"github.com/opensearch-project":  "index/opensearch",
	"github.com/spf13/viper":         "cmd/internal/config",
	"github.com/spf13/cobra":         "cmd/internal/cli",
	"github.com/xuri/excelize":       "compare/render",
	"github.com/yuin/goldmark":       "extract/internal/plain",
	"github.com/PuerkitoBio/goquery": "extract/internal/html",
}

type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list names only %d packages", len(all))
	}
	return all
}

func rel(importPath string) string {
	r := strings.TrimPrefix(strings.TrimPrefix(importPath, module), "/")
	if r == "" {
		return "."
	}
	return r
}

func matches(patterns []string, name string) bool {
	for _, p := range patterns {
		if ok, _ := path.Match(p, name); ok {
			return true
		}
	}
	return false
}

// rule returns the row of the table for a package: its own, else the pattern that matches.
func rule(name string) ([]string, bool) {
	if r, ok := allowed[name]; ok {
		return r, true
	}
	var keys []string
	for k := range allowed {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if ok, _ := path.Match(k, name); ok {
			return allowed[k], true
		}
	}
	return nil, false
}

func TestImportsFollowTheTable(t *testing.T) {
	for _, p := range packages(t) {
		name := rel(p.ImportPath)
		may, ok := rule(name)
		if !ok {
			t.Errorf("%s stands in no row of the table in docs/design.md", name)
			continue
		}
		for _, imp := range p.Imports {
			if imp != module && !strings.HasPrefix(imp, module+"/") {
				continue
			}
			if r := rel(imp); r != name && !matches(may, r) {
				t.Errorf("%s imports %s, which the table does not allow", name, r)
			}
		}
	}
}

func TestLibrariesHaveOneImporter(t *testing.T) {
	for _, p := range packages(t) {
		name := rel(p.ImportPath)
		for _, imp := range append(append(p.Imports, p.TestImports...), p.XTestImports...) {
			for lib, only := range alone {
				if imp != lib && !strings.HasPrefix(imp, lib+"/") {
					continue
				}
				if !matches([]string{only, only + "/*"}, name) {
					t.Errorf("%s imports %s, which only %s may", name, imp, only)
				}
			}
		}
	}
}

// The domain is what everything stands on: it may pull in nothing.
func TestPolicyImportsOnlyTheStandardLibraryAndText(t *testing.T) {
	for _, p := range packages(t) {
		if rel(p.ImportPath) != "policy" {
			continue
		}
		for _, imp := range p.Imports {
			first, _, _ := strings.Cut(imp, "/")
			if strings.Contains(first, ".") && !strings.HasPrefix(imp, "golang.org/x/text/") {
				t.Errorf("policy imports %s", imp)
			}
		}
	}
}
