package compare

// Reuse is the text that documents have in common.
type Reuse struct {
	// Pairs are documents that share text which is no boilerplate: other municipalities' before a municipality's own, and of
	// each the pair that shares most words first.
	Pairs []ReusePair `json:"pairs"`
	// LeftOut is the number of pairs beyond those listed, which share less.
	LeftOut int `json:"left_out"`
	// Boilerplate is text that stands in so many documents that it says nothing of two of them, the most widespread first.
	Boilerplate []Boilerplate `json:"boilerplate"`
}

// A Relation says what two documents that share text are to each other.
type Relation string

// The relations.
const (
	Series   Relation = "series"   // one municipality's, of like titles: versions, or the same document of several years
	Own      Relation = "own"      // two other documents of one municipality
	Template Relation = "template" // of two municipalities, and at least half of the shorter one is shared: a common model
	Borrowed Relation = "borrowed" // of two municipalities, passages only
	Stray    Relation = "stray"    // one of them, or both, could not be assigned
)

// A ReusePair is two documents with the text that they share.
type ReusePair struct {
	// A and B are documents; A is the older one where both have a date.
	A        string   `json:"a"`
	B        string   `json:"b"`
	Relation Relation `json:"relation"`
	// Sentences is the number of sentences that they share, Exact of them word for word. Words is the number of words.
	Sentences int `json:"sentences"`
	Exact     int `json:"exact"`
	Words     int `json:"words"`
	// ShareA and ShareB are the shares (0 to 1) of the words of each that are shared.
	ShareA float64 `json:"share_a"`
	ShareB float64 `json:"share_b"`
	// Passages are the shared stretches, in the order of A.
	Passages []SharedPassage `json:"passages"`
}

// A SharedPassage is a stretch of two documents that is the same, or was edited.
type SharedPassage struct {
	A Excerpt `json:"a"`
	B Excerpt `json:"b"`
	// Sentences is the number of sentences in it, Words of the words that are the same.
	Sentences int `json:"sentences"`
	Words     int `json:"words"`
	// Exact is true if not a word differs; Likeness is the share of words that are the same, 0 to 1.
	Exact    bool    `json:"exact"`
	Likeness float64 `json:"likeness"`
	// Edits lead from A's words to B's; empty if Exact.
	Edits []Edit `json:"edits,omitempty"`
}

// Boilerplate is a sentence, or a row of a table, that stands in most documents or in many municipalities.
type Boilerplate struct {
	// Excerpt is where it stands first.
	Excerpt
	// Row is true for a row of a table.
	Row bool `json:"row,omitempty"`
	// Documents and Municipalities are how many have it; Variants is in how many wordings.
	Documents      int `json:"documents"`
	Municipalities int `json:"municipalities"`
	Variants       int `json:"variants"`
}

// An Edit is a step by which one text becomes another, by whole words.
type Edit struct {
	Op EditOp `json:"op"`
	// Text is a stretch of the new text, or of the old one if it is removed, with the spaces that follow its words.
	Text string `json:"text"`
}

// EditOp says what an [Edit] does.
type EditOp string

// The steps. What is replaced is removed, and what replaces it is added after it.
const (
	Kept    EditOp = "kept"
	Removed EditOp = "removed"
	Added   EditOp = "added"
)
