package office

// maxNesting is how many notes and text boxes stand in one another; a note that refers to itself must end.
const maxNesting = 8

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
	toc, here, carried, rels := d.toc, d.tocHere, d.carried, d.rels
	d.toc, d.carried, d.rels = 0, false, d.noteRels[c.name]
	d.note(mark, end, func() { d.content(note) })
	d.toc, d.tocHere, d.carried, d.rels = toc, here, carried, rels
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
