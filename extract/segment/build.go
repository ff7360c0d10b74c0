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
	if next != nil && !next.heading && namesRole(bl.text) && subjectless(next.text) {
		b.passage(policy.Paragraph, span, bl.zone, []policy.Sentence{b.sentence(span, policy.Prose, -1)})
		b.role = len(b.doc.Sentences) - 1
	}
}

// namesRole reports whether s names a role or a body.
func namesRole(s string) bool {
	low := strings.ToLower(s)
	for _, w := range roleWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
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
