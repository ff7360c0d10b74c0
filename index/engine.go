package index

import (
	"context"
	"slices"
	"strconv"

	"github.com/styrdok/styrdok/policy/swedish"
)

// An Engine keeps passages in a folder and searches them. It gets its tokens ready made (see [Entry]), so that a search
// finds the same with every engine. Implementations stand in packages of their own, as bleveindex.
type Engine interface {
	// Name names the engine and the version of what it writes ("bleve/1"); an index of another name is rebuilt.
	Name() string
	// Begin starts a new generation in dir, which exists and is empty. If from is not "", it is the folder of an earlier
	// generation of the same Name, closed and complete, whose content the new one starts with; from must stay as it is.
	Begin(dir, from string) (Batch, error)
	// Open opens a complete generation for reading. Any number of readers, in any process, may have it open.
	Open(dir string) (Reader, error)
}

// A Batch is a generation that is being written, by one goroutine.
type Batch interface {
	// Add adds the passages of a document, in order. The engine may write them at once or hold a bounded number.
	Add(entries []Entry) error
	// Remove takes out the passages of a document: those with these IDs, all that were added of it and perhaps some that were not.
	Remove(ids []string) error
	// Close writes what is held, to the disk, and ends the batch.
	Close() error
}

// A Reader searches one generation. It is safe for concurrent use.
type Reader interface {
	Search(ctx context.Context, r Request) (*Response, error)
	// Count returns the number of passages.
	Count() (int, error)
	// Frequency returns how many passages have text in the field f; an engine may count those that were removed lately.
	Frequency(ctx context.Context, f Field, text string) (int, error)
	// Near returns the texts of the field f that differ from text by at most edits letters (one too many, too few or wrong, two swapped) and
	// begin with the same one, with how many passages have each.
	Near(ctx context.Context, f Field, text string, edits int) ([]FacetValue, error)
	Close() error
}

// A Field is a field of a passage in the engine.
type Field string

// The fields of text, each of tokens.
const (
	FieldExact   Field = "exact"   // words as they are compared: NFC and lower case
	FieldLemma   Field = "lemma"   // their base forms
	FieldPart    Field = "part"    // the base forms of the parts of compounds
	FieldRoot    Field = "root"    // what words of one root share, where it is none of their base forms
	FieldHeading Field = "heading" // lemmas and parts of the headings that the passage stands under, and of the title
)

// The fields of whole values, for filters and facets.
const (
	FieldMunicipality Field = "municipality"
	FieldTag          Field = "tag"
	FieldKind         Field = "kind"
	FieldYear         Field = "year"
	FieldDocument     Field = "document"
	FieldZone         Field = "zone"
)

// FilterField is the field that a filter on f looks in. It holds f's values as they are compared: in lower case.
func FilterField(f Field) Field { return "filter_" + f }

// An Entry is a passage as the engine indexes it.
type Entry struct {
	// ID is unique in the index: the document's ID, "#" and the passage's number.
	ID string
	// Words are those of the passage, in order; the position of each is its place among them, from 1.
	Words []*swedish.Word
	// Heading are the words, but for function words, of the headings that the passage stands under, and of the title. Passages of a
	// section share them: the same memory.
	Heading []*swedish.Word
	Values  map[Field][]string
	// Stored is handed back with a hit, unread.
	Stored []byte
}

// Tokens returns the tokens of the field f of text, in order.
func (e Entry) Tokens(f Field) []string {
	words := e.Words
	if f == FieldHeading {
		words = e.Heading
	}
	var out []string
	for _, w := range words {
		out = append(out, WordTokens(w, f)...)
	}
	return out
}

// WordTokens returns the tokens by which w is found in the field f of text. All of them stand where w does.
func WordTokens(w *swedish.Word, f Field) []string {
	switch f {
	case FieldExact:
		return []string{w.Surface}
	case FieldLemma:
		return w.Lemmas
	case FieldPart:
		return w.Parts
	case FieldRoot:
		var roots []string
		for _, r := range w.Roots {
			if !slices.Contains(w.Lemmas, r) {
				roots = append(roots, r)
			}
		}
		return roots
	case FieldHeading:
		return slices.Concat(w.Lemmas, w.Parts)
	}
	return nil
}

// tokensVersion counts the changes of what entries are made of, words' analysis included. A new number makes indexes be
// rebuilt from their documents: the words of a query must be analysed as those of the passages were.
const tokensVersion = 7

// formatOf names what an index with this engine holds.
func formatOf(e Engine) string { return e.Name() + " tokens/" + strconv.Itoa(tokensVersion) }
