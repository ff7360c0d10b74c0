package compare

// A Scope restricts a report to some tags, kinds of document, years or municipalities. The zero value restricts nothing.
type Scope struct {
	// Tags are names of tags; a tag stands for its sub-tags, and a sub-tag brings its parent's row. Empty: all.
	Tags []string `json:"tags"`
	// Kinds are kinds of document as policy.Facts has them ("policy", "strategi"), in any case. Empty: all.
	Kinds []string `json:"kinds"`
	// FromYear and ToYear are the first and the last year of a document's date; 0 for no limit.
	FromYear int `json:"from_year,omitempty"`
	ToYear   int `json:"to_year,omitempty"`
	// Peers is the name of the peer group whose members alone are compared, "" for all municipalities.
	Peers string `json:"peers,omitempty"`

	// LeftOut is the number of documents that the restriction left out; Undated of them would have been left in or out by
	// their date, and give none. Documents fills both.
	LeftOut int `json:"left_out"`
	Undated int `json:"undated"`
}

// A PeerGroup is a group of municipalities that are like one another, for a reason that its name tells.
type PeerGroup struct {
	Name           string   `json:"name"`
	Municipalities []string `json:"municipalities"`
}
