package compare

// A Version is an older and a newer version of a municipality's document, with what changed.
type Version struct {
	Municipality string `json:"municipality"`
	// Old and New are the documents.
	Old string `json:"old"`
	New string `json:"new"`
	// Basis says why they are taken for versions: "title" (like title and kind) or "asked" (a person chose the two).
	Basis string `json:"basis"`
	// Likeness is the share of the words of both that are the same, 0 to 1.
	Likeness float64 `json:"likeness"`
	// Kept, Came, Went, Reworded and Moved count sentences. A sentence that was moved and reworded counts as moved.
	Kept     int `json:"kept"`
	Came     int `json:"came"`
	Went     int `json:"went"`
	Reworded int `json:"reworded"`
	Moved    int `json:"moved"`
	// Sections are the sections in which something changed: those of the new version in its order, and after each of them those
	// of the old one that are gone.
	Sections []SectionChange `json:"sections"`
}

// A SectionChange is a section with what changed in it.
type SectionChange struct {
	// Section is the path of headings, outermost first; empty for what stands before the first heading.
	Section []string `json:"section"`
	// OldSection is the path in the old version where it differs.
	OldSection []string `json:"old_section,omitempty"`
	// Change is Came, Went or Moved if the whole section did, else "".
	Change  ChangeKind `json:"change,omitempty"`
	Changes []Change   `json:"changes"`
}

// A Change is a sentence that changed.
type Change struct {
	Kind ChangeKind `json:"kind"`
	// Old is nil for what came, New for what went.
	Old *Excerpt `json:"old,omitempty"`
	New *Excerpt `json:"new,omitempty"`
	// Edits lead from the old words to the new ones; empty if none differs.
	Edits []Edit `json:"edits,omitempty"`
}

// ChangeKind says what happened to a sentence.
type ChangeKind string

// The kinds of change.
const (
	Came     ChangeKind = "came"
	Went     ChangeKind = "went"
	Reworded ChangeKind = "reworded"
	Moved    ChangeKind = "moved" // to another section, or to another place among its neighbours
)
