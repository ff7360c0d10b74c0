package evaluation

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// Options steers [Measure]. The zero value works.
type Options struct {
	// Tags are the tags to measure; none means those that the labels name. Other tags count nowhere.
	Tags []string
	// Unlabelled counts a document without any label as one that carries no tag; otherwise it is left out.
	Unlabelled bool
	// Draws is how many times documents are drawn for an interval; 0 means [DefaultDraws], less than 0 no interval.
	Draws int
	// Seed makes the draws other ones.
	Seed uint64
}

// Measure compares the tags of docs with labels. What it returns is sorted and depends on nothing but its arguments, not
// on the order of docs.
func Measure(docs []*policy.Document, labels []Label, opts Options) *Result {
	tags := opts.Tags
	if len(tags) == 0 {
		for _, l := range labels {
			if l.Tag != "" {
				tags = append(tags, l.Tag)
			}
		}
	}
	tags = slices.Compact(slices.Sorted(slices.Values(tags)))
	docs = slices.SortedStableFunc(slices.Values(docs), func(a, b *policy.Document) int { return strings.Compare(a.ID, b.ID) })
	byDocument, unknown := assign(docs, labels)
	r := &Result{Schema: policy.Schema, NoDocument: unknown, Mistakes: []Mistake{}, NotLocated: []Mistake{}, Unlabelled: []string{}}
	var ms []*measured
	for i, d := range docs {
		if len(byDocument[i]) == 0 && !opts.Unlabelled {
			r.Unlabelled = append(r.Unlabelled, d.ID)
			continue
		}
		m := measure(d, byDocument[i], tags)
		ms = append(ms, m)
		r.Mistakes = append(r.Mistakes, m.mistakes...)
		r.NotLocated = append(r.NotLocated, m.notLocated...)
	}
	r.summarize(ms, tags, opts)
	return r
}

// The marks of a word for one tag.
const (
	predicted = 1 << iota
	required
	acceptable
)

// A measured document holds the counts of each unit for each tag.
type measured struct {
	doc   *policy.Document
	text  *text
	marks map[string][]uint8 // tag: marks of each word
	// units[tag][unit] counts what one sentence, or what stands between two, adds.
	units                [][]Counts
	mistakes, notLocated []Mistake
}

func measure(doc *policy.Document, labels []Label, tags []string) *measured {
	m := &measured{doc: doc, text: newText(doc), marks: map[string][]uint8{}}
	for _, tag := range tags {
		m.marks[tag] = make([]uint8, len(m.text.words))
	}
	found := make([][]int, len(labels))
	var lost []Label
	for i, l := range labels {
		marks, ok := m.marks[l.Tag]
		if !ok {
			continue
		}
		found[i] = m.text.locate(words(l.Quote))
		mark := uint8(required)
		if l.Level == Acceptable {
			mark = acceptable
		}
		for _, w := range found[i] {
			marks[w] |= mark
		}
		if len(found[i]) == 0 {
			lost = append(lost, l)
			m.notLocated = append(m.notLocated, m.mistakeOf(l, nil))
		}
	}
	m.predict()
	for i, l := range labels {
		if l.Level == Required && len(found[i]) > 0 && 2*m.marked(l.Tag, found[i], predicted) < len(found[i]) {
			m.mistakes = append(m.mistakes, m.mistakeOf(l, found[i]))
		}
	}
	m.count(tags, lost)
	return m
}

// predict marks what the document's tags say, and lists those that are wrong.
func (m *measured) predict() {
	var wrong []Mistake
	for _, t := range m.doc.Tags {
		marks, ok := m.marks[t.Name]
		if !ok {
			continue
		}
		span := m.doc.Sentences[t.Sentence].Span
		own := m.text.of(span)
		for _, w := range m.text.copies(own) {
			marks[w] |= predicted
		}
		if 2*m.marked(t.Name, own, required|acceptable) < len(own) {
			c := m.doc.Cite(span)
			wrong = append(wrong, Mistake{Kind: Wrong, Document: m.doc.ID, Tag: t.Name, Quote: c.Quote, Page: c.Page, Evidence: t.Evidence})
		}
	}
	slices.SortStableFunc(wrong, func(a, b Mistake) int { return strings.Compare(a.Tag, b.Tag) })
	m.mistakes = append(m.mistakes, wrong...)
}

// marked returns how many of the words at have one of the marks for tag.
func (m *measured) marked(tag string, at []int, marks uint8) int {
	n := 0
	for _, w := range at {
		if m.marks[tag][w]&marks != 0 {
			n++
		}
	}
	return n
}

// mistakeOf returns the mistake that the words of l at the positions at were missed; that they stand nowhere if there are
// none.
func (m *measured) mistakeOf(l Label, at []int) Mistake {
	x := Mistake{Kind: Missed, Document: m.doc.ID, Tag: l.Tag, Quote: l.Quote, Line: l.Line, Level: l.Level}
	if len(at) == 0 {
		x.Kind = NotLocated
	} else if at[0] < m.text.body {
		w := m.text.words[at[0]]
		x.Page = m.doc.PagesOf(policy.Span{Start: w.start, End: w.end})[0]
	}
	return x
}

// count adds up the marks of each unit. Each lost label is a unit of its own.
func (m *measured) count(tags []string, lost []Label) {
	n := m.text.units + len(lost)
	m.units = make([][]Counts, len(tags))
	for i, tag := range tags {
		m.units[i] = make([]Counts, n)
		for w, mark := range m.marks[tag] {
			m.units[i][m.text.unit[w]].add(mark)
		}
		for k, l := range lost {
			if l.Tag == tag && l.Level == Required {
				m.units[i][m.text.units+k].Required += len(words(l.Quote))
			}
		}
	}
	m.units = keepUsed(m.units, m.text.sentences)
}

// keepUsed leaves out the units in which nothing is counted for any tag, but for sentences.
func keepUsed(units [][]Counts, sentences int) [][]Counts {
	out := make([][]Counts, len(units))
	for u := 0; len(units) > 0 && u < len(units[0]); u++ {
		used := u < sentences
		for i := range units {
			used = used || units[i][u] != Counts{}
		}
		for i := range units {
			if used {
				out[i] = append(out[i], units[i][u])
			}
		}
	}
	return out
}
