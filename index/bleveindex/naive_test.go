package bleveindex

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A naive engine answers as the documentation of [index.Node] says: it looks at every passage. What it counted it remembers.
type naive struct {
	entries  []index.Entry
	counted  map[string]int
	expanded map[index.WeightedTerm][]index.WeightedTerm
}

func newNaive(entries []index.Entry) *naive {
	return &naive{entries, map[string]int{}, map[index.WeightedTerm][]index.WeightedTerm{}}
}

// texts returns the terms that e has in f, as often as it has them.
func texts(e index.Entry, f index.Field) (out []string) { return append(e.Tokens(f), e.Values[f]...) }

// has reports whether e has a term.
func has(e index.Entry, t index.WeightedTerm) bool { return slices.Contains(texts(e, t.Field), t.Text) }

// count returns how many passages have one of terms.
func (n *naive) count(terms ...index.WeightedTerm) int {
	key := fmt.Sprint(terms)
	if known, ok := n.counted[key]; ok {
		return known
	}
	for _, e := range n.entries {
		if slices.ContainsFunc(terms, func(t index.WeightedTerm) bool { return has(e, t) }) {
			n.counted[key]++
		}
	}
	return n.counted[key]
}

// weighted is what the terms count in e, each by its weight and the length of its field.
func weighted(e index.Entry, terms []index.WeightedTerm) (sum float64) {
	for _, t := range terms {
		all := texts(e, t.Field)
		for _, text := range all {
			if text == t.Text {
				sum += t.Weight / bm25f.Length(float64(len(all)))
			}
		}
	}
	return sum
}

// match reports whether e matches q, and how it scores.
func (n *naive) match(e index.Entry, q index.Node) (bool, float64) {
	switch q.Op {
	case index.OpAll:
		return true, 1
	case index.OpWord:
		most := 0
		for _, t := range q.Terms {
			if bm25f.Counts(t) {
				most = max(most, n.count(t))
			}
		}
		any := slices.ContainsFunc(q.Terms, func(t index.WeightedTerm) bool { return has(e, t) })
		return any, bm25f.Score(bm25f.IDF(len(n.entries), most), weighted(e, q.Terms))
	case index.OpPrefix:
		terms := n.expand(q.Terms)
		any := slices.ContainsFunc(terms, func(t index.WeightedTerm) bool { return has(e, t) })
		if !any {
			return false, 0
		}
		return any, bm25f.Score(bm25f.IDF(len(n.entries), n.count(terms...)), weighted(e, terms))
	case index.OpPhrase:
		idf := 0.0
		for _, t := range q.Terms {
			idf += bm25f.IDF(len(n.entries), n.count(t))
		}
		return phraseIn(e, q.Terms), bm25f.Score(idf, 1/bm25f.Length(float64(len(e.Words))))
	case index.OpRange:
		year, err := strconv.Atoi(strings.Join(e.Values[index.FieldYear], ""))
		return err == nil && q.Min <= year && year <= q.Max, 0
	case index.OpID:
		return slices.Contains(q.IDs, e.ID), 0
	case index.OpAny:
		return n.sum(e, q.Should)
	}
	return n.bool(e, q)
}

// expand returns the terms that begin with one of prefixes.
func (n *naive) expand(prefixes []index.WeightedTerm) (out []index.WeightedTerm) {
	for _, p := range prefixes {
		if known, ok := n.expanded[p]; ok {
			out = append(out, known...)
			continue
		}
		found := map[string]bool{}
		for _, e := range n.entries {
			for _, text := range texts(e, p.Field) {
				if strings.HasPrefix(text, p.Text) {
					found[text] = true
				}
			}
		}
		for _, text := range slices.Sorted(maps.Keys(found)) {
			n.expanded[p] = append(n.expanded[p], index.WeightedTerm{Field: p.Field, Text: text, Weight: p.Weight})
		}
		out = append(out, n.expanded[p]...)
	}
	return out
}

