package plain

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/page"
)

// readMarkdown reads Markdown. Much of what is called so is what a converter made of a PDF: lines broken where the page
// broke them, page heads as headings, "-" alone on a line. So indented code and headings underlined with one or two
// characters are not recognised, and a paragraph's lines are taken apart as in plain text.
func readMarkdown(src string) *page.Document {
	src = strings.ReplaceAll(src, "\f", "\n")
	meta, src := frontMatter(src)
	source := []byte(strings.Join(prepare(strings.Split(src, "\n")), "\n"))
	md := goldmark.New(goldmark.WithParser(newParser()), goldmark.WithExtensions(extension.Table))
	m := markdownReader{source: source}
	m.container(md.Parser().Parse(text.NewReader(source)), "")
	doc := &page.Document{Format: "markdown", Metadata: meta}
	doc.Pages = []page.Page{newPage(1, m.blocks)}
	return doc
}

func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)
}

type markdownReader struct {
	source []byte
	blocks []page.Block
}

// container adds the blocks of n's children. The first block gets the marker.
func (m *markdownReader) container(n ast.Node, marker string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		before := len(m.blocks)
		m.block(c)
		if marker != "" && len(m.blocks) > before && m.blocks[before].Kind == page.Paragraph {
			m.blocks[before].Kind, m.blocks[before].Marker = page.ListItem, marker
			marker = ""
		}
	}
}

func (m *markdownReader) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		var b blockBuilder
		for _, l := range strings.Split(m.inline(n), "\n") {
			b.add(l)
		}
		if b.text != "" {
			h := b.block()
			h.Kind, h.Level = page.Heading, n.Level
			m.blocks = append(m.blocks, h)
		}
	case *ast.Paragraph, *ast.TextBlock:
		m.blocks = append(m.blocks, blocksOf(strings.Split(m.inline(n), "\n"))...)
	case *ast.List:
		number := n.Start
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			marker := string(n.Marker)
			if n.IsOrdered() {
				marker = fmt.Sprintf("%d%c", number, n.Marker)
				number++
			}
			m.container(c, marker)
		}
	case *ast.FencedCodeBlock, *ast.HTMLBlock:
		m.blocks = append(m.blocks, blocksOf(strings.Split(withoutTags(string(n.Lines().Value(m.source))), "\n"))...)
	case *extast.Table:
		m.table(n)
	case *ast.ThematicBreak:
	default:
		m.container(n, "")
	}
}

func (m *markdownReader) table(n ast.Node) {
	var rows [][]string
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row = append(row, strings.ReplaceAll(m.inline(c), "\n", " "))
		}
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			rows = append(rows, row)
		}
	}
	if len(rows) > 0 {
		m.blocks = append(m.blocks, tableOf(rows))
	}
}

// inline returns the text of n without emphasis and links, with "\n" where a line ended.
func (m *markdownReader) inline(n ast.Node) string {
	var sb strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch c := c.(type) {
		case *ast.Text:
			value := util.UnescapePunctuations(c.Segment.Value(m.source))
			sb.Write(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
			if c.HardLineBreak() {
				sb.WriteString("\n\n")
			} else if c.SoftLineBreak() {
				sb.WriteByte('\n')
			}
		case *ast.String:
			sb.Write(c.Value)
		case *ast.AutoLink:
			sb.Write(c.Label(m.source))
		case *ast.RawHTML:
			if strings.HasPrefix(strings.ToLower(string(c.Segments.Value(m.source))), "<br") {
				sb.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return norm.NFC.String(sb.String()) // what stood apart may meet: a letter, a tag, an accent
}
