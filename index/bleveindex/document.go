package bleveindex

import (
	"strconv"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// storedField holds what a hit shows.
const storedField = "stored"

// newDocument returns e as bleve's fields. Only exact words keep their positions, for phrases; marking is done from the
// text.
func newDocument(e index.Entry) *document.Document {
	doc := document.NewDocument(e.ID)
	for _, f := range tokenFields {
		if tokens := e.Tokens[f]; len(tokens) > 0 {
			options := api.IndexField
			if f == index.FieldExact {
				options |= api.IncludeTermVectors
			}
			doc.AddField(document.NewTextFieldCustom(string(f), nil, nil, options, tokenAnalyzer(tokens)))
		}
	}
	for _, f := range valueFields {
		for i, v := range e.Values[f] {
			pos := []uint64{uint64(i)}
			doc.AddField(document.NewTextFieldCustom(string(f), pos, []byte(v), api.IndexField|api.DocValues|api.SkipFreqNorm, nil))
			if f != index.FieldYear {
				continue
			}
			if y, err := strconv.ParseFloat(v, 64); err == nil {
				doc.AddField(document.NewNumericFieldWithIndexingOptions(yearNumber, nil, y, api.IndexField|api.DocValues))
			}
		}
		for i, v := range e.Values[index.FilterField(f)] {
			pos := []uint64{uint64(i)}
			doc.AddField(document.NewTextFieldCustom(string(index.FilterField(f)), pos, []byte(v), api.IndexField|api.SkipFreqNorm, nil))
		}
	}
	doc.AddField(document.NewTextFieldCustom(storedField, nil, e.Stored, api.StoreField, nil))
	return doc
}

// yearNumber is the field of the year as a number, for ranges and sorting.
const yearNumber = "year_number"

var (
	tokenFields = []index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot, index.FieldFolded, index.FieldHeading}
	valueFields = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear, index.FieldDocument, index.FieldZone}
)

// A tokenAnalyzer hands bleve tokens that are there already.
type tokenAnalyzer []index.Token

// Analyze implements bleve's analysis.Analyzer; it does not look at the text.
func (t tokenAnalyzer) Analyze([]byte) analysis.TokenStream {
	out := make(analysis.TokenStream, len(t))
	for i, tok := range t {
		out[i] = &analysis.Token{Term: []byte(tok.Text), Start: tok.Start, End: tok.End, Position: tok.Position}
	}
	return out
}
