package bleveindex_test

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/sv"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
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
	queries := readJudgements(t, filepath.Join(shared, "search", "queries.tsv"))
	docs := readDocuments(t, filepath.Join(shared, "seeds"), filepath.Join(shared, "real"))
	ours, perQuery := measure(queries, ourSearch(t, docs))
	stock, _ := measure(queries, stockSearch(t, docs))
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

// TestJudgedQueries measures the same with queries and documents of our own.
func TestJudgedQueries(t *testing.T) {
	queries := readJudgements(t, filepath.Join("testdata", "queries.tsv"))
	docs := readDocuments(t, filepath.Join("..", "..", "testdata", "labelled"), filepath.Join("..", "..", "testdata", "gold", "text"))
	ours, perQuery := measure(queries, ourSearch(t, docs))
	stock, _ := measure(queries, stockSearch(t, docs))
	t.Logf("nDCG@10 of %d queries: styrdok %.3f, bleve sv %.3f, difference %+.3f", len(queries), ours, stock, ours-stock)
	for _, line := range perQuery {
		t.Log(line)
	}
	const least, bar = 0.50, 0.10
	if ours < least || ours-stock < bar {
		t.Errorf("nDCG@10 %.3f is below %.2f, or the difference to bleve's %.3f below %.2f", ours, least, stock, bar)
	}
}

// A found passage is a hit of either engine.
type found struct{ document, text string }

type searchFunc func(query string) []found

// ourSearch indexes docs in a folder and returns its search.
func ourSearch(t *testing.T, docs []*policy.Document) searchFunc {
	t.Helper()
	dir := t.TempDir()
	w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Put(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, bleveindex.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return func(query string) []found {
		r, err := x.Search(context.Background(), query, index.SearchOptions{Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var out []found
		for _, h := range r.Hits {
			out = append(out, found{h.Document, h.Text})
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
	passages := map[string]found{}
	for _, d := range docs {
		for i, p := range d.Passages {
			if p.Zone == policy.ZoneTeaser {
				continue
			}
			id := fmt.Sprintf("%s#%d", d.ID, i)
			passages[id] = found{d.ID, d.Text[p.Span.Start:p.Span.End]}
			if err := x.Index(id, map[string]any{"text": passages[id].text}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return func(query string) []found {
		q := bleve.NewMatchQuery(query)
		q.SetField("text")
		r, err := x.Search(bleve.NewSearchRequestOptions(q, 10, 0, false))
		if err != nil {
			t.Fatal(err)
		}
		var out []found
		for _, h := range r.Hits {
			out = append(out, passages[h.ID])
		}
		return out
	}
}

// A judgement says that a sentence answers a query.
type judgement struct {
	document, quote string
	grade           int
}

type judgedQuery struct {
	text   string
	judged []judgement
}

// readJudgements reads lines of id, query, document, quote and grade.
func readJudgements(t *testing.T, path string) []judgedQuery {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []judgedQuery
	last := ""
	for s := bufio.NewScanner(f); s.Scan(); {
		fields := strings.Split(s.Text(), "\t")
		grade, err := strconv.Atoi(fields[len(fields)-1])
		if err != nil || len(fields) != 5 {
			continue
		}
		if fields[0] != last {
			last = fields[0]
			out = append(out, judgedQuery{text: fields[1]})
		}
		q := &out[len(out)-1]
		q.judged = append(q.judged, judgement{fields[2], fields[3], grade})
	}
	return out
}

// readDocuments reads the text files of folders.
func readDocuments(t *testing.T, folders ...string) []*policy.Document {
	t.Helper()
	var docs []*policy.Document
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no documents in %s", folder)
		}
		for _, f := range files {
			p, err := extract.File(context.Background(), f, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			d := segment.Document(p)
			d.ID = strings.TrimSuffix(filepath.Base(f), ".txt")
			docs = append(docs, d)
		}
	}
	return docs
}

// measure returns the mean nDCG@10 and a line a query.
func measure(queries []judgedQuery, search searchFunc) (mean float64, lines []string) {
	for _, q := range queries {
		left := slices.Clone(q.judged)
		gain := 0.0
		for rank, h := range search(q.text) {
			best := 0
			left = slices.DeleteFunc(left, func(j judgement) bool {
				hit := j.document == h.document && covers(h.text, j.quote)
				if hit {
					best = max(best, j.grade)
				}
				return hit
			})
			gain += float64(best) / math.Log2(float64(rank)+2)
		}
		score := min(1, gain/ideal(q.judged))
		mean += score / float64(len(queries))
		lines = append(lines, fmt.Sprintf("%.2f %s", score, q.text))
	}
	return mean, lines
}

func ideal(judged []judgement) float64 {
	grades := make([]int, len(judged))
	for i, j := range judged {
		grades[i] = j.grade
	}
	slices.Sort(grades)
	slices.Reverse(grades)
	sum := 0.0
	for k, g := range grades[:min(10, len(grades))] {
		sum += float64(g) / math.Log2(float64(k)+2)
	}
	return sum
}

// covers reports whether a hit holds at least 80 % of the quote's words, or lies inside it.
func covers(hit, quote string) bool {
	h, q := plainWords(hit), plainWords(quote)
	if len(h) == 0 || len(q) == 0 || len(h) > 150 {
		return false
	}
	return share(q, h) >= 0.8 || len(h) >= 5 && share(h, q) >= 0.9
}

// share returns the share of words that are in others.
func share(words, others []string) float64 {
	n := 0
	for _, w := range words {
		if slices.Contains(others, w) {
			n++
		}
	}
	return float64(n) / float64(len(words))
}

func plainWords(s string) []string {
	s = strings.ToLower(strings.NewReplacer("\u00ad", "", "-", "").Replace(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}
