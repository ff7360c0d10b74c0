package facts

import "strings"

// A field is a labelled value that a document gives about itself: "Diarienummer: KS 2020/12".
type field struct {
	label string // lower case, without colon
	value string
	// at cites a byte range of the text that the value stands in.
	at source
	// start and end are the value's byte range in the source's text.
	start, end int
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

func cellFields(s source, cells []cell, below *source) []field {
	var found []field
	alone := len(cells) > 0
	for _, c := range cells {
		alone = alone && isLabel(c.of(s.text))
	}
	for i, c := range cells {
		text := c.of(s.text)
		switch {
		case alone && below != nil:
			under := splitCells(below.text)
			if len(cells) == 1 && len(under) > 0 || len(under) == len(cells) {
				v := under[min(i, len(under)-1)]
				if isLabel(v.of(below.text)) {
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
	text := c.of(s.text)
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
