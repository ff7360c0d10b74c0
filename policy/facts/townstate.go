package facts

import (
	"slices"
	"strings"
)

// saidStatus returns what the clause around place p of u tells of the partnership's state, "" if nothing.
func saidStatus(u *unit, p place) string {
	l := u.lower
	a, b := clause(l, p.start, p.end)
	a, b = counted(l, a, b, p)
	if next := afterContrast(u.text, l, b); next != "" {
		return next
	}
	inside := strings.LastIndexByte(l[:p.start], '(')
	if inside <= strings.LastIndexByte(l[:p.start], ')') {
		return townStatus(unbracketed(l[a:p.start]) + l[p.start:p.end] + ownBracket(u.text[p.end:], l[p.end:b]))
	}
	status := townStatus(ownStretch(u.text[p.end:], l[p.end:])) // "Norge (Time, Gran, vilande)"
	if status == "" && a < inside {
		status = townStatus(l[a:inside])
	}
	return status
}

// afterContrast returns the status that the clause from byte b on tells of the town before it: ", men samarbetet är avslutat".
func afterContrast(text, l string, b int) string {
	rest, ok := strings.CutPrefix(l[b:], " men ")
	if !ok {
		return ""
	}
	_, end := clause(rest, 0, 0)
	next := rest[:end]
	if hasTwinCue(next) || !hasAny(next, "samarbete", "avtal", "utbyte", "kontakt", "kedja", "det ") || len(findTold(text[len(text)-len(rest):][:end])) > 0 {
		return ""
	}
	if s := townStatus(next); s == townEnded || s == townDormant {
		return s
	}
	return ""
}

// unbracketed returns l without what stands in brackets, which is said of the name right before it.
func unbracketed(l string) string {
	var out strings.Builder
	for {
		i := strings.IndexByte(l, '(')
		n := strings.IndexByte(l, ')')
		if i < 0 || n < i {
			out.WriteString(l)
			return out.String()
		}
		out.WriteString(l[:i])
		l = l[n+1:]
	}
}

// ownStretch returns what follows a name in a bracket, up to the next name or the bracket's end.
func ownStretch(s, l string) string {
	if i := strings.IndexByte(s, ')'); i >= 0 {
		s = s[:i]
	}
	for _, t := range tokens(s) {
		if t.kind == tokName {
			return l[:t.start]
		}
	}
	return l[:len(s)]
}

// ownBracket is unbracketed for what follows a name, s as written and l in lower case, but for the first bracket if it is said of this name.
func ownBracket(s, l string) string {
	i, n := strings.IndexByte(l, '('), strings.IndexByte(l, ')')
	if i < 0 || n < i || slices.ContainsFunc(tokens(s[:i]), func(t token) bool { return t.kind == tokName }) {
		return unbracketed(l)
	}
	return l[:n+1] + unbracketed(l[n+1:])
}
