package opensearch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/indextest"
	"github.com/styrdok/styrdok/index/opensearch"
)

func newEngine(t testing.TB, o opensearch.Options) *opensearch.Engine {
	t.Helper()
	e := opensearch.New(o)
	t.Cleanup(func() { e.Close() })
	return e
}

func TestConformance(t *testing.T) {
	conform(t, opensearch.Options{})
}

// With several shards the same passages are found in the same order: how rare a word is is counted over all.
func TestConformanceOfShards(t *testing.T) {
	conform(t, opensearch.Options{Shards: 3})
}

func conform(t *testing.T, o opensearch.Options) {
	generations, place := 0, newPlace(t)
	s := indextest.Suite{Engine: newEngine(t, o), Place: newPlace, Dir: func(t testing.TB) string {
		generations++
		return fmt.Sprintf("%s#%d", place, generations)
	}}
	s.Test(t)
}

// queries are what both engines are asked beside what people judged.
var queries = []string{
	"vänort avtal", "+kommun -nämnd", `"ansvarar för"`, "uppfölj* mål", "kommun* ansvar* verk*", "kommunen ansvarar för att policyn följs upp varje år", "ansvaret för uppföljningen av policyn ligger hos nämnden",
	"year:2010..2024 mål", "section:ansvar", "-kommun", "följs upp kind:policy", "kommunsens anvsar", "mal for miljon", "i och att",
	"dagis på kvällen", "äldreboende personal", "svenska för invandrare", "+ansvar årlig uppföljning", "öppen källkod open source",
}

// TestSameAsBleve asks both engines the same, on our own documents.
func TestSameAsBleve(t *testing.T) {
	root := filepath.Join("..", "..", "testdata")
	same(t, filepath.Join("..", "indextest", "testdata", "queries.tsv"), filepath.Join(root, "labelled"), filepath.Join(root, "gold", "text"))
}

// TestSameOnSharedQueries does the same on the judged queries in STYRDOK_SHARED.
func TestSameOnSharedQueries(t *testing.T) {
	shared := os.Getenv("STYRDOK_SHARED")
	if shared == "" {
		t.Skip("STYRDOK_SHARED is not set: no judged queries")
	}
	same(t, filepath.Join(shared, "search", "queries.tsv"), filepath.Join(shared, "seeds"), filepath.Join(shared, "real"))
}

// same compares the engines' answers to all queries, and what they are worth to those who judged them.
func same(t *testing.T, judged string, folders ...string) {
	place := newPlace(t)
	docs := indextest.Documents(t, folders...)
	a := indextest.Fill(t, t.TempDir(), bleveindex.Engine{}, docs)
	b := indextest.Fill(t, place, newEngine(t, opensearch.Options{Shards: 2}), docs)
	asked := append([]string{}, queries...)
	judgedQueries := indextest.Queries(t, judged)
	for _, q := range judgedQueries {
		asked = append(asked, q.Text)
	}
	for _, q := range asked {
		for _, sort := range []index.Sort{index.SortScore, index.SortYear, index.SortDocument} {
			if diff, err := indextest.Same(a, b, q, sort); diff != "" || err != nil {
				t.Errorf("%s (sort %q): %s, %v", q, sort, diff, err)
			}
		}
	}
	search := func(x *index.Index) float64 {
		mean, _ := indextest.Judged(judgedQueries, func(q string) []indextest.Found {
			r, err := x.Search(t.Context(), q, index.SearchOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var out []indextest.Found
			for _, h := range r.Hits {
				out = append(out, indextest.Found{Document: h.Document, Text: h.Text})
			}
			return out
		})
		return mean
	}
	x, y := search(a), search(b)
	t.Logf("%d documents, %d queries; nDCG@10 of %d judged ones: bleve %.4f, OpenSearch %.4f", len(docs), len(asked), len(judgedQueries), x, y)
	if x-y > 0.001 || y-x > 0.001 {
		t.Errorf("nDCG@10 %.4f and %.4f", x, y)
	}
}
