package office

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// maxNesting is how many notes and text boxes stand in one another; a note that refers to itself must end.
const maxNesting = 8

// A field is a place that Word computes: between its begin and its separator stands how, then what came of it.
type field struct {
	code   strings.Builder
	result bool
	toc    bool
	link   string          // where it leads
	text   strings.Builder // of the link
}

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
		if !strings.ContainsAny(marker, "0123456789") && len(marker) < 2 {
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

// emit writes text that is shown.
func (d *docx) emit(s string, props charProps) {
	if props.hidden || !d.shows() {
		return
	}
	d.write(s, props.font)
	for i := range d.fields {
		if f := d.fields[i]; f.link != "" {
			f.text.WriteString(s)
		}
	}
}

// shows reports whether text here is shown: all fields that we are in have come to their result.
func (d *docx) shows() bool {
	for i := range d.fields {
		if !d.fields[i].result {
			return false
		}
	}
	return true
}

// maxFields is how many fields nest: Word allows twenty.
const maxFields = 40

func isTOC(code string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	return strings.EqualFold(word, "TOC")
}

// fieldChar takes a field's begin, separator or end.
func (d *docx) fieldChar(kind string) {
	k := len(d.fields) - 1
	switch {
	case kind == "begin" && len(d.fields) < maxFields:
		d.fields = append(d.fields, &field{})
	case kind == "separate" && k >= 0:
		f := d.fields[k]
		f.result = true
		if f.toc = isTOC(f.code.String()); f.toc {
			d.toc++
			d.tocHere = true
		}
		if words := strings.Fields(f.code.String()); len(words) > 1 && strings.EqualFold(words[0], "HYPERLINK") && strings.HasPrefix(words[1], `"`) {
			f.link = strings.Trim(words[1], `"`)
		}
	case kind == "end" && k >= 0:
		f := d.fields[k]
		if f.toc {
			d.toc--
		}
		d.link(f.link, f.text.String())
		d.fields = d.fields[:k]
	}
}

// noteReference takes the note to which c refers; the text reads on without its mark.
func (d *docx) noteReference(c *node) {
	note := d.notes[c.name+" "+c.attr("w:id")]
	if note == nil || d.depth >= maxNesting || !d.shows() {
		return
	}
	delete(d.notes, c.name+" "+c.attr("w:id"))
	d.depth++
	end := c.name == "w:endnoteReference"
	mark := ""
	if end {
		d.ended++
		mark = figure("lowerRoman", d.ended)
	} else {
		d.noted++
		mark = figure("decimal", d.noted)
	}
	toc, here, carried := d.toc, d.tocHere, d.carried
	d.toc, d.carried = 0, false
	d.note(mark, end, func() { d.content(note) })
	d.toc, d.tocHere, d.carried = toc, here, carried
	d.depth--
}

// drawing takes what stands in a picture: text boxes, and the pictures to be counted.
func (d *docx) drawing(n *node) {
	for _, c := range n.kids {
		switch c.name {
		case "w:txbxContent":
			if d.depth < maxNesting {
				d.boxes = append(d.boxes, func() {
					d.depth++
					d.content(c)
					d.depth--
				})
			}
		case "a:blip", "v:imagedata":
			d.image()
		case "mc:AlternateContent":
			if alt := alternative(c); alt != nil {
				d.drawing(alt)
			}
		default:
			d.drawing(c)
		}
	}
}
