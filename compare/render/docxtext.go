package render

import (
	"fmt"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// A memo is a report on its way into a word processor's file.
type memo struct {
	*view
	body, notes      strings.Builder
	links, noteLinks docxLinks
	footnotes        int
}

func newMemo(v *view) *memo { return &memo{view: v} }

// Styles of paragraphs, by the IDs that styles gives them.
const (
	styleTitle = "Title"
	styleLead  = "Subtitle"
	// styleAnswer is an answer, which stays with the quotes that follow it.
	styleAnswer = "Answer"
	styleQuote  = "Quote"
	styleCell   = "Cell"
	styleHead   = "CellHead"
	styleNote   = "FootnoteText"
	// Tables with many columns have smaller letters.
	styleNarrow     = "CellNarrow"
	styleNarrowHead = "CellNarrowHead"
)

// run returns text as a run; bold if that is wanted.
func run(text string, bold bool) string {
	format := ""
	if bold {
		format = `<w:rPr><w:b/></w:rPr>`
	}
	return `<w:r>` + format + `<w:t xml:space="preserve">` + xmlText(text) + `</w:t></w:r>`
}

// quoteRun returns words of a document: they are Swedish, whatever the memo's language.
func quoteRun(text string) string {
	return `<w:r><w:rPr><w:lang w:val="sv-SE"/></w:rPr><w:t xml:space="preserve">` + xmlText(text) + `</w:t></w:r>`
}

// link returns text that leads to href; without one, text.
func link(links *docxLinks, text, href string) string {
	if href == "" {
		return run(text, false)
	}
	return `<w:hyperlink r:id="` + links.id(href) + `"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">` +
		xmlText(text) + `</w:t></w:r></w:hyperlink>`
}

// paragraph returns runs as a paragraph; "" is the style of plain text.
func paragraph(style, runs string) string {
	if style == "" {
		return `<w:p>` + runs + `</w:p>`
	}
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs + `</w:p>`
}

func (m *memo) add(style, runs string) { m.body.WriteString(paragraph(style, runs)) }

func (m *memo) heading(level int, text string) {
	m.add(fmt.Sprintf("Heading%d", level), run(oneLine(text), false))
}

// footnote writes a note of runs whose links are noteLinks, and returns the mark for the text.
func (m *memo) footnote(runs string) string {
	m.footnotes++
	fmt.Fprintf(&m.notes, `<w:footnote w:id="%d">`, m.footnotes)
	m.notes.WriteString(paragraph(styleNote, `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`+run(" ", false)+runs))
	m.notes.WriteString(`</w:footnote>`)
	return fmt.Sprintf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, m.footnotes)
}

// source returns the mark of a footnote that says where a quote stands.
func (m *memo) source(q compare.Quote) string {
	runs := run(m.Title(q.Document)+" ("+m.Describe(q.Document)+"), ", false) +
		link(&m.noteLinks, m.PageOf(q), m.Link(q.Document, q.Page)) + run(".", false)
	return m.footnote(runs)
}

// tableWidth is the width between the margins of docxPage, in twentieths of a point.
const tableWidth = 16838 - 2*1134

// manyColumns is how many columns a table has at least whose letters are small: a line of one must hold "Kommunfullmäktige".
const manyColumns = 8

// table writes rows of cells, each a list of paragraphs' runs, under heads that stand again on each page. Widths are
// shares of the whole.
func (m *memo) table(heads []string, widths []int, rows [][][]string) {
	b := &m.body
	style, headStyle := styleCell, styleHead
	if len(heads) >= manyColumns {
		style, headStyle = styleNarrow, styleNarrowHead
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	sum := 0
	for _, w := range widths {
		sum += w
	}
	for i := range widths {
		widths[i] = widths[i] * tableWidth / sum
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, widths[i])
	}
	b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, h := range heads {
		m.cell(widths[i], paragraph(headStyle, run(h, false)))
	}
	b.WriteString(`</w:tr>`)
	for _, row := range rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, lines := range row {
			var content strings.Builder
			for _, runs := range lines {
				content.WriteString(paragraph(style, runs))
			}
			if len(lines) == 0 {
				content.WriteString(paragraph(style, "")) // a cell must hold a paragraph (17.4.66)
			}
			m.cell(widths[i], content.String())
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	m.add("", "") // tables that follow one another would become one
}

func (m *memo) cell(width int, content string) {
	fmt.Fprintf(&m.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, width, content)
}
