package bleveindex

import (
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

const (
	// storedField holds what a hit shows.
	storedField = "stored"
	// filterField holds the values of all filters, each after the name of its own: fewer fields are less work.
	filterField = "filter"
)

var (
	tokenFields = []index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot, index.FieldHeading}
	// facetFields are the fields whose values are counted or sorted by.
	facetFields = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear, index.FieldDocument}
	// filters are the fields that are filtered by, by the name of their filter.
	filters = func() map[index.Field]index.Field {
		m := map[index.Field]index.Field{}
		for _, f := range append([]index.Field{index.FieldZone}, facetFields...) {
			m[index.FilterField(f)] = f
		}
		return m
	}()
)

// newDocument returns e as bleve's fields. Only exact words keep their positions, for phrases; marking is done from the
// text.
func newDocument(e index.Entry, p *packer) (*document.Document, error) {
	doc := document.NewDocument(e.ID)
	for _, f := range tokenFields {
		if tokens := e.Tokens[f]; len(tokens) > 0 {
			doc.AddField(newTokens(string(f), tokens, f == index.FieldExact))
		}
	}
	for _, f := range facetFields {
		if values := e.Values[f]; len(values) > 0 {
			doc.AddField(newValues(string(f), values, api.IndexField|api.DocValues|api.SkipFreqNorm))
		}
	}
	var all []string
	for _, f := range append([]index.Field{index.FieldZone}, facetFields...) {
		for _, v := range e.Values[index.FilterField(f)] {
			all = append(all, filterTerm(f, v))
		}
	}
	doc.AddField(newValues(filterField, all, api.IndexField|api.SkipFreqNorm))
	stored, err := p.pack(e.Stored)
	if err != nil {
		return nil, err
	}
	doc.AddField(document.NewTextFieldCustom(storedField, nil, stored, api.StoreField, nil))
	return doc, nil
}

// filterTerm is how the filter field holds the value v of f.
func filterTerm(f index.Field, v string) string { return string(f) + ":" + v }

// fieldTerms returns terms as the fields here hold them.
func fieldTerms(terms []index.WeightedTerm) []index.WeightedTerm {
	for i, t := range terms {
		f, ok := filters[t.Field]
		if !ok {
			continue
		}
		if i == 0 {
			terms = append([]index.WeightedTerm(nil), terms...)
		}
		terms[i] = index.WeightedTerm{Field: filterField, Text: filterTerm(f, t.Text), Weight: t.Weight}
	}
	return terms
}