// phraseIn reports whether the terms stand side by side in e.
func phraseIn(e index.Entry, terms []index.WeightedTerm) bool {
	for at := range e.Words {
		found := len(terms) > 0
		for i, t := range terms {
			found = found && at+i < len(e.Words) && e.Words[at+i].Surface == t.Text
		}
		if found {
			return true
		}
	}
	return false
}

func (n *naive) sum(e index.Entry, nodes []index.Node) (any bool, sum float64) {
	for _, child := range nodes {
		if ok, score := n.match(e, child); ok {
			any, sum = true, sum+score
		}
	}
	return any, sum
}

func (n *naive) bool(e index.Entry, q index.Node) (bool, float64) {
	score := 0.0
	for _, child := range q.Must {
		ok, s := n.match(e, child)
		if !ok {
			return false, 0
		}
		score += s
	}
	for _, child := range q.Filter {
		if ok, _ := n.match(e, child); !ok {
			return false, 0
		}
	}
	for _, child := range q.Not {
		if ok, _ := n.match(e, child); ok {
			return false, 0
		}
	}
	some, s := n.sum(e, q.Should)
	if len(q.Must) == 0 && len(q.Should) == 0 {
		return true, 1
	}
	return some || len(q.Must) > 0, score + s
}

// A naiveHit is a passage that matches.
type naiveHit struct {
	index.Entry
	score float64
}

