package facts

import (
	"slices"
	"sort"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// The roles of a document's dates; see policy.DateFact.
const (
	adopted    = "adopted"
	revised    = "revised"
	updated    = "updated"
	validUntil = "valid-until"
	printed    = "printed"
	written    = "written"
)

// dates returns the document's own dates.
func (r *reader) dates(kind string) []policy.DateFact {
	var found []policy.DateFact
	sources := r.own()
	for i, s := range sources {
		head := i < headUnits+len(r.doc.Furniture)
		above := ""
		if i > 0 && s.unit != nil && sources[i-1].unit != nil && len(sources[i-1].text) < 60 {
			above = lower(sources[i-1].text)
		}
		for _, d := range r.datesOf(s, head, above) {
			if d.Role == adopted && (kind == "webbsida" || memoKinds[kind]) && s.unit != nil && s.unit.content() {
				continue // a page or a memo tells when what it speaks of was adopted
			}
			found = append(found, d)
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.content() && !u.heading && u.kind == policy.Prose && speaksOfItself(u.lower, kind) {
			found = append(found, r.datesOf(source{unit: u, text: u.text}, false, "")...)
		}
	}
	return uniqueDates(found)
}

// datesOf returns the dates of a source with their roles. A date without a cue is the document's own only in furniture, or where it stands
// alone in the document's head.
func (r *reader) datesOf(s source, head bool, above string) []policy.DateFact {
	var found []policy.DateFact
	l := lower(s.text)
	all := findDates(s.text)
	if len(all) == 0 {
		if y, ok := findYear(s.text); ok && (len(l) < 100 || s.unit == nil) {
			if role, at, ok := roleAt(l, y, 0); ok && role != "" && role != written {
				found = append(found, r.dateFact(s, at, y, role, 0.7))
			}
		}
		return found
	}
	if s.unit != nil && r.aboutOtherDocument(s.text) {
		return nil
	}
	from, last := 0, ""
	for _, d := range all {
		if before := l[sentenceStart(l, d.start):d.start]; replacesOther(before) || earlierDocument(before) {
			continue
		}
		role, at, ok := roleAt(l, d, from)
		if !ok && strings.HasPrefix(l, "när:") {
			role, at, ok = written, 0, true
		}
		if !ok && last != "" && joined(l[from:d.start]) { // "reviderad 2021-03-01, 2022-04-11 och 2023-05-15"
			role, at, ok = last, d.start, true
		}
		last = role
		switch {
		case ok && role == "":
		case ok && role == written && hasAny(above, "antagen av", "antaget av", "beslutad av", "fastställd av"): // "Antagen av: …" over "Datum: …"
			found = append(found, r.dateFact(s, at, d, adopted, 0.85))
		case ok:
			found = append(found, r.dateFact(s, at, d, role, 0.9))
		case followedByParagraph(s.text[d.end:]) && namesBody(s.text[:d.start]):
			found = append(found, r.dateFact(s, 0, d, adopted, 0.8))
		case above != "" && standsAlone(s.text, d):
			if role, _, ok := roleAt(above+" ", foundDate{start: len(above) + 1, end: len(above) + 1}, 0); ok && role != "" {
				found = append(found, r.dateFact(s, d.start, d, role, 0.8))
			} else if !ok && head {
				found = append(found, r.dateFact(s, d.start, d, written, 0.6))
			}
		case s.furniture != nil && s.furniture.Kind != policy.Chrome, head && standsAlone(s.text, d):
			found = append(found, r.dateFact(s, d.start, d, written, 0.6))
		}
		from = d.end
	}
	return found
}

// earlierDocument reports whether the words before a date speak of the one that was in force before.
func earlierDocument(before string) bool {
	return hasWord(before, "tidigare", "föregående", "förra", "gamla", "nuvarande") && hasAny(before, "plan", "polic", "strateg", "program", "riktlinj", "reglement", "dokument", "tax")
}

func (r *reader) dateFact(s source, at int, d foundDate, role string, confidence float64) policy.DateFact {
	return policy.DateFact{Role: role, Date: d.iso, Evidence: r.cite(s, min(at, d.start), d.end, confidence)}
}

// uniqueDates sorts dates by role and drops what is double, keeping the surer one.
func uniqueDates(all []policy.DateFact) []policy.DateFact {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		if a.Role != b.Role {
			return roleRank(a.Role) < roleRank(b.Role)
		}
		if a.Date != b.Date {
			return a.Date < b.Date
		}
		return a.Evidence.Confidence > b.Evidence.Confidence
	})
	var out []policy.DateFact
	for _, d := range all {
		if slices.ContainsFunc(all, func(o policy.DateFact) bool { return o.Role == d.Role && strings.HasPrefix(o.Date, d.Date+"-") }) {
			continue // "i november 2018 (2018-11-19)"
		}
		if n := len(out); n == 0 || out[n-1].Role != d.Role || out[n-1].Date != d.Date {
			out = append(out, d)
		}
	}
	return out
}

func roleRank(role string) int {
	for i, r := range []string{adopted, revised, updated, validUntil, written, printed} {
		if r == role {
			return i
		}
	}
	return len(role)
}

// chooseDate returns the document's date: the newest date of adoption, else the newest of its own.
func chooseDate(dates []policy.DateFact) policy.Value {
	var best policy.DateFact
	for _, d := range dates {
		if d.Role == validUntil {
			continue
		}
		isAdopted, bestAdopted := d.Role == adopted, best.Role == adopted
		isPrinted, bestPrinted := d.Role == printed, best.Role == printed || best.Role == ""
		switch {
		case isAdopted != bestAdopted:
			if isAdopted {
				best = d
			}
		case isPrinted != bestPrinted:
			if bestPrinted {
				best = d
			}
		case d.Date > best.Date:
			best = d
		}
	}
	if best.Date == "" {
		return policy.Value{}
	}
	return policy.Value{Value: best.Date, Evidence: best.Evidence}
}
