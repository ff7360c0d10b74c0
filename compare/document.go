package compare

import (
	"time"

	"github.com/styrdok/styrdok/policy"
)

// Tier says how much a document weighs among those of its municipality.
type Tier string

// The tiers, from the heaviest.
const (
	Governing Tier = "governing" // a policy, strategy, plan …
	Informing Tier = "informing" // a web page, or a document of no known kind
	Proposal  Tier = "proposal"  // a governing document that is proposed
	Memo      Tier = "memo"      // a memo to a board, minutes
	Replaced  Tier = "replaced"  // a document that no longer applies
)

// A Document is a line of the ledger: whose document it is, what it says of itself, and how well it was read.
type Document struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	// Href is a URL reference of the source file, "" if there is none.
	Href   string `json:"href,omitempty"`
	Format string `json:"format"`
	SHA256 string `json:"sha256,omitempty"`
	// Municipality is "" if it could not be assigned; Basis is what decided.
	Municipality string `json:"municipality"`
	Basis        string `json:"basis,omitempty"`
	Tier         Tier   `json:"tier"`

	Title        Value `json:"title"`
	Kind         Value `json:"kind"`
	Status       Value `json:"status"`
	Date         Value `json:"date"`
	Diarienummer Value `json:"diarienummer"`
	AdoptedBy    Value `json:"adopted_by"`
	// AgeYears is the number of whole years from Date to the report's day; nil if one of them is unknown or the date lies
	// ahead. AgeApproximate is true if the document gives a year or a month only.
	AgeYears       *int `json:"age_years"`
	AgeApproximate bool `json:"age_approximate,omitempty"`

	// Missing names the data that the document ought to give of itself and does not, of "title", "kind", "status", "date",
	// "diarienummer" and "adopted_by".
	Missing []string `json:"missing"`
	// ReplacedBy is the newer version of the document among those of its municipality, "" if there is none.
	ReplacedBy string `json:"replaced_by,omitempty"`
	// Validity says whether the day has passed until which the document is valid; nil if it gives none.
	Validity *Due `json:"validity,omitempty"`

	// Pages are the pages as they were read.
	Pages []policy.Page `json:"pages"`
	Words int           `json:"words"`
	// Methods are the ways in which its pages were read, in the order of the pages, each once.
	Methods []policy.Method `json:"methods"`
	// UnreadPages are the numbers of pages that could not be read, or only badly.
	UnreadPages []int `json:"unread_pages"`
	// Complete is true if everything in it was read.
	Complete bool           `json:"complete"`
	Issues   []policy.Issue `json:"issues"`
	// Facts are the document's facts as facts.json has them.
	Facts policy.FactsRecord `json:"facts"`
}

// A Value is a fact of one value, or the reason why there is none.
type Value struct {
	Value string `json:"value"`
	// State is Says, NotSaid or Unread.
	State State `json:"state"`
	// Source is nil if there is no value.
	Source *Source `json:"source,omitempty"`
}

// badlyRead is the share of characters that the file does not tell, above which a page counts as not read: with every
// fifth character missing, most words are broken.
const badlyRead = 0.2

// badlySpaced is the same for the share of words that look torn apart or run together.
const badlySpaced = 0.4

// newDocument returns the ledger line of d.
func newDocument(d *policy.Document, opts *Options, stand standing) Document {
	doc := Document{
		ID: d.ID, Source: d.Source, Href: opts.Links[d.ID], Format: d.Format, SHA256: d.SHA256,
		Municipality: d.Municipality.Municipality.Name, Basis: d.Municipality.Basis,
		Tier: stand.tier(d), ReplacedBy: stand.newer[d.ID],
		Pages: orEmpty(d.Pages), Methods: []policy.Method{}, UnreadPages: []int{}, Issues: orEmpty(d.Issues), Missing: []string{},
		Facts: policy.NewFactsRecord(d),
	}
	readLedger(&doc)
	value := func(v policy.Value) Value { return newValue(d.ID, v, doc.Complete) }
	doc.Title, doc.Kind, doc.Status = value(d.Facts.Title), value(d.Facts.Kind), value(d.Facts.Status)
	if doc.Status.Value == "unknown" {
		doc.Status = value(policy.Value{})
	}
	doc.Date, doc.Diarienummer, doc.AdoptedBy = value(d.Facts.Date), value(d.Facts.Diarienummer), value(d.Facts.AdoptedBy)
	doc.Missing = doc.missing()
	doc.Validity = newReckoning(d, opts.AsOf, stand).validity(d)
	doc.AgeYears, doc.AgeApproximate = age(d.Facts.Date.Value, opts.AsOf)
	return doc
}

// readLedger fills what doc's pages and issues say of how well it was read.
func readLedger(doc *Document) {
	seen := make(map[policy.Method]bool)
	for _, p := range doc.Pages {
		doc.Words += p.Words
		if !seen[p.Method] && p.Method != "" {
			seen[p.Method] = true
			doc.Methods = append(doc.Methods, p.Method)
		}
		if p.Method == policy.MethodUnread || p.UnmappedShare > badlyRead || p.SuspectShare > badlySpaced {
			doc.UnreadPages = append(doc.UnreadPages, p.Number)
		}
	}
	doc.Complete = len(doc.UnreadPages) == 0
	for _, issue := range doc.Issues {
		if issue.Severity == policy.Error {
			doc.Complete = false
		}
	}
}

// missing names the data that the document does not give although all of it was read. A memo or minutes have no one who
// adopted them, and a web page neither that nor a case number.
func (doc *Document) missing() []string {
	list := []string{}
	for _, x := range []struct {
		name  string
		value Value
		asked bool
	}{
		{"title", doc.Title, true}, {"kind", doc.Kind, true}, {"status", doc.Status, true}, {"date", doc.Date, true},
		{"diarienummer", doc.Diarienummer, doc.Tier != Informing}, {"adopted_by", doc.AdoptedBy, doc.Tier == Governing || doc.Tier == Replaced},
	} {
		if x.asked && x.value.State == NotSaid {
			list = append(list, x.name)
		}
	}
	return list
}

func newValue(id string, v policy.Value, complete bool) Value {
	switch {
	case v.Found():
		return Value{Value: v.Value, State: Says, Source: &Source{Document: id, Evidence: v.Evidence}}
	case complete:
		return Value{State: NotSaid}
	}
	return Value{State: Unread}
}

// age returns the whole years from date (ISO 8601, a year, month or day) to asOf, and whether date is less than a day
// exact. A year is counted from its first of July and a month from its fifteenth day: the middle, where the error is least.
func age(date string, asOf time.Time) (years *int, approximate bool) {
	if date == "" || asOf.IsZero() {
		return nil, false
	}
	full := date
	switch len(date) {
	case len("2006"):
		full, approximate = date+"-07-01", true
	case len("2006-01"):
		full, approximate = date+"-15", true
	}
	from, err := time.Parse(time.DateOnly, full)
	if err != nil {
		return nil, false
	}
	n := asOf.Year() - from.Year()
	if asOf.Month() < from.Month() || asOf.Month() == from.Month() && asOf.Day() < from.Day() {
		n--
	}
	if n < 0 && approximate && date <= asOf.Format(time.DateOnly) {
		n = 0 // this very year, or month
	}
	if n < 0 {
		return nil, approximate
	}
	return &n, approximate
}
