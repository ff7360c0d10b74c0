package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// findTitle returns the document's title: the title as segmented; where that is only a kind of memo, the first heading or line that names
// what it is about; else what the file says of itself.
func (r *reader) findTitle(fields []field) policy.Value {
	heading, span := r.title()
	if heading != "" && !bareMemo(heading) && span.Len() > 0 {
		ev := policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.9, By: policy.ByProgram}
		return policy.Value{Value: strings.TrimRight(heading, "."), Evidence: ev}
	}
	if f, ok := value(fields, "dokumentnamn", "titel"); ok {
		return policy.Value{Value: f.value, Evidence: r.cite(f.at, f.start, f.end, 0.9)}
	}
	for i := range r.units {
		u := &r.units[i]
		if i > 2*headUnits || len(u.text) > 140 || !u.content() && u.zone != policy.ZoneInfo || bareMemo(u.text) || strings.ContainsAny(u.text, ":@") {
			continue
		}
		if k, _, _ := firstKind(u.text); k != "" && !strings.HasSuffix(strings.TrimSpace(u.text), ".") {
			return policy.Value{Value: u.text, Evidence: r.whole(u, 0.7)}
		}
	}
	if heading != "" && span.Len() > 0 {
		return policy.Value{Value: heading, Evidence: policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.5, By: policy.ByProgram}}
	}
	return policy.Value{}
}

// bareMemo reports whether s names a kind of memo and nothing else.
func bareMemo(s string) bool {
	k, a, b := firstKind(s)
	return memoKinds[k] && strings.Trim(s[:a]+s[b:], " .,:0123456789()") == ""
}
