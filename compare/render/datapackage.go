package render

import "io"

// dataPackageFile is the name that the specification of data packages gives to their description.
const dataPackageFile = "datapackage.json"

// A dataPackage describes the folder's CSV files, so that programs know their columns (Frictionless Data, Tabular Data
// Package 1.0).
type dataPackage struct {
	Profile   string         `json:"profile"`
	Name      string         `json:"name"`
	Title     string         `json:"title"`
	Resources []dataResource `json:"resources"`
}

type dataResource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Description string      `json:"description"`
	Path        string      `json:"path"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Dialect     dataDialect `json:"dialect"`
	Schema      dataSchema  `json:"schema"`
}

type dataDialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type dataSchema struct {
	Fields        []dataField `json:"fields"`
	MissingValues []string    `json:"missingValues"`
}

type dataField struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description"`
	// DecimalChar is what stands between units and decimals of a number, "" for the usual point.
	DecimalChar string `json:"decimalChar,omitempty"`
}

// writeDataPackage describes every CSV file of the folder.
func writeDataPackage(w io.Writer, v *view) error {
	p := dataPackage{Profile: "tabular-data-package", Name: "styrdok-report", Title: v.T("title")}
	for _, t := range append([]*csvTable{&passagesTable}, csvTables()...) {
		r := dataResource{Profile: "tabular-data-resource", Name: t.name, Description: t.description, Path: t.file, Format: "csv",
			MediaType: "text/csv", Encoding: "utf-8", Dialect: dataDialect{",", "\n", true, true}, Schema: dataSchema{MissingValues: []string{""}}}
		if v.excelCSV {
			r.Dialect.Delimiter, r.Dialect.LineTerminator, r.Encoding = ";", "\r\n", "utf-8-sig"
		}
		for _, f := range t.fields {
			field := dataField{Name: f.name, Type: f.kind, Description: f.description}
			if v.excelCSV && f.kind == "number" {
				field.DecimalChar = ","
			}
			r.Schema.Fields = append(r.Schema.Fields, field)
		}
		p.Resources = append(p.Resources, r)
	}
	return encode(w, p)
}
