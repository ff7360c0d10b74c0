package policy

// Facts is what was found of a document as data. Each fact carries its evidence; what was not found is the zero value.
type Facts struct {
	Title        Value `json:"title"`
	Kind         Value `json:"kind"`         // policy, strategi, riktlinjer, plan, program, handlingsplan, tjänsteutlåtande, webbsida …
	Status       Value `json:"status"`       // in-force, proposal, replaced, unknown
	Diarienummer Value `json:"diarienummer"` // as written, without "Dnr"
	Date         Value `json:"date"`         // ISO 8601: the adoption date where known, else the newest of the document's own dates
	AdoptedBy    Value `json:"adopted_by"`   // the body that adopted it

	Dates        []DateFact    `json:"dates,omitempty"`
	PartnerTowns []PartnerTown `json:"partner_towns,omitempty"`
	// PartnerTownsStatedCount is the number of partner towns that the document itself states ("två vänorter"); nil if none.
	PartnerTownsStatedCount *Count `json:"partner_towns_stated_count,omitempty"`
	// PartnerTownsStatus is one of active, dormant, none, mentioned-unnamed, not-found.
	PartnerTownsStatus Value            `json:"partner_towns_status"`
	Responsible        []Responsibility `json:"responsible,omitempty"`
	FollowUp           []FollowUp       `json:"follow_up,omitempty"`
	References         []Reference      `json:"references,omitempty"`
}

// Evidence is where a fact stands and how sure it is.
type Evidence struct {
	Citation
	// Confidence is 0 to 1.
	Confidence float64 `json:"confidence"`
	By         By      `json:"by"`
}

// A Value is a fact of one value; Value is "" if it was not found.
type Value struct {
	Value    string   `json:"value"`
	Evidence Evidence `json:"evidence"`
}

// Found reports whether the fact was found.
func (v Value) Found() bool { return v.Value != "" }

// A Count is a number that a document states.
type Count struct {
	Value    int      `json:"value"`
	Evidence Evidence `json:"evidence"`
}

// A DateFact is one of a document's own dates with its role.
type DateFact struct {
	// Role is adopted, revised, updated, valid-until, printed, or written (a memo's own date).
	Role string `json:"role"`
	// Date is ISO 8601, of the precision that the document gives: "2014", "2014-02", "2014-02-13".
	Date     string   `json:"date"`
	Evidence Evidence `json:"evidence"`
}

// A PartnerTown is a twin town by name.
type PartnerTown struct {
	// Name is as written; a name with a slash is one town.
	Name string `json:"name"`
	// Country is ISO 3166-1 alpha-2, "" if the document does not tell.
	Country string `json:"country"`
	// Status is active, dormant, ended or unknown.
	Status   string   `json:"status"`
	Evidence Evidence `json:"evidence"`
}

// A Responsibility is a body or role with what it does.
type Responsibility struct {
	// Body is in lower case, in its base form as the document uses it: "kommunstyrelsen".
	Body     string   `json:"body"`
	Duty     string   `json:"duty"`
	Evidence Evidence `json:"evidence"`
}

// A FollowUp says what is followed up and how often.
type FollowUp struct {
	// Interval is an ISO 8601 duration ("P1Y"), "mandate-period", or "" where the document gives no time.
	Interval string   `json:"interval"`
	What     string   `json:"what"`
	Through  string   `json:"through,omitempty"` // the report it comes in: "årsbokslut"
	Evidence Evidence `json:"evidence"`
}

// A Reference names another governing document.
type Reference struct {
	Title    string   `json:"title"`
	Evidence Evidence `json:"evidence"`
}
