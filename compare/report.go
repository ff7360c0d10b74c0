package compare

import (
	"time"

	"github.com/styrdok/styrdok/policy"
)

// Schema is the version of the JSON form of a [Report].
const Schema = 1

// Options steers [Documents]. The zero value works: tags are then those that the documents carry.
type Options struct {
	// AsOf is the day for which the report holds, in its own time zone and whatever the hour; ages are counted to it. With the zero
	// value no age is known.
	AsOf time.Time
	// Tags are the tags to compare, in the report's order. Tags that only the documents know are added at the end.
	Tags []policy.TagDefinition
	// SetAside are the files that could not be read at all.
	SetAside []policy.SetAside
	// Links maps a document's ID to a URL reference of its source file, relative to the report and already percent-encoded.
	// A document without one is shown without a link.
	Links map[string]string
	// Generator is the program with its version, "styrdok 0.1.0".
	Generator string
	// Taxonomy names the taxonomy by which the documents were tagged, for the note on methods.
	Taxonomy string
	// Peers are the groups of municipalities that are held against one another, beside the comparison of all with all.
	Peers []PeerGroup
	// Scope restricts the report; see [Scope].
	Scope Scope
	// AsVersions compares each two documents of one municipality as versions of each other, whatever their titles are:
	// for when a person chose the two.
	AsVersions bool
	// Workers is how much is done at once, of municipalities above all; 0 is one. The report does not depend on it.
	Workers int
}

// A Report is a comparison. Municipalities and Documents are in Swedish alphabetical order; what could not be assigned
// comes last.
type Report struct {
	Schema    int    `json:"schema"`
	Generator string `json:"generator"`
	// AsOf is the day for which the report holds, ISO 8601; "" if none was given.
	AsOf string `json:"as_of"`
	// Taxonomy names the taxonomy that the documents were tagged by; "" if the caller did not say.
	Taxonomy string `json:"taxonomy,omitempty"`
	// Scope is what the report was restricted to, with what that left out.
	Scope          Scope             `json:"scope"`
	Tags           []Tag             `json:"tags"`
	Municipalities []Municipality    `json:"municipalities"`
	Documents      []Document        `json:"documents"`
	SetAside       []policy.SetAside `json:"set_aside"`
	// Peers are the groups of municipalities from Options, each with those of its members that the report has.
	Peers []PeerGroup `json:"peers"`

	// Themes are the sub-tags of the goals, with what each municipality has of them.
	Themes []Theme `json:"themes"`
	// SharedGoals are the goals that two or more municipalities have in similar words, the most widespread first.
	SharedGoals []SharedGoal `json:"shared_goals"`
	// SharedTowns are the partner towns of two or more municipalities; Countries are those of all partner towns.
	SharedTowns []SharedTown `json:"shared_towns"`
	Countries   []Country    `json:"countries"`
	// Reuse is the text that documents have in common.
	Reuse Reuse `json:"reuse"`
	// Versions are the documents of which a municipality has an older and a newer version, with what changed.
	Versions []Version `json:"versions"`
}

// A Label maps a language ("sv", "en") to what a reader sees.
type Label map[string]string

// A Tag is a row of the matrix.
type Tag struct {
	Name string `json:"name"`
	// Parent is the tag that this one refines, "" for a main tag. A sub-tag follows its parent.
	Parent string `json:"parent,omitempty"`
	Label  Label  `json:"label"`
}

// A Municipality is a column of the matrix, with the facts of its documents taken together.
type Municipality struct {
	// Name is the short name, "" for the documents and files that could not be assigned.
	Name   string `json:"name"`
	Code   string `json:"scb_code,omitempty"`
	County string `json:"county,omitempty"`
	// Documents are the IDs of its documents, first the one that weighs most.
	Documents []string `json:"documents"`
	// SetAside is the number of its files that could not be read at all.
	SetAside int `json:"set_aside"`
	// Cells has one cell for each of the report's tags, in their order.
	Cells []Cell `json:"cells"`

	PartnerTowns PartnerTowns `json:"partner_towns"`
	Responsible  Responsible  `json:"responsible"`
	FollowUp     FollowUps    `json:"follow_up"`
	// Goals sums up the cell of the goals.
	Goals GoalSummary `json:"goals"`
	// Distinctive are the words that its documents use far more than the others', the most distinctive first.
	Distinctive []KeyWord `json:"distinctive"`
	// Gaps are what it lacks that most others have, in the order of the report.
	Gaps []Gap `json:"gaps"`
}

