package policy

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestUniqueIDs(t *testing.T) {
	tests := []struct {
		name    string
		sources []string
		want    []string
	}{
		{"none", nil, []string{}},
		{"plain", []string{"Ale/policy.pdf", "plan.txt"}, []string{"policy", "plan"}},
		{"one name, two folders", []string{"Ale/policy.pdf", "Hylte/policy.pdf"}, []string{"Ale/policy", "Hylte/policy"}},
		{"as many folders as needed", []string{"a/x/p.pdf", "b/x/p.pdf", "q.md"}, []string{"a/x/p", "b/x/p", "q"}},
		{"one name, two extensions", []string{"Ale/p.pdf", "Ale/p.txt"}, []string{"p.pdf", "p.txt"}},
		{"two extensions in two folders", []string{"Ale/p.pdf", "Ale/p.txt", "Hylte/p.pdf"}, []string{"Ale/p.pdf", "p.txt", "Hylte/p"}},
		{"dots in a name", []string{"policy v1.2.pdf"}, []string{"policy v1.2"}},
		{"hidden file", []string{".pdf"}, []string{".pdf"}},
		{"equal paths", []string{"p.pdf", "p.pdf"}, []string{"p.pdf", "p.pdf#1"}},
		{"a folder only for those that need it", []string{"p.pdf", "Ale/p.pdf", "r.pdf"}, []string{"p", "Ale/p", "r"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, UniqueIDs(tt.sources)); diff != "" {
				t.Errorf("UniqueIDs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestUniqueIDsAreUnique(t *testing.T) {
	part := rapid.SampledFrom([]string{"a", "b", "p", "p.pdf", "p.txt", "p.pdf.txt", "p.pdf#1"})
	source := rapid.Map(rapid.SliceOfN(part, 1, 4), func(parts []string) string { return strings.Join(parts, "/") })
	rapid.Check(t, func(t *rapid.T) {
		sources := rapid.SliceOfN(source, 0, 12).Draw(t, "sources")
		seen := map[string]bool{}
		for i, id := range UniqueIDs(sources) {
			if id == "" || seen[id] {
				t.Fatalf("%q: ID %q of %q is empty or taken", sources, id, sources[i])
			}
			seen[id] = true
		}
	})
}
