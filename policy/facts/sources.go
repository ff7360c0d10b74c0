package facts

import (
	"github.com/styrdok/styrdok/policy"
)

// A source is a unit or a piece of furniture: a text that can be cited.
type source struct {
	unit      *unit
	furniture *policy.Furniture
	text      string
}

// evidence cites bytes start to end of the source's text.
func (r *reader) cite(s source, start, end int, confidence float64) policy.Evidence {
	if s.unit != nil {
		return r.evidence(s.unit, start, end, confidence)
	}
	return policy.Evidence{Citation: r.doc.CiteFurniture(*s.furniture, s.text[start:end]), Confidence: confidence, By: policy.ByProgram}
}

// headUnits is how many units from the top may hold a document's own data although nothing marks them as such.
const headUnits = 14

// tailUnits is how many units from the end may: "Antagen av kommunfullmäktige …" is often the last line.
const tailUnits = 6

// own returns the sources in which a document speaks of itself: furniture but contents lists, the info block, and the first and last
// lines. Footnotes, reference lists and teasers speak of others.
func (r *reader) own() []source {
	var sources []source
	for i := range r.doc.Furniture {
		f := &r.doc.Furniture[i]
		if f.Kind != policy.Contents {
			sources = append(sources, source{furniture: f, text: f.Text})
		}
	}
	for i := range r.units {
		u := &r.units[i]
		switch {
		case u.zone == policy.ZoneNote || u.zone == policy.ZoneReferences || u.zone == policy.ZoneTeaser:
		case u.kind == policy.Row && u.zone != policy.ZoneInfo && i >= headUnits:
		case u.zone == policy.ZoneInfo, i < headUnits, i >= len(r.units)-tailUnits, shortLabel(u.text):
			sources = append(sources, source{unit: u, text: u.text})
		}
	}
	return sources
}

// shortLabel reports whether a line anywhere begins as a field of the document's own does.
func shortLabel(s string) bool {
	l := lower(s)
	return len(l) <= 160 && hasPrefixOf(l, "diarienummer", "dnr", "antagen", "antaget", "beslutad", "fastställd", "reviderad", "senast reviderad",
		"senast uppdaterad", "sidan uppdaterad", "sidan senast", "uppdaterad", "giltig", "dokumentansvarig", "beslutsdatum")
}
