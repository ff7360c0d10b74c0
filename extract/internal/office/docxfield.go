package office

import "strings"

// A field is a place that Word computes: between its begin and its separator stands how, then what came of it.
type field struct {
	code   strings.Builder
	result bool
	toc    bool
	link   string          // where it leads
	text   strings.Builder // of the link
}

// emit writes text that is shown.
func (d *docx) emit(s string, props charProps) {
	if props.hidden || !d.shows() {
		return
	}
	d.write(s, props.font)
	for i := range d.fields {
		if f := d.fields[i]; f.link != "" {
			f.text.WriteString(s)
		}
	}
}

// shows reports whether text here is shown: all fields that we are in have come to their result.
func (d *docx) shows() bool {
	for i := range d.fields {
		if !d.fields[i].result {
			return false
		}
	}
	return true
}

// maxFields is how many fields nest: Word allows twenty.
const maxFields = 40

func isTOC(code string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	return strings.EqualFold(word, "TOC")
}

// fieldChar takes a field's begin, separator or end.
func (d *docx) fieldChar(kind string) {
	k := len(d.fields) - 1
	switch {
	case kind == "begin" && len(d.fields) < maxFields:
		d.fields = append(d.fields, &field{})
	case kind == "separate" && k >= 0:
		f := d.fields[k]
		f.result = true
		if f.toc = isTOC(f.code.String()); f.toc {
			d.toc++
			d.tocHere = true
		}
		if words := strings.Fields(f.code.String()); len(words) > 1 && strings.EqualFold(words[0], "HYPERLINK") && strings.HasPrefix(words[1], `"`) {
			f.link = strings.Trim(words[1], `"`)
		}
	case kind == "end" && k >= 0:
		f := d.fields[k]
		if f.toc {
			d.toc--
		}
		d.link(f.link, f.text.String())
		d.fields = d.fields[:k]
	}
}
