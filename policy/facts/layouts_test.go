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

// TestLayouts reads whole documents as a user gives them, text, Markdown or a web page, and compares the partner towns found with those
// wanted. The documents of the second archive were answered before the program had read them.
func TestLayouts(t *testing.T) {
	for name, least := range map[string]int{"testdata/layouts.txtar": 40, "testdata/more.txtar": 86, "testdata/rounds.txtar": 86, "testdata/rounds2.txtar": 118} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(archive.Files) < 2*least || len(archive.Files)%2 != 0 {
			t.Fatalf("%s: %d files, want %d documents with what is wanted of each", name, len(archive.Files), least)
		}
		right, asked, invented := 0, 0, 0
		for i := 0; i < len(archive.Files); i += 2 {
			file, want := archive.Files[i], sorted(string(archive.Files[i+1].Data))
			t.Run(file.Name, func(t *testing.T) {
				doc := documentOf(t, file)
				got := layout(facts.Extract(doc), slices.ContainsFunc(want, func(l string) bool { return strings.HasPrefix(l, "count: ") }))
				if !slices.Equal(got, want) {
					t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
				for _, l := range want {
					asked++
					if slices.Contains(got, l) {
						right++
					}
				}
				for _, l := range got {
					if name, _, ok := strings.Cut(l, " | "); ok && !slices.ContainsFunc(want, func(w string) bool { return strings.HasPrefix(w, name+" | ") }) {
						invented++
					}
				}
			})
		}
		t.Logf("%s: %d of %d lines right, %d towns invented", name, right, asked, invented)
	}
}

// register knows the municipalities of the documents that do not exist.
var register = policy.DefaultRegister().With(policy.Municipality{Name: "Ekeby", LongName: "Ekeby kommun"}, policy.Municipality{Name: "Sjövik", LongName: "Sjöviks kommun"},
	policy.Municipality{Name: "Tallmora", LongName: "Tallmora kommun"}, policy.Municipality{Name: "Björkvattnet", LongName: "Björkvattnets kommun"})

// documentOf reads a file of an archive.
func documentOf(t *testing.T, file txtar.File) *policy.Document {
	pages, err := extract.Bytes(context.Background(), file.Name, file.Data, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := segment.Document(pages)
	doc.Municipality = facts.Assign(doc, facts.AssignOptions{Register: register})
	return doc
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
	lines := slices.DeleteFunc(strings.Split(strings.TrimSpace(want), "\n"), func(l string) bool { return strings.HasPrefix(l, "missed: ") })
	slices.Sort(lines)
	return lines
}
