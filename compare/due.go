package compare

// Due says whether a document ought to have been renewed by now.
type Due struct {
	// Rule is what asks for it: "mandate-period", an ISO 8601 duration, or "valid-until".
	Rule  string   `json:"rule"`
	State DueState `json:"state"`
	// From is the day from which it is reckoned: that of the document's adoption or last revision, ISO 8601 with the
	// precision that the document gives; "" if it gives none.
	From string `json:"from"`
	// Missed are the occasions that passed without a newer version among the documents: years of elections for mandate
	// periods (of those that ended since), else days; the last ones if there are very many. MissedCount is how many there are.
	Missed      []string `json:"missed"`
	MissedCount int      `json:"missed_count"`
	// Next is the next occasion: the day by which it has to be done; "" if unknown.
	Next string `json:"next"`
	// Running is the year of the election that began the running mandate period, if the document is overdue by such periods.
	Running string `json:"running,omitempty"`
	// Text says it in a sentence.
	Text Label `json:"text"`
}

// DueState says how things stand with what is due.
type DueState string

// The states.
const (
	Overdue  DueState = "overdue"   // at least one occasion passed
	InTime   DueState = "in-time"   // the next occasion lies ahead
	Renewed  DueState = "renewed"   // a newer version is among the documents
	NotKnown DueState = "not-known" // the document gives no date, or does not apply (a proposal, a memo), or the report has no day
)
