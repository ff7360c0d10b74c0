package compare

// A SharedTown is a partner town of two or more municipalities.
type SharedTown struct {
	Name    string `json:"name"`
	Country string `json:"country"`
	// CountryName is the country's name, empty if no document tells the country.
	CountryName    Label    `json:"country_name,omitempty"`
	Municipalities []string `json:"municipalities"`
}

// A Country is a country with the partner towns in it.
type Country struct {
	// Code is ISO 3166-1 alpha-2, "" for the towns whose country no document tells.
	Code string `json:"code"`
	Name Label  `json:"name"`
	// Towns is the number of different towns, Municipalities of those that have one there. Ended exchanges do not count.
	Towns          int `json:"towns"`
	Municipalities int `json:"municipalities"`
}
