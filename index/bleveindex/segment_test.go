package bleveindex

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A model is what an index should hold, kept in the plainest way.
type model struct {
	t        *testing.T
	dir      string
	passages map[string]index.Entry
}

// commit makes a new generation with what do does.
func (m *model) commit(do func(index.Batch) error) {
	m.t.Helper()
	dir := m.t.TempDir()
	b, err := Engine{}.Begin(dir, m.dir)
	if err != nil {
		m.t.Fatal(err)
	}
	if err := do(b); err != nil {
		m.t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		m.t.Fatal(err)
	}
	m.dir = dir
}

// put adds a document of these passages, in the place of one with its ID.
func (m *model) put(b index.Batch, id string, texts []string) error {
	if err := m.remove(b, id); err != nil {
		return err
	}
	var entries []index.Entry
	for i, text := range texts {
		e := index.Entry{ID: fmt.Sprintf("%s#%d", id, 2*i), Stored: []byte(text), Values: map[index.Field][]string{
			index.FieldDocument: {id}, index.FieldKind: {"kind" + text[:1]}, index.FilterField(index.FieldKind): {"kind" + text[:1]}}}
		for _, w := range strings.Fields(text) {
			e.Words = append(e.Words, &swedish.Word{Surface: w, Lemmas: []string{w[:1]}})
		}
		entries = append(entries, e)
		m.passages[e.ID] = e
	}
	return b.Add(entries)
}

// remove takes out a document.
func (m *model) remove(b index.Batch, id string) error {
	var ids []string
	for _, known := range slices.Collect(maps.Keys(m.passages)) {
		if strings.HasPrefix(known, id+"#") {
			ids = append(ids, known)
			delete(m.passages, known)
		}
	}
	return b.Remove(ids)
}

// check compares what a query finds with the passages of which match holds.
func (m *model) check(r index.Reader, what string, n index.Node, match func(text string) bool) {
	m.t.Helper()
	got, err := r.Search(m.t.Context(), index.Request{Query: n, Size: 10_000, Facets: []index.Field{index.FieldKind}, FacetSize: 100})
	if err != nil {
		m.t.Fatalf("%s: %v", what, err)
	}
	want, kinds := map[string]bool{}, map[string]int{}
	for id, e := range m.passages {
		if match(string(e.Stored)) {
			want[id] = true
			kinds[e.Values[index.FieldKind][0]]++
		}
	}
	for _, h := range got.Hits {
		if !want[h.ID] {
			m.t.Fatalf("%s finds %s: %s", what, h.ID, h.Stored)
		}
		if string(h.Stored) != string(m.passages[h.ID].Stored) {
			m.t.Fatalf("%s has %q, not %q", h.ID, h.Stored, m.passages[h.ID].Stored)
		}
		delete(want, h.ID)
	}
	if len(want) > 0 {
		m.t.Fatalf("%s does not find %v", what, slices.Sorted(maps.Keys(want)))
	}
	for _, f := range got.Facets[index.FieldKind] {
		if kinds[f.Value] != f.Count {
			m.t.Fatalf("%s counts %d of %s, not %d", what, f.Count, f.Value, kinds[f.Value])
		}
		delete(kinds, f.Value)
	}
	if len(kinds) > 0 {
		m.t.Fatalf("%s does not count %v", what, kinds)
	}
}

// words returns a passage of n words, of which few are frequent and many rare.
func words(rng *rand.Rand, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%c%d", 'a'+rune(rng.IntN(3)), int(rng.ExpFloat64()*4))
	}
	return strings.Join(out, " ")
}

// Whatever is added, removed, put again and merged, a search finds what reading all passages finds.
func TestAgainstReadingAll(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 7))
	m := &model{t: t, passages: map[string]index.Entry{}}
	for range 2*maxSegments + 3 {
		m.commit(func(b index.Batch) error {
			for range rng.IntN(12) {
				id := fmt.Sprintf("d%d", rng.IntN(40))
				if rng.IntN(4) == 0 {
					if err := m.remove(b, id); err != nil {
						return err
					}
					continue
				}
				var texts []string
				for range 1 + rng.IntN(2*together) {
					texts = append(texts, words(rng, 1+rng.IntN(60)))
				}
				if rng.IntN(3) == 0 {
					texts = append(texts, words(rng, 400)) // words with more places than fit
				}
				if err := m.put(b, id, texts); err != nil {
					return err
				}
			}
			return nil
		})
		m.checkAll(rng)
	}
}

func (m *model) checkAll(rng *rand.Rand) {
	m.t.Helper()
	r, err := Engine{}.Open(m.dir)
	if err != nil {
		m.t.Fatal(err)
	}
	defer r.Close()
	if n, err := r.Count(); n != len(m.passages) || err != nil {
		m.t.Fatalf("%d passages, not %d (%v)", n, len(m.passages), err)
	}
	m.check(r, "all", index.Node{Op: index.OpAll}, func(string) bool { return true })
	for range 6 {
		w := words(rng, 1+rng.IntN(3))
		phrase := index.Node{Op: index.OpPhrase}
		for _, one := range strings.Fields(w) {
			phrase.Terms = append(phrase.Terms, index.WeightedTerm{Field: index.FieldExact, Text: one, Weight: 1})
		}
		m.check(r, `"`+w+`"`, phrase, func(text string) bool { return strings.Contains(" "+text+" ", " "+w+" ") })
		one, _, _ := strings.Cut(w, " ")
		m.check(r, one, index.Node{Op: index.OpWord, Terms: phrase.Terms[:1]}, func(text string) bool { return slices.Contains(strings.Fields(text), one) })
		m.check(r, one+"*", index.Node{Op: index.OpPrefix, Terms: phrase.Terms[:1]}, func(text string) bool { return strings.Contains(" "+text, " "+one) })
		kind := index.Node{Op: index.OpWord, Terms: []index.WeightedTerm{{Field: index.FilterField(index.FieldKind), Text: "kind" + one[:1]}}}
		m.check(r, "kind", index.Node{Op: index.OpBool, Filter: []index.Node{kind}, Not: []index.Node{phrase}},
			func(text string) bool { return text[0] == one[0] && !strings.Contains(" "+text+" ", " "+w+" ") })
	}
}

