package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// findTitle returns the document's title: the title as segmented; where that is only a kind of memo, the first heading or line that names
// what it is about; else what the file says of itself.
func (r *reader) findTitle(fields []field) policy.Value {
	heading, span := r.title()
	if heading != "" && !bareMemo(heading) && !bareKind(heading) && span.Len() > 0 {
		ev := policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.9, By: policy.ByProgram}
		return policy.Value{Value: strings.TrimRight(heading, "."), Evidence: ev}
	}
	if f, ok := value(fields, "dokumentnamn", "titel"); ok {
		return policy.Value{Value: f.value, Evidence: r.cite(f.at, f.start, f.end, 0.9)}
	}
	for i := range r.units {
		u := &r.units[i]
		if i > 2*headUnits || len(u.text) > 140 || !u.content() && u.zone != policy.ZoneInfo || bareMemo(u.text) || bareKind(u.text) || strings.ContainsAny(u.text, ":@") {
			continue
		}
		if k, _, _ := firstKind(u.text); k != "" && !strings.HasSuffix(strings.TrimSpace(u.text), ".") {
			return policy.Value{Value: u.text, Evidence: r.whole(u, 0.7)}
		}
	}
	if heading == "" && len(r.units) > 0 && r.units[0].heading { // a web page's, which may be a sentence
		return policy.Value{Value: strings.TrimRight(r.units[0].text, "."), Evidence: r.whole(&r.units[0], 0.7)}
	}
	if heading != "" && span.Len() > 0 {
		return policy.Value{Value: heading, Evidence: policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.5, By: policy.ByProgram}}
	}
	return policy.Value{}
}

// bareKind reports whether s names a municipality and a kind of document and nothing else: two columns of a page's head.
func bareKind(s string) bool {
	k, a, b := firstKind(s)
	if k == "" {
		return false
	}
	rest := strings.TrimSpace(s[:a] + s[b:])
	words := splitWords(rest)
	if len(words) < 2 || len(words) > 3 {
		return false
	}
	last := words[len(words)-1]
	w := lower(rest[last.start:last.end])
	return (w == "kommun" || w == "stad") && upperAt(rest, words[0].start) && last.end == len(rest)
}

// bareMemo reports whether s names a kind of memo and nothing else.
func bareMemo(s string) bool {
	k, a, b := firstKind(s)
	return memoKinds[k] && strings.Trim(s[:a]+s[b:], " .,:0123456789()") == ""
}
