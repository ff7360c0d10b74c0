package review

import (
	"cmp"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A Correction is what a person said of a tag of a sentence, or of a fact. As JSON it is a line of corrections.jsonl.
type Correction struct {
	Schema int `json:"schema"`
	// Document is the document's ID, SHA256 its file's hash ("" if unknown): either finds it again.
	Document string `json:"document"`
	SHA256   string `json:"sha256,omitempty"`
	Kind     Kind   `json:"kind"`
	// Name is the tag's or the fact's name, "goals" or "partner_towns".
	Name    string  `json:"name"`
	Verdict Verdict `json:"verdict"`
	// Value is the fact as the program has it, "" for a tag and for a fact that it has not.
	Value string `json:"value,omitempty"`
	// Correction is the fact as it should be, where the verdict is add or change. See [FactNames] for its form.
	Correction string `json:"correction,omitempty"`
	// Quote is where it stands, Prefix and Suffix what stands around it.
	Quote  string `json:"quote"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	// Note is a remark of the person's.
	Note string `json:"note,omitempty"`
	// Line is where it stood in the file that it was read from, from 1; 0 if unknown.
	Line int `json:"-"`
}

// Kind says what is corrected.
type Kind string

// The kinds of rows. A sentence is one without a tag: tags can be added to it.
const (
	KindTag      Kind = "tag"
	KindFact     Kind = "fact"
	KindSentence Kind = "sentence"
)

// Verdict is what a person says.
type Verdict string

// The verdicts.
const (
	Keep   Verdict = "keep"   // it is right, whatever the program says later
	Remove Verdict = "remove" // it is wrong
	Add    Verdict = "add"    // it is missing
	Change Verdict = "change" // it is wrong as it stands, and should be Correction
	Undo   Verdict = "undo"   // take back an earlier verdict; never stored
)

// key says what c is about: two corrections of one key are of the same thing, and the later one holds.
func (c Correction) key() string {
	parts := []string{c.Document, string(c.Kind), c.Name}
	if c.Kind == KindFact && !isList(c.Name) {
		return strings.Join(parts, "\x00") // a document has one title
	}
	if c.Kind == KindFact {
		parts = append(parts, squeeze(cmp.Or(c.Value, c.Correction)))
	}
	const context = 12 // letters on each side: enough to tell equal quotes apart
	prefix, suffix := squeeze(c.Prefix), squeeze(c.Suffix)
	parts = append(parts, squeeze(c.Quote), prefix[max(0, len(prefix)-context):], suffix[:min(len(suffix), context)])
	return strings.Join(parts, "\x00")
}

// Merge returns stored with the later corrections added: one that is about the same thing as an earlier one takes its
// place, and the verdict [Undo] removes it. The result is sorted by document, kind, name and quote.
func Merge(stored, later []Correction) []Correction {
	byKey := map[string]Correction{}
	for _, c := range slices.Concat(stored, later) {
		if c.Verdict == Undo {
			delete(byKey, c.key())
			continue
		}
		c.Schema = policy.Schema
		byKey[c.key()] = c
	}
	out := make([]Correction, 0, len(byKey))
	for _, c := range byKey {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Correction) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Quote, b.Quote), cmp.Compare(a.key(), b.key()))
	})
	return out
}

// Of returns those of corrections that are about doc: by its ID or by its file's hash.
func Of(doc *policy.Document, corrections []Correction) []Correction {
	var out []Correction
	for _, c := range corrections {
		if c.Document == doc.ID || c.SHA256 != "" && c.SHA256 == doc.SHA256 {
			out = append(out, c)
		}
	}
	return out
}
