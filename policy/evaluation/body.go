package evaluation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// bracket is a remark in a body's name: "kommunstyrelsen (signs)".
var bracket = regexp.MustCompile(`\([^)]*\)`)

// bodies compares the bodies. Of a name that lists several, one is enough.
func (m *factsMeasure) bodies() {
	var got []string
	for _, d := range m.record.Responsible {
		if !slices.Contains(got, d.Body) {
			got = append(got, d.Body)
		}
	}
	isOneOf := func(body string, names []string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return sameBody(n, body) })
	}
	known := slices.Clone(m.gold.ResponsibleAcceptable)
	for _, name := range *m.gold.Responsible {
		names := parts(name)
		known = append(known, names...)
		found := slices.ContainsFunc(got, func(b string) bool { return isOneOf(b, names) })
		m.ask("responsible", name, strings.Join(got, ", "), found)
	}
	for _, b := range got {
		if !isOneOf(b, known) {
			m.invented("responsible", b)
		}
	}
}

// parts returns the names that a name of several bodies holds, and the name itself.
func parts(name string) []string {
	name = bracket.ReplaceAllString(name, "")
	out := []string{name}
	for p := range strings.SplitSeq(name, ",") {
		out = append(out, strings.Split(p, " och ")...)
	}
	return out
}

// functionWords do not tell one body from another.
var functionWords = []string{"för", "och", "den", "det", "de", "varje", "respektive", "kommunens"}

// sameBody reports whether two names are of the same body: at least three of five of their words, in base form, are in both.
func sameBody(a, b string) bool {
	x, y := bodyWords(a), bodyWords(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return both > 0 && 5*both >= 3*(len(x)+len(y)-both)
}

func bodyWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words(s) {
		if slices.Contains(functionWords, w.text) {
			continue
		}
		base := w.text
		if l := swedish.Lemmas(w.text); len(l) > 0 {
			base = l[0]
		}
		out[base] = true
	}
	return out
}
