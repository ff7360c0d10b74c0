package office

import (
	"context"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// An odt reads an ODT file.
type odt struct {
	*writer
	styles  map[string]*odtStyle // of paragraphs and text, by family and name
	lists   map[string]*odtList  // list styles by name
	outline *odtList             // how headings are numbered
	masters map[string]*node     // page styles
	edges   map[*node]bool       // page styles whose heads and feet were written
	counts  map[string]*odtCounts
	item    *odtItem
	toc     int
	depth   int
}

func readODT(ctx context.Context, a *archive) (*page.Document, error) {
	if kind, err := a.read("mimetype"); err == nil && kind != nil && !strings.HasPrefix(string(kind), "application/vnd.oasis.opendocument.text") {
		return nil, ErrFormat
	}
	p := &parts{archive: a}
	if p.tree("META-INF/manifest.xml").find("manifest:encryption-data") != nil {
		return nil, ErrPassword
	}
	d := &odt{writer: newWriter("odt"), styles: map[string]*odtStyle{}, lists: map[string]*odtList{}, masters: map[string]*node{},
		edges: map[*node]bool{}, counts: map[string]*odtCounts{}}
	content := p.tree("content.xml").child("office:document-content")
	common := p.tree("styles.xml").child("office:document-styles")
	meta := p.tree("meta.xml").path("office:document-meta", "office:meta")
	if p.err != nil {
		return nil, p.err
	}
	text := content.path("office:body", "office:text")
	if text == nil {
		if p.damaged {
			return nil, ErrDamaged
		}
		return nil, ErrFormat
	}
	d.readStyles(common.child("office:styles"))
	d.readStyles(common.child("office:automatic-styles"))
	d.readStyles(content.child("office:automatic-styles"))
	d.readMasters(common.child("office:master-styles"))
	d.first(text)
	d.content(text)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc := d.finish()
	doc.Metadata = d.metadata(meta)
	p.report(doc)
	return doc, nil
}

// metadata returns what the file says of itself.
func (d *odt) metadata(meta *node) policy.Metadata {
	value := func(names ...string) string {
		for _, n := range names {
			if s := strings.Join(strings.Fields(meta.child(n).content()), " "); s != "" {
				return s
			}
		}
		return ""
	}
	return policy.Metadata{Title: value("dc:title"), Author: value("meta:initial-creator", "dc:creator"), Producer: value("meta:generator"),
		Created: odtDate(value("meta:creation-date")), Modified: odtDate(value("dc:date")), Language: value("dc:language")}
}

// odtDate cuts the fractions of a second off.
func odtDate(s string) string {
	date, _, _ := strings.Cut(s, ".")
	return date
}

// content takes the blocks below n.
func (d *odt) content(n *node) {
	for _, c := range n.kids {
		switch c.name {
		case "text:p", "text:h":
			d.paragraph(c)
		case "text:list":
			d.list(c, nil)
		case "table:table":
			d.end()
			d.tables(c)
		case "text:section":
			if c.attr("text:display") != "none" {
				d.content(c)
			}
		case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index":
			d.toc++
			d.content(c)
			d.toc--
		case "text:index-body", "text:index-title", "text:bibliography", "text:numbered-paragraph", "office:forms":
			d.content(c)
		case "text:soft-page-break":
			d.pageBreak(byProgram)
		case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect":
			d.drawing(c)
			d.end()
		}
	}
}

// tables takes a table.
func (d *odt) tables(n *node) {
	r := odtRows{odt: d}
	r.take(n)
	d.table(r.rows)
}

// maxRepeat is how often a row or cell that says it is repeated is taken; spreadsheets fill a sheet so, texts never.
const maxRepeat = 64

// An odtRows takes the rows of a table.
type odtRows struct {
	*odt
	rows []row
}

func (r *odtRows) take(n *node) {
	for _, c := range n.kids {
		switch c.name {
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			r.take(c)
		case "text:soft-page-break":
			if k := len(r.rows) - 1; k >= 0 && len(r.rows[k]) > 0 {
				r.rows[k][0] = append(r.rows[k][0], page.Block{Kind: breakKind})
			}
		case "table:table-row":
			cells := r.row(c)
			for range min(max(1, number(c.attr("table:number-rows-repeated"), 1)), maxRepeat) {
				r.rows = append(r.rows, cells)
			}
		}
	}
}

func (r *odtRows) row(n *node) row {
	var out row
	for _, c := range n.kids {
		var cell []page.Block
		switch c.name {
		case "table:table-cell":
			cell = r.nested(func() { r.content(c) })
		case "table:covered-table-cell":
		default:
			continue
		}
		for range min(max(1, number(c.attr("table:number-columns-repeated"), 1)), maxRepeat) {
			if len(out) < maxColumns {
				out = append(out, cell)
			}
		}
	}
	return out
}
