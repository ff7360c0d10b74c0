package render_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
)

// csvRows returns the rows of a table in the folder of a report, without its head, as maps from column to cell.
func csvRows(t *testing.T, dir, name string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func TestTablesOfWhatWasCompared(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "rapport")
	r := comparedReport()
	r.Municipalities[0].Distinctive = []compare.KeyWord{{Word: "=hamn", Count: 5, Rest: 1, Documents: 2, PerThousand: 5.95, LogLikelihood: 12.62, LogRatio: 4.66}}
	if err := render.Folder(context.Background(), dir, r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	bases, passages := 0, 0
	for _, m := range r.Municipalities {
		for _, g := range m.Gaps {
			bases += len(g.Bases)
		}
	}
	for _, p := range r.Reuse.Pairs {
		passages += len(p.Passages)
	}
	gaps, reuse, followUps := csvRows(t, dir, "gaps.csv"), csvRows(t, dir, "reuse.csv"), csvRows(t, dir, "follow-up.csv")
	if len(gaps) != bases || len(reuse) != passages || bases == 0 || passages == 0 {
		t.Errorf("%d rows of gaps for %d bases, %d of reuse for %d passages", len(gaps), bases, len(reuse), passages)
	}
	want := map[string]string{"municipality": "Åmål", "scb_code": "", "kind": "tag", "name": "follow-up", "state": "not-said",
		"text": "Ingen uppgift om uppföljning hittades i de dokument som ingår.", "group": "Kusten", "have": "2", "of": "2"}
	if !slices.ContainsFunc(gaps, func(row map[string]string) bool { return cmp.Equal(row, want) }) {
		t.Errorf("no such gap: %v\n%v", want, gaps)
	}
	first := r.Reuse.Pairs[0].Passages[0]
	if reuse[0]["quote_a"] != first.A.Quote || reuse[0]["quote_b"] != first.B.Quote || reuse[0]["document_a"] != first.A.Document {
		t.Errorf("%v", reuse[0])
	}
	if !slices.ContainsFunc(followUps, func(row map[string]string) bool {
		return row["due"] == "overdue" && row["missed"] == "2006 2010 2014 2018 2022" && row["next"] == "2030-10-14"
	}) {
		t.Errorf("nothing is overdue: %v", followUps)
	}
	goals, changes, words := 0, 0, 0
	for _, g := range r.SharedGoals {
		goals += len(g.Goals)
	}
	for _, x := range r.Versions {
		changes += x.Came + x.Went + x.Reworded + x.Moved
	}
	for _, m := range r.Municipalities {
		words += len(m.Distinctive)
	}
	for name, want := range map[string]int{"shared-goals.csv": goals, "versions.csv": changes, "words.csv": words} {
		if got := len(csvRows(t, dir, name)); got != want || want == 0 {
			t.Errorf("%s has %d rows, want %d", name, got, want)
		}
	}
	goal, x := csvRows(t, dir, "shared-goals.csv")[0], r.SharedGoals[0]
	if goal["goal"] != "goal-1" || goal["words"] != strings.Join(x.Words, " ") || goal["quote"] != x.Goals[0].Quote || goal["municipality"] == "" {
		t.Errorf("%v", goal)
	}
	if word := csvRows(t, dir, "words.csv")[0]; word["word"] != "'=hamn" || word["count"] != "5" || word["log_likelihood"] != "12.62" {
		t.Errorf("%v", word)
	}
	for _, row := range csvRows(t, dir, "versions.csv") {
		old, current := row["old_quote"] != "", row["new_quote"] != ""
		if old != (row["change"] != "came") || current != (row["change"] != "went") {
			t.Errorf("%v", row)
		}
	}
}
