package facts_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// TestLayouts reads whole documents as a user gives them, text or Markdown, and compares the partner towns found with those wanted.
func TestLayouts(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/layouts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) < 80 || len(archive.Files)%2 != 0 {
		t.Fatalf("%d files, want at least 40 documents with what is wanted of each", len(archive.Files))
	}
	for i := 0; i < len(archive.Files); i += 2 {
		file, want := archive.Files[i], string(archive.Files[i+1].Data)
		t.Run(file.Name, func(t *testing.T) {
			pages, err := extract.Bytes(context.Background(), file.Name, file.Data, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			doc := segment.Document(pages)
			doc.Municipality = facts.Assign(doc, facts.AssignOptions{})
			if got := layout(facts.Extract(doc), strings.Contains(want, "count: ")); !slices.Equal(got, sorted(want)) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
			}
		})
	}
}

// layout writes what was found of partner towns as the .want files do, a line each, sorted.
func layout(f policy.Facts, count bool) []string {
	var lines []string
	for _, town := range f.PartnerTowns {
		line := town.Name + " | " + town.Country
		if town.Country == "" {
			line += "-"
		}
		if town.Status != "active" {
			line += " | " + town.Status
		}
		lines = append(lines, line)
	}
	lines = append(lines, "status: "+f.PartnerTownsStatus.Value)
	if count {
		lines = append(lines, fmt.Sprintf("count: %d", stated(f)))
	}
	slices.Sort(lines)
	return lines
}

func sorted(want string) []string {
	lines := strings.Split(strings.TrimSpace(want), "\n")
	slices.Sort(lines)
	return lines
}
