package bleveindex

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/index"
)

// entry returns a passage whose words are exact terms and lemmas at once.
func entry(id, text string) index.Entry {
	e := index.Entry{ID: id, Stored: []byte(id), Tokens: map[index.Field][]index.Token{}, Values: map[index.Field][]string{}}
	for i, w := range strings.Fields(text) {
		t := index.Token{Text: w, Position: i + 1}
		e.Tokens[index.FieldExact] = append(e.Tokens[index.FieldExact], t)
		e.Tokens[index.FieldLemma] = append(e.Tokens[index.FieldLemma], t)
	}
	return e
}

// write indexes entries in a folder, starting from another if from is not "".
func write(t testing.TB, from string, entries []index.Entry, remove ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "engine")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	b, err := Engine{}.Begin(dir, from)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Remove(remove); err != nil {
		t.Fatal(err)
	}
	if err := b.Add(entries); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t testing.TB, dir string) index.Reader {
	t.Helper()
	r, err := Engine{}.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// run returns the hits' IDs, the best first.
func run(t testing.TB, r index.Reader, n index.Node) []string {
	t.Helper()
	found, err := r.Search(context.Background(), index.Request{Query: n, Size: 100})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, h := range found.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

func word(texts ...string) index.Node {
	n := index.Node{Op: index.OpWord}
	for _, text := range texts {
		n.Terms = append(n.Terms, index.WeightedTerm{Field: index.FieldLemma, Text: text, Weight: 1})
	}
	return n
}

func TestOperations(t *testing.T) {
	r := open(t, write(t, "", []index.Entry{entry("a", "x y z"), entry("b", "y x"), entry("c", "z xy x2"), entry("d", "q")}))
	phrase := index.Node{Op: index.OpPhrase, Terms: []index.WeightedTerm{{Field: index.FieldExact, Text: "x"}, {Field: index.FieldExact, Text: "y"}}}
	prefix := index.Node{Op: index.OpPrefix, Terms: []index.WeightedTerm{{Field: index.FieldExact, Text: "x", Weight: 1}}}
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
		{"prefix", prefix, "a b c"},
		{"phrase", phrase, "a"},
		{"any", index.Node{Op: index.OpAny, Should: []index.Node{word("z"), word("q")}}, "a c d"},
		{"must", index.Node{Op: index.OpBool, Must: []index.Node{word("x"), word("z")}}, "a"},
		{"must and should", index.Node{Op: index.OpBool, Must: []index.Node{word("z")}, Should: []index.Node{word("x")}}, "a c"},
		{"not", index.Node{Op: index.OpBool, Must: []index.Node{word("x")}, Not: []index.Node{word("z")}}, "b"},
		{"only not", index.Node{Op: index.OpBool, Not: []index.Node{word("x")}}, "c d"},
		{"filter", index.Node{Op: index.OpBool, Should: []index.Node{word("x")}, Filter: []index.Node{word("z")}}, "a"},
		{"only filter", index.Node{Op: index.OpBool, Filter: []index.Node{word("z")}}, "a c"},
		{"filter and not", index.Node{Op: index.OpBool, Filter: []index.Node{word("z")}, Not: []index.Node{phrase}}, "c"},
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

func TestRanking(t *testing.T) {
	filler := strings.Repeat(" f", 60)
	r := open(t, write(t, "", []index.Entry{entry("long", "x"+filler), entry("short", "x f f"), entry("both", "x y f"), entry("twice", "x x f"),
		entry("n1", "y"), entry("n2", "f")}))
	got := run(t, r, index.Node{Op: index.OpBool, Should: []index.Node{word("x"), word("y")}})
	if got[0] != "both" {
		t.Errorf("first is %s, want the one with both words: %v", got[0], got)
	}
	got = run(t, r, word("x"))
	if slices.Index(got, "twice") > slices.Index(got, "short") || slices.Index(got, "short") > slices.Index(got, "long") {
		t.Errorf("order %v", got)
	}
}

// Any tree of words finds what a look at every passage finds, and scores it as the sum of the words' scores.
func TestAgainstEveryPassage(t *testing.T) {
	letters := []string{"a", "b", "c", "d", "e"}
	text := rapid.SliceOfN(rapid.SampledFrom(letters), 1, 12)
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOfN(text, 1, 30).Draw(rt, "passages")
		words := rapid.SliceOfNDistinct(rapid.SampledFrom(letters), 1, 3, rapid.ID[string]).Draw(rt, "words")
		required := rapid.SampledFrom(letters).Draw(rt, "required")
		var entries []index.Entry
		for i, p := range texts {
			entries = append(entries, entry(fmt.Sprintf("%02d", i), strings.Join(p, " ")))
		}
		r := open(t, write(t, "", entries))
		var should []index.Node
		scores := map[string]float64{}
		for _, w := range words {
			should = append(should, word(w))
			for id, s := range wordScores(texts, w) {
				scores[id] += s
			}
		}
		for i, p := range texts {
			if id := fmt.Sprintf("%02d", i); !slices.Contains(p, required) {
				delete(scores, id)
			}
		}
		node := index.Node{Op: index.OpBool, Should: should, Filter: []index.Node{word(required)}}
		found, err := r.Search(context.Background(), index.Request{Query: node, Size: 100})
		if err != nil {
			rt.Fatal(err)
		}
		if len(found.Hits) != len(scores) {
			rt.Fatalf("%d hits, want %d", len(found.Hits), len(scores))
		}
		for _, h := range found.Hits {
			if want := scores[h.ID]; math.Abs(h.Score-want) > 1e-4*want {
				rt.Fatalf("%s scores %g, want %g", h.ID, h.Score, want)
			}
		}
	})
}

// wordScores computes BM25F of one word over one field by its definition.
func wordScores(texts [][]string, w string) map[string]float64 {
	n, df := float64(len(texts)), 0.0
	for _, p := range texts {
		if slices.Contains(p, w) {
			df++
		}
	}
	idf := math.Log(1 + (n-df+0.5)/(df+0.5))
	out := map[string]float64{}
	for i, p := range texts {
		tf := 0.0
		for _, x := range p {
			if x == w {
				tf++
			}
		}
		if tf > 0 {
			tf /= 1 - b + b*float64(len(p))/meanLength
			out[fmt.Sprintf("%02d", i)] = idf * tf * (k1 + 1) / (tf + k1)
		}
	}
	return out
}

// A generation that starts from another shares its segments and leaves it as it was.
func TestBeginFromAnother(t *testing.T) {
	first := write(t, "", []index.Entry{entry("a", "x"), entry("b", "x y")})
	before := snapshot(t, first)
	second := write(t, first, []index.Entry{entry("c", "x z")}, "a")
	if got := run(t, open(t, second), word("x")); len(got) != 2 || slices.Contains(got, "a") {
		t.Errorf("the new generation holds %v, want b and c", got)
	}
	if got := snapshot(t, first); got != before {
		t.Errorf("the old generation changed from\n%s to\n%s", before, got)
	}
	r := open(t, first)
	if n, err := r.Count(); n != 2 || err != nil {
		t.Errorf("the old generation counts %d, %v", n, err)
	}
}

// snapshot lists the files of dir with their sizes.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, _ := d.Info()
			fmt.Fprintln(&b, filepath.Base(path), info.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// More passages than one batch holds.
func TestManyBatches(t *testing.T) {
	var entries []index.Entry
	for i := range batchPassages*2 + 7 {
		entries = append(entries, entry(fmt.Sprintf("p%d", i), "x"))
	}
	r := open(t, write(t, "", entries))
	if n, err := r.Count(); n != len(entries) || err != nil {
		t.Errorf("%d passages, want %d (%v)", n, len(entries), err)
	}
}

func TestPrefixIsBounded(t *testing.T) {
	var b strings.Builder
	for i := range maxExpansion + 50 {
		fmt.Fprintf(&b, "x%04d ", i)
	}
	r := open(t, write(t, "", []index.Entry{entry("many", b.String()), entry("one", "x0001")}))
	n := index.Node{Op: index.OpPrefix, Terms: []index.WeightedTerm{{Field: index.FieldExact, Text: "x", Weight: 1}}}
	if got := run(t, r, n); len(got) != 2 {
		t.Errorf("found %v", got)
	}
}

func TestOpenWhatIsNoIndex(t *testing.T) {
	if _, err := (Engine{}).Open(t.TempDir()); err == nil {
		t.Error("an empty folder opens")
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "engine")
	defer os.RemoveAll(dir)
	w, err := index.NewWriter(dir, Engine{}, index.WriterOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer w.Close()
	fmt.Println(w.Commit(context.Background()))
	// Output: <nil>
}