// Assigned reports whether m is a municipality, and not the place of what could not be assigned.
func (m *Municipality) Assigned() bool { return m.Name != "" }

// State is the answer of a cell or of a fact.
type State string

// The four answers.
const (
	Says    State = "says"     // the documents say something
	SaysNot State = "says-not" // they say expressly that there is nothing, or that it rests
	NotSaid State = "not-said" // nothing was found in what was read, and all of it was read
	Unread  State = "unread"   // nothing was found, and a page or a document could not be read
)

// A Cell is what one municipality says on one tag.
type Cell struct {
	Tag   string `json:"tag"`
	State State  `json:"state"`
	// Detail says more of the state: "dormant", "none" or "mentioned-unnamed"; "" if there is no more to say.
	Detail string `json:"detail,omitempty"`
	// Provisional is true if only proposals and memos say it.
	Provisional bool `json:"provisional,omitempty"`
	// Incomplete is true if a page or a document of the municipality could not be read: there may be more.
	Incomplete bool `json:"incomplete,omitempty"`
	// Count is the number of quotes.
	Count int `json:"count"`
	// Binding counts the quotes by how binding they are.
	Binding BindingCount `json:"binding"`
	// Places are the documents that say something, in order of rank, with the pages.
	Places []Place `json:"places"`
	// Quotes are all quotes: by document in order of rank, and within a document the strongest first.
	Quotes []Quote `json:"quotes"`
}

// A Place is a document with the pages that matter in it, ascending.
type Place struct {
	Document string `json:"document"`
	Pages    []int  `json:"pages"`
}

// A BindingCount counts quotes by how binding they are.
type BindingCount struct {
	Must   int `json:"must"`
	Should int `json:"should"`
	May    int `json:"may"`
	States int `json:"states"`
}

// A Quote is a sentence of a document, as it stands, with its place.
type Quote struct {
	Document string `json:"document"`
	policy.Citation
	// Opener is the sentence that opens the list in which the quote is an item, or a table's header row; "" if none.
	Opener string `json:"opener,omitempty"`
	// Before and After are what stands around the quote in its passage.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// Section is the path of headings above it, outermost first.
	Section []string `json:"section"`
	Score   float64  `json:"score"`
	Binding Binding  `json:"binding"`
	// Negative is true if the sentence says that there is nothing of what the tag stands for, or that it rests.
	Negative bool      `json:"negative,omitempty"`
	Evidence []string  `json:"evidence"`
	By       policy.By `json:"by"`
	// Adds is true if the document is a proposal, a memo or one that was replaced, and no document of the municipality that
	// weighs more says it, not in similar words either.
	Adds bool `json:"adds,omitempty"`
	// Goal is the ID of the shared goal that it belongs to; "" if no other municipality has it, or it is no goal.
	Goal string `json:"goal,omitempty"`
	// Themes are the sub-tags that the sentence carries; empty in the cell of a sub-tag itself.
	Themes []string `json:"themes,omitempty"`
	// AlsoIn are further places where the municipality's documents have the same sentence.
	AlsoIn []Place `json:"also_in,omitempty"`
}

// An Excerpt is a stretch of a document's text as it stands, with its place.
type Excerpt struct {
	Document string `json:"document"`
	policy.Citation
	// Section is the path of headings above it, outermost first.
	Section []string `json:"section"`
}

// A Source is a document with the place in it that a fact rests on.
type Source struct {
	Document string `json:"document"`
	policy.Evidence
}