// search returns the passages that match, in order, and counts values.
func (n *naive) search(q index.Request) (hits []naiveHit, facets map[index.Field][]index.FacetValue) {
	counts := map[index.Field]map[string]int{}
	for _, f := range q.Facets {
		counts[f] = map[string]int{}
	}
	for _, e := range n.entries {
		ok, score := n.match(e, q.Query)
		if !ok {
			continue
		}
		hits = append(hits, naiveHit{e, score})
		for _, f := range q.Facets {
			for _, v := range slices.Compact(slices.Sorted(slices.Values(e.Values[f]))) {
				counts[f][v]++
			}
		}
	}
	value := func(e naiveHit, f index.Field) string { return strings.Join(e.Values[f], "") }
	slices.SortFunc(hits, func(a, b naiveHit) int {
		var first int
		switch q.Sort {
		case index.SortYear:
			first = cmp.Or(strings.Compare(value(b, index.FieldYear), value(a, index.FieldYear)), byScore(a, b))
		case index.SortScore:
			first = byScore(a, b)
		}
		return cmp.Or(first, strings.Compare(value(a, index.FieldDocument), value(b, index.FieldDocument)), cmp.Compare(numberIn(a.ID), numberIn(b.ID)))
	})
	facets = map[index.Field][]index.FacetValue{}
	for f, all := range counts {
		for v, c := range all {
			facets[f] = append(facets[f], index.FacetValue{Value: v, Count: c})
		}
		slices.SortFunc(facets[f], func(a, b index.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
		facets[f] = facets[f][:min(q.FacetSize, len(facets[f]))]
	}
	return hits, facets
}

func numberIn(id string) int {
	n, _ := strconv.Atoi(id[strings.LastIndexByte(id, '#')+1:])
	return n
}

// alike reports whether two scores are equal as far as numbers of 32 bits are.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-5*math.Max(1, math.Abs(a)) }

func byScore(a, b naiveHit) int {
	if alike(a.score, b.score) {
		return 0
	}
	return cmp.Compare(b.score, a.score)
}

// compareWith fails unless r answers q as n does.
func (n *naive) compareWith(t *testing.T, r index.Reader, q index.Request) {
	t.Helper()
	want, facets := n.search(q)
	got, err := r.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	page := want[min(q.From, len(want)):min(q.From+q.Size, len(want))]
	if got.Total != len(want) || len(got.Hits) != len(page) {
		t.Fatalf("%+v: %d of %d hits, want %d of %d", q, len(got.Hits), got.Total, len(page), len(want))
	}
	byID := map[string]naiveHit{}
	for _, w := range want {
		byID[w.ID] = w
	}
	scored := hasWords(q.Query)
	for i, h := range got.Hits {
		w, ok := byID[h.ID]
		delete(byID, h.ID) // nothing comes twice
		if !ok || string(h.Stored) != string(w.Stored) || scored && !alike(h.Score, w.score) {
			t.Fatalf("%+v: hit %d is %s with %g (%q), want it with %g (%q)", q, i, h.ID, h.Score, h.Stored, w.score, w.Stored)
		}
		// Scores that differ by the rounding of lengths may change places.
		same := q.Sort != index.SortDocument && scored && alike(w.score, page[i].score) && slices.Equal(w.Values[index.FieldYear], page[i].Values[index.FieldYear])
		if q.Sort == index.SortScore && scored {
			same = alike(w.score, page[i].score)
		}
		if h.ID != page[i].ID && !same {
			t.Fatalf("%+v: hit %d is %s with %g, want %s with %g", q, i, h.ID, h.Score, page[i].ID, page[i].score)
		}
	}
	for f, values := range facets {
		if !slices.Equal(got.Facets[f], values) {
			t.Fatalf("%+v: %s are %v, want %v", q, f, got.Facets[f], values)
		}
	}
}

// hasWords reports whether q says how matches score: what only filters leaves it to the engine, as long as it is the same for all.
func hasWords(q index.Node) bool { return len(q.Must)+len(q.Should) > 0 || q.Op != index.OpBool }

// A drawer draws passages and queries by chance, of few words, so that much matches.
type drawer struct{ *rand.Rand }

func (d drawer) word() string { return fmt.Sprintf("%c%d", 'a'+rune(d.IntN(4)), int(d.ExpFloat64()*3)) }

// words returns fewer than n words.
func (d drawer) words(n int) (out []string) {
	for range d.IntN(n) {
		out = append(out, d.word())
	}
	return out
}

// filler is a word that nobody seeks.
var filler = &swedish.Word{Surface: "-", Lemmas: []string{"-"}}

// entry returns a passage with all kinds of fields, some of them empty.
func (d drawer) entry(document string, number int) index.Entry {
	e := index.Entry{ID: fmt.Sprintf("%s#%d", document, number), Values: map[index.Field][]string{index.FieldDocument: {document}}}
	e.Stored = []byte(e.ID + " says something")
	for range d.IntN(40) {
		for range d.IntN(30) / 29 * d.IntN(200) { // sometimes far from the word before
			e.Words = append(e.Words, filler)
		}
		e.Words = append(e.Words, &swedish.Word{Surface: d.word(), Lemmas: d.words(2), Parts: d.words(2), Roots: d.words(2)})
	}
	for range d.IntN(4) {
		e.Heading = append(e.Heading, &swedish.Word{Lemmas: d.words(3), Parts: d.words(2)})
	}
	set := func(f index.Field, values ...string) {
		e.Values[f] = values
		e.Values[index.FilterField(f)] = values
	}
	set(index.FieldKind, "kind "+d.word()[:1])
	for range d.IntN(3) {
		if tag := "tag" + d.word()[:1]; !slices.Contains(e.Values[index.FieldTag], tag) {
			set(index.FieldTag, append(e.Values[index.FieldTag], tag)...)
		}
	}
	if d.IntN(4) > 0 {
		set(index.FieldYear, strconv.Itoa(2000+d.IntN(6)))
	}
	return e
}

// query returns a query for words.
func (d drawer) query() index.Node {
	fields := []index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot, index.FieldHeading}
	term := func(f index.Field) index.WeightedTerm {
		return index.WeightedTerm{Field: f, Text: d.word(), Weight: []float64{1, 0.6, 0.3, 0.1}[d.IntN(4)]}
	}
	switch d.IntN(4) {
	case 0:
		n := index.Node{Op: index.OpPhrase}
		for range 1 + d.IntN(3) {
			n.Terms = append(n.Terms, term(index.FieldExact))
		}
		return n
	case 1:
		t := term(fields[d.IntN(2)])
		t.Text = t.Text[:1+d.IntN(2)]
		return index.Node{Op: index.OpPrefix, Terms: []index.WeightedTerm{t}}
	}
	n := index.Node{Op: index.OpWord}
	for _, f := range d.Perm(len(fields))[:1+d.IntN(len(fields))] {
		n.Terms = append(n.Terms, term(fields[f]))
	}
	return n
}

// filter returns a query that only restricts.
func (d drawer) filter() index.Node {
	one := func(f index.Field, text string) index.Node {
		return index.Node{Op: index.OpWord, Terms: []index.WeightedTerm{{Field: index.FilterField(f), Text: text}}}
	}
	switch d.IntN(5) {
	case 0:
		from := 1998 + d.IntN(8)
		return index.Node{Op: index.OpRange, Field: index.FieldYear, Min: from, Max: from + d.IntN(4)}
	case 1:
		return index.Node{Op: index.OpAny, Should: []index.Node{one(index.FieldTag, "taga"), one(index.FieldTag, "tagc")}}
	case 2:
		return index.Node{Op: index.OpPrefix, Terms: []index.WeightedTerm{{Field: index.FilterField(index.FieldKind), Text: "kind"}}}
	case 3:
		return d.query()
	}
	return one(index.FieldKind, "kind "+d.word()[:1])
}

// request returns a whole search.
func (d drawer) request() index.Request {
	q := index.Node{Op: index.OpBool}
	several := func(draw func() index.Node, most int) (out []index.Node) {
		for range d.IntN(most + 1) {
			out = append(out, draw())
		}
		return out
	}
	q.Must, q.Should = several(d.query, 1), several(d.query, 2)
	q.Filter, q.Not = several(d.filter, 2), several(d.query, 1)
	r := index.Request{Query: q, From: d.IntN(3) * d.IntN(20), Size: 1 + d.IntN(60), FacetSize: 1 + d.IntN(6)}
	r.Sort = []index.Sort{index.SortScore, index.SortScore, index.SortYear, index.SortDocument}[d.IntN(4)]
	for _, f := range []index.Field{index.FieldKind, index.FieldTag, index.FieldYear, index.FieldDocument} {
		if d.IntN(2) == 0 {
			r.Facets = append(r.Facets, f)
		}
	}
	return r
}

// Whatever is asked, the engine answers as one does that looks at every passage: the same hits with the same scores in the same order, page
// by page, and the same counts; also after passages were removed, and put again in later generations.
func TestAgainstNaive(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2) {
		d := drawer{rand.New(rand.NewPCG(seed, 11))}
		documents, dir := map[string][]index.Entry{}, ""
		for generation := range 4 {
			var gone []string
			var added []index.Entry
			for range 12 {
				id := fmt.Sprintf("d%d", d.IntN(30))
				if slices.ContainsFunc(added, func(e index.Entry) bool { return strings.HasPrefix(e.ID, id+"#") }) {
					continue
				}
				for _, e := range documents[id] {
					gone = append(gone, e.ID)
				}
				documents[id] = nil
				for i := range d.IntN(2 * together) {
					documents[id] = append(documents[id], d.entry(id, i))
				}
				added = append(added, documents[id]...)
			}
			dir = write(t, dir, added, gone...)
			var entries []index.Entry
			for _, es := range documents {
				entries = append(entries, es...)
			}
			all := newNaive(entries)
			r := open(t, dir)
			if n, err := r.Count(); n != len(entries) || err != nil {
				t.Fatalf("generation %d has %d passages, want %d (%v)", generation, n, len(entries), err)
			}
			for range 60 {
				all.compareWith(t, r, d.request())
			}
		}
	}
}
