package evaluation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/internal/delimited"
)

// A FactsGold is what a person found in documents as data, by document; see [ParseFacts].
type FactsGold struct {
	documents map[string]goldFacts
}

// goldFacts is what a person found in one document. A scalar that is not named is not asked for; null means that the
// document does not say.
type goldFacts struct {
	scalars map[string]any
	Towns   *[]struct {
		Name    string `json:"name"`
		Country string `json:"country"`
	} `json:"partner_towns"`
	FollowUp *[]struct {
		Interval string `json:"interval"`
	} `json:"follow_up"`
	FollowUpAcceptable    []string  `json:"follow_up_acceptable"`
	Responsible           *[]string `json:"responsible"`
	ResponsibleAcceptable []string  `json:"responsible_acceptable"`
}

// scalarNames are the facts of one value, as `export facts` names them.
var scalarNames = []string{"municipality", "scb_code", "county", "kind", "title", "status", "diarienummer", "date", "adopted_by",
	"partner_towns_stated_count", "partner_towns_status"}

// ParseFacts reads what a person found as facts: JSON, {"documents": {"plan": {"date": "2014-02-13", "diarienummer": null,
// "partner_towns": [{"name": "Time", "country": "NO"}], "follow_up": [{"interval": "P1Y"}], "responsible":
// ["kommunstyrelsen"]}}}. The names are those of `export facts`; under "responsible_acceptable" and "follow_up_acceptable"
// stands what may also be found. Other names are passed over. The error names the line.
func ParseFacts(name string, data []byte) (*FactsGold, error) {
	var file struct {
		Documents map[string]json.RawMessage `json:"documents"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		line := 1
		var syntax *json.SyntaxError
		var kind *json.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			line += bytes.Count(data[:syntax.Offset], []byte("\n"))
		case errors.As(err, &kind):
			line += bytes.Count(data[:kind.Offset], []byte("\n"))
		}
		return nil, &delimited.Error{Name: name, Line: line, Problem: err.Error()}
	}
	if len(file.Documents) == 0 {
		return nil, &delimited.Error{Name: name, Line: 1, Problem: `it names no "documents"`}
	}
	gold := &FactsGold{documents: map[string]goldFacts{}}
	for id, raw := range file.Documents {
		g := goldFacts{scalars: map[string]any{}}
		var all map[string]any
		if err := errors.Join(json.Unmarshal(raw, &g), json.Unmarshal(raw, &all)); err != nil {
			line := 1 + bytes.Count(data[:max(0, bytes.Index(data, raw))], []byte("\n"))
			return nil, &delimited.Error{Name: name, Line: line, Problem: fmt.Sprintf("document %q: %v", id, err)}
		}
		for _, s := range scalarNames {
			if v, named := all[s]; named {
				g.scalars[s] = v
			}
		}
		gold.documents[id] = g
	}
	return gold, nil
}

// A FactsResult is what [MeasureFacts] returns; as JSON it is what `styrdok evaluate --facts` prints.
type FactsResult struct {
	Schema int `json:"schema"`
	FactsCount
	Documents []FactsDocument `json:"documents"`
	Mistakes  []FactMistake   `json:"mistakes"`
	// NoDocument are the documents that the gold names and that were not there; they count nowhere.
	NoDocument []string `json:"no_document"`
}

// A FactsCount is how many facts are right.
type FactsCount struct {
	// Asked is how many facts the gold names: scalars (also that there is none), partner towns with their country,
	// intervals, bodies. Right of them were found.
	Right int `json:"right"`
	Asked int `json:"asked"`
	// Invented are partner towns, intervals and bodies that the gold does not know.
	Invented int `json:"invented"`
	// Unfaithful are items whose quote does not stand in the document.
	Unfaithful int `json:"unfaithful"`
}

// FactsDocument is how many facts of one document are right.
type FactsDocument struct {
	Document string `json:"document"`
	FactsCount
}

// A FactMistake is a fact on which program and gold differ.
type FactMistake struct {
	// Kind is "wrong", "invented" or "unfaithful".
	Kind     string `json:"kind"`
	Document string `json:"document"`
	Fact     string `json:"fact"`
	Want     string `json:"want"`
	Got      string `json:"got"`
}

// MeasureFacts compares the facts of docs with gold, by document ID. Letters' case, marks and spaces make no difference
// between two values; two names of a body are the same if at least three of five of their words are, in base form.
func MeasureFacts(docs []*policy.Document, gold *FactsGold) *FactsResult {
	r := &FactsResult{Schema: policy.Schema, Documents: []FactsDocument{}, Mistakes: []FactMistake{}, NoDocument: []string{}}
	ids := make([]string, 0, len(gold.documents))
	for id := range gold.documents {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		i := slices.IndexFunc(docs, func(d *policy.Document) bool { return d.ID == id })
		if i < 0 {
			r.NoDocument = append(r.NoDocument, id)
			continue
		}
		m := factsMeasure{doc: docs[i], record: policy.NewFactsRecord(docs[i]), gold: gold.documents[id]}
		m.all()
		r.Documents = append(r.Documents, FactsDocument{id, m.count})
		r.Mistakes = append(r.Mistakes, m.mistakes...)
		r.Right += m.count.Right
		r.Asked += m.count.Asked
		r.Invented += m.count.Invented
		r.Unfaithful += m.count.Unfaithful
	}
	return r
}
