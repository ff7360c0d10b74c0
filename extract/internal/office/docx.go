package office

import (
	"context"
	"path"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// A docx reads a DOCX file.
type docx struct {
	*writer
	parts    *parts
	main     string // the name of the main part
	rels     map[string]relation
	styles   map[string]*style
	defaults *node // the run properties of all text
	lists    *numbering
	notes    map[string]*node // by kind and id: "w:footnoteReference 2"
	sections []*node          // the sectPr elements in their order
	section  int
	edges    map[string]bool // the heads and feet that were written

	fields  []*field
	toc     int  // how many contents lists we are in
	carried bool // the last paragraph's mark is deleted: the next goes on with it
	tocHere bool // the paragraph under way has to do with a contents list
	noted   int  // footnotes that were referred to
	ended   int  // endnotes
	depth   int  // of text boxes in notes in text boxes
}

// A relation leads from a part to another, or out of the file.
type relation struct {
	kind, target string
	external     bool
}

func readDOCX(ctx context.Context, a *archive) (*page.Document, error) {
	d := &docx{writer: newWriter("docx"), parts: &parts{archive: a}, edges: map[string]bool{}}
	d.main = "word/document.xml"
	for _, r := range d.relations("") {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			d.main = strings.TrimPrefix(r.target, "/")
		}
	}
	if !a.has(d.main) {
		return nil, ErrFormat
	}
	body := d.parts.tree(d.main).find("w:body")
	if d.parts.err != nil {
		return nil, d.parts.err
	}
	if body == nil {
		if d.parts.damaged {
			return nil, ErrDamaged
		}
		return nil, ErrFormat
	}
	d.load()
	if d.parts.err != nil {
		return nil, d.parts.err
	}
	d.collectSections(body)
	d.openSection()
	d.content(body)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc := d.finish()
	doc.Metadata = d.metadata()
	d.checkPages()
	d.parts.report(doc)
	return doc, d.parts.err
}

// load reads the parts that the main part needs.
func (d *docx) load() {
	d.rels = d.relations(d.main)
	part := func(kind, usual string) *node {
		for _, r := range d.rels {
			if strings.HasSuffix(r.kind, "/"+kind) && !r.external {
				return d.parts.tree(d.resolve(r.target))
			}
		}
		return d.parts.tree(path.Join(path.Dir(d.main), usual))
	}
	styles := part("styles", "styles.xml")
	d.styles = readStyles(styles.child("w:styles"))
	d.defaults = styles.path("w:styles", "w:docDefaults", "w:rPrDefault", "w:rPr")
	d.lists = readNumbering(part("numbering", "numbering.xml").child("w:numbering"), d.styles)
	d.notes = map[string]*node{}
	for _, kind := range []string{"footnote", "endnote"} {
		root := part(kind+"s", kind+"s.xml").child("w:" + kind + "s")
		if root == nil {
			continue
		}
		for _, n := range root.kids {
			if n.name == "w:"+kind && (n.attr("w:type") == "" || n.attr("w:type") == "normal") {
				d.notes["w:"+kind+"Reference "+n.attr("w:id")] = n
			}
		}
	}
}

// relations returns what leads from a part ("" is the file itself), by id.
func (d *docx) relations(part string) map[string]relation {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	out := map[string]relation{}
	root := d.parts.tree(name).child("rel:Relationships")
	if root == nil {
		return out
	}
	for _, r := range root.kids {
		if r.name == "rel:Relationship" {
			out[r.attr(":Id")] = relation{r.attr(":Type"), r.attr(":Target"), r.attr(":TargetMode") == "External"}
		}
	}
	return out
}

// resolve returns the name of the part to which target leads from the main part.
func (d *docx) resolve(target string) string {
	if strings.HasPrefix(target, "/") {
		return target[1:]
	}
	return path.Join(path.Dir(d.main), target)
}

