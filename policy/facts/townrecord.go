package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A labelled is a line "Label: value" or a row of two cells.
type labelled struct {
	label string // lower case
	value cell
}

// labelledLine reads u as a label with its value.
func labelledLine(u *unit) (labelled, bool) {
	if u.heading {
		return labelled{}, false
	}
	at, size := strings.IndexByte(u.text, '\t'), 1
	if at < 0 {
		at = strings.IndexByte(u.text, ':')
	}
	if at <= 0 || at > 40 {
		return labelled{}, false
	}
	start, end := trimRange(u.text, at+size, len(u.text))
	if start >= end || end-start > 60 {
		return labelled{}, false
	}
	return labelled{label: strings.Trim(lower(u.text[:at]), " :"), value: cell{start, end}}, true
}

// isTownLabel reports whether a label stands before a town's name.
func isTownLabel(label string) bool {
	switch label {
	case "ort", "stad", "namn", "kommun", "partner", "town", "city", "name", "ort/stad", "stad/ort", "vän", "ortnamn":
		return true
	}
	return isTwinWord(label) && len(splitWords(label)) == 1
}

// record reads the lines from unit i on as a record of one town ("Ort: …", "Land: …", "Typ: Vänort"), adds the town if the record or what stands
// around says that it is a partner town, and returns how many units the record has; 0 if there is none.
func (f *townFinder) record(i int) int {
	first, ok := labelledLine(&f.units[i])
	if !ok || !isTownLabel(first.label) {
		return 0
	}
	u := &f.units[i]
	n := 1
	country, status, kind := "", "", ""
	for ; i+n < len(f.units); n++ {
		next := &f.units[i+n]
		l, ok := labelledLine(next)
		if !ok || isTownLabel(l.label) || next.kind == policy.Row && u.kind != policy.Row {
			break
		}
		text := next.text[l.value.start:l.value.end]
		switch {
		case hasWord(l.label, "land", "country"):
			country = countryIn(text)
		case hasAny(l.label, "typ", "form", "slag", "relation") || l.label == "samarbete":
			kind = lower(text)
		case hasAny(l.label, "status", "läge", "anm", "notering", "kommentar"):
			status = townStatus(lower(text))
		}
	}
	if country == "" {
		return 0
	}
	partner := f.active() || isTwinWord(first.label)
	if kind != "" {
		partner = hasTwinCue(kind)
	}
	p, ok := cellPlace(u.text[first.value.start:first.value.end])
	if !partner || !ok {
		return n
	}
	p.start, p.end, p.country = p.start+first.value.start, p.end+first.value.start, country
	if f.acceptable(p) {
		if town := f.add(u, p, standing(p, clueSaid)); town != nil {
			town.tell(status)
		}
	}
	return n
}
