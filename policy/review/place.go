package review

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
)

// squeeze returns the letters and digits of s in lower case: what is left of a text however it was set.
func squeeze(s string) string { return newHaystack(s).squeezed }

// A haystack is a text in which quotes are sought.
type haystack struct {
	text, squeezed string
	// at[i] is where in text the letter of squeezed[i] begins, ends[i] where it ends.
	at, ends []int
}

func newHaystack(text string) *haystack {
	h := &haystack{text: text}
	var b strings.Builder
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		n := b.Len()
		b.WriteRune(unicode.ToLower(r))
		for range b.Len() - n {
			h.at, h.ends = append(h.at, i), append(h.ends, i+size)
		}
	}
	h.squeezed = b.String()
	return h
}

// find returns all places of quote that begin and end where words do, in order.
func (h *haystack) find(quote string) []policy.Span {
	needle := squeeze(quote)
	if needle == "" {
		return nil
	}
	var out []policy.Span
	for from := 0; ; {
		i := strings.Index(h.squeezed[from:], needle)
		if i < 0 {
			return out
		}
		i += from
		span := policy.Span{Start: h.at[i], End: h.ends[i+len(needle)-1]}
		before, _ := utf8.DecodeLastRuneInString(h.text[:span.Start])
		after, _ := utf8.DecodeRuneInString(h.text[span.End:])
		if !isWord(before) && !isWord(after) {
			out = append(out, span)
		}
		_, size := utf8.DecodeRuneInString(h.squeezed[i:])
		from = i + size
	}
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// A found place of a quote: a span of the text, or a quote of the furniture.
type place struct {
	span      policy.Span
	citation  policy.Citation
	sentences []int // those that the quote is
}

// A places finds quotes in one document.
type places struct {
	doc  *policy.Document
	text *haystack
}

func newPlaces(doc *policy.Document) *places { return &places{doc, newHaystack(doc.Text)} }

// find returns the place that c's quote means, and what is wrong if there is not one.
func (p *places) find(c Correction) (place, Problem) {
	spans := p.text.find(c.Quote)
	if len(spans) == 0 {
		return p.inFurniture(c)
	}
	spans = p.wholeSentences(spans)
	if len(spans) > 1 {
		spans = p.byContext(spans, c)
	}
	if len(spans) != 1 {
		return place{}, Ambiguous
	}
	return place{span: spans[0], citation: p.doc.Cite(spans[0]), sentences: p.sentences(spans[0])}, ""
}

// inFurniture returns the first place of c's quote in a page head, a foot or a stamp: that it is there again on another
// page makes no difference.
func (p *places) inFurniture(c Correction) (place, Problem) {
	for _, f := range p.doc.Furniture {
		for _, s := range newHaystack(f.Text).find(c.Quote) {
			return place{citation: p.doc.CiteFurniture(f, f.Text[s.Start:s.End])}, ""
		}
	}
	return place{}, Gone
}

// wholeSentences leaves of spans those that are one sentence, if there are any.
func (p *places) wholeSentences(spans []policy.Span) []policy.Span {
	var whole []policy.Span
	for _, s := range spans {
		for _, i := range p.sentences(s) {
			if squeeze(p.doc.SentenceText(i)) == squeeze(p.doc.Text[s.Start:s.End]) {
				whole = append(whole, s)
			}
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return spans
}

// byContext leaves of spans those that stand in c's context on both sides, or, if there are none, on one.
func (p *places) byContext(spans []policy.Span, c Correction) []policy.Span {
	prefix, suffix := squeeze(c.Prefix), squeeze(c.Suffix)
	sides := make([]int, len(spans))
	for i, s := range spans {
		around := p.doc.Cite(s)
		if sameEnd(squeeze(around.Prefix), prefix) {
			sides[i]++
		}
		if sameBegin(squeeze(around.Suffix), suffix) {
			sides[i]++
		}
	}
	for want := 2; want > 0; want-- {
		var out []policy.Span
		for i, s := range spans {
			if sides[i] == want {
				out = append(out, s)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return spans
}

// sameBegin reports whether one of a and b begins the other, and whether that says anything: the context of a quote at a
// document's edge is empty.
func sameBegin(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] == b[:n] && (n > 0 || len(a) == len(b))
}

func sameEnd(a, b string) bool {
	n := min(len(a), len(b))
	return a[len(a)-n:] == b[len(b)-n:] && (n > 0 || len(a) == len(b))
}

// sentences returns the sentences of which at least half stands in span.
func (p *places) sentences(span policy.Span) []int {
	all := p.doc.Sentences
	var out []int
	for i := sort.Search(len(all), func(i int) bool { return all[i].Span.End > span.Start }); i < len(all) && all[i].Span.Start < span.End; i++ {
		inside := min(all[i].Span.End, span.End) - max(all[i].Span.Start, span.Start)
		if 2*inside >= all[i].Span.Len() {
			out = append(out, i)
		}
	}
	return slices.Clip(out)
}
