package index

import (
	"html"
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

const (
	markStart = "<mark>"
	markEnd   = "</mark>"
	// snippetWords is the length of a snippet: about three lines of a page of hits.
	snippetWords = 40
	ellipsis     = "…"
)

// snippet returns the stretch of text with the most words that m matches, HTML-escaped, those words marked. a
// analyses it.
func (m *matcher) snippet(text string, a *swedish.Analyzer) string {
	terms := a.Analyze(text)
	if len(terms) == 0 {
		return html.EscapeString(text)
	}
	hits := m.matches(terms)
	first, last := window(hits, snippetWords)
	start, end := terms[first].Start, terms[last-1].End
	if first == 0 {
		start = 0
	}
	if last == len(terms) {
		end = len(text)
	}
	var b strings.Builder
	if first > 0 {
		b.WriteString(ellipsis)
	}
	at := start
	for i := first; i < last; i++ {
		if !hits[i] {
			continue
		}
		b.WriteString(html.EscapeString(text[at:terms[i].Start]))
		b.WriteString(markStart + html.EscapeString(text[terms[i].Start:terms[i].End]) + markEnd)
		at = terms[i].End
	}
	b.WriteString(html.EscapeString(text[at:end]))
	if last < len(terms) {
		b.WriteString(ellipsis)
	}
	return b.String()
}

// window returns the stretch of at most size words that holds the most hits, the first of equals.
func window(hits []bool, size int) (first, last int) {
	if len(hits) <= size {
		return 0, len(hits)
	}
	count, best := 0, -1
	for i := range hits {
		if hits[i] {
			count++
		}
		if i >= size && hits[i-size] {
			count--
		}
		if i >= size-1 && count > best {
			best, first = count, i-size+1
		}
	}
	return first, first + size
}
