package policy

// Schema is the version of the JSON that programs read; every record carries it.
const Schema = 1

// A TagRecord is one tagged sentence as programs read it: a line of `export tags --format jsonl`.
type TagRecord struct {
	Schema       int      `json:"schema"`
	Document     string   `json:"document"`
	Source       string   `json:"source"`
	Municipality string   `json:"municipality"`
	Code         string   `json:"scb_code"`
	Tag          string   `json:"tag"`
	Text         string   `json:"text"`
	Score        float64  `json:"score"`
	Evidence     []string `json:"evidence"`
	// Section is the path of headings above the sentence, outermost first.
	Section   []string `json:"section"`
	Page      int      `json:"page"`
	Pages     []int    `json:"pages"`
	PageLabel string   `json:"page_label"`
	// Span is the byte range in the document's text.
	Span   [2]int `json:"span"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	By     By     `json:"by"`
	// Parent is the tag that this one refines: goals for the themes of goals; "" if there is none.
	Parent string `json:"parent"`
}

// TagRecords returns a record for each tag of d, in the order of the text and then of the tag's name.
func TagRecords(d *Document) []TagRecord {
	records := make([]TagRecord, 0, len(d.Tags))
	for _, t := range d.Tags {
		s := d.Sentences[t.Sentence]
		c := d.Cite(s.Span)
		records = append(records, TagRecord{
			Schema:       Schema,
			Document:     d.ID,
			Source:       d.Source,
			Municipality: d.Municipality.Municipality.Name,
			Code:         d.Municipality.Municipality.Code,
			Tag:          t.Name,
			Parent:       t.Parent,
			Text:         c.Quote,
			Score:        t.Score,
			Evidence:     nonNil(t.Evidence),
			Section:      nonNil(d.SectionPath(s.Section)),
			Page:         c.Page,
			Pages:        c.Pages,
			PageLabel:    c.PageLabel,
			Span:         [2]int{c.Span.Start, c.Span.End},
			Prefix:       c.Prefix,
			Suffix:       c.Suffix,
			By:           t.By,
		})
	}
	sortTagRecords(records)
	return records
}

// A FactsFile is what `export facts --format json` prints.
type FactsFile struct {
	Schema    int                    `json:"schema"`
	Documents map[string]FactsRecord `json:"documents"`
}

// A FactsRecord is the facts of one document as programs read them: scalars flat (null where not found), each with an
// entry of its own name in Evidence; items of lists carry their evidence themselves.
type FactsRecord struct {
	Source       string  `json:"source"`
	Municipality *string `json:"municipality"`
	Code         *string `json:"scb_code"`
	County       *string `json:"county"`
	Kind         *string `json:"kind"`
	Title        *string `json:"title"`
	// Status is in-force, proposal, replaced or unknown.
	Status       string  `json:"status"`
	Diarienummer *string `json:"diarienummer"`
	Date         *string `json:"date"`
	AdoptedBy    *string `json:"adopted_by"`

	PartnerTowns            []TownRecord `json:"partner_towns"`
	PartnerTownsStatedCount *int         `json:"partner_towns_stated_count"`
	// PartnerTownsStatus is active, dormant, none, mentioned-unnamed or not-found.
	PartnerTownsStatus string              `json:"partner_towns_status"`
	Responsible        []DutyRecord        `json:"responsible"`
	FollowUp           []IntervalRecord    `json:"follow_up"`
	Dates              []DateRecord        `json:"dates"`
	References         []ReferenceRecord   `json:"references"`
	Evidence           map[string]Evidence `json:"evidence"`
	Issues             []Issue             `json:"issues"`
}

// The items of a [FactsRecord]'s lists. Quote and Page say where each stands.
type (
	// TownRecord is a partner town; see [PartnerTown].
	TownRecord struct {
		Name    string `json:"name"`
		Country string `json:"country"`
		Status  string `json:"status"`
		Evidence
	}
	// DutyRecord is a body with its duty; see [Responsibility].
	DutyRecord struct {
		Body string `json:"body"`
		Duty string `json:"duty"`
		Evidence
	}
	// IntervalRecord is a follow-up; see [FollowUp]. Interval is null where the document gives no time.
	IntervalRecord struct {
		Interval *string `json:"interval"`
		What     string  `json:"what"`
		Through  string  `json:"through,omitempty"`
		Evidence
	}
	// DateRecord is one of the document's dates; see [DateFact].
	DateRecord struct {
		Role string `json:"role"`
		Date string `json:"date"`
		Evidence
	}
	// ReferenceRecord names another governing document; see [Reference].
	ReferenceRecord struct {
		Title string `json:"title"`
		Evidence
	}
)

// NewFactsFile returns the facts of docs as programs read them.
func NewFactsFile(docs []*Document) FactsFile {
	f := FactsFile{Schema: Schema, Documents: make(map[string]FactsRecord, len(docs))}
	for _, d := range docs {
		f.Documents[d.ID] = NewFactsRecord(d)
	}
	return f
}

// NewFactsRecord returns the facts of d as programs read them.
func NewFactsRecord(d *Document) FactsRecord {
	f := &d.Facts
	r := FactsRecord{
		Source:             d.Source,
		Municipality:       optional(d.Municipality.Municipality.Name),
		Code:               optional(d.Municipality.Municipality.Code),
		County:             optional(d.Municipality.Municipality.County),
		Kind:               optional(f.Kind.Value),
		Title:              optional(f.Title.Value),
		Status:             f.Status.Value,
		Diarienummer:       optional(f.Diarienummer.Value),
		Date:               optional(f.Date.Value),
		AdoptedBy:          optional(f.AdoptedBy.Value),
		PartnerTowns:       make([]TownRecord, 0, len(f.PartnerTowns)),
		PartnerTownsStatus: f.PartnerTownsStatus.Value,
		Responsible:        make([]DutyRecord, 0, len(f.Responsible)),
		FollowUp:           make([]IntervalRecord, 0, len(f.FollowUp)),
		Dates:              make([]DateRecord, 0, len(f.Dates)),
		References:         make([]ReferenceRecord, 0, len(f.References)),
		Evidence:           scalarEvidence(d),
		Issues:             nonNil(d.Issues),
	}
	if r.Status == "" {
		r.Status = "unknown"
	}
	if r.PartnerTownsStatus == "" {
		r.PartnerTownsStatus = "not-found"
	}
	if f.PartnerTownsStatedCount != nil {
		n := f.PartnerTownsStatedCount.Value
		r.PartnerTownsStatedCount = &n
	}
	for _, t := range f.PartnerTowns {
		r.PartnerTowns = append(r.PartnerTowns, TownRecord{t.Name, t.Country, t.Status, t.Evidence})
	}
	for _, x := range f.Responsible {
		r.Responsible = append(r.Responsible, DutyRecord{x.Body, x.Duty, x.Evidence})
	}
	for _, x := range f.FollowUp {
		r.FollowUp = append(r.FollowUp, IntervalRecord{optional(x.Interval), x.What, x.Through, x.Evidence})
	}
	for _, x := range f.Dates {
		r.Dates = append(r.Dates, DateRecord{x.Role, x.Date, x.Evidence})
	}
	for _, x := range f.References {
		r.References = append(r.References, ReferenceRecord{x.Title, x.Evidence})
	}
	return r
}

// scalarEvidence maps the JSON name of each scalar that was found to its evidence.
func scalarEvidence(d *Document) map[string]Evidence {
	f := &d.Facts
	m := make(map[string]Evidence)
	if d.Municipality.Assigned() {
		for _, name := range []string{"municipality", "scb_code", "county"} {
			m[name] = d.Municipality.Evidence
		}
	}
	for name, v := range map[string]Value{
		"kind": f.Kind, "title": f.Title, "status": f.Status, "diarienummer": f.Diarienummer, "date": f.Date,
		"adopted_by": f.AdoptedBy, "partner_towns_status": f.PartnerTownsStatus,
	} {
		if v.Found() {
			m[name] = v.Evidence
		}
	}
	if c := f.PartnerTownsStatedCount; c != nil {
		m["partner_towns_stated_count"] = c.Evidence
	}
	return m
}

// optional returns nil for "": null in JSON, "the document does not say".
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
