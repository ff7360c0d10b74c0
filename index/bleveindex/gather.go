package bleveindex

import (
	"maps"
	"slices"
	"sync"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy/swedish"
)

const (
	idField = "_id"
	// storedField holds what hits show.
	storedField = "stored"
	// filterField holds the values of all filters, each after the name of its own: fewer fields are less work.
	filterField = "filter"
)

var (
	// wordFields are those of a passage's own words.
	wordFields = [...]index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot}
	// textFields are all fields of tokens.
	textFields = append(wordFields[:len(wordFields):len(wordFields)], index.FieldHeading)
	// facetFields are the fields whose values are counted or sorted by.
	facetFields = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear, index.FieldDocument}
	// filterFields are the fields that are filtered by.
	filterFields = append([]index.Field{index.FieldZone}, facetFields...)
	// filters are these fields by the name of their filter.
	filters = func() map[index.Field]index.Field {
		m := map[index.Field]index.Field{}
		for _, f := range filterFields {
			m[index.FilterField(f)] = f
		}
		return m
	}()
)

// A gathering is passages on their way into one segment.
type gathering struct {
	ids, full []string // those of bleve, and the passages' own
	stored    [][]byte
	// fields are those of zap's segment by name; fields without a term are there, too, so that all segments have the same.
	fields map[string]*field
	// words are fields[wordFields], numbers the numbers that terms of known words have in each of them, heading the words of the heading
	// that the passage before stands under.
	words   [len(wordFields)]*field
	numbers wordNumbers
	heading []*swedish.Word
	packer  *packer
	writer  segmentWriter
}

// gatherings are empty ones whose memory can be used again, from generation to generation.
var gatherings sync.Pool

// takeGathering returns an empty gathering.
func takeGathering() (*gathering, error) {
	if g, ok := gatherings.Get().(*gathering); ok {
		return g, nil
	}
	return newGathering()
}

func newGathering() (*gathering, error) {
	p, err := newPacker()
	if err != nil {
		return nil, err
	}
	g := &gathering{fields: map[string]*field{}, numbers: wordNumbers{at: map[uint64]uint32{}}, packer: p}
	add := func(name string, o api.FieldIndexingOptions) {
		g.fields[name] = &field{name: name, options: o, terms: newVocabulary()}
	}
	add(idField, api.IndexField|api.StoreField)
	add(storedField, api.StoreField)
	add(filterField, api.IndexField|api.SkipFreqNorm)
	add(lengthField, api.IndexField)
	for i, f := range wordFields {
		add(string(f), api.IndexField)
		g.words[i] = g.fields[string(f)]
	}
	add(string(index.FieldHeading), api.IndexField)
	for _, f := range facetFields {
		add(string(f), api.IndexField|api.DocValues|api.SkipFreqNorm)
	}
	for i, f := range g.all() {
		f.number = i
	}
	return g, nil
}

// reset makes g empty, and keeps its memory.
func (g *gathering) reset() {
	clear(g.ids)
	clear(g.full)
	clear(g.stored)
	g.ids, g.full, g.stored = g.ids[:0], g.full[:0], g.stored[:0]
	g.heading = nil
	g.numbers.reset()
	g.writer.data = nil // belongs to the segment that was made
	for _, f := range g.fields {
		f.reset()
	}
}

// all returns the fields in the order in which a segment has them: that of their names, after the ID.
func (g *gathering) all() []*field {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(g.fields)), func(name string) bool { return name == idField })
	out := []*field{g.fields[idField]}
	for _, name := range names {
		out = append(out, g.fields[name])
	}
	return out
}

func (g *gathering) storedNumber() int { return g.fields[storedField].number }

// add adds the passages of one document.
func (g *gathering) add(entries []index.Entry) {
	for _, e := range entries {
		id := shortID(e.ID)
		g.ids, g.full = append(g.ids, id), append(g.full, e.ID)
		g.fields[idField].addTokens(id)
		g.addWords(e.Words)
		g.addHeading(e.Heading)
		g.fields[lengthField].addLength(len(e.Words))
		for _, f := range facetFields {
			g.fields[string(f)].addValues(e.Values[f])
		}
		var all []string
		for _, f := range filterFields {
			for _, v := range e.Values[index.FilterField(f)] {
				all = append(all, filterTerm(f, v))
			}
		}
		g.fields[filterField].addValues(all)
	}
	g.stored = append(g.stored, g.packer.pack(entries)...)
}

// addWords adds the words of the next passage.
func (g *gathering) addWords(words []*swedish.Word) {
	for _, f := range g.words {
		f.begin()
	}
	var tokens [len(wordFields)]int
	for place, w := range words {
		for i, terms := range g.numbers.of(w, g.words) {
			tokens[i] += len(terms)
			f := g.words[i]
			for _, n := range terms {
				if i == 0 {
					f.addPlace(n, uint32(place+1))
				} else {
					f.count(n)
				}
			}
		}
	}
	for i, f := range g.words[1:] {
		f.end(tokens[i+1])
	}
}

// addHeading adds the words of the headings of the next passage.
func (g *gathering) addHeading(words []*swedish.Word) {
	f := g.fields[string(index.FieldHeading)]
	if same(words, g.heading) {
		f.repeat()
		return
	}
	g.heading = words
	var tokens []string
	for _, w := range words {
		tokens = append(tokens, index.WordTokens(w, index.FieldHeading)...)
	}
	f.addTokens(tokens...)
}

// same reports whether a and b are one and the same.
func same(a, b []*swedish.Word) bool { return len(a) > 0 && len(a) == len(b) && &a[0] == &b[0] }

// enough reports whether there is enough for a segment.
func (g *gathering) enough() bool {
	n := 0
	for _, f := range g.fields {
		n += len(f.posts)
	}
	return len(g.ids) >= batchPassages || n >= maxPostings
}

// has reports whether a passage with this ID is among those gathered.
func (g *gathering) has(id string) bool {
	_, _, ok := g.fields[idField].terms.find(id)
	return ok
}

// filterTerm is how the filter field holds the value v of f.
func filterTerm(f index.Field, v string) string { return string(f) + ":" + v }

// A passage is a passage of a gathering as scorch handles it.
type passage struct {
	gathered *gathering
	id       string
}

// ID and the rest implement bleve's index.Document.
func (p *passage) ID() string                               { return p.id }
func (p *passage) Size() int                                { return len(p.id) }
func (p *passage) VisitFields(api.FieldVisitor)             {}
func (p *passage) VisitComposite(api.CompositeFieldVisitor) {}
func (p *passage) HasComposite() bool                       { return false }
func (p *passage) NumPlainTextBytes() uint64                { return 0 }
func (p *passage) AddIDField()                              {}
func (p *passage) StoredFieldsBytes() uint64                { return 0 }
func (p *passage) Indexed() bool                            { return true }

// fieldTerms returns terms as the fields here hold them.
func fieldTerms(terms []index.WeightedTerm) []index.WeightedTerm {
	out := make([]index.WeightedTerm, len(terms))
	for i, t := range terms {
		if f, ok := filters[t.Field]; ok {
			t = index.WeightedTerm{Field: filterField, Text: filterTerm(f, t.Text), Weight: t.Weight}
		}
		out[i] = t
	}
	return out
}
