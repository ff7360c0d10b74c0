package policy

// A Municipality is a Swedish municipality, or one that the user made known through configuration.
type Municipality struct {
	// Name is the short name, "Älmhult".
	Name string `json:"name"`
	// LongName is the name with "kommun", "Älmhults kommun".
	LongName string `json:"long_name,omitempty"`
	// Code is the SCB code, four digits with leading zeros kept; it may be "" for one from configuration.
	Code string `json:"code,omitempty"`
	// County is the county's name, "Kronobergs län".
	County string `json:"county,omitempty"`
}

// An Assignment says whose document it is, and why.
type Assignment struct {
	// Municipality is the zero value for a document that could not be assigned.
	Municipality Municipality `json:"municipality"`
	// Basis is what decided: "option", "mapping", "folder", "title", "info" (page heads, stamps, info block),
	// "mail-domain", "text"; "" if unassigned.
	Basis    string   `json:"basis,omitempty"`
	Evidence Evidence `json:"evidence"`
}

// Assigned reports whether the document has a municipality.
func (a Assignment) Assigned() bool { return a.Municipality.Name != "" }
