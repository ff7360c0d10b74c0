package office

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

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
