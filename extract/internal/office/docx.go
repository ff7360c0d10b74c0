package office

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
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
	notes    map[string]*node               // by kind and id: "w:footnoteReference 2"
	noteRels map[string]map[string]relation // by kind: what leads from notes
	sections []*node                        // the sectPr elements in their order
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

func readDOCX(ctx context.Context, a *archive) (*page.Document, error) {
	d := &docx{writer: newWriter("docx"), parts: &parts{archive: a}, edges: map[string]bool{}}
	d.main = "word/document.xml"
	d.rels = d.relations("")
	for _, id := range slices.Sorted(maps.Keys(d.rels)) {
		if r := d.rels[id]; strings.HasSuffix(r.kind, "/officeDocument") {
			d.main = strings.TrimPrefix(r.target, "/")
			break
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

// partOf returns the name of the part of a kind ("styles") that belongs to the main part.
func (d *docx) partOf(kind string) string {
	for _, id := range slices.Sorted(maps.Keys(d.rels)) {
		if r := d.rels[id]; strings.HasSuffix(r.kind, "/"+kind) && !r.external {
			return d.resolve(r.target)
		}
	}
	return path.Join(path.Dir(d.main), kind+".xml")
}

// load reads the parts that the main part needs.
func (d *docx) load() {
	d.rels = d.relations(d.main)
	part := func(kind string) *node { return d.parts.tree(d.partOf(kind)) }
	styles := part("styles")
	d.styles = readStyles(styles.child("w:styles"))
	d.defaults = styles.path("w:styles", "w:docDefaults", "w:rPrDefault", "w:rPr")
	d.lists = readNumbering(part("numbering").child("w:numbering"), d.styles)
	d.notes, d.noteRels = map[string]*node{}, map[string]map[string]relation{}
	for _, kind := range []string{"footnote", "endnote"} {
		root := part(kind + "s").child("w:" + kind + "s")
		if root == nil {
			continue
		}
		d.noteRels["w:"+kind+"Reference"] = d.relations(d.partOf(kind + "s"))
		for _, n := range root.kids {
			if n.name == "w:"+kind && (n.attr("w:type") == "" || n.attr("w:type") == "normal") {
				d.notes["w:"+kind+"Reference "+n.attr("w:id")] = n
			}
		}
	}
}
