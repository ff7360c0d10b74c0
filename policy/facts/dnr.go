package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// diarienummer finds the document's own case number: the labelled one that stands most often (a slip of OCR stands once), or one by its
// shape in the furniture and the head of the document.
func (r *reader) diarienummer(fields []field) policy.Value {
	var labelled []policy.Value
	for _, f := range fields {
		switch f.label {
		case "diarienummer", "diarienr", "dnr", "d.nr", "dnr.", "ärendenummer", "ärendenr", "ärendebeteckning", "beteckning", "diariebeteckning", "diarienummer/dnr":
			if a, b, ok := caseNumber(f.value, true); ok {
				labelled = append(labelled, policy.Value{Value: f.value[a:b], Evidence: r.cite(f.at, f.start+a, f.start+b, 0.95)})
			}
		}
	}
	own := r.own()
	if len(labelled) == 0 {
		for _, s := range own {
			if v := r.labelledInside(s); v.Found() {
				labelled = append(labelled, v)
			}
		}
	}
	if len(labelled) > 0 {
		return mostFrequent(labelled)
	}
	for i, s := range own {
		l := lower(s.text)
		if s.unit != nil && i >= headUnits && s.unit.zone != policy.ZoneInfo || hasAny(l, "ersätter", "ersatt", "relaterad", "bilaga till") || len(l) > 80 {
			continue
		}
		for at := range wordStarts(s.text) {
			a, b, ok := caseNumber(s.text[at:], false)
			if ok && a == 0 {
				return policy.Value{Value: s.text[at : at+b], Evidence: r.cite(s, at, at+b, 0.7)}
			}
		}
	}
	return policy.Value{}
}

// mostFrequent returns the value that stands most often, of several the one in the text rather than in furniture, and the first.
func mostFrequent(all []policy.Value) policy.Value {
	count := map[string]int{}
	for _, v := range all {
		count[v.Value]++
	}
	best, rank := 0, -1
	for i, v := range all {
		n := 2 * count[v.Value]
		if v.Evidence.Span.Len() > 0 {
			n++
		}
		if n > rank {
			best, rank = i, n
		}
	}
	return all[best]
}

// labelledInside finds a label in the middle of a line of the document's own: "2003-10-27 Dnr 2003/184".
func (r *reader) labelledInside(s source) policy.Value {
	l := lower(s.text)
	if hasAny(l, "ersätter", "ersatt") || s.unit != nil && len(l) > 160 {
		return policy.Value{}
	}
	for _, label := range []string{"diarienummer", "diarienr", "dnr", "ärendenummer", "ärendenr"} {
		i := indexWord(l, label)
		if i < 0 {
			continue
		}
		at := i + len(label)
		a, b, ok := caseNumber(s.text[at:], true)
		if ok && strings.Trim(s.text[at:at+a], " .:\u00a0\t") == "" {
			return policy.Value{Value: s.text[at+a : at+b], Evidence: r.cite(s, at+a, at+b, 0.9)}
		}
	}
	return policy.Value{}
}