// Many small generations do not make many segments, and nothing is left of those that were merged.
func TestSegmentsAreMerged(t *testing.T) {
	t.Parallel()
	m := &model{t: t, passages: map[string]index.Entry{}}
	for i := range 3 * maxSegments {
		m.commit(func(b index.Batch) error { return m.put(b, fmt.Sprintf("d%d", i), []string{"a1 b2"}) })
		segments, err := filepath.Glob(filepath.Join(m.dir, "store", "*.zap"))
		if err != nil || len(segments) > maxSegments {
			t.Fatalf("after %d generations: %q, %v", i+1, segments, err)
		}
	}
}

// A word that stands in one passage only needs no more than its place in the dictionary.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct {
		places []uint32
		packed bool
	}{
		{[]uint32{1}, true}, {[]uint32{maxFirst - 1}, true}, {[]uint32{3, 4}, true}, {[]uint32{1, 128, 255}, true}, {[]uint32{1, 129}, false},
		{[]uint32{1, 2, 3, 4, 5, 6, 7, 8, 9}, true}, {[]uint32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, false}, {[]uint32{maxFirst}, false}, {[]uint32{2, 2}, false},
	} {
		f := &field{terms: newVocabulary()}
		f.begin()
		for _, p := range tt.places {
			f.addPlace(f.term("ord"), p)
		}
		if packed := len(f.places[0]) == 0; packed != tt.packed {
			t.Errorf("%d: packed %v", tt.places, packed)
		}
		got := f.places[0]
		if tt.packed {
			got = decodePlaces(nil, f.distances[0], f.posts[0].n)
		}
		if !slices.Equal(got, tt.places) {
			t.Errorf("%d came back as %d", tt.places, got)
		}
	}
}

// Passages that share the words of their headings make the same segment as passages that have the same ones each.
func TestSharedHeadingsMakeTheSameSegment(t *testing.T) {
	heading := plain("mål", "syfte", "mål")
	other := plain("ansvar")
	var data [2][]byte
	for n, give := range []func([]*swedish.Word) []*swedish.Word{func(s []*swedish.Word) []*swedish.Word { return s }, slices.Clone[[]*swedish.Word]} {
		g, err := newGathering()
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range [][]*swedish.Word{heading, heading, heading, other, other, nil, nil, heading, other} {
			g.add([]index.Entry{{ID: fmt.Sprintf("d#%d", i), Heading: give(h)}})
		}
		g.writer.passages = len(g.ids)
		if _, _, err := g.writer.write(g); err != nil {
			t.Fatal(err)
		}
		data[n] = g.writer.data
		if posts := g.fields[string(index.FieldHeading)].posts; len(posts) != 11 || posts[2] != posts[0] || posts[0].n != 2 {
			t.Errorf("postings %+v", posts)
		}
	}
	if string(data[0]) != string(data[1]) {
		t.Error("they differ")
	}
}

// plain returns words that are their own base forms.
func plain(texts ...string) (out []*swedish.Word) {
	for _, w := range texts {
		out = append(out, &swedish.Word{Surface: w, Lemmas: []string{w}})
	}
	return out
}

// A word makes the same segment whether it was met before or is another word with the same analysis, and its terms are counted as often as it
// stands there.
func TestKnownWordsMakeTheSameSegment(t *testing.T) {
	fresh := func() *swedish.Word {
		return &swedish.Word{Surface: "vänortsavtalen", Lemmas: []string{"vänortsavtal"}, Parts: []string{"vänort", "avtal", "vän", "ort"}, Roots: []string{"vänortsavtal", "vänort"}}
	}
	known := fresh()
	var data [2][]byte
	for n, give := range []func() *swedish.Word{func() *swedish.Word { return known }, fresh} {
		g, err := newGathering()
		if err != nil {
			t.Fatal(err)
		}
		for i := range 3 {
			e := index.Entry{ID: fmt.Sprintf("d#%d", i), Words: plain("ett", "och")}
			for range i {
				e.Words = append(e.Words, give())
			}
			g.add([]index.Entry{e})
		}
		g.writer.passages = len(g.ids)
		if _, _, err := g.writer.write(g); err != nil {
			t.Fatal(err)
		}
		data[n] = g.writer.data
		for f, want := range map[index.Field]post{index.FieldPart: {3, 2}, index.FieldRoot: {0, 2}} {
			if posts := g.fields[string(f)].posts; posts[len(posts)-1] != want {
				t.Errorf("%s: the last posting is %+v, not %+v", f, posts[len(posts)-1], want)
			}
		}
	}
	if string(data[0]) != string(data[1]) {
		t.Error("they differ")
	}
}
