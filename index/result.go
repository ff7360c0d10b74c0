package index

import "github.com/styrdok/styrdok/policy"

// Schema is the version of the JSON that results and folders carry.
const Schema = 1

// Results is what a search found; as JSON it is what `styrdok search --format json` prints.
type Results struct {
	Schema int `json:"schema"`
	// Total is how many passages match; Hits holds those from From on.
	Total int   `json:"total"`
	From  int   `json:"from,omitempty"`
	Hits  []Hit `json:"hits"`
	// Relaxed says that no passage matched, and that these match the parts of the query's compounds instead.
	Relaxed bool `json:"relaxed,omitempty"`
	// Synonyms are what was looked for beside words of the query.
	Synonyms []Synonyms `json:"synonyms,omitempty"`
	// Suggestion is the query with words and values of filters that no passage has in the spelling nearest to them that one has; "" if all are
	// known.
	Suggestion string `json:"did_you_mean,omitempty"`
	// Unknown are the values of filters that no passage has.
	Unknown []Unknown `json:"unknown_values,omitempty"`
	// Like is the ID of the passage that these are like, of a search for such.
	Like string `json:"like,omitempty"`
	// Facets counts the values of fields over all passages that match, the most frequent first.
	Facets map[Field][]FacetValue `json:"facets,omitempty"`
}

// A Hit is a passage that matches.
type Hit struct {
	// ID names the passage, "hylte-riktlinjer#12"; see [Index.Like].
	ID           string      `json:"id,omitempty"`
	Document     string      `json:"document"`
	Source       string      `json:"source"`
	Municipality string      `json:"municipality"`
	Title        string      `json:"title,omitempty"`
	Kind         string      `json:"kind,omitempty"`
	Year         int         `json:"year,omitempty"`
	Section      []string    `json:"section,omitempty"`
	Text         string      `json:"text"`
	Page         int         `json:"page"`
	Pages        []int       `json:"pages,omitempty"`
	PageLabel    string      `json:"page_label,omitempty"`
	Span         [2]int      `json:"span"`
	Zone         policy.Zone `json:"zone,omitempty"`
	Passage      int         `json:"passage"`
	Tags         []string    `json:"tags"`
	// Reviewed are those of Tags for which a person vouches.
	Reviewed []string `json:"reviewed,omitempty"`
	Score    float64  `json:"score"`
	// Snippet is the part of Text that matches best, HTML-escaped, with <mark> around the words that match.
	Snippet string `json:"snippet"`
}

// A FacetValue is a value of a field with the number of matching passages that have it.
type FacetValue struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Sort is an order of hits.
type Sort string

// The orders of hits.
const (
	SortScore    Sort = ""         // the best first
	SortYear     Sort = "year"     // the newest first
	SortDocument Sort = "document" // by document, then as they stand in it
)

// SearchOptions steers a search; the zero value works.
type SearchOptions struct {
	// Limit is how many hits to return; 0 means [DefaultLimit], more than [MaxLimit] means that.
	Limit int
	// From skips that many hits.
	From int
	// Facets are the fields to count: municipality, tag, kind, year, document.
	Facets []Field
	Sort   Sort
	// NoSynonyms looks for the words of the query alone.
	NoSynonyms bool
}

// Limits of a search.
const (
	DefaultLimit = 10
	// MaxLimit bounds what one search holds in memory.
	MaxLimit = 1000
	// facetSize is how many values of a field are counted: all 290 municipalities.
	facetSize = 300
)
