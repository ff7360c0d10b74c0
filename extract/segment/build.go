package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// maxPassageWords is how long a passage is at most: what a reader takes in as one hit.
const maxPassageWords = 150

// A builder writes blocks into a document.
type builder struct {
	doc     *policy.Document
	text    strings.Builder
	section int
	stack   []int // the open sections, outermost first
	lists   []list
	role    int // the sentence that names the role in whose section we are, -1 if none
	zone    policy.Zone
}

// A list is an open list: its items' kind of marker and the sentence that opened it.
type list struct {
	form   string
	opener int
}

// build fills d from blocks.
func build(d *policy.Document, blocks []*block) {
	b := &builder{doc: d, stack: []int{0}, role: -1}
	d.Sections = []policy.Section{{Parent: -1, Zone: policy.ZoneBody}}
	for i := 0; i < len(blocks); {
		switch {
		case blocks[i].heading:
			var next *block
			if i+1 < len(blocks) {
				next = blocks[i+1]
			}
			b.heading(blocks[i], next)
			i++
		case blocks[i].kind == page.Table:
			b.table(blocks[i])
			i++
		case blocks[i].kind == page.ListItem:
			j := i
			for j < len(blocks) && blocks[j].kind == page.ListItem && !blocks[j].heading && blocks[j].zone == blocks[i].zone {
				j++
			}
			b.items(blocks[i:j])
			i = j
		default:
			b.paragraph(blocks[i])
			i++
		}
	}
	d.Text = b.text.String()
	closeSections(d.Sections, len(d.Text))
	splitPassages(d)
}

// closeSections sets where each section ends: where the next one begins that is not below it.
func closeSections(sections []policy.Section, end int) {
	var open []int
	for i, s := range sections {
		for len(open) > 0 && sections[open[len(open)-1]].Level >= s.Level {
			sections[open[len(open)-1]].Span.End = s.Span.Start
			open = open[:len(open)-1]
		}
		open = append(open, i)
	}
	for _, i := range open {
		sections[i].Span.End = end
	}
}

// write appends bl's text on a line of its own, with its anchors, and returns where it stands. The marker of a list item
// stands before the span.
func (b *builder) write(bl *block) policy.Span {
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
	}
	from := b.text.Len()
	if bl.marker != "" {
		b.text.WriteString(bl.marker + " ")
	}
	start := b.text.Len()
	b.text.WriteString(bl.text)
	for i, l := range bl.lines {
		if l.end <= l.start {
			continue
		}
		span := policy.Span{Start: start + l.start, End: start + l.end}
		if i == 0 {
			span.Start = from
		}
		b.doc.Anchors = append(b.doc.Anchors, policy.Anchor{Span: span, Page: l.page, Box: l.box})
	}
	return policy.Span{Start: start, End: b.text.Len()}
}

// heading opens a section. A heading that names the role of the subjectless sentences below it is a sentence too.
func (b *builder) heading(bl, next *block) {
	span := b.write(bl)
	b.lists, b.role = nil, -1
	if bl.title && b.doc.Sections[0].Heading == "" {
		b.doc.Sections[0].Heading, b.doc.Sections[0].HeadingSpan = bl.name, span
		return
	}
	if bl.marker != "" {
		span.Start -= len(bl.marker) + 1
	}
	for len(b.stack) > 1 && b.doc.Sections[b.stack[len(b.stack)-1]].Level >= bl.level {
		b.stack = b.stack[:len(b.stack)-1]
	}
	b.section = len(b.doc.Sections)
	b.doc.Sections = append(b.doc.Sections, policy.Section{Heading: bl.name, Number: bl.number, Level: bl.level,
		Parent: b.stack[len(b.stack)-1], HeadingSpan: span, Span: policy.Span{Start: span.Start}, Zone: bl.zone})
	b.stack = append(b.stack, b.section)
	if next != nil && !next.heading && subjectless(next.text) {
		b.passage(policy.Paragraph, span, bl.zone, []policy.Sentence{b.sentence(span, policy.Prose, -1)})
		b.role = len(b.doc.Sentences) - 1
	}
}

// subjectless reports whether s begins with the verb of a sentence that lacks its subject.
func subjectless(s string) bool { return verbal[bare(firstWord(s))] && !strings.HasSuffix(s, "?") }

func (b *builder) sentence(span policy.Span, kind policy.SentenceKind, opener int) policy.Sentence {
	return policy.Sentence{Span: span, Section: b.section, Kind: kind, Opener: opener}
}

// passage appends a passage with its sentences.
func (b *builder) passage(kind policy.PassageKind, span policy.Span, zone policy.Zone, sentences []policy.Sentence) {
	if len(sentences) == 0 {
		return
	}
	n := len(b.doc.Sentences)
	for _, s := range sentences {
		s.Passage, s.Zone = len(b.doc.Passages), zone
		b.doc.Sentences = append(b.doc.Sentences, s)
	}
	b.doc.Passages = append(b.doc.Passages, policy.Passage{Span: span, Section: b.section, Kind: kind, Zone: zone,
		First: n, Last: len(b.doc.Sentences)})
	b.zone = zone
}

// sentences returns the sentences of the text at span.
func (b *builder) sentences(text string, at int, kind policy.SentenceKind, opener int) []policy.Sentence {
	var out []policy.Sentence
	for _, r := range swedish.Sentences(text) {
		s := b.sentence(policy.Span{Start: at + r.Start, End: at + r.End}, kind, opener)
		if kind == policy.Prose && b.role >= 0 && subjectless(text[r.Start:r.End]) {
			s.Opener = b.role
		}
		out = append(out, s)
	}
	return out
}

func (b *builder) paragraph(bl *block) {
	span := b.write(bl)
	b.lists = nil
	sentences := b.sentences(bl.text, span.Start, policy.Prose, -1)
	if b.role >= 0 && b.role == len(b.doc.Sentences)-1 {
		b.extend(policy.Paragraph, span, sentences)
		return
	}
	b.passage(policy.Paragraph, span, bl.zone, sentences)
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

// table writes a table: a sentence a row, opened by the header row.
func (b *builder) table(bl *block) {
	span := b.write(bl)
	b.lists = nil
	var rows []policy.Sentence
	header := -1
	at := span.Start
	for i, row := range strings.Split(bl.text, "\n") {
		s := policy.Span{Start: at, End: at + len(row)}
		at = s.End + 1
		if trimmed := strings.Trim(row, "\t "); trimmed == "" {
			continue
		} else {
			s.Start += strings.Index(row, trimmed)
			s.End = s.Start + len(trimmed)
		}
		rows = append(rows, b.sentence(s, policy.Row, header))
		if i == 0 && bl.zone != policy.ZoneInfo && isHeader(row) {
			header = len(b.doc.Sentences)
		}
	}
	b.passage(policy.Table, span, bl.zone, rows)
}

// isHeader reports whether row can be the header of a table: short cells without figures.
func isHeader(row string) bool {
	cells := strings.Split(row, "\t")
	for _, c := range cells {
		if words(c) > 4 || ended(c) || strings.ContainsAny(c, "0123456789") {
			return false
		}
	}
	return len(cells) > 1
}
