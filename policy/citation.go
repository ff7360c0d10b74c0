package policy

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// contextRunes is how many runes of context a citation carries on each side: enough to tell two equal quotes apart and
// to find a quote again in a later reading, short enough to keep in every record. (The W3C's TextQuoteSelector leaves the
// length open; Hypothesis uses 32.)
const contextRunes = 32

// A Citation is a quote with where it stands. Quote is cut from the text, never re-typed.
type Citation struct {
	Quote string `json:"quote"`
	// Span is where Quote stands in Text; the zero Span if the quote stands in Furniture.
	Span Span `json:"span"`
	// Page is the first page it stands on, from 1; Pages are all of them.
	Page  int   `json:"page"`
	Pages []int `json:"pages,omitempty"`
	// PageLabel is the printed number of the first page, "" if unknown.
	PageLabel string `json:"page_label,omitempty"`
	// Prefix and Suffix are up to 32 characters before and after.
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// Cite returns the citation of span. It panics if span is not in Text.
func (d *Document) Cite(span Span) Citation {
	c := Citation{Quote: d.Text[span.Start:span.End], Span: span, Pages: d.PagesOf(span)}
	if len(c.Pages) > 0 {
		c.Page = c.Pages[0]
		c.PageLabel = d.pageLabel(c.Page)
	}
	c.Prefix = lastRunes(d.Text[:span.Start], contextRunes)
	c.Suffix = firstRunes(d.Text[span.End:], contextRunes)
	return c
}

// CiteFurniture returns the citation of a piece of furniture's text: quote must be a substring of f.Text.
func (d *Document) CiteFurniture(f Furniture, quote string) Citation {
	return Citation{Quote: quote, Page: f.Page, Pages: []int{f.Page}, PageLabel: d.pageLabel(f.Page)}
}

// AnchorsOf returns the anchors that overlap span, in order.
func (d *Document) AnchorsOf(span Span) []Anchor {
	i := sort.Search(len(d.Anchors), func(i int) bool { return d.Anchors[i].Span.End > span.Start })
	j := i
	for j < len(d.Anchors) && d.Anchors[j].Span.Start < span.End {
		j++
	}
	return d.Anchors[i:j]
}

// PagesOf returns the numbers of the pages on which span stands, ascending. A document without anchors has all on page 1.
func (d *Document) PagesOf(span Span) []int {
	var pages []int
	for _, a := range d.AnchorsOf(span) {
		pages = append(pages, a.Page)
	}
	if len(pages) == 0 {
		return []int{1}
	}
	slices.Sort(pages) // a cell of a table may go on on the next page, and the row after it on this one
	return slices.Compact(pages)
}

// SectionPath returns the headings above section i, outermost first, the document's title left out.
func (d *Document) SectionPath(i int) []string {
	var path []string
	for i > 0 && i < len(d.Sections) {
		h := d.Sections[i].Heading
		if n := d.Sections[i].Number; n != "" {
			h = n + " " + h
		}
		path = append(path, h)
		if d.Sections[i].Parent >= i {
			break // a parent stands before its children: a broken document has a ring
		}
		i = d.Sections[i].Parent
	}
	slices.Reverse(path)
	return path
}

// SentenceText returns the text of sentence i.
func (d *Document) SentenceText(i int) string {
	s := d.Sentences[i].Span
	return d.Text[s.Start:s.End]
}

func (d *Document) pageLabel(n int) string {
	if n >= 1 && n <= len(d.Pages) {
		return d.Pages[n-1].Label
	}
	return ""
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

func firstRunes(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}
