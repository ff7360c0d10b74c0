package indextest

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// Each operation matches what it says.
func (s Suite) operations(t *testing.T) {
	r := s.open(t, s.write(t, "", []index.Entry{entry("a", "x y z"), entry("b", "y x"), entry("c", "z xy x2"), entry("d", "q")}))
	phrase := exact(index.OpPhrase, "x", "y")
	for _, tt := range []struct {
		name string
		node index.Node
		want string
	}{
		{"all", index.Node{Op: index.OpAll}, "a b c d"},
		{"word", word("x"), "a b"},
		{"word in two forms", word("x", "q"), "a b d"},
		{"word that is not there", word("w"), ""},
		{"no form", word(), ""},
		{"prefix", exact(index.OpPrefix, "x"), "a b c"},
		{"prefix of nothing", exact(index.OpPrefix, "w"), ""},
		{"phrase", phrase, "a"},
		{"phrase of one word", exact(index.OpPhrase, "q"), "d"},
		{"any", index.Node{Op: index.OpAny, Should: []index.Node{word("z"), word("q")}}, "a c d"},
		{"must", index.Node{Op: index.OpBool, Must: []index.Node{word("x"), word("z")}}, "a"},
		{"must and should", index.Node{Op: index.OpBool, Must: []index.Node{word("z")}, Should: []index.Node{word("x")}}, "a c"},
		{"not", index.Node{Op: index.OpBool, Must: []index.Node{word("x")}, Not: []index.Node{word("z")}}, "b"},
		{"only not", index.Node{Op: index.OpBool, Not: []index.Node{word("x")}}, "c d"},
		{"not this one", index.Node{Op: index.OpBool, Must: []index.Node{word("x")}, Not: []index.Node{{Op: index.OpID, IDs: []string{"a"}}}}, "b"},
		{"filter", index.Node{Op: index.OpBool, Should: []index.Node{word("x")}, Filter: []index.Node{word("z")}}, "a"},
		{"only filter", index.Node{Op: index.OpBool, Filter: []index.Node{word("z")}}, "a c"},
		{"phrase of no word", index.Node{Op: index.OpPhrase}, ""},
		{"filter and not", index.Node{Op: index.OpBool, Filter: []index.Node{word("z")}, Not: []index.Node{phrase}}, "c"},
		{"bool in a filter", index.Node{Op: index.OpBool, Filter: []index.Node{{Op: index.OpBool, Must: []index.Node{word("x"), word("y")}}}}, "a b"},
	} {
		ids := run(t, r, tt.node)
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if _, err := r.Search(context.Background(), index.Request{Query: index.Node{Op: 99}}); err == nil {
		t.Error("an unknown operation is run")
	}
}

func (s Suite) ranking(t *testing.T) {
	filler := strings.Repeat(" f", 60)
	r := s.open(t, s.write(t, "", []index.Entry{entry("long", "x"+filler), entry("short", "x f f"), entry("both", "x y f"), entry("twice", "x x f"),
		entry("n1", "y"), entry("n2", "f")}))
	got := run(t, r, index.Node{Op: index.OpBool, Should: []index.Node{word("x"), word("y")}})
	if got[0] != "both" {
		t.Errorf("first is %s, want the one with both words: %v", got[0], got)
	}
	got = run(t, r, word("x"))
	if slices.Index(got, "twice") > slices.Index(got, "short") || slices.Index(got, "short") > slices.Index(got, "long") {
		t.Errorf("order %v", got)
	}
	hits := search(t, r, index.Request{Query: exact(index.OpPhrase, "x", "y")}).Hits
	if want := bm25f.Score(bm25f.IDF(6, 4)+bm25f.IDF(6, 2), 1/bm25f.Length(3)); len(hits) != 1 || !near(hits[0].Score, want) {
		t.Errorf("the phrase finds %v, want one with %g", hits, want)
	}
	hits = search(t, r, index.Request{Query: exact(index.OpPrefix, "y")}).Hits
	if want := bm25f.Score(bm25f.IDF(6, 2), 1/bm25f.Length(1)); len(hits) != 2 || hits[0].ID != "n1" || !near(hits[0].Score, want) {
		t.Errorf("the prefix finds %v, want n1 first with %g", hits, want)
	}
}

// near reports whether two scores are equal as far as numbers of 32 bits are.
func near(a, b float64) bool { return math.Abs(a-b) <= tolerance*math.Max(math.Abs(a), math.Abs(b)) }

// tolerance is how far scores of engines may differ that count in numbers of 32 bits.
const tolerance = 1e-5

// Any words find what a look at every passage finds, and score as the sum of the words' scores.
func (s Suite) everyPassage(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 0))
	letters := strings.Fields("a b c d e g h i")
	var texts [][]string
	var entries []index.Entry
	for i := range 120 {
		var p []string
		for range 1 + rng.IntN(60) {
			p = append(p, letters[min(rng.IntN(len(letters)), rng.IntN(len(letters)))])
		}
		texts = append(texts, p)
		entries = append(entries, entry(fmt.Sprintf("%03d", i), strings.Join(p, " ")))
	}
	r := s.open(t, s.write(t, "", entries))
	for range 40 {
		var should []index.Node
		scores := map[string]float64{}
		for _, at := range rng.Perm(len(letters))[:1+rng.IntN(3)] {
			should = append(should, word(letters[at]))
			for id, score := range wordScores(texts, letters[at]) {
				scores[id] += score
			}
		}
		required := letters[rng.IntN(len(letters))]
		for i, p := range texts {
			if !slices.Contains(p, required) {
				delete(scores, fmt.Sprintf("%03d", i))
			}
		}
		found := search(t, r, index.Request{Query: index.Node{Op: index.OpBool, Should: should, Filter: []index.Node{word(required)}}, Size: 200})
		if len(found.Hits) != len(scores) || found.Total != len(scores) {
			t.Fatalf("%d of %d hits, want %d", len(found.Hits), found.Total, len(scores))
		}
		for i, h := range found.Hits {
			if !near(h.Score, scores[h.ID]) {
				t.Fatalf("%s scores %g, want %g", h.ID, h.Score, scores[h.ID])
			}
			if i > 0 && h.Score > found.Hits[i-1].Score {
				t.Fatalf("%s comes after %s", h.ID, found.Hits[i-1].ID)
			}
		}
	}
}

// wordScores computes BM25F of one word over one field by its definition.
func wordScores(texts [][]string, w string) map[string]float64 {
	df := 0
	for _, p := range texts {
		if slices.Contains(p, w) {
			df++
		}
	}
	idf := math.Log(1 + (float64(len(texts)-df)+0.5)/(float64(df)+0.5))
	out := map[string]float64{}
	for i, p := range texts {
		tf := 0.0
		for _, x := range p {
			if x == w {
				tf++
			}
		}
		if tf > 0 {
			tf /= 0.5 + 0.5*float64(len(p))/45
			out[fmt.Sprintf("%03d", i)] = idf * tf * 1.7 / (tf + 0.7)
		}
	}
	return out
}
