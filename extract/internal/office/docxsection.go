package office

import "github.com/styrdok/styrdok/extract/page"

// collectSections notes the properties of all sections: each stands at its section's end.
func (d *docx) collectSections(n *node) {
	for _, c := range n.kids {
		switch c.name {
		case "w:p":
			if s := c.path("w:pPr", "w:sectPr"); s != nil {
				d.sections = append(d.sections, s)
			}
		case "w:sectPr":
			d.sections = append(d.sections, c)
		case "w:sdt", "w:sdtContent", "w:ins", "w:customXml":
			d.collectSections(c)
		}
	}
}

// nextSection goes on to the next section, which says whether it begins on a page of its own.
func (d *docx) nextSection() {
	d.section++
	if d.section < len(d.sections) {
		switch d.sections[d.section].child("w:type").attr("w:val") {
		case "continuous", "nextColumn":
		default:
			d.pageBreak(byStyle)
			d.byHand = true
		}
	}
	d.openSection()
}

// openSection writes the heads and feet of the section that begins, each once in a document.
func (d *docx) openSection() {
	if d.section >= len(d.sections) {
		return
	}
	s := d.sections[d.section]
	titled := isTrue(s.child("w:titlePg"))
	for _, c := range s.kids {
		kind := page.PageHead
		switch c.name {
		case "w:footerReference":
			kind = page.PageFoot
		case "w:headerReference":
		default:
			continue
		}
		name := d.rels[c.attr("r:id")].target
		if name == "" || d.edges[name] || c.attr("w:type") == "first" && !titled {
			continue
		}
		d.edges[name] = true
		d.edgePart(kind, d.resolve(name))
	}
}

// edgePart writes a head or a foot. Its relations are its own.
func (d *docx) edgePart(kind page.Kind, name string) {
	root := d.parts.tree(name)
	part := root.child("w:hdr")
	if part == nil {
		part = root.child("w:ftr")
	}
	if part == nil {
		return
	}
	rels, top, byHand := d.rels, d.toTop, d.byHand
	d.rels = d.relations(name)
	d.edge(kind, func() { d.content(part) })
	d.rels, d.toTop, d.byHand = rels, top, byHand
}
