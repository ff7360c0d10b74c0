// Package sample makes documents for the tests of compare and compare/render: as extract/segment, policy/tagging and
// policy/facts would have made them, from words of our own. Only tests import it.
//
// Start with [Documents].
package sample

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A Builder makes one document, from top to bottom. Its methods return it, so that calls can be chained.
type Builder struct {
	doc     policy.Document
	section int
}

// A Sentence is a sentence with its tags: "goals" or "goals responsibility".
type Sentence struct {
	Text, Tags string
	Score      float64
}

// S returns a sentence with its tags and their score.
func S(text, tags string, score float64) Sentence { return Sentence{text, tags, score} }

// New begins a document of a municipality ("" for none) with its title, which stands first on page 1.
func New(id, source, municipality, title string) *Builder {
	b := &Builder{doc: policy.Document{ID: id, Source: source, Format: "pdf"}}
	if municipality != "" {
		b.doc.Municipality = policy.Assignment{Municipality: policy.Municipality{Name: municipality}, Basis: "folder"}
	}
	b.Page(policy.MethodText)
	b.doc.Sections = []policy.Section{{Heading: title, Parent: -1, Zone: policy.ZoneBody}}
	span := b.write(title)
	b.doc.Sections[0].HeadingSpan = span
	b.doc.Facts.Title = policy.Value{Value: title, Evidence: b.Evidence(title)}
	return b
}

// Code sets the municipality's SCB code and county.
func (b *Builder) Code(code, county string) *Builder {
	b.doc.Municipality.Municipality.Code, b.doc.Municipality.Municipality.County = code, county
	return b
}

// Page begins a page that is read by method.
func (b *Builder) Page(method policy.Method) *Builder {
	b.doc.Pages = append(b.doc.Pages, policy.Page{Number: len(b.doc.Pages) + 1, Method: method})
	return b
}

// Label gives the page its printed number.
func (b *Builder) Label(label string) *Builder {
	b.doc.Pages[len(b.doc.Pages)-1].Label = label
	return b
}

// Heading begins a section.
func (b *Builder) Heading(number, heading string) *Builder {
	span := b.write(strings.TrimSpace(number + " " + heading))
	b.doc.Sections = append(b.doc.Sections, policy.Section{
		Heading: heading, Number: number, Level: 1, HeadingSpan: span, Span: span, Zone: policy.ZoneBody,
	})
	b.section = len(b.doc.Sections) - 1
	return b
}

// Para adds a paragraph.
func (b *Builder) Para(sentences ...Sentence) *Builder {
	p := b.passage(policy.Paragraph)
	for i, s := range sentences {
		if i > 0 {
			b.doc.Text += " "
		}
		b.sentence(p, s, policy.Prose, -1)
	}
	return b.closePassage(p)
}

// List adds a list with the sentence that opens it.
func (b *Builder) List(opener Sentence, items ...Sentence) *Builder {
	p := b.passage(policy.List)
	at := b.sentence(p, opener, policy.Prose, -1)
	for _, s := range items {
		b.doc.Text += "\n"
		b.sentence(p, s, policy.Item, at)
	}
	return b.closePassage(p)
}

// Issue adds trouble.
func (b *Builder) Issue(severity policy.Severity, page int, code, message string) *Builder {
	b.doc.Issues = append(b.doc.Issues, policy.Issue{Severity: severity, Page: page, Code: code, Message: message})
	return b
}

// Facts lets set change the facts; b.Evidence makes their evidence.
func (b *Builder) Facts(set func(b *Builder, f *policy.Facts)) *Builder {
	set(b, &b.doc.Facts)
	return b
}

// Format sets the format, which is "pdf" otherwise.
func (b *Builder) Format(format string) *Builder {
	b.doc.Format = format
	return b
}

// Evidence returns the evidence of a quote, which must stand in the text so far.
func (b *Builder) Evidence(quote string) policy.Evidence {
	i := strings.Index(b.doc.Text, quote)
	if i < 0 {
		panic("sample: the document does not say: " + quote)
	}
	return policy.Evidence{Citation: b.doc.Cite(policy.Span{Start: i, End: i + len(quote)}), Confidence: 0.9, By: policy.ByProgram}
}

// Value returns a fact with its evidence.
func (b *Builder) Value(value, quote string) policy.Value {
	return policy.Value{Value: value, Evidence: b.Evidence(quote)}
}

// Done returns the document.
func (b *Builder) Done() *policy.Document {
	d := b.doc
	d.Sections[0].Span = policy.Span{End: len(d.Text)}
	return &d
}

func (b *Builder) write(s string) policy.Span {
	if b.doc.Text != "" {
		b.doc.Text += "\n"
	}
	return b.put(s)
}

// put adds s with its anchor.
func (b *Builder) put(s string) policy.Span {
	span := policy.Span{Start: len(b.doc.Text), End: len(b.doc.Text) + len(s)}
	b.doc.Text += s
	page := &b.doc.Pages[len(b.doc.Pages)-1]
	page.Words += len(strings.Fields(s))
	b.doc.Anchors = append(b.doc.Anchors, policy.Anchor{Span: span, Page: page.Number})
	return span
}

func (b *Builder) passage(kind policy.PassageKind) int {
	if b.doc.Text != "" {
		b.doc.Text += "\n"
	}
	b.doc.Passages = append(b.doc.Passages, policy.Passage{
		Span: policy.Span{Start: len(b.doc.Text)}, Section: b.section, Kind: kind, Zone: policy.ZoneBody,
		First: len(b.doc.Sentences),
	})
	return len(b.doc.Passages) - 1
}

func (b *Builder) closePassage(p int) *Builder {
	b.doc.Passages[p].Span.End = len(b.doc.Text)
	b.doc.Passages[p].Last = len(b.doc.Sentences)
	return b
}

func (b *Builder) sentence(p int, s Sentence, kind policy.SentenceKind, opener int) int {
	span := b.put(s.Text)
	at := len(b.doc.Sentences)
	b.doc.Sentences = append(b.doc.Sentences, policy.Sentence{
		Span: span, Passage: p, Section: b.section, Kind: kind, Zone: policy.ZoneBody, Opener: opener,
	})
	for _, name := range strings.Fields(s.Tags) {
		b.doc.Tags = append(b.doc.Tags, policy.Tag{
			Name: name, Sentence: at, Score: s.Score, Evidence: []string{"cue:" + name}, By: policy.ByProgram,
		})
	}
	return at
}
