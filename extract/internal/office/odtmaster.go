package office

import "github.com/styrdok/styrdok/extract/page"

// readMasters takes the page styles.
func (d *odt) readMasters(n *node) {
	if n == nil {
		return
	}
	for _, c := range n.kids {
		if c.name == "style:master-page" {
			d.masters[c.attr("style:name")] = c
		}
	}
}

// first opens the first page: with the page style of the first paragraph, else the common one.
func (d *odt) first(text *node) {
	name := "Standard"
	if p := text.find("text:p"); p != nil {
		if h := text.find("text:h"); h != nil && text.child("text:p") == nil {
			p = h
		}
		if m := d.styles["paragraph "+p.attr("text:style-name")].master(); m != "" {
			name = m
		}
	}
	d.openMaster(name)
}

// master returns the page style that a paragraph of the style begins, "" for none.
func (s *odtStyle) master() string {
	for _, s := range s.chain() {
		if s.node.hasAttr("style:master-page-name") {
			return s.node.attr("style:master-page-name")
		}
	}
	return ""
}

// open begins a page before a paragraph, if its style says so.
func (d *odt) open(st *odtStyle) {
	if d.inside > 0 {
		return
	}
	master := st.master()
	if master != "" || st.breaks("fo:break-before") {
		d.pageBreak(byStyle)
		d.openMaster(master)
	}
}

// openMaster writes the heads and feet of a page style and of those that follow it, each once in a document.
func (d *odt) openMaster(name string) {
	for m := d.masters[name]; m != nil && !d.edges[m]; m = d.masters[m.attr("style:next-style-name")] {
		d.edges[m] = true
		for _, c := range m.kids {
			kind := page.PageHead
			switch c.name {
			case "style:header", "style:header-first", "style:header-left":
			case "style:footer", "style:footer-first", "style:footer-left":
				kind = page.PageFoot
			default:
				continue
			}
			if c.attr("style:display") != "false" {
				top, byHand := d.toTop, d.byHand
				d.edge(kind, func() { d.content(c) })
				d.toTop, d.byHand = top, byHand
			}
		}
	}
}
