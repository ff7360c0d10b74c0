package facts_test

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// document makes a document of a light markup, one block a line: "# title", "## heading" ("###" …), "- item", "a | b" (a table row; the first of
// a run is its header), "[info] …", "[note] …", "[references] …" (a zone), "[head] …", "[stamp] …" (furniture); anything else is a paragraph.
func document(markup string) *policy.Document {
	b := &builder{doc: &policy.Document{
		Format: "text", Pages: []policy.Page{{Number: 1}}, Sections: []policy.Section{{Parent: -1, Zone: policy.ZoneBody}},
	}}
	b.opener, b.header = -1, -1
	for line := range strings.SplitSeq(markup, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			b.line(line)
		} else {
			b.opener, b.header = -1, -1
		}
	}
	b.doc.Text = b.text.String()
	for i := range b.doc.Sections {
		b.doc.Sections[i].Span = policy.Span{Start: b.doc.Sections[i].HeadingSpan.Start, End: len(b.doc.Text)}
	}
	b.doc.Sections[0].Span.Start = 0
	return b.doc
}

type builder struct {
	doc            *policy.Document
	text           strings.Builder
	section        int
	opener, header int
}

func (b *builder) line(line string) {
	kind, rest, _ := strings.Cut(line, " ")
	switch {
	case strings.HasPrefix(line, "#"):
		b.heading(len(kind)-1, rest)
	case kind == "-":
		b.sentences(rest, policy.Item, policy.ZoneBody)
	case kind == "[info]" || kind == "[note]" || kind == "[references]" || kind == "[contact]":
		b.sentences(strings.ReplaceAll(rest, " | ", "\t"), policy.Prose, policy.Zone(strings.Trim(kind, "[]")))
	case kind == "[head]":
		b.doc.Furniture = append(b.doc.Furniture, policy.Furniture{Kind: policy.PageHead, Page: 1, Text: rest})
	case kind == "[stamp]":
		b.doc.Furniture = append(b.doc.Furniture, policy.Furniture{Kind: policy.Stamp, Page: 1, Text: rest})
	case kind == "[chrome]":
		b.doc.Furniture = append(b.doc.Furniture, policy.Furniture{Kind: policy.Chrome, Page: 1, Text: rest})
	case strings.Contains(line, " | "):
		b.sentences(strings.ReplaceAll(line, " | ", "\t"), policy.Row, policy.ZoneBody)
	default:
		b.sentences(line, policy.Prose, policy.ZoneBody)
	}
}

func (b *builder) write(s string) policy.Span {
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
	}
	start := b.text.Len()
	b.text.WriteString(s)
	return policy.Span{Start: start, End: b.text.Len()}
}

func (b *builder) heading(level int, s string) {
	b.opener, b.header = -1, -1
	span := b.write(s)
	if level == 0 {
		b.doc.Sections[0].Heading, b.doc.Sections[0].HeadingSpan = s, span
		return
	}
	parent := b.section
	for b.doc.Sections[parent].Level >= level {
		parent = b.doc.Sections[parent].Parent
	}
	b.section = len(b.doc.Sections)
	b.doc.Sections = append(b.doc.Sections, policy.Section{Heading: s, HeadingSpan: span, Level: level, Parent: parent, Zone: policy.ZoneBody})
}

func (b *builder) sentences(s string, kind policy.SentenceKind, zone policy.Zone) {
	span := b.write(s)
	ranges := swedish.Sentences(s)
	if kind != policy.Prose {
		ranges = []swedish.Range{{Start: 0, End: len(s)}}
	}
	passage := len(b.doc.Passages)
	b.doc.Passages = append(b.doc.Passages, policy.Passage{Span: span, Section: b.section, Zone: zone, First: len(b.doc.Sentences), Last: len(b.doc.Sentences) + len(ranges)})
	for _, r := range ranges {
		opener := -1
		switch kind {
		case policy.Item:
			opener = b.opener
		case policy.Row:
			opener = b.header
		}
		b.doc.Sentences = append(b.doc.Sentences, policy.Sentence{
			Span: policy.Span{Start: span.Start + r.Start, End: span.Start + r.End}, Passage: passage, Section: b.section, Kind: kind, Zone: zone, Opener: opener,
		})
	}
	switch {
	case kind == policy.Row && b.header < 0:
		b.header = len(b.doc.Sentences) - 1
	case kind == policy.Prose:
		b.header, b.opener = -1, len(b.doc.Sentences)-1
	}
}
