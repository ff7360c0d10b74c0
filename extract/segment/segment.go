package segment

import (
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// Document returns p as a policy.Document with Format, Metadata, Text, Pages, Anchors, Furniture, Sections, Passages,
// Sentences and Issues filled, and with the label of pages on which it is printed. Whose document it is and where it came
// from is for the caller to say. It does not change p.
func Document(p *page.Document) *policy.Document {
	d := &policy.Document{Format: p.Format, Metadata: p.Metadata}
	d.Issues = append(d.Issues, p.Issues...)
	for _, pg := range p.Pages {
		d.Pages = append(d.Pages, pg.Record)
	}
	blocks := load(p)
	list := cutContents(blocks)
	blocks = cutFolios(blocks)
	cutFurniture(blocks, len(p.Pages))
	d.Furniture = furniture(blocks)
	labelPages(d)
	findNotes(blocks)
	blocks = join(splitClauses(splitBullets(splitBroken(blocks))))
	blocks = splitRunIns(blocks, list)
	findHeadings(blocks, list)
	setZones(blocks)
	build(d, blocks)
	return d
}
