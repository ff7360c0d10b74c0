package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/bodies"
)

// inherited reads what stands without a subject of its own under a body: items of "Nämnden ansvarar för att:", sentences under a heading or line that is
// a role's name.
func (f *dutyFinder) inherited(u *unit, l string) {
	if u.opener >= 0 {
		o := &f.units[u.opener]
		ol := o.lower
		for _, s := range subjects(o.text) {
			if bare(o.text, s) && (subjectless(l) || u.kind == policy.Item) {
				f.addAll(u, s.bodies, u.text, 0.8)
				return
			}
			if duty, confidence := f.duty(o.text, ol, s); duty != "" || strings.HasSuffix(ol, ":") && s.start < 30 && hasDuty(ol[s.end:]) {
				f.addAll(u, s.bodies, u.text, max(0.6, confidence-0.1))
				return
			}
		}
	}
	if u.section <= 0 || u.section >= len(f.doc.Sections) || !subjectless(l) && u.kind != policy.Item {
		return
	}
	heading := f.doc.Sections[u.section].Heading
	for _, s := range subjects(heading) {
		if bare(heading, s) {
			f.addAll(u, s.bodies, u.text, 0.7)
		}
	}
}

// hasDuty reports whether the words of an opener after its body give it duties: "ska:", "har till uppgift att:".
func hasDuty(l string) bool {
	return hasAny(l, "ansvar", "uppgift", "uppdrag") || hasWord(l, "ska", "skall", "bör", "måste")
}

// bare reports whether a line is nothing but the bodies of s.
func bare(text string, s subject) bool {
	rest := strings.ToLower(text[:s.start] + " " + text[s.end:])
	rest = strings.Trim(rest, " .:0123456789)-–")
	return rest == "" || rest == "ansvar" || rest == "uppgifter"
}

// subjectless reports whether a sentence in lower case begins with its verb: "Ska ge personalen …", "Ansvarar för …".
func subjectless(l string) bool {
	first := l[:wordEnd(l, 0)]
	return modals[first] || dutyVerbs[first] || first == "har" || first == "att" || first == "är"
}

// row reads a table row under a header with a column on responsibility.
func (f *dutyFinder) row(u *unit) {
	if body, _ := dutyColumns(u); body >= 0 {
		f.header = u
		return
	}
	h := f.header
	if u.opener >= 0 {
		h = &f.units[u.opener]
	}
	cells := splitCells(u.text)
	half := f.torn
	if f.torn = torn(u.text, cells); f.torn || half { // a row read line by line, and the rest of it
		return
	}
	if h == nil {
		f.sentence(u)
		return
	}
	body, duty := dutyColumns(h)
	if body < 0 || body >= len(cells) || duty >= len(cells) {
		return
	}
	text := cells[duty].of(u.text)
	for _, b := range bodies.Find(cells[body].of(u.text)) {
		if b.Kind != bodies.Outside {
			f.add(b.Name, text, f.whole(u, 0.85))
		}
	}
}

// dutyColumns returns the columns of a header that hold the body and its duty, -1 if there are none.
func dutyColumns(u *unit) (body, duty int) {
	body, duty = -1, -1
	cells := splitCells(u.text)
	if len(cells) < 2 {
		return -1, -1
	}
	for i, c := range cells {
		l := strings.Trim(lower(c.of(u.text)), " :")
		switch {
		case len(l) > 40:
			return -1, -1
		case hasAny(l, "ansvarig") || l == "nämnd" || l == "organ" || l == "roll" || l == "funktion" || l == "vem" || l == "styrelse/nämnd" || l == "nämnd/styrelse" || l == "förvaltning":
			if body < 0 || hasAny(l, "ansvarig") {
				body = i
			}
		case hasAny(l, "ansvar", "uppgift", "åtgärd", "aktivitet", "uppdrag", "insats", "vad"):
			if duty < 0 {
				duty = i
			}
		}
	}
	if body < 0 || duty < 0 {
		return -1, -1
	}
	return body, duty
}