// metadata returns what the file says of itself.
func (d *docx) metadata() policy.Metadata {
	core := d.parts.tree("docProps/core.xml").child("cp:coreProperties")
	value := func(name string) string { return strings.Join(strings.Fields(core.child(name).content()), " ") }
	m := policy.Metadata{Title: value("dc:title"), Author: value("dc:creator"), Created: value("dcterms:created"),
		Modified: value("dcterms:modified"), Language: value("dc:language"),
		Producer: d.parts.tree("docProps/app.xml").path("ep:Properties", "ep:Application").content()}
	if m.Language == "" {
		m.Language = d.defaults.child("w:lang").attr("w:val")
	}
	return m
}

// checkPages adds an issue if the file has more pages than it tells the places of.
func (d *docx) checkPages() {
	pages := number(d.parts.tree("docProps/app.xml").path("ep:Properties", "ep:Pages").content(), 0)
	if !d.rendered && pages > len(d.doc.Pages) {
		d.doc.Issues = append(d.doc.Issues, policy.Issue{Severity: policy.Info, Code: "pages-unknown",
			Message: "Filen säger inte var alla sidor börjar; sidnumren är ungefärliga."})
	}
}

// content takes the blocks below n: a body, a cell, a note, a text box.
func (d *docx) content(n *node) {
	for _, c := range n.kids {
		switch c.name {
		case "w:p":
			d.paragraph(c)
		case "w:tbl":
			d.end()
			d.table(d.rows(c, nil))
		case "w:sdt":
			toc := strings.EqualFold(c.path("w:sdtPr", "w:docPartObj", "w:docPartGallery").attr("w:val"), "Table of Contents")
			if toc {
				d.toc++
			}
			if sdt := c.child("w:sdtContent"); sdt != nil && c.path("w:sdtPr", "w:showingPlcHdr") == nil {
				d.content(sdt)
			}
			if toc {
				d.toc--
			}
		case "mc:AlternateContent":
			if alt := alternative(c); alt != nil {
				d.content(alt)
			}
		case "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
			d.content(c)
		case "w:altChunk":
			d.doc.Issues = append(d.doc.Issues, policy.Issue{Severity: policy.Warning, Page: len(d.sheets) + 1, Code: "part-unread",
				Message: "En fil som är inbäddad i dokumentet har inte lästs."})
		}
	}
}

// alternative returns what a program that knows all extensions shows: the first choice, else the fallback.
func alternative(n *node) *node {
	if c := n.child("mc:Choice"); c != nil {
		return c
	}
	return n.child("mc:Fallback")
}

// rows returns the rows of a table, and of the parts that content controls and changes make of it.
func (d *docx) rows(n *node, out []row) []row {
	for _, c := range n.kids {
		switch c.name {
		case "w:tr":
			if c.path("w:trPr", "w:del") == nil && !isTrue(c.path("w:trPr", "w:hidden")) {
				out = append(out, d.row(c, nil))
			}
		case "w:sdt":
			if sdt := c.child("w:sdtContent"); sdt != nil {
				out = d.rows(sdt, out)
			}
		case "w:ins", "w:moveTo", "w:customXml":
			out = d.rows(c, out)
		}
	}
	return out
}

func (d *docx) row(n *node, out row) row {
	for _, c := range n.kids {
		switch c.name {
		case "w:trPr":
			for range min(number(c.child("w:gridBefore").attr("w:val"), 0), maxColumns) {
				out = append(out, nil)
			}
		case "w:tc":
			var cell []page.Block
			if merge := c.path("w:tcPr", "w:vMerge"); merge == nil || merge.attr("w:val") == "restart" {
				cell = d.nested(func() { d.content(c) })
			}
			out = append(out, cell)
			for range min(number(c.path("w:tcPr", "w:gridSpan").attr("w:val"), 1), maxColumns) - 1 {
				out = append(out, nil)
			}
		case "w:sdt":
			if sdt := c.child("w:sdtContent"); sdt != nil {
				out = d.row(sdt, out)
			}
		case "w:ins", "w:moveTo", "w:customXml":
			out = d.row(c, out)
		}
	}
	if len(out) > maxColumns { // what stands beyond goes into the last cell
		for _, cell := range out[maxColumns:] {
			out[maxColumns-1] = append(out[maxColumns-1], cell...)
		}
		out = out[:maxColumns]
	}
	return out
}
