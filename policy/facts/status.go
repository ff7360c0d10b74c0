package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// The statuses of a document.
const (
	inForce       = "in-force"
	proposal      = "proposal"
	replaced      = "replaced"
	statusUnknown = "unknown"
)

// status finds whether the document is in force. What is said of other documents ("ersätter …") does not count.
func (r *reader) status(f *policy.Facts, fields []field) policy.Value {
	if v := r.statusField(fields); v.Found() {
		return v
	}
	for _, s := range r.own() {
		if v := r.statusOf(s, f.Kind.Value); v.Found() {
			return v
		}
	}
	if memoKinds[f.Kind.Value] {
		for i := range r.units {
			u := &r.units[i]
			if l := u.lower; u.content() && hasWord(l, "föreslår", "föreslås", "förslag till beslut", "beslutsförslag", "förslag till") {
				return policy.Value{Value: proposal, Evidence: r.whole(u, 0.85)}
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if l := u.lower; u.content() && speaksOfForce(l, f.Kind.Value) {
			return policy.Value{Value: inForce, Evidence: r.whole(u, 0.85)}
		}
	}
	for _, d := range f.Dates {
		if d.Role == adopted {
			return policy.Value{Value: inForce, Evidence: d.Evidence}
		}
	}
	if f.AdoptedBy.Found() {
		return policy.Value{Value: inForce, Evidence: f.AdoptedBy.Evidence}
	}
	if f.Kind.Value == "webbsida" {
		ev := f.Kind.Evidence
		ev.Confidence = 0.5 // what a web site shows is meant to be true today
		return policy.Value{Value: inForce, Evidence: ev}
	}
	return policy.Value{Value: statusUnknown}
}

// statusField reads a field "Status: …".
func (r *reader) statusField(fields []field) policy.Value {
	f, ok := value(fields, "status")
	if !ok {
		return policy.Value{}
	}
	l := lower(f.value)
	status := ""
	switch {
	case hasAny(l, "upphävd", "ersatt", "inaktuell", "upphört", "ogiltig"):
		status = replaced
	case hasAny(l, "förslag", "utkast", "remiss", "samråd", "under arbete"):
		status = proposal
	case hasAny(l, "antagen", "beslutad", "fastställd", "gällande", "gäller", "giltig"):
		status = inForce
	}
	if status == "" {
		return policy.Value{}
	}
	return policy.Value{Value: status, Evidence: r.cite(f.at, f.start, f.end, 0.95)}
}

// statusOf reads a line of the document's own: a stamp, the head, the title.
func (r *reader) statusOf(s source, kind string) policy.Value {
	l := strings.Trim(lower(s.text), " .!\t\n()[]")
	give := func(status string, confidence float64) policy.Value {
		return policy.Value{Value: status, Evidence: r.cite(s, 0, len(s.text), confidence)}
	}
	if len(l) > 140 {
		return policy.Value{}
	}
	switch {
	case hasAny(l, "upphävd", "upphävt", "har upphört att gälla", "gäller inte längre", "gäller ej längre", "har ersatts av", "är ersatt av", "ersattes av", "ersatt av"),
		s.furniture != nil && hasWord(s.text, "ERSATT", "UPPHÄVD", "INAKTUELL"), l == "ersatt", l == "inaktuell", l == "upphört":
		return give(replaced, 0.85)
	case l == "förslag", l == "utkast", l == "remissversion", l == "remiss", l == "samrådshandling", l == "samrådsversion", l == "granskningshandling", l == "arbetsmaterial",
		strings.HasPrefix(l, "förslag från "), s.furniture != nil && hasWord(s.text, "FÖRSLAG", "UTKAST", "REMISSVERSION", "SAMRÅDSHANDLING", "GRANSKNINGSHANDLING", "ARBETSMATERIAL"),
		strings.HasPrefix(l, "förslag till ") && kind != "", strings.HasPrefix(l, "förslag 20"), strings.HasPrefix(l, "utkast "), strings.HasPrefix(l, "remissversion"),
		strings.HasPrefix(l, "samrådshandling"), strings.HasPrefix(l, "förslag: "), strings.HasSuffix(l, "(förslag"), strings.HasSuffix(l, "– förslag"), strings.HasSuffix(l, "- förslag"):
		return give(proposal, 0.85)
	}
	return policy.Value{}
}

// speaksOfForce reports whether a sentence says that the document is in force: "Policyn gäller tills vidare".
func speaksOfForce(l, kind string) bool {
	if hasWord(l, "gäller tills vidare", "gälla tills vidare", "giltig tills vidare") {
		return true
	}
	return hasWord(l, "gäller från och med", "gäller fr.o.m", "träder i kraft", "trädde i kraft", "gäller för perioden", "gäller under perioden", "gäller för åren") &&
		(hasWord(l, "denna", "detta", "dessa", "dokumentet") || kind != "" && kindOf(l[:wordEnd(l, 0)]) == kind)
}
