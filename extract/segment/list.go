package segment

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A list is an open list: its items' kind of marker and the sentence that opened it.
type list struct {
	form   string
	opener int
}

// items writes a list. It shares the passage of the paragraph that opens it.
func (b *builder) items(items []*block) {
	opener := b.opener(items[0].zone)
	if len(b.lists) == 0 {
		b.lists = []list{{form: form(items[0].marker), opener: opener}}
	}
	var all []policy.Sentence
	first := len(b.doc.Sentences)
	start := -1
	for _, it := range items {
		span := b.write(it)
		if start < 0 {
			start = span.Start - len(it.marker)
			if it.marker != "" {
				start--
			}
		}
		all = append(all, b.sentences(it.text, span.Start, policy.Item, b.openerOf(it, first+len(all)))...)
	}
	span := policy.Span{Start: start, End: b.text.Len()}
	if n := len(b.doc.Passages); opener >= 0 && n > 0 && b.doc.Passages[n-1].Zone == items[0].zone {
		b.extend(policy.List, span, all)
		return
	}
	b.passage(policy.List, span, items[0].zone, all)
}

// extend adds sentences to the last passage.
func (b *builder) extend(kind policy.PassageKind, span policy.Span, items []policy.Sentence) {
	p := &b.doc.Passages[len(b.doc.Passages)-1]
	for _, s := range items {
		s.Passage, s.Zone = len(b.doc.Passages)-1, p.Zone
		b.doc.Sentences = append(b.doc.Sentences, s)
	}
	p.Kind, p.Span.End, p.Last = kind, span.End, len(b.doc.Sentences)
}

// opener returns the sentence that opens a list which begins now: the last one, if it asks for more; else -1.
func (b *builder) opener(zone policy.Zone) int {
	n := len(b.doc.Sentences)
	if n == 0 || b.doc.Sentences[n-1].Zone != zone || b.doc.Sentences[n-1].Section != b.section || b.doc.Sentences[n-1].Kind != policy.Prose {
		return -1
	}
	s := b.text.String()[b.doc.Sentences[n-1].Span.Start:b.doc.Sentences[n-1].Span.End]
	if n-1 == b.role {
		return b.role
	}
	if !ended(s) || strings.Contains(s, "följande") || strings.Contains(s, "nedan") {
		return n - 1
	}
	return -1
}

// openerOf returns the opener of the item it, whose first sentence will be number n, and keeps the nesting of lists: an
// item that ends with a colon opens the items with another kind of marker.
func (b *builder) openerOf(it *block, n int) int {
	f := form(it.marker)
	for len(b.lists) > 1 && b.lists[len(b.lists)-1].form != f && b.lists[len(b.lists)-1].form != "" {
		b.lists = b.lists[:len(b.lists)-1]
	}
	top := &b.lists[len(b.lists)-1]
	if top.form == "" {
		if len(b.lists) > 1 && b.lists[len(b.lists)-2].form == f {
			b.lists = b.lists[:len(b.lists)-1]
			top = &b.lists[len(b.lists)-1]
		} else {
			top.form = f
		}
	}
	opener := top.opener
	if strings.HasSuffix(it.text, ":") {
		b.lists = append(b.lists, list{opener: n + len(swedish.Sentences(it.text)) - 1})
	}
	return opener
}

// form returns the kind of a marker: its bullet, or what kind of number it is.
func form(marker string) string {
	switch {
	case marker == "":
		return "none"
	case strings.ContainsAny(marker, "0123456789"):
		return "number"
	case len(marker) > 1 && marker[len(marker)-1] == ')':
		return "letter"
	}
	return marker
}
