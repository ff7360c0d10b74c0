package office

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// paragraph takes a paragraph or heading.
func (d *odt) paragraph(n *node) {
	st := d.styles["paragraph "+n.attr("text:style-name")]
	d.open(st)
	d.begin(d.kindOf(n, st))
	d.runs(n, st.text(charProps{}, d.styles["paragraph"]))
	if d.toc > 0 || st.isContents() {
		d.cur = para{kind: page.Contents}
	}
	d.end()
	if st.breaks("fo:break-after") {
		d.pageBreak(byStyle)
		d.byHand = true
	}
}

// kindOf says what a paragraph is, and counts it if it is numbered.
func (d *odt) kindOf(n *node, st *odtStyle) para {
	level := 0
	if n.name == "text:h" {
		level = max(1, number(n.attr("text:outline-level"), 1))
	} else if l := st.outline(); l > 0 {
		level = l
	}
	if name := st.level(); name == titleLevel || level == 0 {
		level = name
	}
	item := d.item
	if item != nil && item.used {
		item = nil // a further paragraph of an item
	}
	marker := ""
	switch {
	case item != nil:
		item.used = true
		marker = d.count(item)
	case level > 0 && d.item == nil && n.attr("text:is-list-header") != "true":
		marker = d.headingNumber(level, st)
	}
	switch {
	case level != 0:
		if !counts(marker) {
			marker = ""
		}
		return para{page.Heading, level, marker}
	case marker != "":
		return para{page.ListItem, 0, marker}
	}
	return para{}
}

// runs takes the text below n.
func (d *odt) runs(n *node, props charProps) {
	for _, c := range n.kids {
		switch c.name {
		case "":
			d.emit(c.text, props)
		case "text:s", "text:tab":
			d.emit(" ", props)
		case "text:line-break":
			if !props.hidden {
				d.flow.Break()
			}
		case "text:span":
			d.runs(c, d.styles["text "+c.attr("text:style-name")].text(props, nil))
		case "text:a":
			d.runs(c, props)
			d.link(c.attr("xlink:href"), c.content())
		case "text:note":
			d.noteOf(c)
		case "text:soft-page-break":
			d.pageBreak(byProgram)
		case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a":
			d.drawing(c)
		case "text:ruby":
			if base := c.child("text:ruby-base"); base != nil {
				d.runs(base, props)
			}
		case "office:annotation", "office:annotation-end", "text:script", "text:hidden-paragraph", "text:tracked-changes", "text:note-ref",
			"text:placeholder", "text:toc-mark", "text:alphabetical-index-mark":
		case "text:hidden-text":
			if c.attr("text:is-hidden") == "false" {
				d.runs(c, props)
			}
		default:
			d.runs(c, props) // marks, which are empty, and fields, whose text is what they show
		}
	}
}

func (d *odt) emit(s string, props charProps) {
	if !props.hidden {
		d.write(s, props.font)
	}
}

// noteOf takes a note; the text reads on without its mark.
func (d *odt) noteOf(n *node) {
	body := n.child("text:note-body")
	if body == nil || d.depth >= maxNesting {
		return
	}
	item, toc := d.item, d.toc
	d.item, d.toc = nil, 0
	d.depth++
	d.note(strings.TrimSpace(n.child("text:note-citation").content()), n.attr("text:note-class") == "endnote", func() { d.content(body) })
	d.depth--
	d.item, d.toc = item, toc
}

// drawing takes what stands in a frame or shape: text boxes, and the pictures to be counted.
func (d *odt) drawing(n *node) {
	text := func(c *node) {
		if d.depth >= maxNesting {
			return
		}
		d.boxes = append(d.boxes, func() {
			item := d.item
			d.item = nil
			d.depth++
			d.content(c)
			d.depth--
			d.item = item
		})
	}
	if n.name == "draw:custom-shape" || n.name == "draw:rect" {
		text(n)
		return
	}
	for _, c := range n.kids {
		switch c.name {
		case "draw:text-box":
			text(c)
		case "draw:image":
			d.image()
		case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect":
			d.drawing(c)
		}
	}
}
