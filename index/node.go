package index

// Op says what a [Node] does.
type Op int

// The operations of a query.
const (
	// OpAll matches everything.
	OpAll Op = iota
	// OpWord matches if one of Terms does: the ways in which a passage can have one word of the query. It scores as one
	// word, by BM25F: how often Terms are there, each counted by its weight, against how rare they are.
	OpWord
	// OpPrefix is OpWord for all terms that begin with one of Terms; it is as rare as passages that have any.
	OpPrefix
	// OpPhrase matches Terms in order and side by side. It scores as a word that is there once, and its rarity is the sum of
	// that of Terms.
	OpPhrase
	// OpRange matches if the number in Field lies from Min to Max. It does not score.
	OpRange
	// OpID matches the passages with IDs. It does not score.
	OpID
	// OpAny matches if one of Should does. It scores as the sum of those that do.
	OpAny
	// OpBool matches if all of Must and Filter do, none of Not, and, if Must is empty, one of Should if there is one. It
	// scores as the sum of Must and Should.
	OpBool
)

// A WeightedTerm is a token of a field and how much a match of it counts.
type WeightedTerm struct {
	Field  Field
	Text   string
	Weight float64
}

// A Node is a query that an engine runs: a tree of operations on tokens.
type Node struct {
	Op    Op
	Terms []WeightedTerm // of OpWord, OpPrefix, OpPhrase

	IDs []string // of OpID

	Field    Field // of OpRange
	Min, Max int

	Must, Should, Not, Filter []Node // of OpBool; OpAny has Should only
}

// A Request is a search as an engine runs it.
type Request struct {
	Query Node
	From  int
	Size  int
	// Facets are the fields whose values are to be counted, FacetSize of each.
	Facets    []Field
	FacetSize int
	// Sort is "" for score.
	Sort Sort
}

// A Response is what an engine found.
type Response struct {
	Total  int
	Hits   []RawHit
	Facets map[Field][]FacetValue
}

// A RawHit is a hit as the engine gives it.
type RawHit struct {
	ID     string
	Score  float64
	Stored []byte
}
