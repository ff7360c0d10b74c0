package office

import "strings"

// runs takes the runs below n.
func (d *docx) runs(n *node, props charProps) {
	for _, c := range n.kids {
		switch c.name {
		case "w:r":
			d.run(c, props)
		case "w:hyperlink":
			d.runs(c, props)
			if r := d.rels[c.attr("r:id")]; r.external {
				d.link(r.target, visible(c))
			}
		case "w:fldSimple":
			if isTOC(c.attr("w:instr")) {
				d.tocHere = true
			}
			d.runs(c, props)
		case "w:sdt":
			if sdt := c.child("w:sdtContent"); sdt != nil && c.path("w:sdtPr", "w:showingPlcHdr") == nil {
				d.runs(sdt, props)
			}
		case "mc:AlternateContent":
			if alt := alternative(c); alt != nil {
				d.runs(alt, props)
			}
		case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:bdo", "w:dir":
			d.runs(c, props)
		case "m:oMath", "m:oMathPara":
			d.emit(mathText(c), props)
		}
	}
}

// visible returns the text that stands below n, without what was deleted.
func visible(n *node) string {
	if n.name == "w:t" {
		return n.content()
	}
	if n.name == "w:del" || n.name == "w:moveFrom" {
		return ""
	}
	var sb strings.Builder
	for _, c := range n.kids {
		sb.WriteString(visible(c))
	}
	return sb.String()
}

func mathText(n *node) string {
	if n.name == "m:t" {
		return n.content()
	}
	var sb strings.Builder
	for _, c := range n.kids {
		sb.WriteString(mathText(c))
	}
	return sb.String()
}

// run takes a run.
func (d *docx) run(n *node, props charProps) {
	rpr := n.child("w:rPr")
	if id := rpr.child("w:rStyle").attr("w:val"); id != "" {
		props = props.styled(d.styles[id])
	}
	props = props.apply(rpr)
	d.pieces(n, props)
}

// pieces takes what stands in a run.
func (d *docx) pieces(n *node, props charProps) {
	for _, c := range n.kids {
		switch c.name {
		case "w:t":
			d.emit(c.content(), props)
		case "w:tab", "w:ptab":
			d.emit(" ", props)
		case "w:noBreakHyphen":
			d.emit("-", props)
		case "w:br", "w:cr":
			switch {
			case c.attr("w:type") == "page":
				d.pageBreak(byWriter)
			case c.attr("w:type") == "column":
				d.flow.Break()
			case !props.hidden && d.shows():
				d.flow.Break()
			}
		case "w:lastRenderedPageBreak":
			d.rendered = true
			d.pageBreak(byProgram)
		case "w:fldChar":
			d.fieldChar(c.attr("w:fldCharType"))
		case "w:instrText":
			if k := len(d.fields) - 1; k >= 0 && !d.fields[k].result {
				d.fields[k].code.WriteString(c.content())
			}
		case "w:footnoteReference", "w:endnoteReference":
			d.noteReference(c)
		case "w:drawing", "w:pict", "w:object":
			d.drawing(c)
		case "w:ruby":
			if base := c.child("w:rubyBase"); base != nil {
				d.runs(base, props)
			}
		case "mc:AlternateContent":
			if alt := alternative(c); alt != nil {
				d.pieces(alt, props)
			}
		}
	}
}
