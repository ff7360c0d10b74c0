package bleveindex

import (
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// A field is a field of a passage for bleve, its tokens counted: bleve's own text field makes several small objects of each
// token, and that is most of the time that indexing takes.
type field struct {
	name    string
	options api.FieldIndexingOptions
	length  int
	counts  api.TokenFrequencies
}

// newTokens returns a field of tokens; with positions it can answer phrases.
func newTokens(name string, tokens []index.Token, positions bool) *field {
	f := &field{name: name, options: api.IndexField, length: len(tokens), counts: make(api.TokenFrequencies, len(tokens))}
	room := make([]api.TokenFreq, len(tokens)) // one piece of memory for all
	var locations []api.TokenLocation
	var pointers []*api.TokenLocation
	if positions {
		f.options |= api.IncludeTermVectors
		locations, pointers = make([]api.TokenLocation, len(tokens)), make([]*api.TokenLocation, len(tokens))
	}
	for i, t := range tokens {
		c := f.counts[t.Text]
		if c == nil {
			c, room = &room[0], room[1:]
			f.counts[t.Text] = c
		}
		c.SetFrequency(c.Frequency() + 1)
		if positions {
			locations[i].Position = t.Position
			pointers[i] = &locations[i]
			if c.Locations == nil {
				c.Locations = pointers[i : i+1 : i+1]
			} else {
				c.Locations = append(c.Locations, pointers[i])
			}
		}
	}
	return f
}

// newValues returns a field of whole values.
func newValues(name string, values []string, options api.FieldIndexingOptions) *field {
	f := &field{name: name, options: options, length: len(values), counts: make(api.TokenFrequencies, len(values))}
	room := make([]api.TokenFreq, len(values))
	for i, v := range values {
		f.counts[v] = &room[i]
	}
	return f
}

// Name and the rest implement bleve's index.Field.
func (f *field) Name() string                                   { return f.name }
func (f *field) Value() []byte                                  { return nil }
func (f *field) ArrayPositions() []uint64                       { return nil }
func (f *field) EncodedFieldType() byte                         { return 't' }
func (f *field) Analyze()                                       {}
func (f *field) Options() api.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                            { return f.length }
func (f *field) AnalyzedTokenFrequencies() api.TokenFrequencies { return f.counts }
func (f *field) NumPlainTextBytes() uint64                      { return 0 }
func (f *field) Size() int                                      { return 0 }
