package office

import "github.com/styrdok/styrdok/extract/page"

// paragraph takes a paragraph.
func (d *docx) paragraph(n *node) {
	ppr := n.child("w:pPr")
	st := d.styles[ppr.child("w:pStyle").attr("w:val")]
	if st == nil {
		st = d.styles[""]
	}
	if !d.carried {
		if isTrue(st.property(ppr, "w:pageBreakBefore")) && d.inside == 0 {
			d.pageBreak(byStyle)
		}
		d.begin(d.kindOf(st, ppr))
		d.tocHere = d.toc > 0 || st.isContents()
	}
	props := charProps{}.apply(d.defaults).styled(st)
	d.runs(n, props)
	for i := range d.fields {
		d.fields[i].result = true // what Word computes a field from ends with its paragraph
	}
	mark := ppr.child("w:rPr")
	initial := ppr.child("w:framePr").attr("w:dropCap")
	d.carried = mark.child("w:del") != nil || mark.child("w:moveFrom") != nil || initial != "" && initial != "none"
	if d.carried {
		return // its end is deleted, or it is the large letter that begins the next
	}
	if d.tocHere {
		d.cur = para{kind: page.Contents}
	}
	d.end()
	if sect := ppr.child("w:sectPr"); sect != nil && d.inside == 0 {
		d.nextSection()
	}
}

// kindOf says what a paragraph is, and counts it if it is numbered.
func (d *docx) kindOf(st *style, ppr *node) para {
	level := st.level(ppr)
	marker := d.marker(st, ppr)
	switch {
	case level != 0:
		if !counts(marker) {
			marker = "" // a bullet before a heading is decoration
		}
		return para{page.Heading, level, marker}
	case marker != "":
		return para{page.ListItem, 0, marker}
	}
	return para{}
}

// marker returns the number or bullet of a paragraph, "" if it has none.
func (d *docx) marker(st *style, ppr *node) string {
	num := ppr.child("w:numPr")
	id, level := num.child("w:numId").attr("w:val"), number(num.child("w:ilvl").attr("w:val"), -1)
	for _, s := range st.chain() {
		own := s.ppr.child("w:numPr")
		if own == nil {
			continue
		}
		if id == "" {
			id = own.child("w:numId").attr("w:val")
		}
		if level < 0 {
			level = number(own.child("w:ilvl").attr("w:val"), -1)
		}
		if level < 0 {
			level = d.lists.levelOf(id, s.id)
		}
	}
	if id == "" || id == "0" {
		return ""
	}
	return d.lists.next(id, max(0, level))
}
