package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A field is a labelled value that a document gives about itself: "Diarienummer: KS 2020/12".
type field struct {
	label string // lower case, without colon
	value string
	// at cites a byte range of the text that the value stands in.
	at source
	// start and end are the value's byte range in the source's text.
	start, end int
}

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
	if len(l) > 160 {
		return false
	}
	for _, label := range []string{"diarienummer", "dnr", "antagen", "antaget", "beslutad", "fastställd", "reviderad", "senast reviderad",
		"senast uppdaterad", "sidan uppdaterad", "sidan senast", "uppdaterad", "giltig", "dokumentansvarig", "beslutsdatum"} {
		if strings.HasPrefix(l, label) {
			return true
		}
	}
	return false
}

// fieldLabels are the labels of fields; the longest that fits wins.
var fieldLabels = []string{
	"diarienummer", "diarienr", "dnr", "d.nr", "dnr.", "ärendenummer", "ärendenr", "ärendebeteckning", "beteckning", "diariebeteckning", "diarienummer/dnr",
	"datum", "beslutsdatum", "beslutat datum", "datum för beslut", "datum för antagande", "antagen", "antaget", "antagen av", "antagen datum",
	"paragraf", "beslutsparagraf", "§", "gäller från", "gäller från och med", "gäller fr.o.m.", "gäller fr.o.m", "ikraftträdande", "godkänd av", "godkänd", "upprättad av", "version",
	"beslutad av", "beslutad", "beslutat av", "beslutat", "beslutsinstans", "beslutande organ", "beslutande", "fastställd av", "fastställd", "fastställt av", "fastställd den",
	"dokumentet är beslutat av", "dokumentet beslutades den", "dokumentet gäller till den", "dokumentet gäller till", "dokumenttyp", "typ av dokument",
	"typ av styrdokument", "typ", "giltig till", "giltigt till", "giltig t.o.m.", "giltig t.o.m", "giltig till och med", "giltighetstid", "gäller till", "gäller till och med",
	"gäller t.o.m.", "gäller t.o.m", "reviderad", "reviderat", "senast reviderad", "revideringsdatum", "revidering", "reviderad datum", "senast uppdaterad",
	"uppdaterad", "senast ändrad", "ersätter", "dokumentet ersätter", "dokumentansvarig", "dokumentansvarig är", "dokumentägare", "ansvarig för revidering",
	"ansvarig för uppföljning", "utskriven", "utskriftsdatum", "status", "dokumentnamn", "titel",
	"uppföljning", "revideras", "följs upp", "översyn", "uppföljningsintervall", "revideringsintervall",
	"för revidering av dokumentet ansvarar", "för uppföljning av dokumentet ansvarar", "ansvarig för dokumentet", "ansvarig",
}

var fieldLabelSet = func() map[string]bool {
	m := make(map[string]bool, len(fieldLabels))
	for _, l := range fieldLabels {
		m[l] = true
	}
	return m
}()

// fields returns the labelled values of the document: "Label: value" on a line, a label cell with its value cell beside or
// under it, a label on a line and its value on the next.
func (r *reader) fields() []field {
	var found []field
	sources := r.own()
	for i, s := range sources {
		cells := splitCells(s.text)
		var below *source
		if i+1 < len(sources) && s.unit != nil && sources[i+1].unit != nil {
			below = &sources[i+1]
		}
		found = append(found, cellFields(s, cells, below)...)
	}
	return found
}

// A cell is a byte range of a line.
type cell struct{ start, end int }

func splitCells(s string) []cell {
	var cells []cell
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '\t' || s[i] == '\n' || s[i] == '|' {
			a, b := trimRange(s, start, i)
			if a < b {
				cells = append(cells, cell{a, b})
			}
			start = i + 1
		}
	}
	return cells
}

// trimRange narrows a byte range to leave blanks, colons and brackets around its text out.
func trimRange(s string, start, end int) (int, int) {
	const cut = " \t\n\u00a0"
	t := strings.TrimLeft(s[start:end], cut)
	start = end - len(t)
	return start, start + len(strings.TrimRight(t, cut))
}

func cellFields(s source, cells []cell, below *source) []field {
	var found []field
	alone := len(cells) > 0
	for _, c := range cells {
		alone = alone && isLabel(s.text[c.start:c.end])
	}
	for i, c := range cells {
		text := s.text[c.start:c.end]
		switch {
		case alone && below != nil:
			under := splitCells(below.text)
			if len(cells) == 1 && len(under) > 0 || len(under) == len(cells) {
				v := under[min(i, len(under)-1)]
				if isLabel(below.text[v.start:v.end]) {
					continue // an empty field over the next one's label
				}
				found = append(found, newField(text, *below, v.start, v.end))
			}
		case isLabel(text) && i+1 < len(cells):
			found = append(found, newField(text, s, cells[i+1].start, cells[i+1].end))
		default:
			found = append(found, lineFields(s, c)...)
		}
	}
	return found
}

// lineFields finds "Label: value" in a cell, and "Label value" for labels that need no colon.
func lineFields(s source, c cell) []field {
	text := s.text[c.start:c.end]
	l := lower(text)
	if i := strings.IndexByte(l, ':'); i > 0 && fieldLabelSet[strings.TrimSpace(l[:i])] {
		a, b := trimRange(s.text, c.start+i+1, c.end)
		if a < b {
			return []field{newField(text[:i], s, a, b)}
		}
		return nil
	}
	best := ""
	for _, label := range fieldLabels {
		if len(label) > len(best) && strings.HasPrefix(l, label+" ") {
			best = label
		}
	}
	if best == "" {
		return nil
	}
	if best == "ansvarig" && hasWord(l, "sidan", "sida", "webbsidan", "innehållet") {
		return nil // who keeps a web page has no duty by it
	}
	a, b := trimRange(s.text, c.start+len(best), c.end)
	return []field{newField(best, s, a, b)}
}

func newField(label string, s source, start, end int) field {
	return field{label: cleanLabel(label), value: s.text[start:end], at: s, start: start, end: end}
}

func cleanLabel(s string) string { return strings.TrimRight(strings.TrimSpace(lower(s)), " :") }

func isLabel(s string) bool { return fieldLabelSet[cleanLabel(s)] }

// value returns the first field with one of labels.
func value(fields []field, labels ...string) (field, bool) {
	for _, label := range labels {
		for _, f := range fields {
			if f.label == label && strings.Trim(f.value, " -[]") != "" {
				return f, true
			}
		}
	}
	return field{}, false
}
