package bleveindex_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/sv"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
	"github.com/styrdok/styrdok/policy"
)

// sharedEnv names the folder with judged queries; without it the measurement is skipped.
const sharedEnv = "STYRDOK_SHARED"

// TestSearchQuality measures how well judged queries are answered, beside bleve's own Swedish analyzer on the same
// passages: nDCG@10, a passage counting for a judged sentence that it holds. `make bench-search` prints it.
func TestSearchQuality(t *testing.T) {
	shared := os.Getenv(sharedEnv)
	if shared == "" {
		t.Skip(sharedEnv + " is not set: no judged queries")
	}
	queries := indextest.Queries(t, filepath.Join(shared, "search", "queries.tsv"))
	docs := indextest.Documents(t, filepath.Join(shared, "seeds"), filepath.Join(shared, "real"))
	ours, perQuery := indextest.Judged(queries, ourSearch(t, docs))
	stock, _ := indextest.Judged(queries, stockSearch(t, docs))
	t.Logf("nDCG@10 of %d queries: styrdok %.3f, bleve sv %.3f, difference %+.3f", len(queries), ours, stock, ours-stock)
	if testing.Verbose() {
		for _, line := range perQuery {
			t.Log(line)
		}
	}
	const bar = 0.10
	if ours-stock < bar {
		t.Errorf("the difference is below %.2f", bar)
	}
}

// TestJudgedQueries measures the same with queries and documents of our own: words, and what an analyst asks.
func TestJudgedQueries(t *testing.T) {
	for _, set := range []struct {
		file    string
		folders []string
		least   float64
	}{
		{"queries.tsv", []string{"labelled", "gold/text"}, 0.65},
		{"queries-genres.tsv", []string{"genres"}, 0.65},
	} {
		t.Run(set.file, func(t *testing.T) {
			queries := indextest.Queries(t, filepath.Join("..", "indextest", "testdata", set.file))
			var folders []string
			for _, f := range set.folders {
				folders = append(folders, filepath.Join("..", "..", "testdata", f))
			}
			docs := indextest.Documents(t, folders...)
			ours, perQuery := indextest.Judged(queries, ourSearch(t, docs))
			stock, _ := indextest.Judged(queries, stockSearch(t, docs))
			t.Logf("nDCG@10 of %d queries: styrdok %.3f, bleve sv %.3f, difference %+.3f", len(queries), ours, stock, ours-stock)
			for _, line := range perQuery {
				t.Log(line)
			}
			const bar = 0.10
			if ours < set.least || ours-stock < bar {
				t.Errorf("nDCG@10 %.3f is below %.2f, or the difference to bleve's %.3f below %.2f", ours, set.least, stock, bar)
			}
		})
	}
}

type searchFunc func(query string) []indextest.Found

// ourSearch indexes docs in a folder and returns its search.
func ourSearch(t *testing.T, docs []*policy.Document) searchFunc {
	t.Helper()
	x := indextest.Fill(t, t.TempDir(), bleveindex.Engine{}, docs)
	return func(query string) []indextest.Found {
		r, err := x.Search(context.Background(), query, index.SearchOptions{Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var out []indextest.Found
		for _, h := range r.Hits {
			out = append(out, indextest.Found{Document: h.Document, Text: h.Text})
		}
		return out
	}
}

// stockSearch indexes the same passages with bleve's own Swedish analyzer.
func stockSearch(t *testing.T, docs []*policy.Document) searchFunc {
	t.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "sv"
	x, err := bleve.NewMemOnly(m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	passages := map[string]indextest.Found{}
	for _, d := range docs {
		for i, p := range d.Passages {
			if p.Zone == policy.ZoneTeaser {
				continue
			}
			id := fmt.Sprintf("%s#%d", d.ID, i)
			passages[id] = indextest.Found{Document: d.ID, Text: d.Text[p.Span.Start:p.Span.End]}
			if err := x.Index(id, map[string]any{"text": passages[id].Text}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return func(query string) []indextest.Found {
		q := bleve.NewMatchQuery(query)
		q.SetField("text")
		r, err := x.Search(bleve.NewSearchRequestOptions(q, 10, 0, false))
		if err != nil {
			t.Fatal(err)
		}
		var out []indextest.Found
		for _, h := range r.Hits {
			out = append(out, passages[h.ID])
		}
		return out
	}
}
