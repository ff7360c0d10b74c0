package render

import (
	"encoding/json"
	"io"

	"github.com/styrdok/styrdok/policy"
)

// writeJSON writes the report itself; package compare documents the fields.
func writeJSON(w io.Writer, v *view) error { return encode(w, v.Report) }

// writeFacts writes what `export facts --format json` prints.
func writeFacts(w io.Writer, v *view) error {
	f := policy.FactsFile{Schema: policy.Schema, Documents: make(map[string]policy.FactsRecord, len(v.Report.Documents))}
	for _, d := range v.Report.Documents {
		f.Documents[d.ID] = d.Facts
	}
	return encode(w, f)
}

func encode(w io.Writer, x any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(x)
}
