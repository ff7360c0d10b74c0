package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/bodies"
)

// A dutyFinder collects responsibilities.
type dutyFinder struct {
	*reader
	found []policy.Responsibility
	seen  map[string]bool
	// header is the header of the table that the rows belong to.
	header *unit
	// torn says that the row before was one line of a row of several.
	torn bool
	// full maps the short name of a body to the one full name that the document gives it: "styrgruppen" -> "styrgruppen för
	// internationellt arbete".
	full map[string]string
}

// maxBodyWords is how many words a body's name may have; longer ones are something else than a name.
const maxBodyWords = 8

// responsible finds the bodies and roles with their duties.
func (r *reader) responsible(fields []field) []policy.Responsibility {
	f := &dutyFinder{reader: r, seen: map[string]bool{}, full: r.fullNames()}
	for _, x := range fields {
		f.field(x)
	}
	for i := range r.units {
		u := &r.units[i]
		if !u.content() || u.heading {
			continue
		}
		if u.kind == policy.Row {
			f.row(u)
			continue
		}
		f.header, f.torn = nil, false
		f.sentence(u)
	}
	return f.found
}

// add adds a responsibility once.
func (f *dutyFinder) add(body, duty string, ev policy.Evidence) {
	body = strings.TrimSpace(body)
	if full := f.full[body]; full != "" {
		body = full
	}
	duty = strings.Trim(duty, " .,;:\t\"”")
	for _, adverb := range []string{"därför ", "också ", "även ", "dessutom "} {
		duty = strings.TrimPrefix(duty, adverb)
	}
	key := body + "\x00" + lower(duty)
	if body == "" || duty == "" || len(strings.Fields(body)) > maxBodyWords || f.seen[key] {
		return
	}
	f.seen[key] = true
	f.found = append(f.found, policy.Responsibility{Body: body, Duty: duty, Evidence: ev})
}

// field reads "Ansvarig för revidering: Miljösamordnare".
func (f *dutyFinder) field(x field) {
	duty := ""
	switch x.label {
	case "dokumentansvarig", "dokumentansvarig är", "dokumentägare", "ansvarig för dokumentet", "ansvarig":
		duty = "dokumentet"
	case "ansvarig för revidering", "för revidering av dokumentet ansvarar":
		duty = "revidering av dokumentet"
	case "ansvarig för uppföljning", "för uppföljning av dokumentet ansvarar":
		duty = "uppföljning av dokumentet"
	default:
		return
	}
	for _, b := range bodies.Find(x.value) {
		if b.Kind != bodies.Outside {
			f.add(b.Name, duty, f.cite(x.at, x.start, x.end, 0.9))
		}
	}
}

// sentence reads a sentence or list item.
func (f *dutyFinder) sentence(u *unit) {
	l := u.lower
	found := false
	for _, s := range subjects(u.text) {
		duty, confidence := f.duty(u.text, l, s)
		if duty == "" {
			continue
		}
		found = true
		f.addAll(u, s.bodies, duty, confidence)
	}
	f.owned(u, l)
	if !found {
		f.inherited(u, l)
	}
}

// addAll adds a duty for each of bs that is the municipality's own.
func (f *dutyFinder) addAll(u *unit, bs []bodies.Body, duty string, confidence float64) {
	for _, b := range bs {
		if b.Kind != bodies.Outside {
			f.add(b.Name, duty, f.whole(u, confidence))
		}
	}
}

// owned reports whether the words before a body end in an owner that makes it a known one: "kommunernas tekniska förvaltningar".
func owned(before string) bool {
	w := before[strings.LastIndexByte(before, ' ')+1:]
	return w == "kommunens" || w == "kommunernas" || w == "koncernens" || w == "bolagets"
}

// duty returns what the subject s does in the sentence, "" if the sentence gives it no duty.
func (f *dutyFinder) duty(text, l string, s subject) (string, float64) {
	known := false
	for _, b := range s.bodies {
		known = known || b.Definite
	}
	if before := strings.TrimSpace(l[:s.start]); !known && before != "" && before != "en" && before != "ett" && !owned(before) {
		if duty, ok := agentDuty(text, l, s); ok && s.bodies[0].Kind == bodies.Role && strings.HasSuffix(before, " av") {
			return duty, 0.75 // "fattas av förvaltningschef"
		}
		return "", 0
	}
	if duty, ok := agentDuty(text, l, s); ok {
		return duty, 0.85
	}
	if precededByPreposition(l[:s.start]) {
		return "", 0
	}
	if conditional(l[:s.start]) {
		return "", 0
	}
	if duty, confidence := verbAfter(text, l, skipAside(l, s.end)); duty != "" {
		return duty, confidence
	}
	if duty, confidence := verbBefore(text, l, s); duty != "" {
		return duty, confidence
	}
	if s.start == 0 || s.start <= len("Den ") && strings.HasPrefix(l, "den ") {
		if duty := anyVerb(text, l, s.end); duty != "" {
			return duty, 0.7
		}
	}
	return gapped(text, l, s)
}
